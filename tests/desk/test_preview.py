"""The preview: pictures that follow each save, from the last fit, with faults shown in the page."""

from pathlib import Path

import pytest
from conftest import TODAY
from edits import replace_in
from PIL import Image

from press.desk import preview as room
from press.desk.preview import Preview
from press.errors import OversetError, UsageError
from press.house import House
from press.typesetting import fit as fitting
from press.wanted import Wanted

WANTED = Wanted(("es",), ("call-script",))


def pixels(file: Path) -> tuple[tuple[int, int], bytes]:
    """The size of a picture and its pixels."""
    with Image.open(file) as picture:
        return picture.size, picture.tobytes()


def test_a_save_becomes_a_picture_from_the_last_fit(
    own_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Preview(own_house, WANTED, tmp_path / "preview")
    assert shown.show(TODAY) == ()
    first, _ = sorted((tmp_path / "preview").glob("*.png"))
    assert first.name == "call-script-es-quarter-letter-office-1.png"
    before = pixels(first)
    assert first.name in shown.file.read_text(encoding="utf-8")

    monkeypatch.setattr(room, "fit", None)
    monkeypatch.setattr(fitting, "fit", None)
    po = own_house.flyers / "call-script" / "es.po"
    replace_in(po, "unos minutos", "otros minutos")
    assert shown.show(TODAY, [po]) == ()
    assert pixels(first) != before
    assert pixels(first)[0] == before[0]
    assert "png?2" in shown.file.read_text(encoding="utf-8")


def test_a_fault_is_shown_and_goes_when_it_is_mended(own_house: House, tmp_path: Path) -> None:
    shown = Preview(own_house, WANTED, tmp_path)
    po = own_house.flyers / "call-script" / "es.po"
    replace_in(po, "unos minutos", "5 minutos")
    (error,) = shown.show(TODAY)
    assert error.findings[0].code == "po.digits"
    page = shown.file.read_text(encoding="utf-8")
    assert "a figure is typed" in page
    assert "<img" not in page
    replace_in(po, "5 minutos", "unos minutos")
    assert shown.show(TODAY, [po]) == ()
    assert "<img" in shown.file.read_text(encoding="utf-8")


def test_a_text_that_does_not_fit_is_shown_as_a_fault(own_house: House, tmp_path: Path) -> None:
    shown = Preview(own_house, WANTED, tmp_path)
    replace_in(own_house.flyers / "call-script" / "es.po", "unos minutos", "minutos " * 400)
    (error,) = shown.show(TODAY)
    assert isinstance(error, OversetError)
    assert "does not fit" in shown.file.read_text(encoding="utf-8")


def test_only_the_flyer_that_was_saved_is_set_anew(
    own_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Preview(own_house, Wanted(("en",)), tmp_path)
    made: list[str] = []
    monkeypatch.setattr(Preview, "_set", lambda *given: made.append(given[-1].flyer) or "")
    shown.show(TODAY)
    everything = sorted(made)
    for file, expected in (
        ("flyers/call-script/en.md", ["call-script"]),
        ("layouts/call-script/layout.html", ["call-script"]),
        ("flyers/shared/en.md", everything),
        ("flyers/facts.toml", everything),
    ):
        made.clear()
        shown.show(TODAY, [own_house.flyers.parent / file])
        assert sorted(made) == expected, file


def test_an_unknown_size_is_told_at_once(own_house: House, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        Preview(own_house, Wanted(("es",), (), ("leter",)), tmp_path).show(TODAY)
