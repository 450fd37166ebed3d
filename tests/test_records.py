"""What is unchanged is not made again; one byte changed makes anew just what depends on it."""

import datetime
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from edits import replace_in

from press import driver
from press.catalog.catalog import read_catalog
from press.driver import find_due, make_all, write_tickets
from press.edition import Edition
from press.findings import Finding, Place
from press.house import House
from press.imposition.impose import USUAL, Wishes
from press.outcome import Printed
from press.output import Folder
from press.plan import plan_editions
from press.presses import press_for
from press.records import FOLDER, Records, to_data, to_findings
from press.ticket import Ticket
from press.wanted import Wanted

TODAY = datetime.date(2026, 11, 24)
WANTED = Wanted(("en", "es", "zh-Hans"), ("call-script", "know-your-rights"))


def printed(ticket: Ticket) -> Printed:
    """Files that stand for an edition, without laying it out."""
    return Printed({ticket.edition.file: b"%PDF of " + str(ticket.edition).encode()}, 10.0)


def tickets(house: House, wanted: Wanted = WANTED, chapter: Path | None = None) -> list[Ticket]:
    catalog = read_catalog(house, TODAY, chapter, wanted)
    return write_tickets(catalog, plan_editions(catalog, wanted), USUAL)


def keep_all(records: Records, asked: list[Ticket]) -> None:
    for job in find_due(records, asked, records.font_digests()):
        records.keep(job.ticket.edition, job.key, printed(job.ticket))


def due(records: Records, asked: list[Ticket]) -> dict[str, str]:
    """Why each edition is to be made, by flyer and language."""
    return {
        f"{job.ticket.edition.flyer} {job.ticket.edition.tag}": job.why
        for job in find_due(records, asked, records.font_digests())
        if job.why
    }


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(Folder(tmp_path / "out"))


@pytest.fixture
def font_house(own_house: House, tmp_path: Path) -> House:
    """A house whose fonts may be changed too."""
    fonts = tmp_path / "fonts"
    shutil.copytree(own_house.fonts, fonts, copy_function=os.symlink)
    return replace(own_house, fonts=fonts)


def test_editions_are_new_then_unchanged(house: House, records: Records) -> None:
    asked = tickets(house)
    assert set(due(records, asked).values()) == {"new"}
    keep_all(records, asked)
    assert due(records, tickets(house)) == {}


ALL = {f"{flyer} {tag}" for flyer in WANTED.flyers for tag in WANTED.languages}


def change_po(house: House) -> None:
    replace_in(house.flyers / "know-your-rights/es.po", "Guarde silencio", "Guarde Silencio")


def change_fact(house: House) -> None:
    replace_in(house.flyers / "facts.toml", "202-456-1111", "202-456-1112")


def change_layout(house: House) -> None:
    file = house.layouts / "call-script/call-script.css"
    file.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8")


def change_token(house: House) -> None:
    file = house.layouts / "_base/tokens.css"
    file.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8")


def change_font(house: House) -> None:
    file = house.fonts / "noto-sans-sc/NotoSansSC-Regular.ttf"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.unlink()
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("change", "dependent"),
    [
        (change_po, {"know-your-rights es"}),
        (change_fact, {name for name in ALL if "call-script" in name}),
        (change_layout, {name for name in ALL if "call-script" in name}),
        (change_token, ALL),
        (change_font, {name for name in ALL if "zh-Hans" in name}),
    ],
    ids=lambda part: part.__name__ if callable(part) else "",
)
def test_a_change_makes_due_just_what_depends_on_it(
    font_house: House, records: Records, change: Callable[[House], None], dependent: set[str]
) -> None:
    keep_all(records, tickets(font_house))
    change(font_house)
    assert due(records, tickets(font_house)) == dict.fromkeys(dependent, "changed")


def test_a_chapter_a_press_and_a_paper_are_part_of_an_edition(
    house: House, records: Records, tmp_path: Path
) -> None:
    keep_all(records, tickets(house))
    chapter = tmp_path / "chapter.toml"
    chapter.write_text('name = "Centro Vecinal"\n', encoding="utf-8")
    assert due(records, tickets(house, chapter=chapter)).keys() >= {"know-your-rights es"}
    asked = tickets(house)
    flipped = [replace(ticket, wishes=Wishes(flip="short")) for ticket in asked]
    assert due(records, flipped).keys() == ALL
    shop = tickets(house, replace(WANTED, press=press_for("shop")))
    assert set(due(records, shop).values()) == {"new"}


