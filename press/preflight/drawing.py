"""The state of drawing while content is read: where, in what ink, and what lies below."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from pikepdf import Matrix

from press.preflight.face import Face
from press.preflight.spaces import GRAY, Space, luminance

Point = tuple[float, float]
Edges = tuple[float, float, float, float]  # left, bottom, right, top
EVERYWHERE: Edges = (float("-inf"), float("-inf"), float("inf"), float("inf"))


@dataclass(frozen=True)
class Color:
    """A color to draw in."""

    space: Space = GRAY
    values: tuple[float, ...] = (0.0,)

    @cached_property
    def luminance(self) -> float | None:
        """How light it is, from 0 to 1; None where it cannot be told."""
        return luminance(self.space, self.values)


def color_of(space: Space, numbers: Iterable[Any]) -> Color:
    """A color from its numbers.

    Raises:
        ValueError: there are too few or too many of them.
    """
    values = tuple(float(number) for number in numbers)
    if len(values) != space.parts:
        raise ValueError("a color with too few or too many parts")
    return Color(space, values)


def first_color(space: Space) -> Color:
    """The color that a space begins with."""
    values = (0.0,) * space.parts
    if space.family in ("Separation", "DeviceN"):
        values = (1.0,) * space.parts
    elif space.parts == 4:
        values = (0.0, 0.0, 0.0, 1.0)
    return Color(space, values)


@dataclass
class State:
    """The graphics state of PDF, as far as preflight needs it."""

    matrix: Matrix = field(default_factory=Matrix)
    clip: Edges = EVERYWHERE
    fill: Color = Color()
    stroke: Color = Color()
    is_opaque: bool = True
    face: Face | None = None
    size: float = 0.0
    letter_gap: float = 0.0
    word_gap: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def copy(self) -> "State":
        """The state as `q` keeps it."""
        return replace(self)

    @property
    def ink(self) -> float | None:
        """The luminance of what is filled."""
        return self.fill.luminance if self.is_opaque else None


@dataclass(frozen=True)
class Painted:
    """An area that was painted; `ink` is its luminance, None where that cannot be told."""

    outlines: tuple[tuple[Point, ...], ...]
    edges: Edges
    ink: float | None
    even_odd: bool = False

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies in the area, by the rule that it was filled with."""
        left, bottom, right, top = self.edges
        if not (left < x < right and bottom < y < top):
            return False
        if not self.outlines:
            return True
        turns = sum(_turns(outline, x, y) for outline in self.outlines)
        return turns % 2 == 1 if self.even_odd else turns != 0

    def moved(self, across: float, up: float) -> "Painted":
        """The same area elsewhere."""
        outlines = tuple(tuple((x + across, y + up) for x, y in each) for each in self.outlines)
        left, bottom, right, top = self.edges
        edges = (left + across, bottom + up, right + across, top + up)
        return Painted(outlines, edges, self.ink, self.even_odd)


def paint(
    outlines: Sequence[Sequence[Point]], clip: Edges, ink: float | None, even_odd: bool = False
) -> Painted:
    """The area inside outlines, as far as the clip lets it show."""
    frozen = tuple(tuple(outline) for outline in outlines)
    return Painted(frozen, meet(around(frozen), clip), ink, even_odd)


def _turns(outline: Sequence[Point], x: float, y: float) -> int:
    """How often an outline winds around a point; curves are taken by their control points."""
    turns = 0
    x0, y0 = outline[-1]
    for x1, y1 in outline:
        if (y0 <= y) != (y1 <= y):
            side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
            if y1 > y0 and side > 0:
                turns += 1
            elif y1 < y0 and side < 0:
                turns -= 1
        x0, y0 = x1, y1
    return turns


def around(outlines: Sequence[Sequence[Point]]) -> Edges:
    """The edges around outlines; nothing has edges that hold no point."""
    xs = [x for outline in outlines for x, _ in outline]
    ys = [y for outline in outlines for _, y in outline]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


def meet(one: Edges, other: Edges) -> Edges:
    """What two rectangles share."""
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def overlap(one: Edges, other: Edges) -> bool:
    """Whether two rectangles share more than an edge."""
    left, bottom, right, top = meet(one, other)
    return left < right and bottom < top


def within(point: Point, clip: Edges) -> Point:
    """The point of a rectangle that is nearest to a point; itself when it lies inside."""
    left, bottom, right, top = clip
    return min(max(point[0], left), right), min(max(point[1], bottom), top)


def corners(edges: Iterable[Any], matrix: Matrix) -> list[Point]:
    """The corners of a rectangle given by four numbers, moved by a matrix."""
    left, bottom, right, top = (float(edge) for edge in edges)
    points = ((left, bottom), (right, bottom), (right, top), (left, top))
    return [matrix.transform(point) for point in points]


def matrix_of(values: Any) -> Matrix:
    """A matrix from six numbers of a file."""
    return Matrix(*(float(value) for value in values))
