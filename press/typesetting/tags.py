"""What a screen reader is told: the tree behind the pages, true to the page's HTML.

WeasyPrint 70 tags what it draws, and leaves these to us:

- running heads and feet, and pictures marked `aria-hidden`, are artifacts, not contents;
- a table with `role="presentation"` only lays out columns: its cells are divisions and paragraphs,
  and so is a `div` that holds words;
- an element with a `lang` of its own carries it, so that English is read aloud as English;
- row heads say so, links are described by their words, pictures tell their place in points, and
  what holds nothing (a ruled line to write on) is left out.

This leans on the functions that draw and tag; the version is pinned, and each point has its test.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.draw
import weasyprint.pdf.stream
import weasyprint.pdf.tags
from weasyprint.formatting_structure import boxes
from weasyprint.logger import LOGGER

_build = weasyprint.pdf.tags._build_box_tree
_draw = weasyprint.draw.draw_stacking_context
_marked = weasyprint.pdf.stream.Stream.marked

_POINTS = 0.75  # a CSS pixel
_SVG = "{http://www.w3.org/2000/svg}svg"
_CELLS = ("td", "th")
_ROWS = ("thead", "tbody", "tfoot", "tr")
_HEADS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")
_USELESS_EMPTY = ("/Span", "/NonStruct", "/Div", "/P")


def tell_truly() -> None:
    """Make WeasyPrint write such trees from now on; only tagged files have one."""
    weasyprint.draw.draw_stacking_context = _draw_context
    weasyprint.pdf.stream.Stream.marked = _mark
    weasyprint.pdf.tags._build_box_tree = _tell


def _draw_context(stream: Any, context: Any) -> None:
    if isinstance(context.box, boxes.MarginBox) and stream._tags is not None:
        kind = "/Header" if context.box.at_keyword.startswith("@top") else "/Footer"
        with _artifact(stream, {"Type": "/Pagination", "Subtype": kind}):
            _draw(stream, context)
    else:
        _draw(stream, context)


@contextmanager
def _mark(stream: Any, box: Any, tag: str) -> Iterator[None]:
    if stream._tags is not None and _is_hidden(box):
        with _artifact(stream, {}):
            yield
    else:
        with _marked(stream, box, tag):
            yield


@contextmanager
def _artifact(stream: Any, properties: dict[str, str]) -> Iterator[None]:
    """Nothing that is drawn meanwhile is tagged."""
    tags = stream._tags
    pydyf.Stream.begin_marked_content(stream, "Artifact", pydyf.Dictionary(properties))
    stream._tags = None
    try:
        yield
    finally:
        stream._tags = tags
        pydyf.Stream.end_marked_content(stream)


def _is_hidden(box: Any) -> bool:
    element = box.element
    if not isinstance(box, boxes.ReplacedBox) or element is None:
        return False
    return bool(element.get("aria-hidden") == "true" or element.get("alt") == "")


def _tell(box: Any, parent: Any, pdf: Any, page: int, *rest: Any) -> Iterator[Any]:
    """The elements of one box, mended."""
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.MarginBox) or _is_hidden(box):
        return
    if box.element_tag == "table" and box.element.get("role") == "presentation":
        _unmake_table(box, box.element)
    if box.element_tag == "div" and _holds_words(box):
        box.element_tag = "p"
    elements = _build(box, parent, pdf, page, *rest)
    if isinstance(box, boxes.PageBox) or box.element_tag in ("html", "body"):
        yield from elements  # those of its children, mended already
        return
    for element in elements:
        _mend(element, box, parent, pdf, page)
        if element["K"] or element["S"] not in _USELESS_EMPTY:
            yield element


def _holds_words(box: Any) -> bool:
    return any(isinstance(child, boxes.LineBox) for child in getattr(box, "children", ()))


def _unmake_table(box: Any, table: Any) -> None:
    """The boxes of a table that lays out columns: its cells are divisions, its rows mean nothing.

    Those of a table within it stay what they are.
    """
    tag = box.element_tag
    if tag in _CELLS or tag in _ROWS or box.element is table:
        box.element_tag = "div" if tag in _CELLS else None
        for child in getattr(box, "children", ()):
            _unmake_table(child, table)


def _mend(element: Any, box: Any, parent: Any, pdf: Any, page: int) -> None:
    kind = element["S"]
    source = {} if box.element is None else box.element
    if kind in ("/P", *_HEADS) and parent["S"] == kind:
        element["S"] = "/NonStruct"  # an unnamed block within, for instance beside a float
        return
    if kind in _HEADS and not box.bookmark_label:
        element["S"] = "/P"  # what a head goes on with on the next page is no second head
    if language := source.get("lang"):
        element["Lang"] = pydyf.String(language)
    if kind == "/TH" and (scope := source.get("scope")):
        element["A"]["Scope"] = {"row": "/Row", "col": "/Column"}[scope]
    if kind == "/Figure":
        _place(element, pdf, page)
        if "Alt" not in element and box.element.tag == _SVG:
            LOGGER.error("A picture has neither a title nor aria-hidden")
    if box.link_annotation:
        box.link_annotation["Contents"] = pydyf.String(_words(box))


def _place(figure: Any, pdf: Any, page: int) -> None:
    """The corners of a picture, which WeasyPrint gives in pixels from the top."""
    top = pdf.objects[int(pdf.page_references[page].split()[0])]["TrimBox"][3]
    left, high, right, low = (side * _POINTS for side in figure["A"]["BBox"])
    figure["A"]["BBox"] = pydyf.Array((left, top - low, right, top - high))


def _words(box: Any) -> str:
    return "".join(text.text for text in box.descendants() if isinstance(text, boxes.TextBox))
