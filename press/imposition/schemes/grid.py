"""Many of one flyer on a sheet: halves, quarters, cards, with marks to cut along.

Print both sides, flipped on the edge named in the corner. Cut along the marks. Each sheet carries
the same flyer in every place, so any piece is a whole flyer.
"""

from press.errors import UsageError
from press.imposition.sheet import Box, Placement, Sheet
from press.imposition.work import Work, inches, place

_SLACK = 0.5


def plan(work: Work) -> list[Sheet]:
    """Each flyer of two pages (or one) fills a sheet: fronts, and backs mirrored behind them."""
    size = work.one_size("a grid")
    sheet, cells = best_grid(work, size)
    return [filled(sheet, cells, work, front) for front in range(1, work.pages + 1, 2)]


def filled(sheet: tuple[float, float], cells: list[Box], work: Work, front: int) -> Sheet:
    """A sheet with one flyer in every cell; its back, if there is one, lies mirrored behind."""
    back = front + 1 if front + 1 <= work.pages else None
    return Sheet(
        *sheet,
        tuple(_cell(front, cell, work) for cell in cells),
        tuple(_cell(back, mirrored(cell, sheet[0]), work) for cell in cells) if back else None,
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


def _cell(page: int | None, cell: Box, work: Work) -> Placement:
    """Bleed reaches into the gutter by half, so that neighbors never cover each other."""
    return place(page, cell, min(work.bleed, work.gutter / 2) if work.gutter else 0.0)
