"""Marks: where to cut, beside what is printed, set in a font that is in the file."""

import io

import pikepdf

from press.house import find_house
from press.imposition.marks import crop_marks, draw_marks
from press.imposition.sheet import Box, Placement, Sheet

TRIM = Box(100, 100, 200, 300)


def sheet(bleed: float) -> Sheet:
    return Sheet(400, 500, (Placement(1, TRIM, TRIM.grown(bleed)),))


def test_crop_marks_carry_on_the_edges_of_the_trim() -> None:
    marks = crop_marks(sheet(0), sheet(0).front)
    assert len(marks) == 8
    assert {x0 for x0, _, x1, _ in marks if x0 == x1} == {TRIM.x, TRIM.right}
    assert {y0 for _, y0, _, y1 in marks if y0 == y1} == {TRIM.y, TRIM.top}


def test_crop_marks_of_a_page_that_bleeds_lie_outside_the_bleed() -> None:
    marks = crop_marks(sheet(9), sheet(9).front)
    assert len(marks) == 8
    bleed = TRIM.grown(9)
    for x0, y0, x1, y1 in marks:
        assert max(x0, x1) < bleed.x or min(x0, x1) > bleed.right or (x0 in (TRIM.x, TRIM.right))
        assert max(y0, y1) < bleed.y or min(y0, y1) > bleed.top or (y0 in (TRIM.y, TRIM.top))


def test_marks_name_no_font_that_is_not_in_the_file() -> None:
    pdf = draw_marks(sheet(0), sheet(0).front, "a slug", find_house().fonts)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = document.pages[0].resources.Font
        assert len(fonts.keys()) == 1
        assert all("/FontFile2" in fonts[name].FontDescriptor for name in fonts.keys())  # noqa: SIM118
