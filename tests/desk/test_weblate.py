"""Weblate's own reader and writer of PO files, translate-toolkit's, loses nothing of ours."""

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import TODAY
from translate.storage import pypo

from press.catalog.catalog import read_catalog
from press.catalog.po import review_of, sign
from press.catalog.po_file import Entry, PoFile, read_po_file, say_po_file
from press.house import House, find_house
from press.wanted import Wanted

PO_FILES = sorted(find_house().flyers.glob("*/*.po"))
IDS = [f"{file.parent.name}-{file.stem}" for file in PO_FILES]
ENGLISH = (
    "A long sentence, so that each writer breaks it where it will, and no line is the same. " * 2
)
OLD = ENGLISH + "It was once like this."
IN_WORK = PoFile(
    headers={
        "Language": "es",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Review-State": "reviewed",
        "X-Reviewer": "Ana Souza",
    },
    entries=(
        Entry("door", ENGLISH, "Una frase.", True, OLD, ("A note.",), ("flyers/a/en.md:3",)),
        Entry("door", "Up to {n}", "Hasta {n}", flags=("python-brace-format",), remarks=("¿Sí?",)),
        Entry("gate", "Up to {n}", flags=("python-brace-format",)),
    ),
    obsolete=(Entry("gate", "Gone", "Ido"),),
    remarks=("Remarks of the translator.",),
)


def parts_of(file: Path) -> PoFile:
    """What our own reader sees, but for the numbers of lines."""
    po, findings = read_po_file(file)
    assert po is not None, findings
    return replace(
        po,
        entries=tuple(replace(entry, line=None) for entry in po.entries),
        obsolete=tuple(replace(entry, line=None) for entry in po.obsolete),
    )


def save(file: Path, to: Path, width: int, change: dict[str, str] | None = None) -> Path:
    """Open a file, change texts by their English, and save it with lines of a width (-1: whole)."""
    store = pypo.pofile.parsefile(str(file))
    store.wrapper.width = width
    for english, text in (change or {}).items():
        unit = store.findunit(english)
        unit.target = text
        unit.markfuzzy(False)
    for unit in store.units:  # which makes every entry be written anew
        unit.source, unit.target = unit.source, unit.target
    to.write_bytes(bytes(store))
    return to


@pytest.mark.parametrize("width", [77, -1])
def test_every_file_is_written_back_with_nothing_lost(tmp_path: Path, width: int) -> None:
    assert len(PO_FILES) > 100
    for file, name in zip(PO_FILES, IDS, strict=True):
        saved = save(file, tmp_path / f"{name}.po", width)
        assert parts_of(saved) == parts_of(file), name


@pytest.mark.parametrize("width", [77, -1])
def test_a_file_in_work_keeps_old_english_remarks_and_what_is_no_longer_printed(
    tmp_path: Path, width: int
) -> None:
    file = tmp_path / "es.po"
    file.write_text(say_po_file(IN_WORK), encoding="utf-8")
    assert parts_of(file) == IN_WORK
    unit = pypo.pofile.parsefile(str(file)).findunit(ENGLISH)
    assert (unit.prev_source, unit.isfuzzy(), unit.getcontext()) == (OLD, True, "door")
    assert unit.getnotes("developer") == "A note."
    assert parts_of(save(file, tmp_path / "saved.po", width)) == IN_WORK


def test_wrapping_alone_leaves_a_review_and_a_changed_text_ends_it(tmp_path: Path) -> None:
    file = tmp_path / "es.po"
    po = sign(replace(IN_WORK, entries=IN_WORK.entries[1:2]), "Ana Souza", "2026-11-20")
    file.write_text(say_po_file(po), encoding="utf-8")
    whole = parts_of(save(file, tmp_path / "whole.po", 20))
    assert review_of(whole).state == "reviewed"
    changed = parts_of(save(file, tmp_path / "changed.po", 77, {"Up to {n}": "A lo más {n}"}))
    assert review_of(changed).state == "draft"
    assert review_of(changed).changed
    assert [entry.text for entry in changed.entries] == ["A lo más {n}"]


def test_a_text_changed_there_is_printed(own_house: House) -> None:
    file = own_house.flyers / "know-your-rights" / "es.po"
    save(file, file, 60, {"Know your rights": "Sus derechos"})
    catalog = read_catalog(own_house, TODAY, None, Wanted(("es",), ("know-your-rights",)))
    translation = catalog.translations["know-your-rights", "es"]
    assert translation.texts["title", "Know your rights"] == "Sus derechos"
    assert translation.review == "draft"
