"""What was cast off: kept for every edition, and its faults told by line."""

from pathlib import Path

from press.catalog import ENGLISH, Catalog
from press.catalog.layouts import CastOff, read_layouts
from press.house import House
from press.plan import plan_editions
from press.wanted import ALL, Wanted


def test_a_cast_off_is_found_by_its_names(tmp_path: Path) -> None:
    (tmp_path / "cast-off.toml").write_text(
        "[blank.flyer.letter]\nes = { pages = 2, body = 11.0 }\n"
    )
    layouts, faults = read_layouts(tmp_path)
    assert faults == []
    assert layouts.cast_off("blank", "flyer", "letter", "es") == CastOff(pages=2, body=11.0)
    assert layouts.cast_off("blank", "flyer", "letter", "fr") is None
    assert layouts.cast_off("blank", "flyer", "card", "es") is None
    assert layouts.cast_off("filled", "flyer", "letter", "es") is None


def test_a_faulty_cast_off_is_told_by_its_line(tmp_path: Path) -> None:
    file = tmp_path / "cast-off.toml"
    file.write_text(
        "[blank.flyer.letter]\nes = { pages = 2, body = 11.0 }\nfr = { body = 'large' }\n"
    )
    layouts, (fault,) = read_layouts(tmp_path)
    assert layouts.cast_offs == {}
    assert str(fault.where).endswith("cast-off.toml:3")
    assert "body" in str(fault)


def test_what_is_cast_off_is_made_and_all_of_english_is_cast_off(
    catalog: Catalog, house: House
) -> None:
    given = {
        (panel, flyer, size, tag)
        for panel, flyers in catalog.layouts.cast_offs.items()
        for flyer, sizes in flyers.items()
        for size, tags in sizes.items()
        for tag in tags
    }
    editions = plan_editions(catalog, Wanted(sizes=(ALL,)))
    made = {(p, e.flyer, e.size, e.tag) for p in ("blank", "filled") for e in editions}
    assert given <= made
    assert {names for names in made if names[3] == ENGLISH} <= given
