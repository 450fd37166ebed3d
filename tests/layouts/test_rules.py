"""Where a value is missing there is a line to write it on by hand, long enough for a pen."""

import tomllib

import pytest
from editions import composed

from press.catalog.catalog import Catalog
from press.house import find_house
from press.typesetting.attempts import fitted_style
from press.typesetting.engine import Typesetter

_LEAST = 86  # CSS pixels: 0.9 in
DESIGNS = sorted(
    (file.parent.name, size)
    for file in find_house().flyers.glob("*/flyer.toml")
    for size in tomllib.loads(file.read_text(encoding="utf-8"))["size"]
)


def lengths(catalog: Catalog, typesetter: Typesetter, flyer: str, size: str) -> list[float]:
    """How long the ruled lines of an edition without a chapter are, in CSS pixels."""
    layout = composed(catalog, flyer, "en", size)
    page = typesetter.open(layout.html, layout.style, layout.fonts)
    document = page.lay_out(fitted_style(layout.floor))
    found = []
    for each in document.pages:
        for box in each._page_box.descendants(placeholders=True):
            box = getattr(box, "_box", box)
            classes = "" if box.element is None else box.element.get("class") or ""
            if "rule" in classes.split() and getattr(box, "element_tag", "") == "span":
                found.append(box.width)
    return found


@pytest.mark.parametrize(("flyer", "size"), DESIGNS)
def test_every_ruled_line_is_long_enough(
    catalog: Catalog, typesetter: Typesetter, flyer: str, size: str
) -> None:
    found = lengths(catalog, typesetter, flyer, size)
    assert found, "without a chapter there is something to write"
    assert min(found) >= _LEAST
