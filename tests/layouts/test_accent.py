"""The accent is too pale for small type: what is set in it is large, in every script."""

import pytest
from conftest import TODAY
from editions import composed
from weasyprint.formatting_structure.boxes import TextBox

from press.catalog.catalog import Catalog, read_catalog
from press.house import House
from press.presses import SCREEN, press_for
from press.typesetting.engine import Typesetter
from press.typesetting.fit import fit
from press.wanted import Wanted

_LARGE = 14  # points, in bold: what WCAG calls large
_EDITIONS = (
    ("en", "letter"),
    ("fr", "letter"),
    ("ru", "letter"),
    ("km", "half-letter"),
    ("my", "half-letter"),
    ("ur", "half-letter"),
    ("fr", "card"),
    ("my", "card"),
)


@pytest.fixture(scope="session")
def whole(house: House) -> Catalog:
    return read_catalog(house, TODAY, None, Wanted())


@pytest.mark.parametrize(("tag", "size"), _EDITIONS)
def test_type_in_the_accent_is_large(
    whole: Catalog, typesetter: Typesetter, tag: str, size: str
) -> None:
    layout = composed(whole, "know-your-rights", tag, size, press_for(SCREEN))
    pages = fit(layout, typesetter).document.pages
    small = [
        box.text
        for page in pages
        for box in page._page_box.descendants()
        if isinstance(box, TextBox)
        and max(box.style["color"].coordinates[:3]) > 0
        and box.style["font_size"] * 0.75 < _LARGE
    ]
    assert small == []
