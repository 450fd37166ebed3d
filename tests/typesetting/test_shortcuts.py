"""The shorter ways lead to the same pages, byte by byte, in joined, tall and wide scripts too."""

import gc
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from editions import composed
from weasyprint.css import ComputedStyle
from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout import inline

from press.catalog.catalog import Catalog
from press.typesetting import shortcuts
from press.typesetting.attempts import fitted_style
from press.typesetting.engine import OpenPage, Typesetter, write_pdf
from press.typesetting.shortcuts import floats, lines, parsing
from press.typesetting.shortcuts.change import Shortcut


@pytest.fixture
def own_ways(typesetter: Typesetter) -> Iterator[None]:
    """WeasyPrint as it is, for as long as a test asks."""
    yield
    shortcuts.take_shortcuts()


def opened(catalog: Catalog, typesetter: Typesetter, *edition: str) -> tuple[OpenPage, str]:
    """The page of an edition, parsed anew, and the style that sets it at its smallest."""
    layout = composed(catalog, *edition)
    typesetter._page.cache_clear()
    typesetter._sheet.cache_clear()
    page = typesetter.open(layout.html, layout.style, layout.fonts)
    return page, fitted_style(layout.floor)


@pytest.mark.parametrize(
    ("tag", "flyer", "size"),
    [
        ("es", "know-your-rights", "letter"),
        ("zh-Hans", "call-script", "quarter-letter"),
        ("ar", "program-explainer", "letter"),
        ("fa", "program-explainer", "zine-letter"),
        ("vi", "program-explainer", "half-letter"),
        ("fr", "program-explainer", "tri-fold-letter"),
        ("ur", "call-script", "card"),
        ("my", "know-your-rights", "card"),
        ("ko", "know-your-rights", "large-letter"),
        ("am", "know-your-rights", "tabloid"),
    ],
)
@pytest.mark.usefixtures("own_ways")
def test_the_pages_are_the_same(
    catalog: Catalog, typesetter: Typesetter, tag: str, flyer: str, size: str
) -> None:
    page, style = opened(catalog, typesetter, flyer, tag, size)
    short = [write_pdf(page.lay_out(style)) for _ in range(2)]
    shortcuts.leave_shortcuts()
    page, style = opened(catalog, typesetter, flyer, tag, size)
    assert [write_pdf(page.lay_out(style))] * 2 == short


@pytest.mark.usefixtures("own_ways")
def test_none_depends_on_another(catalog: Catalog, typesetter: Typesetter) -> None:
    page, style = opened(catalog, typesetter, "call-script", "ar", "card")
    short = write_pdf(page.lay_out(style))
    for shortcut in shortcuts.SHORTCUTS:
        shortcut.leave()
        lines.forget_lines(page._fonts)
        assert write_pdf(page.lay_out(style)) == short, shortcut
        shortcut.take()


@pytest.mark.usefixtures("own_ways")
def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    shortcuts.leave_shortcuts()
    monkeypatch.setattr("weasyprint.__version__", "71.0")
    own = inline.split_first_line, ComputedStyle.__missing__
    shortcuts.take_shortcuts()
    assert (inline.split_first_line, ComputedStyle.__missing__) == own


def test_a_shortcut_leads_back() -> None:
    class Place:
        name = "own"

    shortcut = Shortcut(Place, "name", "way")
    shortcut.take()
    assert Place.name == "way"
    shortcut.leave()
    assert Place.name == "own"


def test_a_line_is_shaped_once(
    catalog: Catalog, typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, style = opened(catalog, typesetter, "call-script", "en", "card")
    page.lay_out(style)
    monkeypatch.setattr(lines, "_shape", None)
    page.lay_out(style)


def test_a_selector_is_compiled_once(
    catalog: Catalog, typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(catalog, typesetter, "call-script", "en", "card")
    monkeypatch.setattr(parsing, "_compile", None)
    opened(catalog, typesetter, "call-script", "en", "card")


def test_a_line_without_a_float_beside_it_is_not_measured(
    catalog: Catalog, typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lines_measured() -> int:
        measured: list[object] = []

        def measure(context: Any, line: Any, **more: Any) -> Any:
            measured.append(line)
            return narrowest(context, line, **more)

        narrowest = floats._narrowest
        with monkeypatch.context() as patch:
            patch.setattr(floats, "_narrowest", measure)
            page.lay_out(style)
        return len(measured)

    page, style = opened(catalog, typesetter, "know-your-rights", "en", "letter")
    drawn = sum(
        isinstance(box, LineBox)
        for page in page.lay_out(style).pages
        for box in page._page_box.descendants()
    )
    assert 0 < lines_measured() < drawn


def test_a_dropped_layout_is_freed_without_a_search(
    catalog: Catalog, typesetter: Typesetter
) -> None:
    page, style = opened(catalog, typesetter, "know-your-rights", "en", "letter")
    gc.disable()
    try:
        document = page.lay_out(style)
        boxes = [weakref.ref(page._page_box) for page in document.pages]
        del document
        assert not any(box() for box in boxes)
    finally:
        gc.enable()
