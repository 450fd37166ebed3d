"""The words behind the glyphs: each line of text carries its characters in the file.

A font may build several letters from one glyph (Noto's Arabic draws ba, ta and tha from one stroke
and three kinds of dots), so the map from glyphs to characters that WeasyPrint writes cannot tell
them apart: copied text, read-aloud text and our own checks would get wrong letters. Each text box
is therefore bracketed as /Span with its /ActualText (ISO 32000-1, 14.9.4), and with the space that
WeasyPrint takes away at a line's end, so that words of two lines are not read as one (14.8.2.5).
This leans on WeasyPrint 70's functions; the version is pinned, and tests read the words back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.draw
import weasyprint.layout.inline
from weasyprint.formatting_structure import boxes

from press.typesetting.spots import SPOT, SPOT_TAG

_draw_text = weasyprint.draw.draw_text
_draw_replaced = weasyprint.draw.draw_replacedbox
_split = weasyprint.layout.inline.split_text_box
_strip = weasyprint.layout.inline.remove_last_whitespace

_LINE_ENDS = dict.fromkeys((0x200B, 0x2060))


def spoken(text: str) -> str:
    """The words of a text without the marks of where lines may end, which no search would find."""
    return text.translate(_LINE_ENDS)


def carry_words() -> None:
    """Make WeasyPrint write the words of every text box from now on."""
    weasyprint.draw.draw_text = _draw_with_words
    weasyprint.draw.draw_replacedbox = _draw_in_spot
    weasyprint.layout.inline.split_text_box = _split_and_note
    weasyprint.layout.inline.remove_last_whitespace = _strip_and_note


def _draw_with_words(stream: Any, textbox: Any, *rest: Any) -> None:
    text = textbox.text + getattr(textbox, "space_after", "")
    words = pydyf.Dictionary({"ActualText": pydyf.String(spoken(text))})
    with _spot_around(stream, textbox):
        pydyf.Stream.begin_marked_content(stream, "Span", words.data)
        _draw_text(stream, textbox, *rest)
        pydyf.Stream.end_marked_content(stream)


def _draw_in_spot(stream: Any, box: Any) -> None:
    with _spot_around(stream, box):
        _draw_replaced(stream, box)


@contextmanager
def _spot_around(stream: Any, box: Any) -> Iterator[None]:
    """Brackets around what stands in a spot for a chapter's own lines (see `spots`)."""
    spot = None if box.element is None else box.element.get(SPOT)
    if spot is not None:
        number = pydyf.Dictionary({"N": int(spot)})
        pydyf.Stream.begin_marked_content(stream, SPOT_TAG, number.data)
    yield
    if spot is not None:
        pydyf.Stream.end_marked_content(stream)


def _split_and_note(context: Any, box: Any, width: Any, skip: int, *rest: Any, **more: Any) -> Any:
    line, resume, forced = _split(context, box, width, skip, *rest, **more)
    if line and box.text.encode()[:resume].endswith(b" "):
        line.space_after = "" if line.text.endswith(" ") else " "
    return line, resume, forced


def _strip_and_note(context: Any, line: Any) -> None:
    last = line
    while isinstance(last, boxes.ParentBox) and last.children:
        last = last.children[-1]
    before = getattr(last, "text", "")
    _strip(context, line)
    if before != getattr(last, "text", ""):
        last.space_after = " "
