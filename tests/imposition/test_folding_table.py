"""Sheets made for real, printed, cut and folded as pixels: every page is read in its order."""

import pytest
from imposition.table import (
    DOT,
    LETTER,
    Picture,
    fold_and_nest,
    numbered,
    originals,
    pixels,
    print_sheets,
    read,
    read_all,
    unlike,
)
from PIL import Image

COUNTS = (1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 32, 33)
HALF = (396.0, 612.0)
QUARTER = (306.0, 396.0)
CARD = (252.0, 144.0)

both_directions = pytest.mark.parametrize("right_bound", [False, True], ids=["left", "right"])
both_edges = pytest.mark.parametrize("edge", ["long", "short"])
every_edge = pytest.mark.parametrize("edge", ["long", "short", None])
boundary_counts = pytest.mark.parametrize("pages", COUNTS)


def in_order(read_pages: list[int | None], pages: int) -> bool:
    return [page for page in read_pages if page] == list(range(1, pages + 1))


@both_edges
@both_directions
@boundary_counts
def test_a_booklet_is_read_in_order(pages: int, right_bound: bool, edge: str | None) -> None:
    pdf = numbered(pages, HALF)
    sheets = print_sheets(pdf, "saddle", flip=edge, right_bound=right_bound)
    pages_read = read_all(fold_and_nest(sheets, HALF, right_bound), pdf)
    assert in_order(pages_read, pages)
    assert pages_read[0] == 1, "the cover is the first page"
    assert pages_read[-1] == pages or pages == 1, "the back cover is the last page"


@every_edge
@both_directions
@pytest.mark.parametrize("size", [(288.0, 432.0), (198.0, 612.0)], ids=["across", "upright"])
def test_a_small_booklet_is_read_in_order_once_it_is_trimmed(
    size: tuple[float, float], right_bound: bool, edge: str | None
) -> None:
    pdf = numbered(9, size)
    sheets = print_sheets(pdf, "saddle", flip=edge, right_bound=right_bound)
    assert (sheets[0].front.width > sheets[0].front.height) == (size[0] > 200)
    assert in_order(read_all(fold_and_nest(sheets, size, right_bound), pdf), 9)


@both_edges
@both_directions
@boundary_counts
def test_gatherings_are_read_in_order(pages: int, right_bound: bool, edge: str | None) -> None:
    pdf = numbered(pages, HALF)
    sheets = print_sheets(pdf, "signatures", flip=edge, right_bound=right_bound, gathering=2)
    read_pages: list[int | None] = []
    for start in range(0, len(sheets), 2):
        read_pages += read_all(fold_and_nest(sheets[start : start + 2], HALF, right_bound), pdf)
    assert in_order(read_pages, pages)
    assert read_pages[-1] == pages or pages == 1


@both_edges
@boundary_counts
def test_a_cut_pile_is_read_in_order(pages: int, edge: str | None) -> None:
    pdf = numbered(pages, QUARTER)
    sheets = print_sheets(pdf, "stack", flip=edge)
    width, height = (pixels(side) for side in QUARTER)
    read_pages: list[int | None] = []
    for row in range(2):
        for column in range(2):
            x, y = column * width, row * height
            for sheet in sheets:
                read_pages += read_all(sheet.piece((x, y, x + width, y + height)), pdf)
    assert in_order(read_pages, pages)


