"""PO files: read with their faults told by file and line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from babel.messages.pofile import PoFileError, read_po

from press.catalog.source import Message
from press.catalog.wording import check_wording
from press.findings import Finding, Place

_HEADER_LINE = re.compile(r'^"([\w-]+): *(.*?) *\\n"$', re.MULTILINE)
_FILLED = re.compile(r'^msgstr "(?:[^"\n]|"\n"[^"])', re.MULTILINE)
_EMPTY = re.compile(r'^msgstr ""$(?!\n")', re.MULTILINE)
_STRING_LINE = re.compile(r'\s*(?:(?:msgctxt|msgid|msgstr)\s+)?"(?:[^"\\]|\\.)*"\s*$')


ReviewState = Literal["draft", "reviewed"]


@dataclass(frozen=True)
class Translation:
    """The texts of one PO file and their lines, by (context, English), and who stands for them."""

    file: Path
    texts: dict[tuple[str, str], str]
    lines: dict[tuple[str, str], int | None]
    review: ReviewState

    def said(self) -> Iterator[tuple[str, Place]]:
        """Each text with its place."""
        for key, text in self.texts.items():
            yield text, Place(self.file, self.lines[key])


def read_translation(
    file: Path, tag: str, messages: Iterable[Message], elsewhere: frozenset[str] = frozenset()
) -> tuple[Translation | None, list[Finding]]:
    """Read one PO file and check it against the English messages.

    Args:
        file: the PO file.
        tag: the language that it must hold.
        messages: what must be translated.
        elsewhere: English texts whose translation stands outside the PO file.

    Returns:
        The translation, or None when any message is missing, fuzzy or faulty.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None, [_no_file(file, tag)]
    except (OSError, UnicodeDecodeError) as error:
        return None, [Finding("file.unreadable", f"cannot be read: {error}", Place(file))]
    findings = _broken_lines(file, text)
    if findings:
        return None, findings
    try:
        with file.open("rb") as stream:
            catalog = read_po(stream, ignore_obsolete=True, abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", None)
        said = str(getattr(error, "args", [error])[0])
        return None, [_syntax(file, line + 1 if line is not None else None, said)]
    headers = _headers(text)
    if (said := headers.get("Language", "").replace("_", "-")) != tag:
        findings.append(_wrong_language(file, said, tag))
    texts: dict[tuple[str, str], str] = {}
    lines: dict[tuple[str, str], int | None] = {}
    for message in messages:
        entry = catalog.get(message.text, message.context)
        if entry is None or not entry.string:
            if message.text not in elsewhere:
                line = entry.lineno if entry else None
                findings.append(_missing(file, line, message))
            continue
        place = Place(file, entry.lineno)
        if entry.fuzzy:
            findings.append(_fuzzy(place, message))
            continue
        findings += check_wording(message, str(entry.string), place)
        texts[message.context, message.text] = str(entry.string)
        lines[message.context, message.text] = entry.lineno
    if findings:
        return None, findings
    return Translation(file, texts, lines, _review(headers)), []


def has_begun(file: Path) -> bool:
    """Whether a PO file waits for its translator no longer: it is there, and not all empty.

    A broken file counts as begun, so that its faults are told.
    """
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return False
    entries = text.partition("\n\n")[2]
    return _FILLED.search(entries) is not None or _EMPTY.search(entries) is None


def read_review_state(file: Path) -> str:
    """The state in a PO file's header: "draft", "reviewed", or "missing" before it is begun."""
    if not has_begun(file):
        return "missing"
    return _review(_headers(file.read_text(encoding="utf-8")))


def _headers(text: str) -> dict[str, str]:
    """The headers of a PO file's first entry; Babel keeps only those that it knows."""
    return dict(_HEADER_LINE.findall(text.partition("\n\n")[0]))


def _review(headers: Mapping[str, str]) -> ReviewState:
    return "reviewed" if headers.get("X-Review-State") == "reviewed" else "draft"


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


def _no_file(file: Path, tag: str) -> Finding:
    return Finding(
        "po.no-file",
        f"there is no translation into {tag} here",
        Place(file),
        "Leave the language out with -l, or ask a translator for the file.",
    )


def _wrong_language(file: Path, said: str, tag: str) -> Finding:
    return Finding(
        "po.language",
        f"the file is named for {tag}, but its header says “{said}”",
        Place(file, 1),
        f'The header line should read "Language: {tag.replace("-", "_")}\\n".',
    )


def _missing(file: Path, line: int | None, message: Message) -> Finding:
    return Finding(
        "po.missing",
        f"not translated: “{_short(message.text)}” (section “{message.context}”)",
        Place(file, line),
        f"The English stands at {message.place}.",
    )


def _fuzzy(place: Place, message: Message) -> Finding:
    return Finding(
        "po.fuzzy",
        f"marked fuzzy, so the English has changed since: “{_short(message.text)}”",
        place,
        "Compare with the English, mend it, then remove the word fuzzy.",
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
