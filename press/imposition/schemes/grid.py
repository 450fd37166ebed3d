"""Many of one flyer on a sheet: halves, quarters, cards, with marks to cut along.

Print both sides, flipped on the edge that is named. Cut along the marks. Each sheet carries
the same flyer in every place, so any piece is a whole flyer.
"""

from collections.abc import Sequence

from press.errors import UsageError
from press.imposition.sheet import Box, Placement, Sheet, around
from press.imposition.work import Work, inches, place

_SLACK = 0.5


def plan(work: Work) -> list[Sheet]:
    """Each flyer of two pages (or one) fills a sheet: fronts, and backs mirrored behind them."""
    size = work.one_size("a grid")
    sheet, cells = best_grid(work, size)
    return [filled(sheet, cells, work, front) for front in range(1, work.pages + 1, 2)]


def filled(sheet: tuple[float, float], cells: list[Box], work: Work, front: int) -> Sheet:
    """A sheet with one flyer in every cell; its back lies mirrored behind.

    Among sheets with backs, one without has a blank back, or the next copy would begin there.
    """
    back = front + 1 if front + 1 <= work.pages else None
    behind = [mirrored(cell, sheet[0]) for cell in cells]
    return Sheet(
        *sheet,
        tuple(place_in_cell(front, cell, cells, work) for cell in cells),
        tuple(place_in_cell(back, cell, behind, work) for cell in behind)
        if work.pages > 1
        else None,
    )


def mirrored(cell: Box, width: float) -> Box:
    """Where a cell lies when the sheet is turned about its vertical axis."""
    return Box(width - cell.right, cell.y, cell.width, cell.height)


def best_grid(work: Work, size: tuple[float, float]) -> tuple[tuple[float, float], list[Box]]:
    """The paper, turned to hold the most cells, and the cells, row by row from the top.

    Raises:
        UsageError: not one fits.
    """
    upright, across = (_cells(paper, size, work.gutter) for paper in (work.paper, work.paper[::-1]))
    if not upright and not across:
        raise UsageError(
            f"A page of {inches(size)} does not fit on paper of {inches(work.paper)}.",
            "Choose larger paper, or a smaller edition.",
        )
    return (work.paper, upright) if len(upright) >= len(across) else (work.paper[::-1], across)


def _cells(paper: tuple[float, float], size: tuple[float, float], gutter: float) -> list[Box]:
    columns, rows = (
        int((paper[axis] + gutter + _SLACK) // (size[axis] + gutter)) for axis in (0, 1)
    )
    left = (paper[0] - columns * size[0] - (columns - 1) * gutter) / 2
    top = (paper[1] + rows * size[1] + (rows - 1) * gutter) / 2
    return [
        Box(
            left + column * (size[0] + gutter),
            top - size[1] - row * (size[1] + gutter),
            *size,
        )
        for row in range(rows)
        for column in range(columns)
    ]


def place_in_cell(page: int | None, cell: Box, cells: Sequence[Box], work: Work) -> Placement:
    """Bleed is whole at the rim of the block, and reaches into a gutter by half, so that neighbors
    never cover each other.
    """
    block = around(cells)

    def room(to_rim: float) -> float:
        return work.bleed if to_rim < _SLACK else work.gutter / 2

    x, y = cell.x - room(cell.x - block.x), cell.y - room(cell.y - block.y)
    right = cell.right + room(block.right - cell.right)
    top = cell.top + room(block.top - cell.top)
    return place(page, cell, work.bleed, Box(x, y, right - x, top - y))
