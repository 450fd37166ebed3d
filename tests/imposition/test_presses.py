"""Sheets as a machine prints them: sound files, no ink that the pages do not have."""

from pathlib import Path

import pytest
from imposition.table import FONTS, LETTER
from proofs.ghostscript import PROCESS, inks, is_sound, plates
from proofs.tools import needs
from reportlab.pdfgen.canvas import Canvas

from press.imposition.impose import Wishes, impose
from press.imposition.schemes import SCHEMES

CARD = (252.0, 144.0)


def card(file: Path, red: bool) -> Path:
    """Two sides with a black bar, and a red one if wished, in device colors of the press."""
    canvas = Canvas(str(file), pagesize=CARD, invariant=1)
    for _ in range(2):
        canvas.setFillColorCMYK(0, 0, 0, 1)
        canvas.rect(0, 0, 126, 144, stroke=0, fill=1)
        if red:
            canvas.setFillColorCMYK(0, 1, 1, 0)
            canvas.rect(126, 0, 126, 144, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file


def on_sheets(file: Path) -> Path:
    sheets = file.with_name("sheets.pdf")
    wishes = Wishes(LETTER, how_to=True)
    sheets.write_bytes(impose(file.read_bytes(), SCHEMES["cards"], wishes, FONTS).pdf)
    return sheets


@needs("qpdf", "ghostscript")
def test_sheets_are_sound_and_as_gray_as_their_pages(tmp_path: Path) -> None:
    sheets = on_sheets(card(tmp_path / "card.pdf", red=False))
    assert is_sound(sheets)
    measured = inks(sheets)
    assert len(measured) == 4
    half_of_ten_cards = 10 * 126 * 144 / (612 * 792)
    for page in measured[:2]:
        assert page[:3] == (0, 0, 0)
        assert page[3] == pytest.approx(half_of_ten_cards, abs=0.01)


@needs("ghostscript")
def test_inks_stay_on_their_plates_and_marks_are_black(tmp_path: Path) -> None:
    sheets = on_sheets(card(tmp_path / "card.pdf", red=True))
    front = plates(sheets, 72)[0]
    assert set(front) == set(PROCESS)
    black, red = (60, 50), (54 + 126 + 50, 50)
    assert [front[ink].getpixel(black) for ink in PROCESS] == [255, 255, 255, 0]
    assert [front[ink].getpixel(red) for ink in PROCESS] == [255, 0, 0, 255]
    margin = 0, 0, 612, 36
    assert [front[ink].crop(margin).getextrema()[0] < 255 for ink in PROCESS] == [
        False, False, False, True,
    ]  # fmt: skip
