"""The search for the largest size that fits, in as few layouts as it takes. Pure.

What a page holds grows about with the square of its type, so how full the pages are at one size
tells where to look next. Where it misleads, as with a word too wide for its column, the range is
halved instead. Any way ends at the same size, for what is too much at one size is at each larger.
"""

from collections.abc import Callable
from math import log

_MOST_GUESSES = 6
_POWER = 1.8  # of the size, to which the text of a page grows
_POWERS = (1.0, 3.0)


def largest(
    floor: int,
    ceiling: int,
    is_too_much: Callable[[int], bool],
    fullness: Callable[[int], float],
    start: int | None = None,
) -> int:
    """The largest size at which nothing is too much; the floor when there is none.

    Args:
        floor: the smallest size, in any unit of which sizes are whole numbers.
        ceiling: the largest.
        is_too_much: whether a size does not fit.
        fullness: how much of the pages the text takes at a size that was tried; 1 is full.
        start: the size that is tried first, by default the floor.
    """
    low, high = floor - 1, ceiling + 1
    size = floor if start is None else start
    seen: dict[int, float] = {}
    while high - low > 1:
        size = min(max(size, low + 1), high - 1)
        low, high = (low, size) if is_too_much(size) else (size, high)
        seen[size] = fullness(size)
        misleads = high == size and seen[size] <= 1
        has_lost_its_way = misleads or len(seen) > _MOST_GUESSES
        size = (low + high) // 2 if has_lost_its_way else _guess(seen)
    return max(low, floor)


def _guess(seen: dict[int, float]) -> int:
    """The size at which the pages would be just full, by the last two sizes tried."""
    size, full = list(seen.items())[-1]
    if full <= 0:
        return size + 1_000_000
    power = _POWER
    if len(seen) > 1:
        before, then = list(seen.items())[-2]
        if then > 0:
            power = min(max(log(full / then) / log(size / before), _POWERS[0]), _POWERS[1])
    return int(size * full ** (-1 / power))
