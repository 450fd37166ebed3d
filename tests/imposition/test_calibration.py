"""The calibration sheet: a cross that lies behind itself, printed at its true size."""

import io

import pikepdf
import pypdfium2
import pytest
from imposition.table import FONTS, unlike
from PIL import ImageOps

from press.imposition.calibration import draw_calibration


@pytest.mark.parametrize(("size", "edge"), [((612, 792), "Long"), ((792, 612), "Short")])
def test_both_crosses_meet_when_the_sheet_turns_like_a_page(
    size: tuple[float, float], edge: str
) -> None:
    pdf = draw_calibration(*size, FONTS)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.Root.ViewerPreferences.Duplex == f"/DuplexFlip{edge}Edge"
        assert document.Root.ViewerPreferences.PrintScaling == "/None"
    with pypdfium2.PdfDocument(pdf) as document:
        assert f"flip on the {edge.lower()} edge" in document[0].get_textpage().get_text_range()
        front, back = (page.render(scale=2).to_pil().convert("L") for page in document)
    words = 2 * 170
    front, back = (side.crop((0, words, *side.size)) for side in (front, back))
    assert front.getextrema()[0] < 128
    assert unlike(front, ImageOps.mirror(back)) < 1
