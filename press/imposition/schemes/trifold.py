"""Leaflet of six panels, folded twice like a letter.

Print both sides, flipped on the edge that is named. Lay the sheet down with the three inner
panels up. Fold the narrow panel over the middle one first, then the cover over both.
"""

from press.errors import UsageError
from press.imposition.sheet import Box, Placement, Sheet, upright_folds
from press.imposition.work import Work, inches, place

_NARROWER = {True: 4.5, False: 3 / 25.4 * 72}  # points: 1/16 in on inch paper, 3 mm on metric
_METRIC_HEIGHTS = (841.9, 1190.6)


def panel_widths(sheet_width: float) -> tuple[float, float]:
    """The widths of a full panel and of the narrow one, which is tucked in."""
    less = _NARROWER[not any(abs(sheet_width - metric) < 1 for metric in _METRIC_HEIGHTS)]
    full = (sheet_width + less) / 3
    return full, sheet_width - 2 * full


def plan(work: Work) -> list[Sheet]:
    """Panels in reading order: cover, what one sees on opening it (inner left, flap), the middle
    and the right inside, the back. The panels 3 and 5 are the narrow ones.
    """
    if work.pages != 6:
        raise UsageError(
            f"A tri-fold leaflet has 6 panels; this file has {work.pages} pages.",
            "Make the edition of size tri-fold, or use another scheme.",
        )
    width, height = max(work.paper), min(work.paper)
    full, narrow = panel_widths(width)
    outside = _row((3, narrow), (6, full), (1, full))
    inside = _row((2, full), (4, full), (5, narrow))
    if work.right_bound:
        outside, inside = (
            [(page, Box(width - box.right, 0, box.width, 0)) for page, box in side]
            for side in (outside, inside)
        )
    sides = [_panels(work, side, height) for side in (outside, inside)]
    folds = upright_folds(sorted(panel.x for _, panel in inside)[1:], height)
    return [Sheet(width, height, sides[0], sides[1], folds)]


def _row(*panels: tuple[int, float]) -> list[tuple[int, Box]]:
    row, x = [], 0.0
    for page, width in panels:
        row.append((page, Box(x, 0, width, 0)))
        x += width
    return row


def _panels(work: Work, side: list[tuple[int, Box]], height: float) -> tuple[Placement, ...]:
    """Each panel's page stands in the middle of its panel, and shows nothing beyond its folds."""
    placed = []
    full = max(panel.width for _, panel in side)
    for page, panel in side:
        width, tall = work.trims[page - 1]
        if width > full + 0.5 or tall > height + 0.5:
            raise UsageError(
                f"A panel on this paper is {inches((full, height))} at most;"
                f" page {page} is {inches((width, tall))}.",
                "Choose larger paper, or make the edition of size tri-fold.",
            )
        limits = Box(panel.x, 0, panel.width, height)
        trim = Box(panel.x + (panel.width - width) / 2, (height - tall) / 2, width, tall)
        placed.append(place(page, trim, work.bleed, limits))
    return tuple(placed)
