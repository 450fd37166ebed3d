"""Page orders as pure arithmetic. Pages count from 1; None is a blank."""

from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")
Pair = tuple[int | None, int | None]


def padded(pages: int, multiple: int, keep_last: bool) -> list[int | None]:
    """Pages in reading order, filled up with blanks to a multiple.

    Args:
        pages: how many there are.
        multiple: of what.
        keep_last: put the blanks before the last page, so that a back cover stays the back cover;
            a page all alone is the cover.
    """
    blanks: list[int | None] = [None] * (-pages % multiple)
    numbers: list[int | None] = list(range(1, pages + 1))
    return numbers[:-1] + blanks + numbers[-1:] if keep_last and pages > 1 else numbers + blanks


def saddle(leaves: Sequence[int | None], right_bound: bool = False) -> list[tuple[Pair, Pair]]:
    """The sheets of one folded gathering, outermost first.

    Args:
        leaves: pages in reading order, a multiple of four.
        right_bound: whether the spine is on the right of the cover.

    Returns:
        For each sheet its front and its back, each as (left page, right page).
    """
    last = len(leaves) - 1
    sheets = []
    for s in range(len(leaves) // 4):
        front: Pair = (leaves[last - 2 * s], leaves[2 * s])
        back: Pair = (leaves[2 * s + 1], leaves[last - 2 * s - 1])
        if right_bound:
            front, back = (front[1], front[0]), (back[1], back[0])
        sheets.append((front, back))
    return sheets


def gatherings(leaves: Sequence[int | None], sheets: int) -> list[Sequence[int | None]]:
    """Pages in reading order, cut into gatherings of at most so many sheets."""
    size = 4 * sheets
    return [leaves[start : start + size] for start in range(0, len(leaves), size)]


def cut_and_stack(items: Sequence[Item], slots: int) -> list[list[Item | None]]:
    """What lies in each slot of each sheet, so that cut stacks laid on each other are in order.

    Returns:
        A list a sheet, each with one item a slot, None where items have run out.
    """
    depth = -(-len(items) // slots)
    return [
        [
            items[slot * depth + s] if slot * depth + s < len(items) else None
            for slot in range(slots)
        ]
        for s in range(depth)
    ]
