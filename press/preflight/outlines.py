"""Outlines of glyphs in two files of one font, the vendored one and its subset in a PDF.

Subsetting copies the points of a simple glyph byte by byte and drops only its hints, so equal bytes
are told apart from unequal ones without drawing. What is not equal so, such as a glyph made of
others, is drawn from both files.
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import error as StructError  # noqa: N812 -- the module calls it `error`
from struct import iter_unpack, unpack_from

import uharfbuzz as hb
from fontTools.pens.recordingPen import RecordingPen

from press.catalog.fonts import open_font


def strange_glyphs(embedded: bytes, file: Path, glyphs: Iterable[int]) -> list[int]:
    """Glyphs whose outline in an embedded font is not that of a vendored one.

    Args:
        embedded: the TrueType file of a PDF.
        file: the vendored font.
        glyphs: by their numbers, which subsetting keeps.
    """
    with file.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as whole:
        ours, theirs = _Points(whole), _Points(embedded)
        unlike = [g for g in sorted(glyphs) if (at := theirs.of(g)) is None or at != ours.of(g)]
    if not unlike:
        return []
    font = hb.Font(hb.Face(embedded))
    return [g for g in unlike if _vendored_outline(file, g) != _outline(font, g)]


class _Points:
    """The points of simple glyphs as a file in the TrueType format holds them, in bytes."""

    def __init__(self, data: bytes | mmap) -> None:
        self._data = data
        self._tables: dict[bytes, tuple[int, int]] = {}
        try:
            (count,) = unpack_from(">H", data, 4)
            entries = iter_unpack(">4sLLL", data[12 : 12 + 16 * count])
            self._tables = {tag: (start, length) for tag, _, start, length in entries}
            self._is_long = unpack_from(">h", data, self._tables[b"head"][0] + 50) == (1,)
        except (StructError, KeyError):
            self._tables = {}

    def of(self, glyph: int) -> bytes | None:
        """The points of a glyph; None when it is not simple, or cannot be read."""
        try:
            start, end = self._place(glyph)
            if start == end:
                return b""
            (contours,) = unpack_from(">h", self._data, start)
            hints = start + 10 + 2 * contours
            (length,) = unpack_from(">H", self._data, hints)
        except (StructError, KeyError):
            return None
        if contours < 0:
            return None
        ends, points = self._data[start + 10 : hints], self._data[hints + 2 + length : end]
        return b"%d %b %b" % (contours, ends, points.rstrip(b"\0"))  # what ends a glyph is filling

    def _place(self, glyph: int) -> tuple[int, int]:
        """Where a glyph begins and ends.

        Raises:
            KeyError: there is none.
        """
        outlines, (places, length) = self._tables[b"glyf"][0], self._tables[b"loca"]
        form, unit = (">LL", 1) if self._is_long else (">HH", 2)
        if (glyph + 2) * 4 // unit > length:
            raise KeyError(glyph)
        start, end = unpack_from(form, self._data, places + glyph * 4 // unit)
        return outlines + unit * start, outlines + unit * end


@lru_cache(maxsize=1000)
def _vendored_outline(file: Path, glyph: int) -> bytes | None:
    """The outline in a vendored font, of which each edition of a language needs about the same."""
    return _outline(open_font(file), glyph)


def _outline(font: hb.Font, glyph: int) -> bytes | None:
    """What stands for an outline: a worker would keep megabytes of them. None without a glyph."""
    if glyph >= font.face.glyph_count:
        return None
    pen = RecordingPen()
    font.draw_glyph_with_pen(glyph, pen)
    # Python's own hash is the same for -1 and -2.
    return sha256(repr(pen.value).encode()).digest()
