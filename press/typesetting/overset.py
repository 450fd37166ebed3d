"""Overset and lost text, found by three checks that are needed together.

WeasyPrint drops what passes the foot of a fixed box without a word, so a page that looks whole may
lack lines. The page count shows text that ran on; the place of each line shows text that left its
column or the page; and the text laid out, message by message, shows text that vanished.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from press.findings import Finding

_TOLERANCE = 0.5  # CSS pixels
_POINTS = 0.75  # a CSS pixel
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\u2066-\u2069\u2010-]+")

TOO_SHORT = "overset.short"

Places = dict[Element, tuple[str, int]]


@dataclass(frozen=True)
class Laid:
    """One text box as laid out, in CSS pixels from the page's corner.

    `home` is the number of the fixed page that it was written for, 0 where text just flows.
    """

    page: int
    home: int
    key: str
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Frame:
    """Where text may stand, in CSS pixels from the page's corner."""

    left: float
    top: float
    right: float
    bottom: float


def find_overset(
    document: Document, html: Any, pages: int | None, clear: float = 18.0
) -> list[Finding]:
    """All text of a laid-out document that is overset or lost.

    Args:
        document: the result of WeasyPrint's layout.
        html: the parsed page that it was laid out from.
        pages: how many pages there should be; None for as many as the text fills.
        clear: how far text keeps from the page's edge, in points.
    """
    places = _places_of_elements(html.etree_element)
    findings = []
    laid: list[Laid] = []
    for number, page in enumerate(document.pages, 1):
        box = page._page_box
        page_frame = _clear_of_edges(box, clear / _POINTS)
        for text_box, frame in _texts(box, page_frame):
            text = _laid(text_box, number, places)
            laid.append(text)
            findings += _outside(text, text_box, frame)
    if pages is not None and len(document.pages) != pages:
        findings.insert(0, _wrong_count(laid, len(document.pages), pages))
    return findings + _lost(html.etree_element, laid, places)


def text_of(page: Any) -> str:
    """All the text that a parsed page says, pictures aside."""
    return "".join(text for _, text in _source_texts(page.html.etree_element))


def _wrong_count(laid: list[Laid], got: int, wanted: int) -> Finding:
    if got < wanted:
        return Finding(
            TOO_SHORT,
            f"the text fills {got} of {wanted} pages",
            hint="Allow larger type, or fewer pages, in flyer.toml.",
        )
    # A layout of fixed pages runs over where one of them does, else at the end of the last page.
    last: dict[int, int] = {}
    for text in laid:
        last[text.home] = min(last.get(text.home, text.page), text.page) if text.home else wanted
    over = [text for text in laid if text.page > last[text.home]]
    if not over:
        return Finding(
            "overset.pages",
            f"a picture runs over onto page {got} of {wanted}",
            hint="Make room for it in the layout, or allow smaller type in flyer.toml.",
        )
    lines = {(text.page, round(text.bottom)): text.bottom - text.top for text in over}
    keys = dict.fromkeys(text.key.partition(".")[0] for text in over if text.key)
    section = f", from the section “{next(iter(keys))}” on" if keys else ", in the foot or panel"
    page = f"page {over[0].home}" if over[0].home else f"page {wanted}"
    return Finding(
        "overset.pages",
        f"{page} is too full: {len(lines)} lines ({sum(lines.values()) * 0.75:.0f} pt)"
        f" run over{section}",
        hint="Shorten what stands there, or allow smaller type in flyer.toml.",
    )


def _outside(text: Laid, box: Any, frame: Frame) -> list[Finding]:
    across = max(frame.left - text.left, text.right - frame.right)
    down = max(frame.top - text.top, text.bottom - frame.bottom)
    if down > _TOLERANCE:
        top, bottom = _inked(box)
        down = max(frame.top - top, bottom - frame.bottom)
    over = max(across, down)
    if over <= _TOLERANCE:
        return []
    section = text.key.partition(".")[0] or "foot or panel"
    return [
        Finding(
            "overset.place",
            f"“{text.text.strip()[:40]}” in the section “{section}” passes its column"
            f" by {over * 0.75:.1f} pt on page {text.page}",
            hint="Shorten the longest word or line there.",
        )
    ]


