"""The shorter ways lead to the same pages, byte by byte, in joined, tall and wide scripts too."""

from collections.abc import Iterator

import pytest
from editions import composed
from weasyprint.css import ComputedStyle
from weasyprint.layout import inline

from press.catalog import Catalog
from press.typesetting import shortcuts
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import fitted_style


@pytest.fixture
def own_ways(typesetter: Typesetter) -> Iterator[None]:
    """WeasyPrint as it is, for as long as a test asks."""
    yield
    shortcuts.take_shortcuts()


@pytest.mark.parametrize(
    ("tag", "flyer", "size"),
    [
        ("es", "know-your-rights", "letter"),
        ("zh-Hans", "call-script", "quarter-letter"),
        ("ar", "program-explainer", "letter"),
        ("ur", "call-script", "card"),
        ("my", "know-your-rights", "card"),
    ],
)
@pytest.mark.usefixtures("own_ways")
def test_the_pages_are_the_same(
    catalog: Catalog, typesetter: Typesetter, tag: str, flyer: str, size: str
) -> None:
    layout = composed(catalog, flyer, tag, size)
    page = typesetter.open(layout.html, layout.style, layout.fonts)
    fitted = fitted_style(layout.floor)
    short = [write_pdf(page.lay_out(fitted)) for _ in range(2)]
    shortcuts.leave_shortcuts()
    assert [write_pdf(page.lay_out(fitted))] * 2 == short


@pytest.mark.usefixtures("own_ways")
def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    shortcuts.leave_shortcuts()
    monkeypatch.setattr("weasyprint.__version__", "71.0")
    own = inline.split_first_line, ComputedStyle.__missing__
    shortcuts.take_shortcuts()
    assert (inline.split_first_line, ComputedStyle.__missing__) == own


def test_a_line_is_shaped_once(
    catalog: Catalog, typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = composed(catalog, "call-script", "en", "card")
    page = typesetter.open(layout.html, layout.style, layout.fonts)
    page.lay_out(fitted_style(layout.floor))
    monkeypatch.setattr(shortcuts, "_shape", None)
    page.lay_out(fitted_style(layout.floor))
