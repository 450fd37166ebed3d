"""PO files kept up with the English: changed texts turn fuzzy, and no word is lost."""

import dataclasses
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.catalog.catalog import Catalog
from press.catalog.po_file import Entry, PoFile, read_po_file, say_po_file
from press.desk.update import new_po_file, update
from press.desk.works import works_in
from press.house import find_house

DOOR = Entry("door", "Do not open the door.", "No abra la puerta.", remarks=("Mine.",))
STREET = Entry("street", "Walk away calmly.", "Váyase con calma.")
PO = PoFile({"Language": "es", "X-Review-State": "draft"}, (DOOR, STREET))
TAGS = sorted(file.stem for file in find_house().flyers.glob("shared/*.po"))


def english(*pairs: tuple[str, str]) -> list[Entry]:
    return [Entry(context, text, notes=("Printed.",)) for context, text in pairs]


def test_what_stays_the_same_keeps_its_text_and_gets_new_notes() -> None:
    po, changes = update(PO, english(DOOR.key, STREET.key))
    assert not changes
    assert po.entries[0] == dataclasses.replace(DOOR, notes=("Printed.",))


def test_a_changed_english_turns_fuzzy_and_shows_the_old_one() -> None:
    po, changes = update(PO, english(("door", "Do not open your door."), STREET.key))
    assert str(changes) == "1 changed, 0 new, 0 gone"
    door = po.entries[0]
    assert (door.text, door.fuzzy, door.previous) == (DOOR.text, True, DOOR.english)
    assert door.remarks == DOOR.remarks
    assert po.obsolete == ()


def test_a_text_that_changed_twice_shows_the_english_it_was_made_from() -> None:
    once, _ = update(PO, english(("door", "Do not open your door."), STREET.key))
    twice, _ = update(once, english(("door", "Never open your door."), STREET.key))
    assert twice.entries[0].previous == DOOR.english


def test_a_new_message_stands_empty_in_its_place() -> None:
    po, changes = update(PO, english(DOOR.key, ("car", "Passengers may leave."), STREET.key))
    assert str(changes) == "0 changed, 1 new, 0 gone"
    assert [entry.text for entry in po.entries] == [DOOR.text, "", STREET.text]


def test_what_is_gone_is_kept_and_comes_back() -> None:
    without, changes = update(PO, english(DOOR.key))
    assert str(changes) == "0 changed, 0 new, 1 gone"
    assert without.obsolete == (STREET,)
    again, _ = update(without, english(DOOR.key, STREET.key))
    assert again.entries[1].text == STREET.text
    assert not again.entries[1].fuzzy
    assert again.obsolete == ()


def test_what_was_fuzzy_when_it_went_is_fuzzy_when_it_comes_back() -> None:
    fuzzy = dataclasses.replace(PO, entries=(dataclasses.replace(DOOR, fuzzy=True), STREET))
    without, _ = update(fuzzy, english(STREET.key))
    assert update(without, english(DOOR.key, STREET.key))[0].entries[0].fuzzy


def test_a_text_that_moved_to_another_section_goes_with_it() -> None:
    po, _ = update(PO, english(("home", DOOR.english), STREET.key))
    assert (po.entries[0].text, po.entries[0].fuzzy) == (DOOR.text, True)


def test_an_unlike_message_inherits_nothing() -> None:
    po, changes = update(PO, english(("door", "Xylophones!"), STREET.key))
    assert str(changes) == "0 changed, 1 new, 1 gone"
    assert po.entries[0].text == ""


_WORDS = st.lists(st.sampled_from(["door", "open", "not", "calm", "judge", "walk"]), max_size=4)
_KEYS = st.tuples(st.sampled_from("abc"), _WORDS.map(" ".join).filter(bool))


@given(
    st.dictionaries(_KEYS, st.sampled_from(["", "uno", "dos", "tres"]), max_size=6),
    st.lists(st.lists(_KEYS, unique=True, max_size=6), max_size=3),
)
def test_no_translation_is_ever_lost(
    texts: dict[tuple[str, str], str], edits: list[list[tuple[str, str]]]
) -> None:
    po = PoFile({}, tuple(Entry(*key, text) for key, text in texts.items()))
    for keys in edits:
        po, _ = update(po, english(*keys))
        assert [entry.key for entry in po.entries] == keys
        again, changes = update(po, english(*keys))
        assert again == po
        assert not changes
    kept = [entry.text for entry in (*po.entries, *po.obsolete) if entry.text]
    assert sorted(kept) == sorted(text for text in texts.values() if text)


def test_a_new_file_holds_every_message_and_names_its_language(
    catalog: Catalog, tmp_path: Path
) -> None:
    work = works_in(catalog, "pt-BR")[0]
    po = new_po_file(work, "zh-Hant", datetime.date(2026, 11, 24))
    file = tmp_path / "zh-Hant.po"
    file.write_text(say_po_file(po), encoding="utf-8")
    read, findings = read_po_file(file)
    assert findings == []
    assert read is not None
    assert read.tag == "zh-Hant"
    assert [entry.key for entry in read.entries] == [entry.key for entry in work.template]
    assert not any(entry.text for entry in read.entries)


@pytest.mark.parametrize("tag", TAGS)
def test_the_shipped_files_are_up_to_the_english(catalog: Catalog, tag: str) -> None:
    for work in works_in(catalog, tag):
        po, _ = read_po_file(work.file)
        assert po is not None
        behind = f"{work.file.name} of {work.name}: run make_flyers.py translate update {tag}"
        assert say_po_file(update(po, work.template)[0]) == say_po_file(po), behind
