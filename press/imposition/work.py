"""What a scheme is asked to do, and the paper it may use. All lengths are points."""

from dataclasses import dataclass

from press.errors import UsageError
from press.imposition.sheet import Box, Placement

_TOLERANCE = 0.5


@dataclass(frozen=True)
class Work:
    """Pages to put on sheets.

    `trims` are the pages' sizes (width, height) in order; `bleed` is what is painted around each.
    `paper` is the sheet, upright; `thickness` is that of one leaf, for creep.
    """

    trims: tuple[tuple[float, float], ...]
    paper: tuple[float, float]
    bleed: float = 0.0
    right_bound: bool = False
    thickness: float = 0.0
    gutter: float = 0.0
    gathering: int = 4
    overlap: float = 36.0

    def __post_init__(self) -> None:
        for name in ("thickness", "gutter", "overlap"):
            if getattr(self, name) < 0:
                raise UsageError(f"The {name} is less than nothing.", "Give a length of 0 or more.")

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.trims)

    def one_size(self, scheme: str) -> tuple[float, float]:
        """The size that all pages share.

        Raises:
            UsageError: they differ by more than half a point.
        """
        width, height = self.trims[0]
        for number, trim in enumerate(self.trims, 1):
            if abs(trim[0] - width) > _TOLERANCE or abs(trim[1] - height) > _TOLERANCE:
                raise UsageError(
                    f"Page {number} is {inches(trim)}, page 1 is {inches((width, height))}.",
                    f"For {scheme}, all pages must have one size.",
                )
        return width, height


def inches(size: tuple[float, float]) -> str:
    """A size in words, such as "8.5 x 11 in"."""
    return f"{size[0] / 72:.4g} x {size[1] / 72:.4g} in"


def sheet_for(work: Work, block: tuple[float, float], what: str) -> tuple[float, float]:
    """The paper turned so that a block fits on it, the way of the block when both ways do.

    Raises:
        UsageError: it fits neither way.
    """
    across = block[0] > block[1]
    for width, height in (
        (work.paper[::-1], work.paper) if across else (work.paper, work.paper[::-1])
    ):
        if block[0] <= width + _TOLERANCE and block[1] <= height + _TOLERANCE:
            return width, height
    raise UsageError(
        f"{what} of {inches(block)} does not fit on paper of {inches(work.paper)}.",
        "Choose larger paper, or a smaller edition.",
    )


def place(page: int | None, trim: Box, bleed: float, limits: Box | None = None) -> Placement:
    """A page laid down upright, its bleed cut where a neighbor or the fold begins."""
    shown = trim.grown(bleed)
    return Placement(page, trim, shown.cut_to(limits) if limits else shown)
