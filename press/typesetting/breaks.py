"""Lines broken far too early, which WeasyPrint 70 makes at certain widths.

Where a text fits its line but its last space does not, and bold or isolated words follow, the line
may be broken after its first word. Nothing is lost, but it looks like a fault of the flyer, and a
slightly different type size mends it; so fitting looks for these lines.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import get_log_attrs

_MUCH_ROOM = 0.4  # of the column


def early_breaks(document: Document) -> list[str]:
    """The texts of lines that leave much room, though the next word would have had its place."""
    return [line for page in document.pages for line in _early(page._page_box)]


def _early(box: Any) -> Iterator[str]:
    box = getattr(box, "_box", box)
    children = getattr(box, "children", ())
    lines = [child for child in children if isinstance(child, boxes.LineBox)]
    for line, following in pairwise(lines):
        room = box.width - _extent(line)
        if room > _MUCH_ROOM * box.width and not _is_forced(line) and _need(following) < room:
            yield "".join(text.text for text in _texts(line))
    for child in children:
        yield from _early(child)


def _texts(line: Any) -> list[Any]:
    return [
        box for box in line.descendants() if isinstance(box, boxes.TextBox) and box.text.strip()
    ]


def _leaves(line: Any) -> list[Any]:
    """What takes room on a line: texts, pictures, and blocks set in the line."""
    atoms = (boxes.TextBox, boxes.AtomicInlineLevelBox)
    return [box for box in line.descendants() if isinstance(box, atoms)]


def _extent(line: Any) -> float:
    leaves = _leaves(line)
    ends = [box.position_x + box.margin_width() for box in leaves]
    return max(ends, default=0.0) - min((box.position_x for box in leaves), default=0.0)


def _is_forced(line: Any) -> bool:
    return any((box.element_tag or "") == "br" for box in line.descendants())


def _need(line: Any) -> float:
    """About how wide the first word of a line is; endless when it is no plain word."""
    leaves = _leaves(line)
    first = leaves[0] if leaves else None
    if not isinstance(first, boxes.TextBox) or not first.text.strip():
        return float("inf")
    word = first.text.strip().split(" ")[0]  # a no-break space does not end it
    if not word[-1:].isalpha() or first.style["white_space"] == "nowrap":
        return float("inf")
    width: float = first.width
    return 1.6 * width * (len(word) + 1) / len(first.text) + 8


@lru_cache(maxsize=20_000)
def line_ends(text: str, tag: str) -> tuple[int, ...]:
    """Where a line of text in a language may end, the end of the text included."""
    marks = get_log_attrs(text, tag)
    return tuple(i for i in range(1, len(text) + 1) if i == len(text) or marks[i].is_line_break)
