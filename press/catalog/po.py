"""PO files: read with their faults told by file and line."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from press.catalog.flyers import ReviewState
from press.catalog.source import Message
from press.catalog.wording import check_wording
from press.findings import Finding, Place

_HEADER_LINE = re.compile(r'^"([\w-]+): *(.*?) *\\n"$', re.MULTILINE)
_STRING_LINE = re.compile(r'\s*(?:(?:msgctxt|msgid|msgstr)\s+)?"(?:[^"\\]|\\.)*"\s*$')


@dataclass(frozen=True)
class Translation:
    """The texts of one PO file, by (context, English), and who stands for them."""

    file: Path
    texts: dict[tuple[str, str], str]
    review: ReviewState


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
    return (None, findings) if findings else (Translation(file, texts, _review(headers)), [])


def read_review_state(file: Path) -> str:
    """The state in a PO file's header: "draft", "reviewed", or "missing" without a file."""
    if not file.exists():
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
