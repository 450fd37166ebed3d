"""The command of preflight: check, which judges any PDF, ours or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from press.errors import PreflightError, StorageError, UsageError
from press.findings import Finding, errors_in
from press.presses import PRESSES
from press.report import near, put_json, say, tell_error, tell_findings
from press.wanted import choose

if TYPE_CHECKING:
    from press.preflight.profiles import Choice


@dataclass(frozen=True)
class _Judged:
    """A file with what it was judged by and what was found, or why it could not be read."""

    file: Path
    choice: "Choice | None" = None
    findings: tuple[Finding, ...] = ()
    error: StorageError | None = None

    @property
    def exit_code(self) -> int:
        if self.error:
            return self.error.exit_code
        return PreflightError.exit_code if errors_in(self.findings) else 0


def check(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE.pdf|FOLDER...", help="PDFs, ours or not; folders of them."),
    ],
    press: Annotated[
        str | None,
        typer.Option(
            "-p",
            "--press",
            help=f"What prints it: {', '.join(PRESSES)}; names of ours tell it themselves.",
        ),
    ] = None,
    color: Annotated[bool, typer.Option("--color", help="Allow color at the office.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON to standard output.")] = False,
) -> None:
    """Judge finished PDFs before anyone prints them."""
    asked = choose("press", [press], PRESSES)[0] if press else None
    judged = []
    for file in _all_files(files):
        judged.append(_judge(file, asked, color))
        if not json:
            _tell(judged[-1])
    if json:
        put_json({"files": [_as_data(each) for each in judged]})
    else:
        _sum_up(judged)
    if code := max(each.exit_code for each in judged):
        raise typer.Exit(code)


def _all_files(named: list[Path]) -> Iterator[Path]:
    """The files named, and all PDFs below the folders named."""
    for path in named:
        if not path.is_dir():
            yield path
            continue
        found = sorted(file for file in path.rglob("*") if file.suffix.lower() == ".pdf")
        if not found:
            raise UsageError(f"There is no PDF in {near(path)}.", "Name a folder with PDFs in it.")
        yield from found


def _judge(file: Path, asked: str | None, color: bool) -> _Judged:
    from press.preflight import examine
    from press.preflight.profiles import choose_profile
    from press.preflight.proof import read_proof

    name = near(file)
    try:
        proof = read_proof(file.read_bytes(), name=name)
    except StorageError as error:
        return _Judged(file, error=error)
    except OSError as error:
        reason = StorageError(
            f"{name} cannot be read: {error.strerror}.", "Name a PDF that is there."
        )
        return _Judged(file, error=reason)
    choice = choose_profile(proof, asked, color)
    return _Judged(file, choice, examine(proof, choice.profile))


def _tell(judged: _Judged) -> None:
    if judged.error:
        tell_error(judged.error)
    tell_findings(judged.findings)


def _sum_up(judged: list[_Judged]) -> None:
    unread = sum(each.error is not None for each in judged)
    failed = sum(bool(errors_in(each.findings)) for each in judged)
    warnings = sum(len(each.findings) - len(errors_in(each.findings)) for each in judged)
    words = [f"{len(judged) - failed - unread} of {len(judged)} files are fit to print"]
    words += [f"{failed} failed"] if failed else []
    words += [f"{unread} could not be read"] if unread else []
    words += [f"{warnings} warnings"] if warnings else []
    say(", ".join(words) + ".")


def _as_data(judged: _Judged) -> dict[str, Any]:
    return {
        "file": near(judged.file),
        "press": judged.choice.press if judged.choice else None,
        "standard": judged.choice.standard if judged.choice else None,
        "passed": judged.exit_code == 0,
        "error": judged.error.message if judged.error else None,
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "message": finding.message,
                "where": {
                    "file": near(judged.file),
                    "page": finding.where.page if finding.where else None,
                },
                "hint": finding.hint,
            }
            for finding in judged.findings
        ],
    }
