"""What a layout costs: calls of WeasyPrint's line shaping a page, which is exact where time is not."""

import pytest
from editions import composed
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from press.catalog.catalog import Catalog
from press.composition.layout import Layout
from press.typesetting.attempts import fitted_style
from press.typesetting.engine import Typesetter

MOST_SHAPINGS_A_PAGE = 200


def layout_of(catalog: Catalog, flyer: str) -> Layout:
    return composed(catalog, flyer, "en", next(iter(catalog.flyers[flyer].settings.size)))


def count_shapings(
    html: str, style: str, layout: Layout, typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, int]:
    """How many lines are shaped for one layout, and its pages."""
    count = 0
    shape = line_break.split_first_line

    def counting(*args: object, **kwargs: object) -> object:
        nonlocal count
        count += 1
        return shape(*args, **kwargs)

    for module in (line_break, inline, preferred):
        monkeypatch.setattr(module, "split_first_line", counting)
    page = typesetter.open(html, style, layout.fonts)
    document = page.lay_out(fitted_style(layout.floor))
    monkeypatch.undo()
    return count, len(document.pages)


@pytest.mark.parametrize("flyer", ["know-your-rights", "call-script", "program-explainer"])
def test_a_page_keeps_its_budget_of_shaping_calls(
    catalog: Catalog, typesetter: Typesetter, flyer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = layout_of(catalog, flyer)
    count, pages = count_shapings(layout.html, layout.style, layout, typesetter, monkeypatch)
    assert 20 < count / pages < MOST_SHAPINGS_A_PAGE


def test_nested_flex_would_break_the_budget(
    catalog: Catalog, typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = layout_of(catalog, "know-your-rights")
    costly = layout.style + "td, tr, tbody, table { display: flex }"
    count, pages = count_shapings(layout.html, costly, layout, typesetter, monkeypatch)
    assert count / pages > MOST_SHAPINGS_A_PAGE
