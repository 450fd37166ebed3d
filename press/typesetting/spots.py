"""Spots: where a laid-out page prints a chapter's own lines, so that another's may stand there.

A layout marks each of them with `data-field`. `mark_spots` numbers them in the parsed page, and
what is drawn for a numbered one is then bracketed in the file as /Spot with its number. All lengths
are CSS pixels from the page's upper left corner, as in the content that WeasyPrint writes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from xml.etree.ElementTree import Element

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

SPOT = "data-spot"
SPOT_TAG = "Spot"

Side = Literal["left", "right"]
Kind = tuple[str, str]  # the inline element, "" for the field's own, and the language of its text


@dataclass(frozen=True)
class Type:
    """What a piece of text is set in: font families in order, their weight, size and gaps."""

    families: tuple[str, ...]
    weight: int
    size: float
    letter_gap: float
    word_gap: float


@dataclass(frozen=True)
class SpotLine:
    """One line: it starts at `start` and may run on for `room`; `kinds` are those it holds."""

    start: float
    room: float
    baseline: float
    kinds: frozenset[Kind]


@dataclass(frozen=True, eq=False)
class Spot:
    """Lines of text of one field in a block of language `tag`; they start from `side`.

    `before` is the room on the line before, for a text that begins a line but follows other words;
    None when it does not.
    """

    number: int
    field: str
    tag: str
    direction: str
    side: Side
    lines: tuple[SpotLine, ...]
    types: Mapping[Kind, Type]
    before: float | None


@dataclass(frozen=True)
class Frame:
    """A picture of one field, such as the logo or the code, and `side`, from which it starts."""

    number: int
    field: str
    side: Side
    x: float
    y: float
    width: float
    height: float
    room: float


@dataclass(frozen=True)
class Spots:
    """All of an edition, and the fields that its layout has a place for, filled or not."""

    texts: tuple[Spot, ...]
    frames: tuple[Frame, ...]
    fields: frozenset[str]


def mark_spots(html: Any, first: int = 0) -> None:
    """Number what is marked with `data-field` in a parsed page, in place, from a first number."""
    marked = (each for each in html.etree_element.iter() if each.get("data-field"))
    for number, element in enumerate(list(marked), first):
        for inner in element.iter():
            inner.set(SPOT, str(number))


def clear_spots(html: Any) -> None:
    """Take the numbers away again, for a parsed page is kept for other layouts."""
    for element in html.etree_element.iter():
        element.attrib.pop(SPOT, None)


def find_spots(document: Document, html: Any) -> Spots:
    """Where the numbered elements of a page came to lie.

    Raises:
        ValueError: other words follow a chapter's own on a line, or they run over two pages.
    """
    every = html.etree_element.iter()
    fields = {int(e.get(SPOT)): e.get("data-field") for e in every if e.get("data-field")}
    found: dict[int, list[_Found]] = {}
    frames = []
    for number, page in enumerate(document.pages):
        for each in _walk(page._page_box, None, None, number):
            spot = _spot_of(each.box)
            if spot is None:
                continue
            if isinstance(each.box, boxes.TextBox):
                found.setdefault(spot, []).append(each)
            else:
                frames.append(_frame(spot, fields[spot], each))
    texts = tuple(_spot(number, fields[number], each) for number, each in found.items())
    return Spots(texts, tuple(frames), frozenset(fields.values()))


@dataclass(frozen=True, eq=False)
class _Found:
    """A box with the line and the block that it stands in, and its page."""

    box: Any
    line: Any
    block: Any
    page: int


def _spot_of(box: Any) -> int | None:
    element: Element | None = box.element
    number = None if element is None else element.get(SPOT)
    return None if number is None else int(number)


def _walk(box: Any, line: Any, block: Any, page: int) -> Iterator[_Found]:
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.TextBox):
        if box.text.strip() and "::" not in (box.element_tag or ""):
            yield _Found(box, line, block, page)
        return
    if isinstance(box, boxes.ReplacedBox):
        yield _Found(box, line, block, page)
        return
    line = box if isinstance(box, boxes.LineBox) else line
    block = box if isinstance(box, boxes.BlockContainerBox) else block
    for child in getattr(box, "children", ()):
        yield from _walk(child, line, block, page)


def _spot(number: int, field: str, found: list[_Found]) -> Spot:
    lines: dict[Any, list[Any]] = {}
    for each in found:
        lines.setdefault(each.line, []).append(each.box)
    first = found[0]
    style = first.line.style
    direction = style["direction"]
    if len({each.page for each in found}) > 1:
        raise ValueError(f"the field “{field}” runs over two pages")
    side = _side(direction, style["text_align_all"])
    texts = {_kind(each.box): _type(each.box.style) for each in found}
    return Spot(
        number,
        field,
        style["lang"],
        direction,
        side,
        tuple(_line(line, inside, first.block, side, field) for line, inside in lines.items()),
        texts,
        _room_before(first, number),
    )


def _side(direction: str, align: str) -> Side:
    if align in ("left", "right"):
        return "left" if align == "left" else "right"
    return "left" if (direction == "ltr") == (align == "start") else "right"


def _line(line: Any, inside: list[Any], block: Any, side: Side, field: str) -> SpotLine:
    left = min(box.position_x for box in inside)
    right = max(box.position_x + box.width for box in inside)
    others = [
        box for box in line.descendants() if isinstance(box, boxes.TextBox) and box not in inside
    ]
    far = [
        b.position_x + b.width > right if side == "left" else b.position_x < left
        for b in others
        if b.text.strip()
    ]
    if any(far):
        raise ValueError(f"other words follow the field “{field}” on its line")
    start = block.content_box_x()
    room = start + block.width - left if side == "left" else right - start
    baselines = {round(box.position_y + box.baseline, 3) for box in inside}
    return SpotLine(
        start=left if side == "left" else right,
        room=room,
        baseline=max(baselines),
        kinds=frozenset(_kind(box) for box in inside),
    )


def _room_before(first: _Found, number: int) -> float | None:
    """The room left on the line before, where words stand that the field follows."""
    lines = [child for child in first.block.children if isinstance(child, boxes.LineBox)]
    texts = [b for b in first.line.descendants() if isinstance(b, boxes.TextBox) and b.text.strip()]
    if first.line not in lines or any(_spot_of(box) != number for box in texts):
        return None
    index = lines.index(first.line)
    if index == 0:
        return None
    before = [b for b in lines[index - 1].descendants() if isinstance(b, boxes.TextBox)]
    taken = sum(box.width for box in before)
    return float(first.block.width - taken)


def _frame(number: int, field: str, found: _Found) -> Frame:
    box = found.box
    side = _side(found.block.style["direction"], "start")
    return Frame(
        number,
        field,
        side,
        box.content_box_x(),
        box.content_box_y(),
        box.width,
        box.height,
        found.block.width,
    )


def _kind(box: Any) -> Kind:
    element = box.element
    return "" if element.get("data-field") else element.tag, box.style["lang"]


def _type(style: Any) -> Type:
    gap = style["letter_spacing"]
    return Type(
        tuple(style["font_family"]),
        int(style["font_weight"]),
        float(style["font_size"]),
        0.0 if gap == "normal" else float(gap),
        float(style["word_spacing"]),
    )
