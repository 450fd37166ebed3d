"""Works: what a translator is given, message by message, with notes on where each is printed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from press.catalog.catalog import SHARED, Catalog
from press.catalog.facts import Fact
from press.catalog.flyers import Flyer
from press.catalog.markup import plain
from press.catalog.po import for_translators
from press.catalog.po_file import Entry, PoFile, say_po_file
from press.catalog.source import Block, Message, Section, Source
from press.findings import Place
from press.output import write_whole
from press.placeholders import placeholders

_KINDS = {
    "title": "the title",
    "heading": "heading of the section",
    "subheading": "small heading",
    "paragraph": "paragraph",
    "item": "list item",
}
_SPOKEN = {"say", "script"}
_CAUTION = "caution"
_FACTS = {
    "number": "a number, now {}",
    "percent": "a percentage, now {} %",
    "phone": "a telephone number",
    "email": "an e-mail address",
    "address": "a web address",
    "date": "a date in the form of your language",
    "name": "a name that stays as it is",
}
_DATE = _FACTS["date"]
_OTHERS = {
    "blank_name": "a ruled line to write a name on",
    "blank_office": "a ruled line to write the name of an office on",
    "page": "the number of the page",
    "pages": "how many pages there are",
    "date": _DATE,
    "edition_date": _DATE,
}


@dataclass(frozen=True)
class Work:
    """What one PO file holds: a flyer, or the texts that all flyers share.

    `elsewhere` names the offices whose names stand outside the PO file.
    """

    name: str
    file: Path
    messages: tuple[Message, ...]
    template: tuple[Entry, ...]
    elsewhere: frozenset[str] = frozenset()


def works_in(catalog: Catalog, tag: str) -> tuple[Work, ...]:
    """The works that make up one language, the shared texts last."""
    flyers = [_flyer_work(catalog, flyer, tag) for flyer in catalog.flyers.values()]
    file = catalog.house.flyers / SHARED / f"{tag}.po"
    noted = _noted(catalog.shared, "every flyer")
    return (*flyers, _work(catalog, SHARED, file, noted))


def put_po_file(file: Path, po: PoFile) -> bool:
    """Write a PO file where that changes it; tells whether it did.

    Raises:
        StorageError: it cannot be written.
    """
    text = say_po_file(po).encode()
    if file.exists() and file.read_bytes() == text:
        return False
    write_whole(file, text)
    return True


def _flyer_work(catalog: Catalog, flyer: Flyer, tag: str) -> Work:
    elsewhere = flyer.offices_named_in(tag)
    noted = [*_noted(flyer.source, flyer.name)]
    noted += [
        (message, (f"Printed in {flyer.name}: the name of an office to call.",))
        for message in flyer.target_messages
        if message.text not in elsewhere
    ]
    return _work(catalog, flyer.name, flyer.po_file(tag), noted, elsewhere)


def _work(
    catalog: Catalog,
    name: str,
    file: Path,
    noted: Iterable[tuple[Message, tuple[str, ...]]],
    elsewhere: frozenset[str] = frozenset(),
) -> Work:
    """A work; the same words twice in one section are one entry."""
    asked = {
        (message.context, message.text): (message, notes)
        for message, notes in noted
        if for_translators([message])
    }
    entries = tuple(_entry(message, notes, catalog) for message, notes in asked.values())
    return Work(name, file, tuple(message for message, _ in asked.values()), entries, elsewhere)


def _entry(message: Message, notes: tuple[str, ...], catalog: Catalog) -> Entry:
    figures = _say_placeholders(message.text, catalog.facts)
    return Entry(
        message.context,
        message.text,
        notes=(*notes, *figures),
        places=(_inside(message.place, catalog.house.flyers.parent),),
        flags=("python-brace-format",) if figures else (),
    )


def _inside(place: Place, root: Path) -> str:
    return str(Place(Path(place.file).relative_to(root).as_posix(), place.line))


def _noted(source: Source, where: str) -> Iterator[tuple[Message, tuple[str, ...]]]:
    for section in source.sections:
        for block in section.blocks:
            yield block.message, tuple(_say_place(block, section, where))


def _say_place(block: Block, section: Section, where: str) -> Iterator[str]:
    opener = section.blocks[0]
    under_it = block is not opener and block.message.context == section.id != "title"
    inside = f", section “{plain(opener.message.text)}”" if under_it else ""
    yield f"Printed in {where}{inside}: {_KINDS[block.kind]}."
    if block is not opener and (_SPOKEN.intersection(section.classes + block.classes)):
        yield "To be said aloud: use words that are easy to say."
    if _CAUTION in block.classes:
        yield "A caution, set apart from the text around it."


def _say_placeholders(text: str, facts: Mapping[str, Fact]) -> list[str]:
    """What each placeholder of a text prints."""
    return [
        f"{{{name}}} prints {_say_placeholder(name, facts)}."
        for name in dict.fromkeys(placeholders(text))
    ]


def _say_placeholder(name: str, facts: Mapping[str, Fact]) -> str:
    if name.endswith(".date"):
        return _DATE
    fact = facts.get(name)
    return _OTHERS[name] if fact is None else _FACTS[fact.kind].format(fact.value)
