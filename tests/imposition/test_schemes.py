"""Sheets folded, cut and stacked by arithmetic: every page is read in its order."""

import pytest

from press.errors import UsageError
from press.imposition.schemes import SCHEMES
from press.imposition.schemes.trifold import panel_widths
from press.imposition.sheet import (
    Box,
    FlipEdge,
    Placement,
    Sheet,
    around,
    flips_sideways,
    for_flip,
    turned,
)
from press.imposition.work import Work

LETTER = (612.0, 792.0)
EDGES: tuple[FlipEdge, ...] = ("long", "short")
COUNTS = range(1, 34)
Side = tuple[Placement, ...]


def work(pages: int, size: tuple[float, float] = (396.0, 612.0), **changes: object) -> Work:
    return Work(trims=(size,) * pages, paper=LETTER, **changes)  # type: ignore[arg-type]


def printed(sheet: Sheet, edge: FlipEdge) -> Sheet:
    """The sheet as it lies on the table: front up, its back as seen when turned like a page."""
    machine = for_flip(sheet, edge)
    assert machine.back is not None
    if flips_sideways(sheet.width, sheet.height, edge):
        return machine
    return Sheet(
        sheet.width, sheet.height, machine.front, turned(machine.back, sheet.width, sheet.height)
    )


def halves(side: Side) -> tuple[int | None, int | None]:
    left, right = sorted(side, key=lambda placement: placement.trim.x)
    assert left.turn == right.turn == 0
    return left.page, right.page


