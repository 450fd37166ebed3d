"""Booklet, folded once and stapled in the fold.

Print both sides, flipped on the edge that is named. Keep the sheets in the order in which
they come out, fold the whole stack in the middle, and put two staples into the fold.
"""

from collections.abc import Sequence

from press.imposition.order import padded, saddle
from press.imposition.sheet import Box, Placement, Sheet, upright_folds
from press.imposition.work import Work, place, sheet_for


def plan(work: Work) -> list[Sheet]:
    """One gathering; blanks go before the last page, so that the back cover stays outside."""
    return gathered(work, padded(work.pages, 4, keep_last=True))


def gathered(work: Work, leaves: Sequence[int | None]) -> list[Sheet]:
    """One gathering of pages in reading order, a multiple of four.

    Each sheet inside the outermost is shifted toward the fold by the thickness of the leaves
    around it, for the stack creeps out there when it is folded and trimmed.
    """
    width, height = work.one_size("a booklet")
    sheet = sheet_for(work, (2 * width, height), "A spread")
    sheets = []
    for depth, (front, back) in enumerate(saddle(leaves, work.right_bound)):
        creep = depth * work.thickness
        sides = [_spread(work, sheet, (width, height), pair, creep) for pair in (front, back)]
        folds = upright_folds([sheet[0] / 2], sheet[1])
        sheets.append(Sheet(*sheet, sides[0], sides[1], folds))
    return sheets


def _spread(
    work: Work,
    sheet: tuple[float, float],
    trim: tuple[float, float],
    pair: tuple[int | None, int | None],
    creep: float,
) -> tuple[Placement, ...]:
    middle, bottom = sheet[0] / 2, (sheet[1] - trim[1]) / 2
    left = Box(middle - trim[0] + creep, bottom, *trim)
    right = Box(middle - creep, bottom, *trim)
    halves = Box(0, 0, middle, sheet[1]), Box(middle, 0, middle, sheet[1])
    return (
        place(pair[0], left, work.bleed, halves[0]),
        place(pair[1], right, work.bleed, halves[1]),
    )
