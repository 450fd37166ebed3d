"""The form of PO files: the one place that knows it, reading and writing.

Babel takes entries apart. What it loses, the old English of fuzzy entries and the headers that it
does not know, is read here; and written here, because Babel breaks old English across lines
that gettext cannot read, and stamps each file with the time.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.pofile import PoFileError, denormalize, escape, normalize, read_po

from press.catalog.text_file import read_text
from press.findings import Finding, Place

_STRING_LINE = re.compile(r'\s*(?:(?:msgctxt|msgid|msgstr)\s+)?"(?:[^"\\]|\\.)*"\s*$')
# Poedit leaves a date empty, over which Babel stumbles; the press has no use for dates.
_DATES = re.compile(r'^"[\w-]+-Date:.*"$', re.MULTILINE)
_OLD_OBSOLETE = re.compile(r"^#~\|", re.MULTILINE)
_HEADER = re.compile(r'^msgstr\s+((?:".*"\s*)+)', re.MULTILINE)
_PREVIOUS = "| "
_FUZZY = "fuzzy"
_WIDTH = 100


@dataclass(frozen=True)
class Entry:
    """One message of a PO file.

    `previous` is the old English of a fuzzy one; `notes` are for translators (`#.`), `places` say
    where the English stands (`#:`), `remarks` are the translator's own; `line` counts from 1.
    """

    context: str
    english: str
    text: str = ""
    fuzzy: bool = False
    previous: str = ""
    notes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    line: int | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the others: context and English."""
        return self.context, self.english


@dataclass(frozen=True)
class PoFile:
    """A whole PO file; `obsolete` entries are those whose English is no longer printed."""

    headers: dict[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the language that its header names, "" without one."""
        return self.headers.get("Language", "").replace("_", "-")


def read_po_file(file: Path) -> tuple[PoFile | None, list[Finding]]:
    """Read one PO file.

    Returns:
        The file, or None when it cannot be read, with the reasons.
    """
    text, faults = read_text(file)
    if text is None:
        return None, faults
    findings = _broken_lines(file, text)
    if findings:
        return None, findings
    text = _OLD_OBSOLETE.sub("#|", text)
    lines = io.BytesIO(_DATES.sub('""', text).encode())
    try:
        catalog = read_po(lines, abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", None)
        said = str(getattr(error, "args", [error])[0])
        return None, [_syntax(file, line + 1 if line is not None else None, said)]
    head = text.partition("\n\n")[0]
    return PoFile(
        headers=_headers(head),
        entries=tuple(_entry(message) for message in catalog if message.id),
        obsolete=tuple(_entry(message) for message in catalog.obsolete.values()),
        remarks=tuple(line[1:].strip() for line in head.splitlines() if line.startswith("# ")),
    ), []


def say_po_file(po: PoFile) -> str:
    """The text of a PO file; the same file always gives the same text."""
    parts = [_say_header(po)]
    parts += ["".join(f"{line}\n" for line in _say(entry)) for entry in po.entries]
    parts += ["".join(f"{line}\n" for line in _say(entry, "#~ ")) for entry in po.obsolete]
    return "\n".join(parts)


def _entry(message: Any) -> Entry:
    old = [remark[len(_PREVIOUS) :] for remark in message.user_comments if remark[:1] == "|"]
    return Entry(
        context=message.context or "",
        english=str(message.id),
        text=str(message.string or ""),
        fuzzy=message.fuzzy,
        previous=_previous("\n".join(old)),
        notes=tuple(message.auto_comments),
        places=tuple(f"{file}:{line}" if line else file for file, line in message.locations),
        flags=tuple(sorted(flag for flag in message.flags if flag != _FUZZY)),
        remarks=tuple(r for r in message.user_comments if r and r[:1] != "|"),
        line=message.lineno,
    )


def _previous(lines: str) -> str:
    """The old English in the lines of "#|"; an old context is not kept."""
    _, found, quoted = lines.partition("msgid ")
    return denormalize(quoted) if found else ""


def _headers(head: str) -> dict[str, str]:
    """The headers of a PO file's first entry, in their order."""
    match = _HEADER.search(head + "\n")
    text = denormalize(match[1].strip()) if match else ""
    pairs = (line.partition(":") for line in text.splitlines() if ":" in line)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _say_header(po: PoFile) -> str:
    remarks = "".join(f"# {remark}\n" for remark in po.remarks)
    headers = "".join(escape(f"{name}: {value}\n") + "\n" for name, value in po.headers.items())
    return f'{remarks}msgid ""\nmsgstr ""\n{headers}'


def _say(entry: Entry, mark: str = "") -> Iterator[str]:
    """The lines of one entry; those of an obsolete one begin with a mark."""
    yield from (f"# {remark}" for remark in entry.remarks)
    yield from (f"#. {note}" for note in entry.notes)
    yield from (f"#: {place}" for place in entry.places)
    flags = ((_FUZZY,) if entry.fuzzy else ()) + entry.flags
    if flags:
        yield f"#, {', '.join(flags)}"
    if entry.fuzzy and entry.previous:
        yield from (f"{mark.strip() or '#'}| {line}" for line in _quote("msgid", entry.previous))
    if entry.context:
        yield from (mark + line for line in _quote("msgctxt", entry.context))
    yield from (mark + line for line in _quote("msgid", entry.english))
    yield from (mark + line for line in _quote("msgstr", entry.text))


def _quote(keyword: str, text: str) -> list[str]:
    return f"{keyword} {normalize(text, width=_WIDTH)}".splitlines()


def _broken_lines(file: Path, text: str) -> list[Finding]:
    """Lines that are neither comments nor whole quoted strings; gettext tools refuse them too."""
    return [
        _syntax(file, number, f"this line cannot be read: {line.strip()[:60]}")
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#") and not _STRING_LINE.match(line)
    ]


def _syntax(file: Path, line: int | None, said: str) -> Finding:
    return Finding(
        "po.syntax",
        said,
        Place(file, line),
        'Each line of an entry reads msgstr "…" or "…"; a quotation mark inside is written \\".',
    )
