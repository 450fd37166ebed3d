"""The code to scan: one SVG path, error level Q, with its quiet zone."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast

import zxingcpp
from markupsafe import Markup

QUIET = 4  # modules of white around a code
_INK_BELOW = 128
_SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" class="code">'
    '<title>{title}</title><path d="{path}"/></svg>'
)

Bar = tuple[int, int, int]


@lru_cache(maxsize=4_000)
def code_bars(address: str) -> tuple[tuple[Bar, ...], int]:
    """The bars of a code, row by row, and its width with its quiet zone, in modules.

    A bar is one module high: the place of its upper left corner, and its length.
    """
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    image = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    rows: Any = memoryview(cast(Any, image)).tolist()
    return tuple(_bars(rows)), len(rows) + 2 * QUIET


def _bars(rows: list[list[int]]) -> Iterator[Bar]:
    for y, row in enumerate(rows, QUIET):
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end] < _INK_BELOW:
                end += 1
            if end > start:
                yield start + QUIET, y, end - start
            start = end + 1


def draw_qr(address: str) -> Markup:
    """A QR code of an address as inline SVG, 4 modules of quiet zone on each side.

    Its title is the address, for those who cannot see it.
    """
    bars, size = code_bars(address)
    path = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in bars)
    return _SVG.format(size=size, title=address, path=path)