@both_edges
@pytest.mark.parametrize(
    ("scheme", "size", "corner", "across", "down"),
    [("cards", CARD, (54.0, 36.0), 2, 5), ("grid", QUARTER, (0.0, 0.0), 2, 2)],
)
@boundary_counts
def test_every_piece_is_one_whole_flyer(
    pages: int, scheme: str, size: tuple[float, float], corner: tuple[float, float],
    across: int, down: int, edge: str | None,
) -> None:  # fmt: skip
    pdf = numbered(pages, size)
    sheets = print_sheets(pdf, scheme, flip=edge)
    width, height = (pixels(side) for side in size)
    assert len(sheets) == -(-pages // 2)
    for number, sheet in enumerate(sheets):
        flyer = 2 * number + 1, 2 * number + 2 if 2 * number + 2 <= pages else None
        for column in range(across):
            for row in range(down):
                x = pixels(corner[0]) + column * width
                y = pixels(corner[1]) + row * height
                cut = sheet.piece((x, y, x + width, y + height))
                assert tuple(read_all(cut, pdf)) == flyer


@every_edge
@both_directions
@pytest.mark.parametrize(
    ("paper", "full", "narrow"),
    [(LETTER, 3.6875 * 72, 3.625 * 72), ((595.28, 841.89), 283.46, 274.96)],
    ids=["letter", "a4"],
)
def test_a_leaflet_is_read_in_order(
    paper: tuple[float, float], full: float, narrow: float, right_bound: bool, edge: str | None
) -> None:
    height = min(paper)
    sizes = [(width, height) for width in (full, full, narrow, full, narrow, full)]
    pdf = numbered(6, *sizes)
    (sheet,) = print_sheets(pdf, "tri-fold", flip=edge, right_bound=right_bound, paper=paper)
    assert sheet.back is not None
    # Inner panels up: the narrow one lies at the far end of the reading direction.
    widths = [narrow, full, full] if right_bound else [full, full, narrow]
    panels, x = [], 0.0
    for width in widths:
        box = pixels(x), 0, pixels(x + width), sheet.front.height
        inner = sheet.back.crop(box)
        outer = sheet.front.crop(
            (sheet.front.width - box[2], 0, sheet.front.width - box[0], box[3])
        )
        panels.append((inner, outer))
        x += width
    if right_bound:
        panels.reverse()
    lid, middle, flap = panels
    opened = [lid[1], lid[0], flap[1], middle[0], flap[0], middle[1]]
    assert read_all(opened, pdf, slack=9) == [1, 2, 3, 4, 5, 6]


@both_directions
@pytest.mark.parametrize("pages", range(1, 9))
def test_a_zine_is_read_in_order(pages: int, right_bound: bool) -> None:
    pdf = numbered(pages, (198.0, 306.0))
    (sheet,) = print_sheets(pdf, "zine", right_bound=right_bound)
    assert sheet.back is None
    width, height = sheet.front.size

    def panel(row: int, column: int) -> Picture:
        """A panel as it stands in the book: the upper row is folded over, and so turned."""
        column = 3 - column if right_bound else column
        box = column * width / 4, row * height / 2, (column + 1) * width / 4, (row + 1) * height / 2
        cut = sheet.front.crop(tuple(int(edge) for edge in box))
        return cut if row else cut.rotate(180)

    # The ends are leaves folded along the middle; the slit lets the inner panels stand back to back.
    leaves = [panel(1, 3), panel(0, 3), panel(0, 2), panel(0, 1)]
    leaves += [panel(0, 0), panel(1, 0), panel(1, 1), panel(1, 2)]
    read_pages = read_all(leaves, pdf, slack=1)
    assert in_order(read_pages, pages)
    assert read_pages[-1] == pages or pages == 1


@pytest.mark.parametrize("overlap", [0.0, 36.0])
@pytest.mark.parametrize("size", [(792.0, 1224.0), (1224.0, 792.0), (600.0, 702.0)])
def test_tiles_make_up_the_poster(size: tuple[float, float], overlap: float) -> None:
    pdf = numbered(2, size)
    tiles = [sheet.front for sheet in print_sheets(pdf, "poster", overlap=overlap)]
    assert len(tiles) % 2 == 0
    for number, tile_set in enumerate((tiles[: len(tiles) // 2], tiles[len(tiles) // 2 :]), 1):
        assert read(glued(tile_set, size, overlap), pdf) == number


def glued(tiles: list[Picture], size: tuple[float, float], overlap: float) -> Picture:
    """Tiles glued from the upper left, each cut to what lies a quarter of an inch inside it."""
    clear = 18.0
    poster = Image.new("L", (pixels(size[0]), pixels(size[1])), 255)
    step = [side * DOT - 2 * clear - overlap for side in tiles[0].size]
    columns = max(1, -(-int(size[0] - overlap) // int(step[0])))
    for index, tile in enumerate(tiles):
        row, column = divmod(index, columns)
        edge = pixels(clear)
        inside = tile.crop((edge, edge, tile.width - edge, tile.height - edge))
        poster.paste(inside, (pixels(column * step[0]), pixels(row * step[1])))
    return poster


@every_edge
def test_an_offset_undoes_what_a_machine_prints_askew(edge: str | None) -> None:
    pdf = numbered(2, CARD)
    cards = print_sheets(pdf, "cards", flip=edge, offset=(12.0, -18.0), askew=(-2, 3))
    straight = print_sheets(pdf, "cards", flip=edge)
    assert unlike(cards[0].front, straight[0].front) == 0
    assert cards[0].back is not None
    assert straight[0].back is not None
    assert unlike(cards[0].back, straight[0].back) == 0
    (askew,) = print_sheets(pdf, "cards", flip=edge, askew=(-2, 3))
    assert askew.back is not None
    assert unlike(askew.back, straight[0].back) > 5


@every_edge
def test_one_sided_sheets_hold_the_same_sides(edge: str | None) -> None:
    pdf = numbered(8, HALF)
    turned_by_hand = print_sheets(pdf, "saddle", flip=edge, one_sided=True)
    assert len(turned_by_hand) == 4
    assert all(sheet.back is None for sheet in turned_by_hand)
    by_machine = print_sheets(pdf, "saddle", flip=edge)
    for index, sheet in enumerate(by_machine):
        front, back = turned_by_hand[2 * index : 2 * index + 2]
        assert unlike(front.front, sheet.front) == 0
        turned = back.front.rotate(180) if edge == "long" else back.front
        assert sheet.back is not None
        assert unlike(turned, sheet.back) == 0


@both_directions
def test_creep_is_gone_once_the_booklet_is_nested_and_trimmed(right_bound: bool) -> None:
    pdf = numbered(16, HALF)
    sheets = print_sheets(pdf, "saddle", right_bound=right_bound, thickness=DOT)
    leaves = fold_and_nest(sheets, HALF, right_bound)
    for index, page in enumerate(leaves):
        # Each sheet around this one moves its spine outward by the thickness, here by one pixel.
        depth = min(index, 15 - index) // 2
        spine_on_the_left = (index % 2 == 0) != right_bound
        at_spine, at_edge = ((depth, 0), (0, depth))[:: 1 if spine_on_the_left else -1]
        seen, whole = without(page, *at_edge), without(originals(pdf)[index], *at_spine)
        assert unlike(seen, whole) == 0, f"page {index + 1}"


def without(page: Picture, left: int, right: int) -> Picture:
    """A page but for some pixels at its sides."""
    return page.crop((left, 0, page.width - right, page.height))
