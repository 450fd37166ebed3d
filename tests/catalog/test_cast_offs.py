"""What was cast off: kept for every edition, and its faults told by line."""

from pathlib import Path

from press.catalog.cast_offs import Cast, CastOff, read_cast_offs, write_cast_offs
from press.catalog.catalog import Catalog
from press.catalog.languages import ENGLISH
from press.plan import plan_editions
from press.wanted import ALL, Wanted

HEAD = "flyer,size,language,panel,pages,setting,bounds,body,air\n"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "cast-off.csv"
    given = {
        Cast("flyer", "letter", "es", "blank"): CastOff(
            2, False, (8, 12.5), 11.0, ((6.25, 0), (15, 44.1))
        ),
        Cast("flyer", "a5", "zh-Hans", "filled"): CastOff(None, True, (9, 12), 9.5, ((0, 0),)),
        Cast("flyer", "a6", "es", "blank"): CastOff(4, False, (9, 12), 9.5, ()),
    }
    write_cast_offs(file, given.items())
    assert read_cast_offs(file) == (given, [])


def test_a_faulty_row_is_told_by_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "cast-off.csv"
    rows = ["es,blank,2,usual,8-12,11.0,1+2", "fr,blank,2,usual,8-12,large,1+2"]
    rows += ["ht,blank,2,tight,8-12,9,1+2", "ru,blank,2,usual,8-12,9,12", "uk,blank,2,usual"]
    rows += ["pl,blank,2,usual,8,9,", "ar,blank,2,usual,8-12,9,"]
    file.write_text(HEAD + "".join(f"flyer,letter,{row}\n" for row in rows))
    found, faults = read_cast_offs(file)
    assert {fault.code for fault in faults} == {"layout.cast-off"}
    assert [cast.tag for cast in found] == ["es", "ar"]
    assert [str(fault.where) for fault in faults] == [f"{file}:{line}" for line in (3, 4, 5, 6, 7)]


def test_another_table_is_no_table_of_cast_offs(tmp_path: Path) -> None:
    file = tmp_path / "cast-off.csv"
    file.write_text("a,b\n")
    found, (fault,) = read_cast_offs(file)
    assert not found
    assert str(fault.where) == f"{file}:1"


def test_what_is_cast_off_is_made_and_all_of_english_is_cast_off(catalog: Catalog) -> None:
    given = set(catalog.layouts.cast_offs)
    made = {
        (edition.flyer, edition.size, edition.tag)
        for edition in plan_editions(catalog, Wanted(sizes=(ALL,)))
    }
    assert {cast[:3] for cast in given} <= made
    panels = ("blank", "filled")
    english = {Cast(*one, panel) for one in made if one[2] == ENGLISH for panel in panels}
    assert english <= given
    assert Cast("know-your-rights", "letter", ENGLISH, "coded") in given
