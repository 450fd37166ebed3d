"""The words behind the glyphs: each line of text carries its characters in the file.

A font may build several letters from one glyph (Noto's Arabic draws ba, ta and tha from one stroke
and three kinds of dots), so the map from glyphs to characters that WeasyPrint writes cannot tell
them apart: copied text, read-aloud text and our own checks would get wrong letters. Each text box
is therefore bracketed as /Span with its /ActualText (ISO 32000-1, 14.9.4). This leans on
WeasyPrint 70's drawing function; the version is pinned, and a test reads Arabic back.
"""

from typing import Any

import pydyf
import weasyprint.draw

_draw_text = weasyprint.draw.draw_text

# Marks of where lines may end are no part of the words: they would keep a search from finding them.
_LINE_ENDS = dict.fromkeys((0x200B, 0x2060))


def _draw_with_words(stream: Any, textbox: Any, *rest: Any) -> None:
    said = textbox.text.translate(_LINE_ENDS)
    words = pydyf.Dictionary({"ActualText": pydyf.String(said)})
    pydyf.Stream.begin_marked_content(stream, "Span", words.data)
    _draw_text(stream, textbox, *rest)
    pydyf.Stream.end_marked_content(stream)


def carry_words() -> None:
    """Make WeasyPrint write the words of every text box from now on."""
    weasyprint.draw.draw_text = _draw_with_words