def test_other_code_makes_everything_due(
    house: House, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = tickets(house)
    keep_all(records, asked)
    monkeypatch.setattr(driver, "state_of_press", lambda: "another version")
    assert due(records, asked) == dict.fromkeys(ALL, "changed")


def test_a_file_that_is_gone_or_changed_is_due_and_one_that_was_touched_is_not(
    house: House, records: Records, tmp_path: Path
) -> None:
    asked = tickets(house, replace(WANTED, flyers=("call-script",)))
    keep_all(records, asked)
    english, spanish, chinese = (tmp_path / "out" / ticket.edition.file for ticket in asked)
    english.unlink()
    spanish.write_bytes(spanish.read_bytes() + b" ")
    chinese.touch()
    why = "its file is gone or was changed"
    assert due(records, asked) == {"call-script en": why, "call-script es": why}


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"key": 3}', b'{"key": "", "files": [1]}']
)
def test_a_damaged_record_is_as_good_as_none(
    house: House, records: Records, tmp_path: Path, damage: bytes
) -> None:
    asked = tickets(house, replace(WANTED, flyers=("call-script",)))
    keep_all(records, asked)
    for file in (tmp_path / "out" / FOLDER).glob("*"):
        file.write_bytes(damage)
    assert set(due(records, asked).values()) == {"new"}
    assert records.noted("said-nothing") == ("", None)


def test_warnings_are_told_again(records: Records) -> None:
    edition = Edition("call-script", "en", "card")
    warnings = (
        Finding("a", "in a file", Place(Path("flyers/facts.toml"), 3), "a hint", "warning"),
        Finding("b", "on a page", Place("edition.pdf", page=2), severity="warning"),
        Finding("c", "nowhere", severity="warning"),
    )
    assert to_findings(to_data(warnings)) == warnings
    records.keep(edition, "key", Printed({edition.file: b"%PDF"}, 9.0, "one side", warnings))
    again = records.standing(edition.file, "key")
    assert again is not None
    assert again.warnings == warnings
    assert (again.body, again.way, again.is_unchanged) == (9.0, "one side", True)
    assert records.standing(edition.file, "another key") is None


def test_clearing_forgets_and_keeps_the_editions(
    house: House, records: Records, tmp_path: Path
) -> None:
    asked = tickets(house, replace(WANTED, flyers=("call-script",)))
    keep_all(records, asked)
    assert len(records.held()) == 3
    records.clear()
    assert records.held() == ()
    assert len(list((tmp_path / "out").rglob("*.pdf"))) == 3


def test_records_of_files_that_are_gone_or_replaced_are_forgotten(
    house: House, records: Records, tmp_path: Path
) -> None:
    asked = tickets(house, replace(WANTED, flyers=("call-script",)))
    keep_all(records, asked)
    for name, editions in (("all", asked), ("first", asked[:1])):
        made = {t.edition.file.as_posix(): records.key_of(t.edition) for t in editions}
        records.note(name, "state", {"made": made})
    records.note("list", "state", {"list": []})
    first, second, third = (tmp_path / "out" / ticket.edition.file for ticket in asked)
    second.unlink()
    third.write_bytes(b"%PDF of someone else")
    os.utime(first)
    records.prune()
    assert [record.made.edition for record in records.held()] == [asked[0].edition]
    assert [records.noted(name)[0] for name in ("all", "first", "list")] == ["", "state", "state"]
    assert first.exists()
    assert third.exists()


def test_a_build_forgets_what_is_gone(house: House, tmp_path: Path) -> None:
    wanted = Wanted(("en", "es"), ("call-script",))
    catalog = read_catalog(house, TODAY, None, wanted)
    gone, made = plan_editions(catalog, wanted)
    for edition in (gone, made):
        make_all(catalog, [edition], tmp_path, lambda _: None)
    (tmp_path / gone.file).unlink()
    make_all(catalog, [made], tmp_path, lambda _: None, force=True)
    assert [record.made.edition for record in Records(Folder(tmp_path)).held()] == [made]


def test_what_is_unchanged_is_told_and_not_made(house: House, tmp_path: Path) -> None:
    wanted = Wanted(("en",), ("call-script",))
    catalog = read_catalog(house, TODAY, None, wanted)
    editions = plan_editions(catalog, wanted)
    for unchanged in (False, True):
        outcomes = make_all(catalog, editions, tmp_path, lambda _: None)
        assert [getattr(outcome, "is_unchanged", None) for outcome in outcomes] == [unchanged]
    (forced,) = make_all(catalog, editions, tmp_path, lambda _: None, force=True)
    assert not forced.is_unchanged
