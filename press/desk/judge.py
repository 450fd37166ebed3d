"""One language's PO files judged: everything written so far, message by message."""

from collections.abc import Iterator

from press.catalog.catalog import Catalog
from press.catalog.glossary import Glossary, read_glossary
from press.catalog.languages import Language
from press.catalog.po import check_language
from press.catalog.po_file import read_po_file
from press.catalog.source import Message
from press.catalog.wording import check_wording
from press.desk.checks.length import check_length
from press.desk.checks.marks import check_ending, check_quotes
from press.desk.checks.script import check_script
from press.desk.checks.terms import check_terms
from press.desk.works import Work, works_in
from press.findings import Finding, Place


def judge_language(catalog: Catalog, tag: str) -> Iterator[Finding]:
    """Everything wrong in the PO files of a language.

    What is missing or fuzzy is told by `status`, not here.
    """
    glossary, faults = read_glossary(catalog.house.flyers / "glossary", tag)
    yield from faults
    for work in works_in(catalog, tag):
        if work.file.exists():
            yield from _judge_work(work, tag, catalog.languages[tag], glossary)


def _judge_work(
    work: Work, tag: str, language: Language, glossary: Glossary | None
) -> Iterator[Finding]:
    po, faults = read_po_file(work.file)
    yield from faults
    if po is None:
        return
    yield from check_language(po, work.file, tag)
    messages = {(message.context, message.text): message for message in work.messages}
    for entry in po.entries:
        place = Place(work.file, entry.line)
        message = messages.get(entry.key)
        if message is None:
            if entry.english not in work.elsewhere:
                yield _outdated(place, tag)
        elif entry.text and not entry.fuzzy:
            yield from judge_message(message, entry.text, place, language, glossary)


def judge_message(
    message: Message, text: str, place: Place, language: Language, glossary: Glossary | None
) -> Iterator[Finding]:
    """Everything wrong in one translation."""
    yield from check_wording(message, text, place)
    yield from check_quotes(message, text, place)
    yield from check_ending(message, text, place, language)
    yield from check_script(message, text, place, language)
    yield from check_length(message, text, place, language)
    if glossary:
        yield from check_terms(message, text, place, glossary)


def _outdated(place: Place, tag: str) -> Finding:
    return Finding(
        "po.outdated",
        "the English no longer says this",
        place,
        f"Run: make_flyers.py translate update {tag}",
        "warning",
    )
