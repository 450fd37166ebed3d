"""What can go wrong, and how the command ends then.

    PressError                 70  our own fault
    ├── UsageError              2  the command line asks for something there is not
    ├── MissingError            3  something is missing on this machine
    ├── ContentError            4  flyers/, layouts/ or a chapter file say something wrong
    ├── StorageError            5  reading or writing a file failed
    ├── EditionError            1  one edition could not be made
    │   ├── OversetError        1  its text does not fit
    │   ├── ImpositionError     2  its pages do not go onto the paper that was asked for
    │   └── PreflightError      6  the finished file failed a check
    ├── CheckError              6  translations failed a check
    └── StoppedError          130  Ctrl-C

Findings (see `press.findings`) never raise by themselves: they are gathered, and one error carries
all of them to the command's edge, where a single handler prints them.
"""

from press.findings import Finding


class PressError(Exception):
    """Base of all errors of the press.

    Args:
        message: what is wrong, in words an organizer understands.
        hint: what to do about it.
        findings: every fault that led here, each with its own place and hint.
    """

    exit_code = 70

    def __init__(self, message: str, hint: str = "", findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.findings = findings


class UsageError(PressError):
    """The command line names a flyer, language, size or file that there is not."""

    exit_code = 2


class MissingError(PressError):
    """A library or font that the press needs is not on this machine."""

    exit_code = 3


class ContentError(PressError):
    """Texts, facts, layouts or the chapter file hold a fault."""

    exit_code = 4


class StorageError(PressError):
    """A file could not be read or written."""

    exit_code = 5


class EditionError(PressError):
    """One edition could not be made; the others may still be."""

    exit_code = 1


class OversetError(EditionError):
    """The text of an edition does not fit at the smallest type its size allows."""


class ImpositionError(EditionError):
    """The pages of an edition do not go onto the paper that was asked for; others may."""

    exit_code = 2


class PreflightError(EditionError):
    """A finished file failed a check, so it is not put into the output folder."""

    exit_code = 6


class CheckError(PressError):
    """Translations hold faults that a translator can mend."""

    exit_code = 6


class StoppedError(PressError):
    """Someone pressed Ctrl-C."""

    exit_code = 130
