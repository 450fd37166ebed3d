"""Where the lines of laid-out pages end, against the places where Unicode's rules let them."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from icu4py.breakers import LineBreaker
from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from press.translation.line_ends import BREAK, JOIN

_MARKS = str.maketrans("", "", BREAK + JOIN)


def wrong_line_ends(document: Document, locale: str) -> tuple[int, list[str]]:
    """How many lines of a document go on in a next one, and those that end where none may.

    The marks that the press itself puts into a text are taken out before it is judged.

    Args:
        document: laid-out pages.
        locale: whose rules hold.
    """
    count, wrong = 0, []
    for element, lines in _lines_of_elements(document).items():
        source = " ".join("".join(_texts(element)).translate(_MARKS).split())
        allowed = {end for _, end in LineBreaker(source, locale).segments()}
        place = 0
        for line in lines:
            place = _after(source, place % len(source), line)  # feet are said anew on each page
            if place < len(source):
                count += 1
                if place not in allowed:
                    ends = source[max(place - 20, 0) : place], source[place : place + 20]
                    wrong.append("|".join(ends))
        assert place == len(source), (source, lines)
    return count, wrong


def _after(source: str, place: int, line: str) -> int:
    """The place in a text after a line of it, and after the spaces that follow."""
    for char in line.translate(_MARKS):
        if not char.isspace():
            while source[place : place + 1].isspace():
                place += 1
            assert source[place : place + 1] == char, (source, line)
            place += 1
    while place < len(source) and source[place] == " ":
        place += 1
    return place


def _texts(element: Element) -> Iterator[str]:
    if not str(element.tag).endswith("svg"):
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def _lines_of_elements(document: Document) -> dict[Element, list[str]]:
    found: dict[Element, list[str]] = {}
    for page in document.pages:
        for box in page._page_box.descendants():
            if isinstance(box, boxes.BlockContainerBox) and "::" not in (box.element_tag or ""):
                lines = [_said(child) for child in box.children if isinstance(child, boxes.LineBox)]
                if "".join(lines).strip():
                    found.setdefault(box.element, []).extend(lines)
    return found


def _said(line: Any) -> str:
    texts = (box for box in line.descendants() if isinstance(box, boxes.TextBox))
    return "".join(box.text for box in texts)
