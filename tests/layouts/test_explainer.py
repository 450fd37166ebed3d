"""The sizes of the program explainer, laid out from the real texts: what stands on which page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from conftest import TODAY

from press.catalog.catalog import Catalog, read_catalog
from press.composition.compose import compose
from press.composition.layout import Layout
from press.errors import ContentError
from press.house import House
from press.imposition.schemes.trifold import panel_widths
from press.presses import USUAL_PRESS
from press.sizes import TRIMS
from press.translation.copy import Copy
from press.translation.translate import translate
from press.typesetting.engine import Typesetter
from press.typesetting.fit import fit
from press.wanted import Wanted

EXPLAINER = "program-explainer"
TAGS = ("en", "es", "pt-BR", "ht", "zh-Hans", "ar")
FEW = ("en", "zh-Hans", "ar")
FOLDED = [("half-letter", tag) for tag in TAGS] + [
    (size, tag)
    for size in ("a5", "tri-fold-letter", "tri-fold-a4", "zine-letter", "zine-a4")
    for tag in FEW
]
FLAT = [("a4", tag) for tag in FEW]


@dataclass(frozen=True)
class Page:
    """The messages that stand on a page, by key, and all its text without its spaces."""

    keys: frozenset[str]
    text: str


@dataclass(frozen=True)
class Book:
    """One edition: its copy, its pages, and its body type in points."""

    copy: Copy
    pages: tuple[Page, ...]
    body: float


def layout_of(catalog: Catalog, copy: Copy, size: str, *more: str) -> Layout:
    """The layout of a size, printing `more` sections than its own."""
    design = catalog.flyers[EXPLAINER].settings.design(size, copy.tag)
    sections = design.settings.sections + more
    design = replace(design, settings=design.settings.model_copy(update={"sections": sections}))
    return compose(copy, design, USUAL_PRESS, catalog.layouts, catalog.languages, catalog.fonts)


@pytest.fixture(scope="module")
def whole(house: House) -> Catalog:
    """The real content with every translation."""
    return read_catalog(house, TODAY, None, Wanted())


@pytest.fixture(scope="module")
def bound(whole: Catalog, typesetter: Typesetter) -> Any:
    """Editions by size and language, each fitted once."""

    @cache
    def make(size: str, tag: str) -> Book:
        copy = translate(whole, whole.flyers[EXPLAINER], tag)
        fitted = fit(layout_of(whole, copy, size), typesetter)
        keys = {
            element: key
            for element, key in keyed(fitted.page.html.etree_element)
            if key is not None
        }
        pages = tuple(read(page._page_box, keys) for page in fitted.document.pages)
        return Book(copy, pages, fitted.body)

    return make


def keyed(element: Element, key: str | None = None) -> Iterator[tuple[Element, str | None]]:
    key = element.get("data-key") or key
    yield element, key
    for child in element:
        yield from keyed(child, key)


def read(page_box: Any, keys: dict[Element, str]) -> Page:
    found: set[str] = set()
    texts: list[str] = []
    for box in page_box.descendants(placeholders=True):
        box = getattr(box, "_box", box)
        if getattr(box, "text", "").strip():
            texts.append(box.text)
            if box.element in keys:
                found.add(keys[box.element])
    return Page(frozenset(found), packed("".join(texts)))


def packed(text: str) -> str:
    return "".join(text.split())


def said(html: Any) -> str:
    return packed(html.striptags())


@pytest.mark.parametrize(("size", "tag"), FOLDED + FLAT)
def test_a_size_has_its_pages_and_all_its_sections(
    catalog: Catalog, bound: Any, size: str, tag: str
) -> None:
    settings = catalog.flyers[EXPLAINER].settings.size[size]
    book = bound(size, tag)
    assert len(book.pages) in settings.pages
    printed = frozenset().union(*(page.keys for page in book.pages))
    for section in book.copy.sections:
        if section.id in settings.sections or not settings.sections:
            keys = {line.key for line in section.all_lines()}
            assert keys - set(settings.without) <= printed
    assert settings.body[0] <= book.body <= settings.body[1]


@pytest.mark.parametrize(("size", "tag"), FOLDED)
def test_the_cover_stands_alone(bound: Any, size: str, tag: str) -> None:
    book = bound(size, tag)
    title, *others = book.pages
    assert title.keys == {line.key for line in book.copy.sections[0].lines}
    assert not any(page.keys & title.keys for page in others)
    assert said(book.copy.shared["legal"]) in title.text
    assert said(book.copy.shared["edition"]) in title.text
    assert all(said(words) in title.text for _, _, words in book.copy.draft)
    assert book.copy.draft


@pytest.mark.parametrize(("size", "tag"), FOLDED)
def test_the_back_holds_the_contact_panel_and_the_last_lines(
    bound: Any, size: str, tag: str
) -> None:
    book = bound(size, tag)
    shared, back = book.copy.shared, book.pages[-1]
    assert not back.keys
    sources = "sources-before" if size in ("half-letter", "a5") else "sources-full"
    for name in (
        "panel",
        "panel-write",
        "panel-meeting",
        "legal",
        "legal-more",
        "edition",
        sources,
    ):
        assert said(shared[name]) in back.text


@pytest.mark.parametrize(("size", "tag"), [pair for pair in FOLDED if pair[0] == "half-letter"])
def test_the_booklet_numbers_its_inner_pages_and_prints_every_source(
    bound: Any, size: str, tag: str
) -> None:
    book = bound(size, tag)
    for number, page in enumerate(book.pages[1:-1], 2):
        assert page.text.endswith(str(number))
    assert not book.pages[0].text.endswith("1")
    assert not book.pages[-1].text.endswith("8")
    for group in book.copy.sources:
        for line in group.lines:
            assert said(line.source) in book.pages[-2].text


@pytest.mark.parametrize("tag", FEW)
def test_the_path_stands_on_one_page_or_on_facing_pages(bound: Any, tag: str) -> None:
    for size, numbers in (("half-letter", [2]), ("tri-fold-letter", [4]), ("zine-letter", [4, 5])):
        pages = bound(size, tag).pages
        assert [
            number
            for number, page in enumerate(pages, 1)
            if any(key.startswith("path.") for key in page.keys)
        ] == numbers


@pytest.mark.parametrize("size", ["tri-fold-letter", "tri-fold-a4", "zine-letter", "zine-a4"])
def test_a_section_that_a_size_does_not_print_is_missed_when_it_is_named(
    catalog: Catalog, size: str
) -> None:
    copy = translate(catalog, catalog.flyers[EXPLAINER], "en")
    with pytest.raises(ContentError) as raised:
        layout_of(catalog, copy, size, "arizona")
    assert {finding.code for finding in raised.value.findings} == {"layout.left-out"}


@pytest.mark.parametrize("size", ["letter", "half-letter", "tri-fold-letter", "zine-letter"])
@pytest.mark.parametrize("tag", ["es", "ar"])
def test_a_chapter_with_logo_and_code_fits_on_the_back(
    house: House, typesetter: Typesetter, tmp_path: Path, size: str, tag: str
) -> None:
    from PIL import Image

    example = (house.flyers / "chapter.example.toml").read_text(encoding="utf-8")
    Image.new("RGB", (300, 100), (10, 10, 10)).save(tmp_path / "logo.png")
    chapter = tmp_path / "chapter.toml"
    chapter.write_text(
        example.replace("# logo", "logo").replace("# sources_address", "sources_address"),
        encoding="utf-8",
    )
    catalog = read_catalog(house, TODAY, chapter, Wanted(languages=(tag,)))
    copy = translate(catalog, catalog.flyers[EXPLAINER], tag)
    fitted = fit(layout_of(catalog, copy, size), typesetter)
    assert "617-555-0142" in read(fitted.document.pages[-1]._page_box, {}).text


def test_panels_and_eighths_are_those_of_the_folded_sheet() -> None:
    for paper in ("letter", "a4"):
        short, long = TRIMS[paper].points
        panel, eighth = TRIMS[f"panel-{paper}"], TRIMS[f"eighth-{paper}"]
        assert panel.points == pytest.approx((panel_widths(long)[1], short), abs=0.1)
        assert eighth.points == pytest.approx((long / 4, short / 2), abs=0.1)
