"""Cards on business-card stock: ten of 3.5 x 2 in on a letter sheet (Avery 5371, 8371, 5877).

Print both sides at 100 %, flipped on the edge that is named. Try one sheet of plain paper
first and hold it against the stock. Break the cards apart at the perforation, or cut along the
marks.
"""

from press.errors import UsageError
from press.imposition.schemes.grid import filled
from press.imposition.sheet import Box, Sheet
from press.imposition.work import Work, inches

SHEET = (612.0, 792.0)
CARD = (252.0, 144.0)
_LEFT, _BOTTOM = 54.0, 36.0
_COLUMNS, _ROWS = 2, 5


def plan(work: Work) -> list[Sheet]:
    """Every sheet is filled with one card, backs behind their fronts."""
    if max(abs(a - b) for a, b in zip(work.paper, SHEET, strict=True)) > 0.5:
        raise UsageError(
            f"This card stock is {inches(SHEET)}; the paper asked for is {inches(work.paper)}.",
            "Leave --paper out, or use the scheme grid for plain paper.",
        )
    size = work.one_size("cards")
    if max(abs(size[0] - CARD[0]), abs(size[1] - CARD[1])) > 0.5:
        raise UsageError(
            f"A card on this stock is {inches(CARD)}; the page is {inches(size)}.",
            "Use the scheme grid for other sizes.",
        )
    return [filled(SHEET, _cells(), work, front) for front in range(1, work.pages + 1, 2)]


def _cells() -> list[Box]:
    """The ten places of the stock, row by row from the top; there is no gutter between them."""
    return [
        Box(_LEFT + column * CARD[0], _BOTTOM + (_ROWS - 1 - row) * CARD[1], *CARD)
        for row in range(_ROWS)
        for column in range(_COLUMNS)
    ]
