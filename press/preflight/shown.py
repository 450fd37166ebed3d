"""What the pages of a PDF show, as plain data: runs of text, inks, pictures."""

from dataclasses import dataclass, replace

import pikepdf

from press.preflight.face import Face
from press.preflight.spaces import Space


@dataclass(frozen=True)
class Shown:
    """One run of glyphs, from its origin to its end in points of the page, inks from 0 to 1.

    Of a run that is cut off, as on the tiles of a poster, it is the part that shows. `text` is what
    the file says that the glyphs mean; when several runs make up one text, the first carries it.
    `ink` is the luminance of the text, `ground` that of what was painted below it; None where it
    cannot be told. `glyphs` is empty for a font whose codes do not name them. `is_aid` when the
    file marks it as an aid of production, as marks and slug lines are.
    """

    page: int
    font: str
    size: float
    glyphs: tuple[int, ...]
    text: str
    x: float
    y: float
    end_x: float
    end_y: float
    ink: float | None
    ground: float | None
    face: Face
    is_aid: bool = False

    def moved(self, across: float, up: float) -> "Shown":
        """The same run elsewhere."""
        x, y, end_x, end_y = self.x + across, self.y + up, self.end_x + across, self.end_y + up
        return replace(self, x=x, y=y, end_x=end_x, end_y=end_y)


@dataclass(frozen=True)
class Ink:
    """A color that is used on a page, for `use`: text, a line, an area, a blend."""

    page: int
    use: str
    space: Space
    values: tuple[float, ...]


@dataclass(frozen=True)
class Picture:
    """A picture on a page: its size in pixels, and how many of them an inch of paper gets.

    `space` is None for a stencil, which is painted in the ink of its place; `stream` is None for a
    picture that is written into the page's own content.
    """

    page: int
    width: int
    height: int
    per_inch: float
    space: Space | None
    filters: tuple[str, ...]
    stream: pikepdf.Stream | None
