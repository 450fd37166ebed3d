"""PO files against the English: every fault told by file and line, and who stands for the text."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from press.catalog.po_file import Entry, PoFile, read_po_file
from press.catalog.source import Message
from press.catalog.text_file import read_text
from press.catalog.wording import check_wording
from press.findings import Finding, Place
from press.placeholders import has_words

_HASH_LENGTH = 16
_SAID = re.compile(r'^msgstr (?:".+"|""\n")', re.MULTILINE)

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


@dataclass(frozen=True)
class Review:
    """What the header says of a review; `changed` tells that the text is not the one signed."""

    state: ReviewState
    reviewer: str = ""
    date: str = ""
    changed: bool = False


def for_translators(messages: Iterable[Message]) -> tuple[Message, ...]:
    """The messages that PO files hold: those with words, but for what an officer is handed."""
    return tuple(m for m in messages if has_words(m.text) and not m.english_only)


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
    if not file.exists():
        return None, [_no_file(file, tag)]
    po, findings = read_po_file(file)
    if po is None:
        return None, findings
    findings += check_language(po, file, tag)
    entries = {entry.key: entry for entry in po.entries}
    texts: dict[tuple[str, str], str] = {}
    lines: dict[tuple[str, str], int | None] = {}
    for message in messages:
        entry = entries.get((message.context, message.text))
        if entry is None or not entry.text:
            if message.text not in elsewhere:
                findings.append(_missing(file, entry, message))
            continue
        place = Place(file, entry.line)
        if entry.fuzzy:
            findings.append(_fuzzy(place, message))
            continue
        findings += check_wording(message, entry.text, place)
        texts[entry.key] = entry.text
        lines[entry.key] = entry.line
    if findings:
        return None, findings
    return Translation(file, texts, lines, review_of(po).state), []


def has_begun(file: Path) -> bool:
    """Whether a PO file waits for its translator no longer: it is there, and not all empty.

    A broken file counts as begun, so that its faults are told.
    """
    if not file.exists():
        return False
    text, _ = read_text(file)
    if text is None or _SAID.search(text.partition("\n\n")[2]):
        return True
    po, _ = read_po_file(file)
    return po is None or any(entry.text for entry in po.entries)


def read_review_state(file: Path) -> str:
    """The state of a PO file: "draft", "reviewed", or "missing" before it is begun."""
    if not has_begun(file):
        return "missing"
    po, _ = read_po_file(file)
    return review_of(po).state if po else "draft"


def review_of(po: PoFile) -> Review:
    """Who stands for the texts; reviewed only while they are those that were signed."""
    headers = po.headers
    if headers.get("X-Review-State") != "reviewed":
        return Review("draft")
    changed = headers.get("X-Review-Hash") != hash_texts(po)
    return Review(
        "draft" if changed else "reviewed",
        headers.get("X-Reviewer", ""),
        headers.get("X-Review-Date", ""),
        changed,
    )


def sign(po: PoFile, reviewer: str, day: str) -> PoFile:
    """The PO file as a named person's: its header says who reviewed which text, and when."""
    signed = {
        "X-Review-State": "reviewed",
        "X-Reviewer": reviewer,
        "X-Review-Date": day,
        "X-Review-Hash": hash_texts(po),
    }
    return replace(po, headers=po.headers | signed)


def hash_texts(po: PoFile) -> str:
    """A short hash of all English and translated texts, whatever their order."""
    texts = sorted((*entry.key, entry.text) for entry in po.entries)
    said = json.dumps(texts, ensure_ascii=False).encode()
    return hashlib.sha256(said).hexdigest()[:_HASH_LENGTH]


def check_language(po: PoFile, file: Path, tag: str) -> list[Finding]:
    """A fault when the header names another language than the file does."""
    if po.tag == tag:
        return []
    return [
        Finding(
            "po.language",
            f"the file is named for {tag}, but its header says “{po.tag}”",
            Place(file, 1),
            f'The header line should read "Language: {tag.replace("-", "_")}\\n".',
        )
    ]


def _no_file(file: Path, tag: str) -> Finding:
    return Finding(
        "po.no-file",
        f"there is no translation into {tag} here",
        Place(file),
        "Leave the language out with -l, or ask a translator for the file.",
    )


def _missing(file: Path, entry: Entry | None, message: Message) -> Finding:
    return Finding(
        "po.missing",
        f"not translated: “{_short(message.text)}” (section “{message.context}”)",
        Place(file, entry.line if entry else None),
        f"The English stands at {message.place}.",
    )


def _fuzzy(place: Place, message: Message) -> Finding:
    return Finding(
        "po.fuzzy",
        f"marked fuzzy, as its English changed or its words are in doubt: “{_short(message.text)}”",
        place,
        "Compare with the English, mend it, then remove the word fuzzy.",
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
