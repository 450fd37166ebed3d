"""Page orders against formulas written anew: what presses have always done, in other words."""

import pytest
from reportlab.lib.units import inch, mm

from press.imposition.order import cut_and_stack, gatherings, padded
from press.imposition.schemes import SCHEMES
from press.imposition.sheet import Placement, Sheet, flips_sideways
from press.imposition.work import Work

LETTER = (612.0, 792.0)
COUNTS = range(1, 34)
Pair = tuple[int, int]

both_directions = pytest.mark.parametrize("right_bound", [False, True], ids=["left", "right"])


def plan(scheme: str, pages: int, size: tuple[float, float], **changes: object) -> list[Sheet]:
    trims = (size,) * pages
    return SCHEMES[scheme].plan(Work(trims, LETTER, **changes))  # type: ignore[arg-type]


def row(side: tuple[Placement, ...]) -> tuple[int, ...]:
    """The pages of a side from left to right, 0 for a blank."""
    return tuple(p.page or 0 for p in sorted(side, key=lambda p: p.trim.x))


def page_on(leaf: int, pages: int) -> int:
    """Which page a leaf of a booklet carries: the last one the last, and blanks before it."""
    if pages == 1:
        return int(leaf == 1)
    if leaf == -(-pages // 4) * 4:
        return pages
    return leaf if leaf < pages else 0


def expected_spreads(pages: int, right_bound: bool, first: int, n: int) -> list[Pair]:
    """Fronts and backs of the gathering of n leaves after the `first` ones.

    Sheet s has n - 2s beside 1 + 2s on its front, and 2 + 2s beside n - 1 - 2s on its back.
    """
    spreads = []
    for s in range(n // 4):
        for spread in ((n - 2 * s, 1 + 2 * s), (2 + 2 * s, n - 1 - 2 * s)):
            left, right = (page_on(first + leaf, pages) for leaf in spread)
            spreads.append((right, left) if right_bound else (left, right))
    return spreads


@both_directions
@pytest.mark.parametrize("pages", COUNTS)
def test_a_booklet(pages: int, right_bound: bool) -> None:
    sheets = plan("saddle", pages, (396.0, 612.0), right_bound=right_bound)
    spreads = [row(side) for sheet in sheets for side in sheet.sides()]
    assert spreads == expected_spreads(pages, right_bound, 0, -(-pages // 4) * 4)


def test_booklets_known_by_heart() -> None:
    def flat(pages: int, **changes: object) -> list[int]:
        sheets = plan("saddle", pages, (396.0, 612.0), **changes)
        return [page for sheet in sheets for side in sheet.sides() for page in row(side)]

    assert flat(16) == [16, 1, 2, 15, 14, 3, 4, 13, 12, 5, 6, 11, 10, 7, 8, 9]
    assert flat(8, right_bound=True) == [1, 8, 7, 2, 3, 6, 5, 4]
    assert flat(6) == [6, 1, 2, 0, 0, 3, 4, 5]
    assert flat(1) == [0, 1, 0, 0]


@both_directions
@pytest.mark.parametrize("gathering", [1, 2, 3, 4])
def test_gatherings(gathering: int, right_bound: bool) -> None:
    for pages in COUNTS:
        sheets = plan(
            "signatures", pages, (396.0, 612.0), gathering=gathering, right_bound=right_bound
        )
        leaves, size = -(-pages // 4) * 4, 4 * gathering
        assert [row(side) for sheet in sheets for side in sheet.sides()] == [
            spread
            for first in range(0, leaves, size)
            for spread in expected_spreads(pages, right_bound, first, min(size, leaves - first))
        ]


@pytest.mark.parametrize("slots", range(1, 13))
def test_cut_and_stack(slots: int) -> None:
    for items in COUNTS:
        depth = -(-items // slots)
        piles = cut_and_stack(range(items), slots)
        assert len(piles) == depth
        for s, sheet in enumerate(piles):
            wanted = [p * depth + s for p in range(slots)]
            assert sheet == [item if item < items else None for item in wanted]


@pytest.mark.parametrize("multiple", [4, 8])
def test_blanks_go_before_the_back_cover(multiple: int) -> None:
    for pages in COUNTS:
        leaves = padded(pages, multiple, keep_last=True)
        assert len(leaves) == -(-pages // multiple) * multiple
        assert [leaf for leaf in leaves if leaf] == list(range(1, pages + 1))
        assert leaves[0] == 1
        assert leaves[-1] == pages or pages == 1
        assert padded(pages, multiple, keep_last=False)[:pages] == list(range(1, pages + 1))


@pytest.mark.parametrize("sheets", [1, 2, 4])
def test_gatherings_are_cut_in_order(sheets: int) -> None:
    parts = gatherings(range(40), sheets)
    assert [leaf for part in parts for leaf in part] == list(range(40))
    assert {len(part) for part in parts[:-1]} == {4 * sheets}


@pytest.mark.parametrize("edge", ["long", "short"])
@pytest.mark.parametrize(("width", "height"), [(612, 792), (792, 612), (500, 500)])
def test_the_axis_about_which_a_sheet_is_flipped(width: int, height: int, edge: str) -> None:
    sideways = {"long": height >= width, "short": height < width}
    assert flips_sideways(width, height, edge) == sideways[edge]  # type: ignore[arg-type]


def test_backs_of_cards_lie_in_the_mirrored_column() -> None:
    (sheet,) = plan("cards", 2, (252.0, 144.0))
    assert sheet.back is not None
    places = [(54.0 + 252 * c, 36.0 + 144 * r) for r in reversed(range(5)) for c in range(2)]
    assert [(p.trim.x, p.trim.y) for p in sheet.front] == places
    mirrored = [(54.0 + 252 * (1 - c), y) for _, y in places[::2] for c in range(2)]
    assert [(p.trim.x, p.trim.y) for p in sheet.back] == mirrored


@both_directions
def test_a_zine(right_bound: bool) -> None:
    (sheet,) = plan("zine", 8, (198.0, 306.0), right_bound=right_bound)
    top = row(tuple(p for p in sheet.front if p.turn == 180))
    bottom = row(tuple(p for p in sheet.front if p.turn == 0))
    expected = (5, 4, 3, 2), (6, 7, 8, 1)
    assert (top, bottom) == (tuple(r[::-1] for r in expected) if right_bound else expected)
    assert {p.trim.y > 300 for p in sheet.front if p.turn} == {True}


@both_directions
@pytest.mark.parametrize(
    ("paper", "inside"),
    [
        (LETTER, (3.6875 * inch, 3.6875 * inch, 3.625 * inch)),
        ((210 * mm, 297 * mm), (100 * mm, 100 * mm, 97 * mm)),
    ],
    ids=["letter", "a4"],
)
def test_the_folds_of_a_leaflet(
    paper: tuple[float, float], inside: tuple[float, float, float], right_bound: bool
) -> None:
    work = Work(((200.0, 500.0),) * 6, paper, right_bound=right_bound)
    (sheet,) = SCHEMES["tri-fold"].plan(work)
    widths = inside[::-1] if right_bound else inside
    places = [widths[0], widths[0] + widths[1]]
    assert [fold.x for fold in sheet.folds] == pytest.approx(places, abs=0.01)


@pytest.mark.parametrize("gathering", [2, 4])
def test_creep_begins_anew_in_each_gathering(gathering: int) -> None:
    thin, thick = (
        plan("signatures", 33, (396.0, 612.0), gathering=gathering, thickness=thickness)
        for thickness in (0.0, 0.36)
    )
    for number, (before, after) in enumerate(zip(thin, thick, strict=True)):
        shift = number % gathering * 0.36
        for side, crept in zip(before.sides(), after.sides(), strict=True):
            moves = [b.trim.x - a.trim.x for a, b in zip(side, crept, strict=True)]
            assert moves == pytest.approx([shift, -shift])
