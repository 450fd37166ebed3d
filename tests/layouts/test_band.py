"""The accent's band along the top edge: it bleeds at a press that bleeds, and is absent elsewhere."""

import pypdfium2
import pytest
from editions import composed
from PIL import Image

from press.catalog.catalog import Catalog
from press.composition.layout import Layout
from press.typesetting.attempts import fitted_style
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.overset import TOO_SHORT, find_overset

BLEED = 9  # points
INK = (200, 16, 46)
BLEEDING = f"@layer tokens {{ :root {{ --bleed: {BLEED}pt; --accent: rgb{INK} }} }}"
FLYERS = [
    ("call-script", "quarter-letter"),
    ("know-your-rights", "half-letter"),
    ("know-your-rights", "tabloid"),
    ("program-explainer", "letter"),
    ("program-explainer", "half-letter"),
    ("program-explainer", "zine-letter"),
]


def pictures(
    typesetter: Typesetter, layout: Layout, style: str
) -> tuple[list[Image.Image], tuple[float, float]]:
    """Each page with its bleed, at 72 dots an inch, and the size of the first in points."""
    page = typesetter.open(layout.html, layout.style + style, layout.fonts)
    document = page.lay_out(fitted_style(layout.floor))
    found = find_overset(document, page.html, layout.pages[0], layout.trim.clear)
    assert [finding for finding in found if finding.code != TOO_SHORT] == []
    with pypdfium2.PdfDocument(write_pdf(document)) as pdf:
        return [one.render(scale=1).to_pil().convert("RGB") for one in pdf], pdf[0].get_size()


@pytest.mark.parametrize(("flyer", "size"), FLYERS)
def test_the_band_reaches_the_edge_of_the_bleed_on_every_page(
    catalog: Catalog, typesetter: Typesetter, flyer: str, size: str
) -> None:
    layout = composed(catalog, flyer, "en", size)
    shown, (width, height) = pictures(typesetter, layout, BLEEDING)
    assert width == pytest.approx(layout.trim.points[0] + 2 * BLEED, abs=0.1)
    assert height == pytest.approx(layout.trim.points[1] + 2 * BLEED, abs=0.1)
    for page in shown:
        corners = (2, 2), (page.width - 3, 2), (2, BLEED + 2), (page.width - 3, BLEED + 2)
        assert {page.getpixel(corner) for corner in corners} == {INK}
        assert page.getpixel((2, page.height - 3)) == (255, 255, 255)


@pytest.mark.parametrize(("flyer", "size"), FLYERS)
def test_a_press_that_does_not_bleed_prints_no_band(
    catalog: Catalog, typesetter: Typesetter, flyer: str, size: str
) -> None:
    layout = composed(catalog, flyer, "en", size)
    shown, (width, _) = pictures(typesetter, layout, "")
    assert width == pytest.approx(layout.trim.points[0], abs=0.1)
    for page in shown:
        edge = page.crop((0, 0, page.width, BLEED))
        assert edge.getextrema() == ((255, 255),) * 3