def read_folded(sheets: list[Sheet], edge: FlipEdge, right_bound: bool) -> list[int | None]:
    """Nest the sheets, fold them, and turn the pages."""
    first: list[int | None] = []
    last: list[int | None] = []
    for sheet in sheets:
        lying = printed(sheet, edge)
        assert lying.back is not None
        front, back = halves(lying.front), halves(lying.back)
        if right_bound:
            front, back = front[::-1], back[::-1]
        first += [front[1], back[0]]
        last = [back[1], front[0], *last]
    return first + last


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("right_bound", [False, True])
@pytest.mark.parametrize("pages", COUNTS)
def test_a_folded_booklet_reads_in_order(pages: int, right_bound: bool, edge: FlipEdge) -> None:
    sheets = SCHEMES["saddle"].plan(work(pages, right_bound=right_bound))
    read = read_folded(sheets, edge, right_bound)
    assert len(read) == -(-pages // 4) * 4
    assert [page for page in read if page] == list(range(1, pages + 1))
    assert read[0] == 1, "the cover is the first page"
    assert read[-1] == pages or pages == 1, "the back cover is the last page"


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("right_bound", [False, True])
@pytest.mark.parametrize("pages", COUNTS)
def test_gatherings_bound_together_read_in_order(
    pages: int, right_bound: bool, edge: FlipEdge
) -> None:
    sheets = SCHEMES["signatures"].plan(work(pages, right_bound=right_bound, gathering=2))
    read: list[int | None] = []
    for start in range(0, len(sheets), 2):
        read += read_folded(sheets[start : start + 2], edge, right_bound)
    assert [page for page in read if page] == list(range(1, pages + 1))


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("pages", COUNTS)
def test_a_cut_pile_is_stacked_in_order(pages: int, edge: FlipEdge) -> None:
    sheets = SCHEMES["stack"].plan(work(pages, (306.0, 396.0)))
    lying = [printed(sheet, edge) for sheet in sheets]
    read = []
    for slot, cell in enumerate(lying[0].front):
        for sheet in lying:
            assert sheet.back is not None
            front = sheet.front[slot]
            behind = next(
                p
                for p in sheet.back
                if p.trim.x == sheet.width - cell.trim.right and p.trim.y == cell.trim.y
            )
            assert front.turn == behind.turn == 0
            read += [front.page, behind.page]
    assert [page for page in read if page] == list(range(1, pages + 1))


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("scheme", ["grid", "cards"])
@pytest.mark.parametrize("pages", COUNTS)
def test_every_piece_of_a_sheet_is_one_whole_flyer(pages: int, scheme: str, edge: FlipEdge) -> None:
    sheets = SCHEMES[scheme].plan(work(pages, (252.0, 144.0)))
    fronts = []
    for sheet in sheets:
        pages_in_front = {placement.page for placement in sheet.front}
        assert len(pages_in_front) == 1
        (front,) = pages_in_front
        fronts.append(front)
        if pages == 1:
            assert sheet.back is None
            continue
        lying = printed(sheet, edge)
        assert lying.back is not None
        behind = {(round(p.trim.x, 3), round(p.trim.y, 3)): p for p in lying.back}
        for cell in sheet.front:
            piece = behind[round(sheet.width - cell.trim.right, 3), round(cell.trim.y, 3)]
            behind_it = (front or 0) + 1
            assert (piece.page, piece.turn) == (behind_it if behind_it <= pages else None, 0)
    assert fronts == list(range(1, pages + 1, 2))


def test_the_business_card_stock_is_met_exactly() -> None:
    (sheet,) = SCHEMES["cards"].plan(work(2, (252.0, 144.0)))
    assert (sheet.width, sheet.height) == LETTER
    assert len(sheet.front) == 10
    corners = sorted((p.trim.x / 72, p.trim.y / 72) for p in sheet.front)
    assert corners == [(x, y) for x in (0.75, 4.25) for y in (0.5, 2.5, 4.5, 6.5, 8.5)]


@pytest.mark.parametrize(
    ("size", "cells"),
    [((396.0, 612.0), 2), ((306.0, 396.0), 4), ((252.0, 144.0), 12), ((612.0, 792.0), 1)],
)
def test_a_sheet_holds_as_many_as_it_can(size: tuple[float, float], cells: int) -> None:
    (sheet,) = SCHEMES["grid"].plan(work(2, size))
    assert len(sheet.front) == cells
    paper = Box(0, 0, sheet.width, sheet.height)
    assert all(p.trim.cut_to(paper) == p.trim for p in sheet.front)


@pytest.mark.parametrize("right_bound", [False, True])
def test_a_zine_is_laid_out_for_its_slit(right_bound: bool) -> None:
    (sheet,) = SCHEMES["zine"].plan(work(8, (198.0, 306.0), right_bound=right_bound))
    rows: dict[float, list[tuple[int | None, int]]] = {}
    for placement in sorted(sheet.front, key=lambda p: (-p.trim.y, p.trim.x)):
        rows.setdefault(placement.trim.y, []).append((placement.page, placement.turn))
    top, bottom = [(5, 180), (4, 180), (3, 180), (2, 180)], [(6, 0), (7, 0), (8, 0), (1, 0)]
    expected = [row[::-1] for row in (top, bottom)] if right_bound else [top, bottom]
    assert list(rows.values()) == expected
    assert sheet.back is None


@pytest.mark.parametrize("right_bound", [False, True])
@pytest.mark.parametrize(
    ("paper", "full", "narrow"),
    [
        ((612.0, 792.0), 3.6875 * 72, 3.625 * 72),
        ((595.28, 841.89), 100 / 25.4 * 72, 97 / 25.4 * 72),
    ],
)
def test_the_panels_of_a_leaflet_lie_behind_each_other(
    paper: tuple[float, float], full: float, narrow: float, right_bound: bool
) -> None:
    assert panel_widths(max(paper)) == pytest.approx((full, narrow), abs=0.02)
    widths = (full, full, narrow, full, narrow, full)
    height = min(paper)
    (sheet,) = SCHEMES["tri-fold"].plan(
        Work(tuple((w, height) for w in widths), paper, right_bound=right_bound)
    )
    assert sheet.back is not None
    behind = {}
    for outside in sheet.front:
        mirrored = sheet.width - outside.trim.right
        inside = min(sheet.back, key=lambda p: abs(p.trim.x - mirrored))
        assert inside.trim.x == pytest.approx(mirrored, abs=0.05)
        behind[outside.page] = inside.page
    assert behind == {1: 2, 6: 4, 3: 5}
    inner = [p.page for p in sorted(sheet.back, key=lambda p: p.trim.x)]
    assert inner == ([5, 4, 2] if right_bound else [2, 4, 5])


def test_poster_tiles_cover_the_page_and_overlap() -> None:
    tabloid = (792.0, 1224.0)
    tiles = SCHEMES["poster"].plan(Work((tabloid,), LETTER, overlap=36))
    assert all((p.trim.width, p.trim.height) == tabloid for t in tiles for p in t.front)
    seen = []
    for tile in tiles:
        (p,) = tile.front
        seen.append(p.clip.moved(-p.trim.x, -p.trim.y))
        assert p.clip.cut_to(Box(18, 18, tile.width - 36, tile.height - 36)) == p.clip
    for x in range(2, 792, 10):
        for y in range(2, 1224, 10):
            assert any(b.x <= x <= b.right and b.y <= y <= b.top for b in seen)
    rows = sorted({round(b.x, 3) for b in seen})
    width = next(b.width for b in seen if b.x == min(rows))
    assert rows[1] == pytest.approx(width - 36, abs=0.01)


def test_creep_moves_inner_sheets_toward_the_fold() -> None:
    plain = SCHEMES["saddle"].plan(work(16))
    crept = SCHEMES["saddle"].plan(work(16, thickness=0.36))
    for depth, (before, after) in enumerate(zip(plain, crept, strict=True)):
        for side_before, side_after in zip(before.sides(), after.sides(), strict=True):
            moves = [b.trim.x - a.trim.x for a, b in zip(side_before, side_after, strict=True)]
            assert moves == pytest.approx([depth * 0.36, -depth * 0.36])


def test_bleed_is_cut_at_the_fold() -> None:
    (sheet,) = SCHEMES["saddle"].plan(work(4, (288.0, 432.0), bleed=9.0))
    left, right = sheet.front
    assert left.clip.right == right.clip.x == sheet.width / 2
    assert left.clip.x == left.trim.x - 9
    assert right.clip.top == right.trim.top + 9


def test_an_offset_moves_only_the_backs() -> None:
    (sheet,) = SCHEMES["grid"].plan(work(2, (306.0, 396.0)))
    moved = for_flip(sheet, "long", (3.0, -2.0))
    assert moved.front == sheet.front
    assert moved.back is not None
    assert sheet.back is not None
    assert moved.back[0].trim == sheet.back[0].trim.moved(3.0, -2.0)


@pytest.mark.parametrize(
    ("scheme", "pages", "size", "said"),
    [
        ("saddle", 4, (500.0, 700.0), "A spread"),
        ("grid", 2, (700.0, 900.0), "does not fit on paper"),
        ("cards", 2, (306.0, 396.0), "A card on this stock is 3.5 x 2 in"),
        ("zine", 9, (198.0, 306.0), "A zine has 8 pages"),
        ("zine", 8, (300.0, 306.0), "2.75 x 4.25 in at most"),
        ("tri-fold", 5, (264.0, 612.0), "has 6 panels"),
        ("tri-fold", 6, (270.0, 612.0), "A panel on this paper is 3.688 x 8.5 in at most"),
    ],
)
def test_what_does_not_go_is_told(
    scheme: str, pages: int, size: tuple[float, float], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        SCHEMES[scheme].plan(work(pages, size))


def test_card_stock_is_letter_only() -> None:
    with pytest.raises(UsageError, match="This card stock is"):
        SCHEMES["cards"].plan(Work(((252.0, 144.0),), (595.28, 841.89)))


@pytest.mark.parametrize("overlap", [300.0, 576.0, 900.0])
def test_tiles_that_share_too_much_are_told(overlap: float) -> None:
    poster = SCHEMES["poster"]
    with pytest.raises(UsageError, match="Tiles of this paper cannot share") as error:
        poster.plan(work(1, (792.0, 1224.0), overlap=overlap))
    assert error.value.exit_code == 2
    assert "Give an overlap of" in error.value.hint
    assert poster.plan(work(1, (792.0, 1224.0), overlap=250.0))


@pytest.mark.parametrize("name", ["thickness", "gutter", "overlap"])
def test_a_length_less_than_nothing_is_told(name: str) -> None:
    with pytest.raises(UsageError, match=f"The {name} is less than nothing"):
        work(4, **{name: -1.0})


@pytest.mark.parametrize("scheme", ["grid", "stack"])
@pytest.mark.parametrize(("gutter", "between"), [(0.0, 0.0), (10.0, 5.0), (30.0, 9.0)])
def test_bleed_is_whole_at_the_rim_and_shared_between_neighbors(
    scheme: str, gutter: float, between: float
) -> None:
    (sheet,) = SCHEMES[scheme].plan(work(4, (260.0, 350.0), bleed=9.0, gutter=gutter))[:1]
    for side in sheet.sides():
        block = around([p.trim for p in side])
        for p in side:
            reached = (
                p.trim.x - p.clip.x,
                p.trim.y - p.clip.y,
                p.clip.right - p.trim.right,
                p.clip.top - p.trim.top,
            )
            rims = (
                p.trim.x == block.x,
                p.trim.y == block.y,
                abs(p.trim.right - block.right) < 0.01,
                abs(p.trim.top - block.top) < 0.01,
            )
            assert reached == pytest.approx([9.0 if rim else between for rim in rims])


@pytest.mark.parametrize("scheme", ["saddle", "signatures", "grid", "cards", "stack", "zine"])
def test_pages_of_two_sizes_are_told(scheme: str) -> None:
    with pytest.raises(UsageError, match="Page 2 is"):
        SCHEMES[scheme].plan(Work(((252.0, 144.0), (250.0, 140.0)), LETTER))


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda s: s.name)
def test_every_scheme_says_what_to_do_at_the_table(scheme: object) -> None:
    instruction = scheme.instruction  # type: ignore[attr-defined]
    assert instruction.count("\n\n") >= 1
    assert any(word in instruction for word in ("Fold", "fold", "Cut", "cut"))
