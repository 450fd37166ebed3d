"""Whole sheets, one page a side, with nothing to cut or fold.

Print both sides, flipped on the edge named; a flyer of two pages is one sheet then. A flyer of one
page is printed on one side.
"""

from press.imposition.sheet import Box, Placement, Sheet
from press.imposition.work import Work, place, sheet_for


def plan(work: Work) -> list[Sheet]:
    """Each page in the middle of its side; the last back is blank when pages are odd."""
    sheet = sheet_for(work, work.one_size("whole sheets"), "A page")
    sides = [_side(work, page, sheet) for page in range(1, work.pages + 1)]
    if len(sides) == 1:
        return [Sheet(*sheet, sides[0])]
    blank: tuple[Placement, ...] = ()
    return [
        Sheet(*sheet, front, back)
        for front, back in zip(sides[::2], [*sides[1::2], *[blank] * (len(sides) % 2)], strict=True)
    ]


def _side(work: Work, page: int, sheet: tuple[float, float]) -> tuple[Placement, ...]:
    width, height = work.trims[page - 1]
    trim = Box((sheet[0] - width) / 2, (sheet[1] - height) / 2, width, height)
    return (place(page, trim, work.bleed),)
