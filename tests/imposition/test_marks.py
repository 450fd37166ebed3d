"""Marks beside the pages: where to cut, where to fold, and nothing on a page."""

import io

import pikepdf
import pypdfium2
import pytest
from imposition.table import FONTS, LETTER

from press.imposition.impose import Wishes, plan_sheets
from press.imposition.marks import (
    crop_marks,
    draw_marks,
    fold_marks,
    registration_marks,
)
from press.imposition.placer import Leaf
from press.imposition.schemes import SCHEMES
from press.imposition.sheet import Box, Sheet

Size = tuple[float, float]
SLUG = "saddle · sheet 1 of 2 · front"


def sheets_of(
    scheme: str, pages: int, size: Size, bleed: float = 0.0, **wishes: object
) -> list[Sheet]:
    wanted = Wishes(**({"paper": LETTER} | wishes))  # type: ignore[arg-type]
    return plan_sheets([Leaf(size, bleed)] * pages, SCHEMES[scheme], wanted)


def slug_of(sheet: Sheet) -> tuple[float, float, float, float] | None:
    """Where the slug is on the front, None when it is not there."""
    with pypdfium2.PdfDocument(draw_marks(sheet, sheet.front, SLUG, FONTS)) as document:
        page = document[0].get_textpage()
        return tuple(page.get_charbox(0)) if page.count_chars() else None


@pytest.mark.parametrize("bleed", [0.0, 9.0])
@pytest.mark.parametrize(
    ("scheme", "pages", "size", "gutter"),
    [
        ("saddle", 8, (288.0, 432.0), 0.0),
        ("grid", 2, (230.0, 120.0), 18.0),
        ("stack", 8, (252.0, 360.0), 0.0),
        ("cards", 2, (252.0, 144.0), 0.0),
    ],
)
def test_crop_marks_lie_off_every_page_and_its_bleed(
    scheme: str, pages: int, size: Size, gutter: float, bleed: float
) -> None:
    for sheet in sheets_of(scheme, pages, size, bleed, gutter=gutter, thickness=0.5):
        for side in sheet.sides():
            marks = crop_marks(sheet, side)
            assert marks
            for x0, y0, x1, y1 in marks:
                assert 0 <= x0 <= x1 <= sheet.width
                assert 0 <= y0 <= y1 <= sheet.height
                for clip in (placement.clip for placement in side):
                    apart = x1 < clip.x or x0 > clip.right or y1 < clip.y or y0 > clip.top
                    assert apart, f"{(x0, y0, x1, y1)} is on {clip}"


def test_a_block_is_marked_at_each_of_its_corners() -> None:
    (sheet, *_) = sheets_of("saddle", 8, (288.0, 432.0), 9.0)
    marks = crop_marks(sheet, sheet.front)
    assert {x0 for x0, _, x1, _ in marks if x0 == x1} == {108.0, 684.0}
    assert {y0 for _, y0, _, y1 in marks if y0 == y1} == {90.0, 522.0}
    assert len(marks) == 8


def test_pages_that_reach_the_edge_of_the_paper_have_ticks_where_machines_print() -> None:
    (sheet,) = sheets_of("grid", 2, (306.0, 396.0))
    ticks = crop_marks(sheet, sheet.front)
    assert {(x0, y0, x1, y1) for x0, y0, x1, y1 in ticks} == {
        (306.0, 18.0, 306.0, 27.0), (306.0, 765.0, 306.0, 774.0),
        (18.0, 396.0, 27.0, 396.0), (585.0, 396.0, 594.0, 396.0),
    }  # fmt: skip


def test_what_is_folded_is_not_marked_to_be_cut_there() -> None:
    for scheme, pages, size in (
        ("saddle", 8, (396.0, 612.0)),
        ("tri-fold", 6, (260.0, 612.0)),
        ("zine", 8, (198.0, 306.0)),
    ):
        for sheet in sheets_of(scheme, pages, size, thickness=0.5):
            for side in sheet.sides():
                for x0, y0, x1, _ in crop_marks(sheet, side):
                    for fold in sheet.folds:
                        upright = x0 == x1
                        if upright == (fold.width == 0):
                            assert abs(x0 - fold.x if upright else y0 - fold.y) > 2


