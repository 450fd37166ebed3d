"""Trim sizes by name, upright, in inches."""

from dataclasses import dataclass

_MM = 1 / 25.4


@dataclass(frozen=True)
class Trim:
    """The finished size of a page; `is_cut` when it is cut out of a larger sheet."""

    name: str
    width: float
    height: float
    is_cut: bool = False

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in PostScript points."""
        return self.width * 72, self.height * 72

    @property
    def clear(self) -> float:
        """How far text keeps from the edge, in points: from a machine's grip, or from the knife."""
        return 9.0 if self.is_cut else 18.0


TRIMS = {
    trim.name: trim
    for trim in (
        Trim("letter", 8.5, 11),
        Trim("legal", 8.5, 14),
        Trim("tabloid", 11, 17),
        Trim("half-letter", 5.5, 8.5, is_cut=True),
        Trim("quarter-letter", 4.25, 5.5, is_cut=True),
        Trim("card", 3.5, 2, is_cut=True),
        Trim("a3", 297 * _MM, 420 * _MM),
        Trim("a4", 210 * _MM, 297 * _MM),
        Trim("a5", 148 * _MM, 210 * _MM, is_cut=True),
        Trim("a6", 105 * _MM, 148 * _MM, is_cut=True),
    )
}

SHEETS = ("letter", "legal", "tabloid", "a5", "a4", "a3")  # that machines have in their trays
