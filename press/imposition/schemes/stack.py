"""Many different leaves on a sheet, cut in one pile and stacked in order.

Print both sides, flipped on the edge that is named. Cut the whole pile along the marks, then
lay the piles on each other from the upper left to the lower right: the leaves are in order.
"""

from press.imposition.order import cut_and_stack
from press.imposition.schemes.grid import best_grid, mirrored, place_in_cell
from press.imposition.sheet import Box, Placement, Sheet
from press.imposition.work import Work


def plan(work: Work) -> list[Sheet]:
    """Leaves of two pages each; the leaf in slot p of sheet s is number p * sheets + s."""
    size = work.one_size("a stack")
    sheet, cells = best_grid(work, size)
    leaves = [
        (page, page + 1 if page < work.pages else None) for page in range(1, work.pages + 1, 2)
    ]
    return [_sheet(work, sheet, cells, piles) for piles in cut_and_stack(leaves, len(cells))]


def _sheet(
    work: Work,
    sheet: tuple[float, float],
    cells: list[Box],
    piles: list[tuple[int, int | None] | None],
) -> Sheet:
    front: list[Placement] = []
    back: list[Placement] = []
    behind = [mirrored(cell, sheet[0]) for cell in cells]
    for cell, turned, leaf in zip(cells, behind, piles, strict=True):
        recto, verso = leaf or (None, None)
        front.append(place_in_cell(recto, cell, cells, work))
        back.append(place_in_cell(verso, turned, behind, work))
    return Sheet(*sheet, tuple(front), tuple(back))
