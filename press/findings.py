"""Findings: what a stage noticed, with its place and its remedy. Judging is done elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Place:
    """Where a finding is: a file (or the name of a finished edition), a line or a page from 1.

    The column, from 1, is known where a few words of the line are meant. The page is for machines:
    what is said of a page names it.
    """

    file: Path | str
    line: int | None = None
    page: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        known = (self.file, self.line, self.column if self.line else None)
        return ":".join(str(part) for part in known if part is not None)


@dataclass(frozen=True)
class Finding:
    """One fault or warning: a stable code, where it is, what is wrong and what to do."""

    code: str
    message: str
    where: Place | None = None
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{place}{self.message} [{self.code}]{hint}"


def errors_in(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that stop a build."""
    return tuple(finding for finding in findings if finding.severity == "error")
