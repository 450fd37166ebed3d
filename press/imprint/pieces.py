"""A chapter's own lines as pieces of text, each with the language and direction it is set in."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from press.catalog.languages import Language
from press.translation.copy import Panel

_TOKEN = re.compile(r"<(/?)(\w+)([^>]*)>|([^<]+)")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_CLOSED = {"number", "address", "closed"}  # classes whose text is never broken over lines
_BETWEEN = " · "


@dataclass(frozen=True)
class Piece:
    """Text inside one inline element.

    `element` is its name, "" for text that stands in the field itself; `inside` are the numbers and
    directions of the elements around the text, outermost first.
    """

    text: str
    element: str
    tag: str
    direction: str
    is_closed: bool
    inside: tuple[tuple[int, str], ...] = ()


Lines = Mapping[str, tuple[Piece, ...]]


def own_lines(panel: Panel, address: str | None, tag: str, language: Language) -> Lines:
    """What each field of a layout prints for a chapter; a field without text is left out."""
    said = {
        name: _line(markup, tag, language.direction)
        for name, markup in (
            ("name", panel.name),
            ("hotline", panel.hotline),
            ("hours", panel.hours),
            ("meeting", panel.meeting),
        )
    }
    said["languages"] = _languages(panel.languages, tag, language.direction)
    said["address"] = (Piece(address, "", tag, "ltr", is_closed=True),) if address else ()
    return {name: pieces for name, pieces in said.items() if pieces}


def plain(pieces: tuple[Piece, ...]) -> str:
    """The words of pieces."""
    return "".join(piece.text for piece in pieces)


@lru_cache(maxsize=2_000)
def _line(markup: str, tag: str, direction: str) -> tuple[Piece, ...]:
    return tuple(_pieces(markup, (), tag, direction, count()))


@lru_cache(maxsize=2_000)
def _languages(
    spoken: tuple[tuple[str, str, str], ...], tag: str, direction: str
) -> tuple[Piece, ...]:
    """Languages by tag, direction and name, each an element of its own."""
    pieces: list[Piece] = []
    numbers = count()
    for each, own_direction, name in spoken:
        if pieces:
            pieces.append(Piece(_BETWEEN, "", tag, direction, is_closed=False))
        attributes = {"lang": each, "dir": own_direction}
        if len(spoken) > 1:
            attributes["class"] = "number"
        around = _Element("bdi", attributes, next(numbers))
        pieces += _pieces(name, (around,), tag, direction, numbers)
    return tuple(pieces)


@dataclass(frozen=True)
class _Element:
    name: str
    attributes: Mapping[str, str]
    number: int


def _pieces(
    markup: str, around: tuple[_Element, ...], tag: str, direction: str, numbers: "count[int]"
) -> Iterator[Piece]:
    """The pieces of text of inline HTML as `press.translation.values` writes it."""
    stack = list(around)
    for closes, name, attributes, text in _TOKEN.findall(str(markup)):
        if text:
            yield _piece(html.unescape(text), stack, tag, direction)
        elif closes:
            stack.pop()
        else:
            stack.append(_Element(name, dict(_ATTRIBUTE.findall(attributes)), next(numbers)))


def _piece(text: str, stack: list[_Element], tag: str, direction: str) -> Piece:
    inside = []
    is_closed = False
    for element in stack:
        tag = element.attributes.get("lang", tag)
        direction = element.attributes.get("dir", direction)
        is_closed = is_closed or bool(_CLOSED & set(element.attributes.get("class", "").split()))
        inside.append((element.number, direction))
    return Piece(text, stack[-1].name if stack else "", tag, direction, is_closed, tuple(inside))
