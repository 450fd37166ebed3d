"""How full the pages are, and how the room that is left is shared out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

from weasyprint.document import Document

_MOST_AIR = 1.5  # of the body size, added to one gap
_POINTS = 0.75  # a CSS pixel


@dataclass(frozen=True)
class Air:
    """Room added on one page, in points: `gap` to each gap between sections, `sink` to the foot."""

    gap: float = 0.0
    sink: float = 0.0


def fullness(document: Document, pages: int | None) -> float:
    """How much of its room the text takes, on the fullest page; 1 is full.

    Args:
        document: laid-out pages.
        pages: how many there should be; None for any number, which are never full.
    """
    if pages is None:
        return 0.0
    taken: dict[Any, float] = {}
    for page in document.pages:
        box = page._page_box
        fixed = list(_boxes_of_class(box, "page"))
        for block in fixed or box.children[:1]:
            share = block.margin_height() / box.height / (1 if fixed else pages)
            taken[block.element] = taken.get(block.element, 0.0) + share
    return max(taken.values(), default=0.0)


def room_left(document: Document, kept: Sequence[Air] = ()) -> tuple[float, ...]:
    """The room between sink and foot, in points, on each page that has a sink.

    Args:
        document: laid-out pages.
        kept: the air of each page for which room should be kept; none by default.
    """
    return tuple(
        room - _taken(box, air)
        for box, air in _with_air(document, kept)
        if (room := _room(box)) is not None
    )


def air_of(document: Document, body: float, given: Sequence[Air] = ()) -> tuple[Air, ...]:
    """How the room of each page is best shared out at a body size (points).

    Args:
        document: laid-out pages.
        body: their body size.
        given: the air that they were laid out with; none by default.
    """
    return tuple(_air(box, body, air) for box, air in _with_air(document, given))


def _with_air(document: Document, airs: Sequence[Air]) -> Iterator[tuple[Any, Air]]:
    """The box of each page with its air, none where none is given."""
    boxes = (page._page_box for page in document.pages)
    return zip(boxes, chain(airs, repeat(Air())), strict=False)


def _air(page_box: Any, body: float, given: Air) -> Air:
    left = _room(page_box)
    if left is None or (room := left + _taken(page_box, given)) <= 0:
        return Air()
    gaps = _gaps(page_box)
    gap = min(room / gaps, _MOST_AIR * body) if gaps else 0.0
    # The sink keeps half a point back, for rounding must not push it off the page.
    return Air(round(gap, 2), round(max(room - gap * gaps - 0.5, 0), 2))


def _taken(page_box: Any, air: Air) -> float:
    return air.sink + (air.gap * _gaps(page_box) if air.gap else 0.0)


def _gaps(page_box: Any) -> int:
    """How many gaps stand above one another; what begins a page has none, but for a table's."""
    top = page_box.content_box_y() + 1
    gaps = [
        box
        for box in _boxes_of_class(page_box, "air")
        if box.padding_top or box.position_y > top or box.is_table_wrapper
    ]
    return _stacked(gaps)


def _room(page_box: Any) -> float | None:
    """From the lowest sink to the foot, in points; None without a sink."""
    sinks = list(_boxes_of_class(page_box, "sink"))
    if not sinks:
        return None
    bottom = max(box.position_y + box.margin_height() for box in sinks)
    room: float = (page_box.content_box_y() + page_box.height - bottom) * _POINTS - 1
    return room


def _stacked(boxes: list[Any]) -> int:
    """The most boxes that stand above one another, in any column."""
    depth: list[int] = []
    for index, box in enumerate(boxes):
        above = [
            depth[i]
            for i, other in enumerate(boxes[:index])
            if other.position_y + other.margin_height() <= box.position_y + 1
            and other.position_x < box.position_x + box.margin_width()
            and box.position_x < other.position_x + other.margin_width()
        ]
        depth.append(1 + max(above, default=0))
    return max(depth, default=0)


def _boxes_of_class(box: Any, name: str) -> Iterator[Any]:
    box = getattr(box, "_box", box)
    element = getattr(box, "element", None)
    if element is not None and name in (element.get("class") or "").split():
        yield box
        return
    for child in getattr(box, "children", ()):
        yield from _boxes_of_class(child, name)
