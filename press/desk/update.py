"""PO files made anew, and brought up to the English without losing a word."""

import dataclasses
import difflib
from collections.abc import Iterable
from datetime import date

from press.catalog.po_file import Entry, PoFile
from press.desk.works import Work

_ALIKE_HERE = 0.5  # of one section's text
_ALIKE_ELSEWHERE = 0.75


@dataclasses.dataclass(frozen=True)
class Changes:
    """How many entries of a PO file turned fuzzy, came in, and went out of use."""

    changed: int
    new: int
    gone: int

    def __str__(self) -> str:
        return f"{self.changed} changed, {self.new} new, {self.gone} gone"

    def __bool__(self) -> bool:
        return bool(self.changed or self.new or self.gone)


def new_po_file(work: Work, tag: str, today: date) -> PoFile:
    """A PO file with nothing translated yet."""
    headers = {
        "Project-Id-Version": "flyer-press",
        "PO-Revision-Date": f"{today.isoformat()} 00:00+0000",
        "Last-Translator": "none yet",
        "Language-Team": "none yet",
        "Language": tag.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Review-State": "draft",
    }
    remark = f"{work.name} in {tag}. A draft until a named person signs it: see X-Review-State."
    return PoFile(headers, work.template, remarks=(remark,))


def update(po: PoFile, template: Iterable[Entry]) -> tuple[PoFile, Changes]:
    """Bring a PO file up to the English.

    An entry whose English changed keeps its translation, turns fuzzy and shows the old English.
    What is no longer printed is kept as obsolete, and comes back should its English come back.

    Args:
        po: the file as the translator left it.
        template: the English as it now is, with its notes.
    """
    template = tuple(template)
    wanted = {entry.key for entry in template}
    known = {entry.key: entry for entry in po.obsolete + po.entries}
    leaving = [e for e in po.entries if e.key not in wanted and e.text]
    unknown = [entry for entry in template if entry.key not in known]
    heirs = _heirs(unknown, leaving)
    entries = [
        _carry(entry, known[entry.key])
        if entry.key in known
        else _carry_fuzzy(entry, heirs[entry.key])
        if entry.key in heirs
        else entry
        for entry in template
    ]
    inherited = {entry.key for entry in heirs.values()}
    gone = [entry for entry in leaving if entry.key not in inherited]
    shelf = [entry for entry in po.obsolete if entry.key not in wanted]
    changes = Changes(len(heirs), len(unknown) - len(heirs), len(gone))
    obsolete = tuple(dataclasses.replace(e, notes=(), places=()) for e in (*shelf, *gone))
    return dataclasses.replace(po, entries=tuple(entries), obsolete=obsolete), changes


def _carry(entry: Entry, old: Entry) -> Entry:
    return dataclasses.replace(
        entry, text=old.text, fuzzy=old.fuzzy, previous=old.previous, remarks=old.remarks
    )


def _carry_fuzzy(entry: Entry, old: Entry) -> Entry:
    """The old translation under the new English; it shows the English that it was made from."""
    english = old.previous if old.fuzzy and old.previous else old.english
    return dataclasses.replace(
        entry, text=old.text, fuzzy=True, previous=english, remarks=old.remarks
    )


def _heirs(unknown: list[Entry], leaving: list[Entry]) -> dict[tuple[str, str], Entry]:
    """For new messages the entry whose English each came from, the likest pairs first."""
    pairs = sorted(
        (
            (-alike, new, old)
            for new, entry in enumerate(unknown)
            for old, other in enumerate(leaving)
            if (alike := _likeness(entry, other))
        ),
    )
    heirs: dict[tuple[str, str], Entry] = {}
    taken: set[int] = set()
    for _, new, old in pairs:
        if unknown[new].key not in heirs and old not in taken:
            heirs[unknown[new].key] = leaving[old]
            taken.add(old)
    return heirs


def _likeness(new: Entry, old: Entry) -> float:
    """How alike two English texts are, from 0 to 1; 0 when it is not enough."""
    ratio = difflib.SequenceMatcher(None, old.english, new.english, autojunk=False).ratio()
    least = _ALIKE_HERE if new.context == old.context else _ALIKE_ELSEWHERE
    return ratio if ratio >= least else 0.0
