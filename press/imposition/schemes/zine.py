"""Little book of eight pages from one sheet, printed on one side, without staples.

Fold the sheet in half three times and open it again. Slit the middle fold across the two inner
panels. Fold it lengthwise, push the ends together until the slit opens into a cross, and fold the
pages around the cover.
"""

from press.errors import UsageError
from press.imposition.order import padded
from press.imposition.sheet import Box, Placement, Sheet, upright_folds
from press.imposition.work import Work, inches, place

_TOP = (5, 4, 3, 2)  # upside down
_BOTTOM = (6, 7, 8, 1)


def plan(work: Work) -> list[Sheet]:
    """Two rows of four panels, blanks before the last page; right-bound books mirror the rows."""
    if work.pages > 8:
        raise UsageError(
            f"A zine has 8 pages; this file has {work.pages}.", "Use the scheme saddle for more."
        )
    width, height = max(work.paper), min(work.paper)
    panel = width / 4, height / 2
    size = work.one_size("a zine")
    if size[0] > panel[0] + 0.5 or size[1] > panel[1] + 0.5:
        raise UsageError(
            f"A page of a zine on this paper is {inches(panel)} at most; it is {inches(size)}.",
            "Choose larger paper, or a smaller edition.",
        )
    leaves = padded(work.pages, 8, keep_last=True)
    top, bottom = _TOP, _BOTTOM
    if work.right_bound:
        top, bottom = top[::-1], bottom[::-1]
    front: list[Placement] = []
    for row, (pages, upside_down) in enumerate(((bottom, False), (top, True))):
        for column, page in enumerate(pages):
            cell = Box(column * panel[0], row * panel[1], *panel)
            x, y = cell.x + (panel[0] - size[0]) / 2, cell.y + (panel[1] - size[1]) / 2
            placed = place(leaves[page - 1], Box(x, y, *size), work.bleed, cell)
            front.append(
                Placement(placed.page, placed.trim, placed.clip, 180 if upside_down else 0)
            )
    middle = Box(0, panel[1], width, 0)
    folds = *upright_folds([panel[0], 2 * panel[0], 3 * panel[0]], height), middle
    slit = Box(panel[0], panel[1], 2 * panel[0], 0)
    return [Sheet(width, height, tuple(front), None, folds, (slit,))]
