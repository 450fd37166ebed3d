"""Poster on several sheets of ordinary paper, glued together.

Print on one side at 100 %. Cut the right and the upper edge of each sheet along the marks where
another sheet joins, and glue the sheets over each other by the overlap, row by row from the top.
"""

import math

from press.errors import UsageError
from press.imposition.sheet import Box, Placement, Sheet
from press.imposition.work import Work

_CLEAR = 18.0  # points: an office machine prints nothing nearer to the edge


def plan(work: Work) -> list[Sheet]:
    """Tiles, row by row from the upper left, each sharing `work.overlap` with its neighbors."""
    least = min(work.paper) - 2 * _CLEAR
    if work.overlap > least / 2:
        raise UsageError(
            f"Tiles of this paper cannot share {work.overlap / 72:.4g} in.",
            f"Give an overlap of {math.floor(least / 2) / 72:.3g} in at most.",
        )
    return [sheet for page in range(1, work.pages + 1) for sheet in _tiles(work, page)]


def _tiles(work: Work, page: int) -> list[Sheet]:
    size = work.trims[page - 1]
    ways = [(paper, _counts(paper, size, work.overlap)) for paper in (work.paper, work.paper[::-1])]
    paper, (columns, rows) = min(ways, key=lambda way: way[1][0] * way[1][1])
    window = Box(_CLEAR, _CLEAR, paper[0] - 2 * _CLEAR, paper[1] - 2 * _CLEAR)
    step = window.width - work.overlap, window.height - work.overlap
    sheets = []
    for row in range(rows):
        for column in range(columns):
            left = window.x - column * step[0]
            bottom = window.top - size[1] + row * step[1]
            trim = Box(left, bottom, *size)
            sheets.append(Sheet(*paper, (Placement(page, trim, trim.cut_to(window)),)))
    return sheets


def _counts(
    paper: tuple[float, float], size: tuple[float, float], overlap: float
) -> tuple[int, int]:
    """Columns and rows of tiles on paper turned one way."""
    room = paper[0] - 2 * _CLEAR, paper[1] - 2 * _CLEAR
    columns, rows = (
        max(1, math.ceil((size[axis] - overlap - 0.01) / (room[axis] - overlap))) for axis in (0, 1)
    )
    return columns, rows
