"""Ghostscript and qpdf see what is in small files of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from proofs.ghostscript import PROCESS, inks, is_sound, plates
from proofs.tools import needs
from reportlab.lib.colors import CMYKColorSep
from reportlab.pdfgen.canvas import Canvas

SIDE = 100.0
Painter = Callable[[Canvas], None]


def painted(file: Path, *painters: Painter) -> Path:
    """A file with a page a painter; each page's lower half is filled."""
    canvas = Canvas(str(file), pagesize=(SIDE, SIDE), invariant=1)
    for paint in painters:
        paint(canvas)
        canvas.rect(0, 0, SIDE, SIDE / 2, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file


def gray(canvas: Canvas) -> None:
    canvas.setFillGray(0)


def cyan_and_black(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(1, 0, 0, 1)


def red(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 0, 0)


def spot(canvas: Canvas) -> None:
    canvas.setFillColor(CMYKColorSep(0, 0.5, 1, 0, spotName="Orange", density=1))


@needs("ghostscript")
def test_inks_are_measured_page_by_page(tmp_path: Path) -> None:
    file = painted(tmp_path / "a.pdf", gray, cyan_and_black, red)
    measured = inks(file)
    assert measured[0] == pytest.approx((0, 0, 0, 0.5), abs=0.01)
    assert measured[1] == pytest.approx((0.5, 0, 0, 0.5), abs=0.01)
    assert measured[2][1] > 0, "red is no gray"


@needs("ghostscript")
def test_plates_show_which_ink_is_where(tmp_path: Path) -> None:
    first, second = plates(painted(tmp_path / "a.pdf", cyan_and_black, spot), 72)
    assert set(PROCESS) <= first.keys()
    assert set(second) == {*PROCESS, "Orange"}
    for name in PROCESS:
        low = 0 if name in ("Cyan", "Black") else 255
        assert first[name].size == (100, 100)
        assert (first[name].getpixel((50, 75)), first[name].getpixel((50, 25))) == (low, 255)
    assert second["Orange"].getpixel((50, 75)) == 0
    assert second["Black"].getextrema() == (255, 255)


@needs("qpdf")
def test_a_sound_file_is_told_from_a_torn_one(tmp_path: Path) -> None:
    file = painted(tmp_path / "a.pdf", gray)
    assert is_sound(file)
    file.write_bytes(file.read_bytes()[:-40])
    assert not is_sound(file)
