"""Ratios and goals, from what was measured. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.cost import Cost

Measured = Mapping[str, "Sequence[Cost] | str"]  # rounds by competitor, or why there are none


@dataclass(frozen=True)
class Goal:
    """What is to be reached: `most` or `least` of a figure, worked out for time and for CPU time.

    `of_cpu` is None where the figure is not one of time.
    """

    words: str
    unit: str
    of_wall: Callable[[Measured], float | None]
    of_cpu: Callable[[Measured], float | None] | None = None
    least: float | None = None
    most: float | None = None

    def is_reached(self, figure: float) -> bool:
        """Whether a figure is good enough."""
        return (self.least is None or figure >= self.least) and (
            self.most is None or figure <= self.most
        )


def times(measured: Measured, ours: str, theirs: str, cpu: bool = False) -> float | None:
    """How many documents we make while a peer makes one: the median of the pairs.

    None when one of the two is missing.
    """
    pairs = _pairs(measured, ours, theirs)
    ratios = [_each(their, cpu) / _each(our, cpu) for our, their in pairs if _told(our, their, cpu)]
    return median(ratios) if ratios else None


def share(measured: Measured, part: str, whole: str, cpu: bool = False) -> float | None:
    """What part of a whole build a smaller one takes, in percent: the median of the pairs."""
    pairs = _pairs(measured, part, whole)
    shares = [
        100 * _spent(some, cpu) / _spent(all_of_it, cpu)
        for some, all_of_it in pairs
        if _told(some, all_of_it, cpu)
    ]
    return median(shares) if shares else None


def memory(measured: Measured, who: str) -> float | None:
    """The largest process of all rounds, in MB."""
    peaks = [cost.memory for cost in _rounds(measured, who) if cost.memory is not None]
    return max(peaks, default=None)


def middle(rounds: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    cpus = [cost.cpu for cost in rounds if cost.cpu is not None]
    peaks = [cost.memory for cost in rounds if cost.memory is not None]
    return Cost(
        documents=rounds[0].documents,
        wall=median(cost.wall for cost in rounds),
        cpu=median(cpus) if cpus else None,
        memory=max(peaks, default=None),
    )


def _rounds(measured: Measured, who: str) -> Sequence[Cost]:
    rounds = measured.get(who, "")
    return [] if isinstance(rounds, str) else rounds


def _pairs(measured: Measured, one: str, other: str) -> list[tuple[Cost, Cost]]:
    return list(zip(_rounds(measured, one), _rounds(measured, other), strict=False))


def _told(one: Cost, other: Cost, cpu: bool) -> bool:
    return not cpu or None not in (one.cpu, other.cpu)


def _spent(cost: Cost, cpu: bool) -> float:
    return (cost.cpu or 0.0) if cpu else cost.wall


def _each(cost: Cost, cpu: bool) -> float:
    return _spent(cost, cpu) / cost.documents


def _ratio(words: str, least: float, ours: str, theirs: str) -> Goal:
    return Goal(
        words,
        "x",
        lambda measured: times(measured, ours, theirs),
        lambda measured: times(measured, ours, theirs, cpu=True),
        least=least,
    )


GOALS = (
    _ratio(
        "whole catalog, against the `weasyprint` command in a loop", 12, "catalog", "weasyprint"
    ),
    _ratio("whole catalog, against warm Chromium", 1.5, "catalog", "chromium"),
    Goal(
        "nothing changed, of a whole build",
        "%",
        lambda measured: share(measured, "unchanged", "catalog"),
        lambda measured: share(measured, "unchanged", "catalog", cpu=True),
        most=1,
    ),
    _ratio("chapters, against Typst", 3, "chapters", "typst"),
    _ratio("imposition, against pdfimpose", 2, "sheets", "pdfimpose"),
    Goal(
        "memory of the largest process, whole catalog",
        "MB",
        lambda measured: memory(measured, "catalog"),
        most=150,
    ),
)
