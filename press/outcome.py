"""What became of an edition, as it is told and remembered."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from press.edition import Edition
from press.errors import EditionError
from press.findings import Finding


@dataclass(frozen=True)
class Printed:
    """An edition's files, not yet put anywhere.

    `files` are contents by path inside the output folder, the PDF first; `body` is the smallest
    body type in points; `way` says how an office machine must print it, "" for other presses;
    `seconds` is how long it took.
    """

    files: Mapping[Path, bytes]
    body: float
    way: str = ""
    warnings: tuple[Finding, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True)
class Made:
    """An edition that is there: where, its smallest body type in points, way and warnings.

    `is_unchanged` says that it stood there already, just as it would be made again.
    """

    edition: Edition
    file: Path | str
    body: float
    way: str = ""
    warnings: tuple[Finding, ...] = ()
    is_unchanged: bool = False


@dataclass(frozen=True)
class Failed:
    """An edition that could not be made, and why."""

    edition: Edition
    error: EditionError


Outcome = Made | Failed
