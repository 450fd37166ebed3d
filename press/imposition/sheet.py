"""Sheets as pure arithmetic: which page lies where, turned how, on which side of which sheet.

All lengths are points. A sheet's corner of origin is its lower left, as one looks at that side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

FlipEdge = Literal["long", "short"]
Turn = Literal[0, 180]


@dataclass(frozen=True)
class Box:
    """A rectangle: its lower left corner and its extent."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def top(self) -> float:
        """The y of the upper edge."""
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> "Box":
        """The box at another place."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def grown(self, by: float) -> "Box":
        """The box wider by a length on each side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def cut_to(self, other: "Box") -> "Box":
        """The part of the box that lies in another."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Box(x, y, max(right - x, 0), max(top - y, 0))


@dataclass(frozen=True)
class Placement:
    """One page on one side of a sheet.

    `page` counts from 1; None is a blank. `trim` is where the page's trim box comes to lie, `clip`
    what of it and of its bleed may be seen, and `turn` how many degrees it is turned.
    """

    page: int | None
    trim: Box
    clip: Box
    turn: Turn = 0


@dataclass(frozen=True)
class Sheet:
    """One sheet of paper; `back` is None when it is printed on one side.

    `folds` and `slits` are boxes without width or height, as one looks at the side that lies up at
    the folding table: the back, or the front of a sheet that is printed on one side.
    """

    width: float
    height: float
    front: tuple[Placement, ...]
    back: tuple[Placement, ...] | None = None
    folds: tuple[Box, ...] = ()
    slits: tuple[Box, ...] = ()

    def sides(self) -> tuple[tuple[Placement, ...], ...]:
        """What is printed, front first."""
        return (self.front,) if self.back is None else (self.front, self.back)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them."""
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.top for box in boxes) - y)


def upright_folds(places: Iterable[float], height: float) -> tuple[Box, ...]:
    """Folds over the whole height of a sheet, at places counted from the left."""
    return tuple(Box(x, 0, 0, height) for x in places)


def turned(side: Iterable[Placement], width: float, height: float) -> tuple[Placement, ...]:
    """A whole side turned by 180 degrees about the sheet's middle."""
    return tuple(
        Placement(
            p.page,
            _about(p.trim, width, height),
            _about(p.clip, width, height),
            0 if p.turn else 180,
        )
        for p in side
    )


def _about(box: Box, width: float, height: float) -> Box:
    return Box(width - box.right, height - box.top, box.width, box.height)


def shifted(side: Iterable[Placement], dx: float, dy: float) -> tuple[Placement, ...]:
    """A whole side moved, for a machine that prints its backs askew."""
    return tuple(replace(p, trim=p.trim.moved(dx, dy), clip=p.clip.moved(dx, dy)) for p in side)


def flips_sideways(width: float, height: float, edge: FlipEdge) -> bool:
    """Whether a sheet turns about its vertical axis when flipped on an edge."""
    upright = height >= width
    return (edge == "long") == upright


def for_flip(sheet: Sheet, edge: FlipEdge, offset: tuple[float, float] = (0, 0)) -> Sheet:
    """The sheet as a machine must print it.

    Schemes plan their backs for a sheet that turns about its vertical axis; for the other axis the
    back is turned around.

    Args:
        sheet: as planned.
        edge: the edge on which the machine flips it.
        offset: moves the back, in points to the right and up, as one reads the back: a machine's
            fault lies in the paper's way, not in that of what is printed.
    """
    if sheet.back is None:
        return sheet
    back = shifted(sheet.back, *offset)
    folds = tuple(fold.moved(*offset) for fold in sheet.folds)
    if not flips_sideways(sheet.width, sheet.height, edge):
        back = turned(back, sheet.width, sheet.height)
        folds = tuple(_about(fold, sheet.width, sheet.height) for fold in folds)
    return replace(sheet, back=back, folds=folds)