def _inked(box: Any) -> tuple[float, float]:
    """The top and bottom of the glyphs of a text box; a tall font takes more room than they do."""
    layout = box.pango_layout
    layout.reactivate(box.style)
    line, _ = layout.get_first_line()
    ink = ffi.new("PangoRectangle *")
    pango.pango_layout_line_get_extents(line, ink, ffi.NULL)
    layout.deactivate()
    top = box.position_y + box.baseline + ink.y * FROM_UNITS
    return top, top + ink.height * FROM_UNITS


def _lost(root: Element, laid: list[Laid], places: Places) -> list[Finding]:
    source: dict[str, list[str]] = {}
    for element, text in _source_texts(root):
        source.setdefault(places[element][0], []).append(text)
    got: dict[str, list[str]] = {}
    for text_box in laid:
        got.setdefault(text_box.key, []).append(text_box.text)
    findings = []
    for key, texts in source.items():
        missing = Counter(_seen(texts)) - Counter(_seen(got.get(key, [])))
        if missing:
            section = key.partition(".")[0] or "foot or panel"
            findings.append(
                Finding(
                    "overset.lost",
                    f"{missing.total()} characters of the section “{section}” are not on the page",
                    hint="Shorten that section, or make room for it in the layout.",
                )
            )
    return findings


def _seen(texts: list[str]) -> str:
    return _UNSEEN.sub("", "".join(texts))


def _places_of_elements(root: Element) -> Places:
    """Each element with the message that it is part of, and the fixed page that it stands on."""
    places: Places = {}

    def walk(element: Element, key: str, home: int) -> None:
        key = element.get("data-key") or key
        classes = (element.get("class") or "").split()
        if "page" in classes:
            home = next(int(c[5:]) for c in classes if c.startswith("page-"))
        places[element] = key, home
        for child in element:
            walk(child, key, home)

    walk(root, "", 0)
    return places


def _source_texts(root: Element) -> Iterator[tuple[Element, str]]:
    """Each text of the body with the element that holds it; pictures hold no text to set."""
    body = root.find("body")

    def walk(element: Element) -> Iterator[tuple[Element, str]]:
        if isinstance(element.tag, str) and not element.tag.endswith("svg"):
            if element.text:
                yield element, element.text
            for child in element:
                yield from walk(child)
                if child.tail:
                    yield element, child.tail

    return walk(body) if body is not None else iter(())


def _texts(box: Any, frame: Frame) -> Iterator[tuple[Any, Frame]]:
    """Every text box with the frame that it should keep to."""
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.TextBox):
        if "::" not in (box.element_tag or ""):
            yield box, frame
        return
    if isinstance(box, boxes.BlockContainerBox):
        frame = _narrow(frame, box)
    for child in getattr(box, "children", ()):
        yield from _texts(child, frame)


def _clear_of_edges(page_box: Any, clear: float) -> Frame:
    """The frame of a whole page, a clear space inside its edges."""
    width, height = page_box.margin_width(), page_box.margin_height()
    return Frame(clear, clear, width - clear, height - clear)


def _narrow(frame: Frame, box: Any) -> Frame:
    """The frame inside a box: columns bind text at both sides, margins all round."""
    left, top = box.padding_box_x(), box.padding_box_y()
    right, bottom = left + box.padding_width(), top + box.padding_height()
    if isinstance(box, boxes.MarginBox):
        return Frame(left, max(top, frame.top), right, min(bottom, frame.bottom))
    return Frame(max(left, frame.left), frame.top, min(right, frame.right), frame.bottom)


def _laid(box: Any, page: int, places: Places) -> Laid:
    # Spaces at a line's end hang out harmlessly.
    width = box.width if box.text.strip() else 0
    key, home = places.get(box.element, ("", 0))
    return Laid(
        page,
        home,
        key,
        box.text,
        box.position_x,
        box.position_y,
        box.position_x + width,
        box.position_y + box.height,
    )
