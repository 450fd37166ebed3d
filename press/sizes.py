"""Trim sizes by name, upright, in inches."""

from dataclasses import dataclass

_MM = 1 / 25.4


@dataclass(frozen=True)
class Trim:
    """The finished size of a page."""

    name: str
    width: float
    height: float

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in PostScript points."""
        return self.width * 72, self.height * 72


TRIMS = {
    trim.name: trim
    for trim in (
        Trim("letter", 8.5, 11),
        Trim("legal", 8.5, 14),
        Trim("tabloid", 11, 17),
        Trim("half-letter", 5.5, 8.5),
        Trim("quarter-letter", 4.25, 5.5),
        Trim("card", 3.5, 2),
        Trim("a3", 297 * _MM, 420 * _MM),
        Trim("a4", 210 * _MM, 297 * _MM),
        Trim("a5", 148 * _MM, 210 * _MM),
        Trim("a6", 105 * _MM, 148 * _MM),
    )
}
