"""Thick booklet, in gatherings that are folded one by one and sewn or stapled together.

Print both sides, flipped on the edge that is named. Fold each gathering in the middle by
itself, lay the gatherings on each other in order, and bind them at the folds.
"""

from press.imposition.order import gatherings, padded
from press.imposition.schemes.saddle import gathered
from press.imposition.sheet import Sheet
from press.imposition.work import Work


def plan(work: Work) -> list[Sheet]:
    """Gatherings of `work.gathering` sheets; the last one may be thinner."""
    leaves = padded(work.pages, 4, keep_last=True)
    return [sheet for part in gatherings(leaves, work.gathering) for sheet in gathered(work, part)]