def test_a_fold_is_marked_at_both_ends() -> None:
    assert fold_marks([Box(396, 0, 0, 612), Box(0, 306, 792, 0)]) == [
        (396, 18, 396, 27), (396, 585, 396, 594), (18, 306, 27, 306), (765, 306, 774, 306),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "pages", "size", "x"),
    [("saddle", 4, (396.0, 612.0), 396.0), ("tri-fold", 6, (260.0, 612.0), 265.5)],
)
def test_folds_are_printed_on_the_side_that_lies_up_at_the_table(
    scheme: str, pages: int, size: Size, x: float
) -> None:
    (sheet,) = sheets_of(scheme, pages, size)
    dark = []
    for side in sheet.sides():
        with pypdfium2.PdfDocument(draw_marks(sheet, side, "", FONTS)) as document:
            picture = document[0].render(scale=2).to_pil().convert("L")
        tick = picture.crop((int(2 * x) - 2, 30, int(2 * x) + 3, 60))
        dark.append(tick.getextrema()[0] < 128)
    assert dark == [False, True]


@pytest.mark.parametrize(
    ("flip", "right_bound", "places"),
    [
        ("short", False, [265.5, 531.0]),
        ("short", True, [261.0, 526.5]),
        ("long", False, [526.5, 261.0]),
        ("long", True, [531.0, 265.5]),
    ],
)
def test_the_folds_turn_with_the_side_that_they_are_on(
    flip: str, right_bound: bool, places: list[float]
) -> None:
    (sheet,) = sheets_of("tri-fold", 6, (260.0, 612.0), flip=flip, right_bound=right_bound)
    assert [fold.x for fold in sheet.folds] == places
    (moved,) = sheets_of(
        "tri-fold", 6, (260.0, 612.0), flip=flip, right_bound=right_bound, offset=(3.0, -2.0)
    )
    right = 3.0 if flip == "short" else -3.0
    assert [fold.x for fold in moved.folds] == [place + right for place in places]


def test_the_slit_of_a_zine_runs_across_the_inner_panels_only() -> None:
    (sheet,) = sheets_of("zine", 8, (198.0, 306.0))
    with pypdfium2.PdfDocument(draw_marks(sheet, sheet.front, "", FONTS)) as document:
        picture = document[0].render(scale=1).to_pil().convert("L")
    middle = [min(picture.getpixel((x, y)) for y in (305, 306)) < 255 for x in range(792)]
    assert not any(middle[28:196])
    assert sum(middle[198:594]) > 150
    assert not any(middle[596:764])


def test_registration_marks_lie_where_both_sides_meet() -> None:
    (sheet, *_) = sheets_of("saddle", 8, (288.0, 432.0), 9.0)
    assert sheet.back is not None
    front, back = (registration_marks(sheet, side) for side in sheet.sides())
    assert len(front) == 4
    assert {(sheet.width - x, y) for x, y in front} == set(back)
    shown = [placement.clip.grown(7.0) for placement in sheet.front]
    assert not any(b.x < x < b.right and b.y < y < b.top for x, y in front for b in shown)


def test_without_room_or_a_back_there_are_no_registration_marks() -> None:
    (full,) = sheets_of("grid", 2, (306.0, 396.0))
    assert registration_marks(full, full.front) == []
    (tile, *_) = sheets_of("poster", 1, (300.0, 300.0))
    assert registration_marks(tile, tile.front) == []


def test_the_slug_lies_where_nothing_else_is_or_not_at_all() -> None:
    (below, *_) = sheets_of("saddle", 4, (288.0, 432.0))
    (beside, *_) = sheets_of("grid", 2, (500.0, 792.0))
    (nowhere, *_) = sheets_of("saddle", 4, (396.0, 612.0))
    at = slug_of(below)
    assert at is not None
    assert 18 <= at[1] < at[3] < 27, "an office machine prints from 18 points on"
    at = slug_of(beside)
    assert at is not None
    assert 18 <= at[0] < at[2] < 27
    assert slug_of(nowhere) is None


def test_a_blank_side_has_no_marks() -> None:
    *_, last = sheets_of("grid", 3, (306.0, 396.0))
    assert last.back is not None
    assert {placement.page for placement in last.back} == {None}
    with pypdfium2.PdfDocument(draw_marks(last, (), "", FONTS)) as document:
        assert document[0].render().to_pil().convert("L").getextrema() == (255, 255)


def test_marks_name_no_font_that_is_not_in_the_file() -> None:
    (sheet, *_) = sheets_of("saddle", 4, (288.0, 432.0))
    with pikepdf.open(io.BytesIO(draw_marks(sheet, sheet.front, SLUG, FONTS))) as document:
        fonts = document.pages[0].resources.Font.as_dict()
        assert len(fonts) == 1
        assert all("/FontFile2" in font.FontDescriptor for font in fonts.values())
