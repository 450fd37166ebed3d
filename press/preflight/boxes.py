"""The boxes of a page: the sheet, the bleed, the trim; in points, as left, bottom, right, top."""

from dataclasses import dataclass

import pikepdf

from press.preflight.drawing import Edges

_TOLERANCE = 0.01  # points, for numbers that were rounded


@dataclass(frozen=True)
class Boxes:
    """The boxes of one page; those that the file does not give are those around them.

    `turn` is in degrees clockwise, `unit` in points.
    """

    number: int
    media: Edges
    bleed: Edges
    trim: Edges
    turn: int
    unit: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet on paper, where a unit of the file may be many points."""
        width, height = size_of(self.media)
        return width * self.unit, height * self.unit

    def is_slug(self, x: float, y: float) -> bool:
        """Whether a point is on the sheet, but outside of the bleed."""
        return holds(self.media, (x, y, x, y)) and not holds(self.bleed, (x, y, x, y))


def read_boxes(page: pikepdf.Page, number: int) -> Boxes:
    """The boxes of a page, counted from 1.

    Raises:
        ValueError: a box is no rectangle.
    """
    return Boxes(
        number=number,
        media=_edges(page.mediabox),
        bleed=_edges(page.obj.get("/BleedBox", page.mediabox)),
        trim=_edges(page.trimbox),
        turn=page.rotation % 360,
        unit=float(page.obj.get("/UserUnit", 1)),
    )


def size_of(box: Edges) -> tuple[float, float]:
    """Width and height of a box."""
    return box[2] - box[0], box[3] - box[1]


def holds(outer: Edges, inner: Edges) -> bool:
    """Whether a box lies within another, edges included."""
    return (
        outer[0] - _TOLERANCE <= inner[0]
        and outer[1] - _TOLERANCE <= inner[1]
        and outer[2] + _TOLERANCE >= inner[2]
        and outer[3] + _TOLERANCE >= inner[3]
    )


def _edges(box: pikepdf.Object) -> Edges:
    x0, y0, x1, y1 = (float(edge) for edge in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
