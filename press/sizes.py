"""Trim sizes by name, upright, in inches."""

from dataclasses import dataclass

_MM = 1 / 25.4


@dataclass(frozen=True)
class Trim:
    """The finished size of a page.

    `sheet` names the paper that it is usually printed on and then cut or folded out of, "" when it
    is a whole sheet itself.
    """

    name: str
    width: float
    height: float
    sheet: str = ""

    @property
    def is_cut(self) -> bool:
        """Whether it comes out of a larger sheet."""
        return bool(self.sheet)

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
        Trim("half-letter", 5.5, 8.5, "letter"),
        Trim("quarter-letter", 4.25, 5.5, "letter"),
        Trim("card", 3.5, 2, "letter"),
        Trim("a3", 297 * _MM, 420 * _MM),
        Trim("a4", 210 * _MM, 297 * _MM),
        Trim("a5", 148 * _MM, 210 * _MM, "a4"),
        Trim("a6", 105 * _MM, 148 * _MM, "a4"),
        # Folded, not cut: the narrow panel of a leaflet, and an eighth of a sheet.
        Trim("panel-letter", 3.625, 8.5, "letter"),
        Trim("panel-a4", 97 * _MM, 210 * _MM, "a4"),
        Trim("eighth-letter", 2.75, 4.25, "letter"),
        Trim("eighth-a4", 74.25 * _MM, 105 * _MM, "a4"),
    )
}

SHEETS = ("letter", "legal", "tabloid", "a5", "a4", "a3")  # that machines have in their trays
