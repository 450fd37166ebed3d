"""Glyphs moved in a line, written so that every viewer finds their places.

WeasyPrint 70 writes an empty string before the move of a glyph. The PDF engine of Chrome and Edge
then loses moves, and the stacked letters of Bengali are printed over one another.
"""

from typing import Any

import pydyf

_show_text = pydyf.Stream.show_text


def keep_places() -> None:
    """Make WeasyPrint write no empty strings from now on."""
    pydyf.Stream.show_text = _show_without_empty


def _show_without_empty(stream: Any, text: str) -> None:
    _show_text(stream, text.replace("<>", " "))
