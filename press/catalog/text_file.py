"""Text files, read whole: UTF-8, and free of characters that no reader sees but that change a page.

Marks of direction are refused because the press keeps numbers and names in their order itself; an
override that someone pasted would print a telephone number backwards.
"""

import re
import unicodedata
from dataclasses import replace
from itertools import dropwhile
from pathlib import Path

from press.findings import Finding, Place

_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u180e\u2028-\u202e\u2061-\u206f\ufff9-\ufffd\ufeff"  # marks of direction and of editors
    "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"  # private, and no characters at all
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
_PILE = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]{5,}")
_CONTROLS = {
    0x00: "NULL", 0x07: "BELL", 0x08: "BACKSPACE", 0x0B: "VERTICAL TAB", 0x0C: "FORM FEED",
    0x1B: "ESCAPE", 0x7F: "DELETE", 0x85: "NEXT LINE",
}  # fmt: skip


def read_text(file: Path) -> tuple[str | None, list[Finding]]:
    """Read a UTF-8 file, with or without a byte order mark.

    Returns:
        The text, or None when there are findings.
    """
    try:
        content = file.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        return None, [_unreadable(Place(file), reason, "See that the file is there, and yours.")]
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        hint = "Save the file anew as UTF-8 in your editor."
        return None, [_unreadable(_end_of(before, file), "here is no UTF-8 text", hint)]
    findings = unfit_characters(text, file)
    return (None, findings) if findings else (text.replace("\r\n", "\n"), [])


def unfit_characters(text: str, file: Path) -> list[Finding]:
    """Characters that must not be printed, each with its place and its name."""
    unfit = [
        Finding(
            "text.character",
            f"{name_of(match[0])} must not stand in a text",
            _end_of(text[: match.start()], file),
            "Delete it; it may not be seen in your editor. The press itself keeps numbers and names"
            " in their order.",
        )
        for match in _UNFIT.finditer(text)
    ]
    return unfit + [
        Finding(
            "text.character",
            f"{len(match[0])} marks are piled on one letter, the first {name_of(match[0][0])}",
            _end_of(text[: match.start()], file),
            "Leave the marks that the letter is written with.",
        )
        for match in _PILE.finditer(text)
    ]


def name_of(character: str) -> str:
    """A character by number and name, such as "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    code = ord(character)
    name = unicodedata.name(character, "") or _CONTROLS.get(code, "a character without a name")
    return f"U+{code:04X} {name}"


def pinpoint(place: Place, words: str, after: str = "") -> Place:
    """The place of some words at or below a line, with their column; the line where there is none.

    The file is read anew, which only a fault costs.

    Args:
        place: a line of a text file.
        words: what to look for, up to the next empty line.
        after: what the first line that may hold them begins with.
    """
    if place.line is None or not words:
        return place
    text, _ = read_text(Path(place.file))
    lines = list(enumerate((text or "").split("\n")[place.line - 1 :], place.line))
    for number, line in dropwhile(lambda each: not each[1].startswith(after), lines):
        if (column := line.find(words)) >= 0:
            return replace(place, line=number, column=column + 1)
        if not line.strip():
            break
    return place


def _end_of(text: str, file: Path) -> Place:
    """The place after a text that a file begins with."""
    return Place(file, text.count("\n") + 1, column=len(text) - text.rfind("\n"))


def _unreadable(where: Place, reason: str, hint: str) -> Finding:
    return Finding("file.unreadable", f"the file cannot be read: {reason}", where, hint)
