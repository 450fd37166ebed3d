"""Marks beside the pages: where to cut, where to fold, and in small what to do (reportlab)."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from press.imposition.sheet import Box, Placement, Sheet

Line = tuple[float, float, float, float]

MARKS_FONT = "press-marks"
_LENGTH = 12.0  # points of a crop mark
_DISTANCE = 4.5  # of a crop mark from what is printed
_HAIR = 0.35
_TICK = 9.0  # points, at the edge of the paper
_SLUG_TYPE = 6.0
_EDGE = 13.5  # from the edge of the sheet to the slug


def crop_marks(sheet: Sheet, side: Iterable[Placement]) -> list[Line]:
    """Lines that go on where the pages end, outside of every page.

    A mark beside a neighboring page would be printed on it, so only the rim of a block has marks;
    where a block reaches the edge of the paper, a tick at the edge shows where to cut. A page that
    bleeds has its marks outside the bleed.
    """
    paper = Box(0, 0, sheet.width, sheet.height)
    placed = list(side)
    clips = [placement.clip for placement in placed]
    lines: dict[Line, None] = {}
    for placement in placed:
        whole = placement.trim.cut_to(paper) == placement.trim
        shown = placement.clip
        box = placement.trim if whole else shown
        for x in (box.x, box.right):
            lines |= dict.fromkeys(_upright_marks(x, shown.y, shown.top, paper))
        for y in (box.y, box.top):
            turned = Box(0, 0, paper.height, paper.width)
            marks = _upright_marks(y, shown.x, shown.right, turned)
            lines |= dict.fromkeys((y0, x0, y1, x1) for x0, y0, x1, y1 in marks)
    return [line for line in lines if not any(_meets(line, clip, paper) for clip in clips)]


def _upright_marks(x: float, bottom: float, top: float, paper: Box) -> Iterable[Line]:
    """Marks that carry on an upright edge, or ticks at the paper's edge where there is no room."""
    if not _TICK / 9 < x < paper.width - _TICK / 9:
        return
    away = _DISTANCE + _LENGTH
    if bottom - away >= 0:
        yield x, bottom - away, x, bottom - _DISTANCE
    elif bottom < 1:
        yield x, 0.0, x, _TICK
    if top + away <= paper.height:
        yield x, top + _DISTANCE, x, top + away
    elif top > paper.height - 1:
        yield x, paper.height - _TICK, x, paper.height


def draw_marks(
    sheet: Sheet, side: Sequence[Placement], slug: str, fonts: Path, folds: Sequence[float] = ()
) -> bytes:
    """A one-page PDF of the sheet's size with its marks.

    Args:
        sheet: the sheet.
        side: what lies on this side.
        slug: one small line for the edge of the sheet, "" for none.
        fonts: the folder of fonts.
        folds: where upright folds are, in points from the left.
    """
    canvas, buffer = open_canvas(sheet.width, sheet.height, fonts)
    canvas.setLineWidth(_HAIR)
    for line in crop_marks(sheet, side):
        canvas.line(*line)
    canvas.setDash(2, 2)
    for x in folds:
        canvas.line(x, 4, x, 4 + _LENGTH)
        canvas.line(x, sheet.height - 4, x, sheet.height - 4 - _LENGTH)
    canvas.setFont(MARKS_FONT, _SLUG_TYPE)
    canvas.drawString(_EDGE * 2, _EDGE * 0.5, slug)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def draw_text_page(
    width: float, height: float, title: str, paragraphs: Sequence[str], fonts: Path
) -> bytes:
    """A one-page PDF with a title and paragraphs, such as a how-to page."""
    canvas, buffer = open_canvas(width, height, fonts)
    margin, y = 54.0, height - 72.0
    for size, text in ((16, title), *((11, paragraph) for paragraph in paragraphs)):
        canvas.setFont(MARKS_FONT, size)
        for line in simpleSplit(text, MARKS_FONT, size, width - 2 * margin):
            canvas.drawString(margin, y, line)
            y -= 1.4 * size
        y -= 12
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def open_canvas(width: float, height: float, fonts: Path) -> tuple[Canvas, io.BytesIO]:
    """A canvas in black with the font of the marks, whose bytes never vary."""
    if MARKS_FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(
            TTFont(MARKS_FONT, str(fonts / "noto-sans" / "NotoSans-Regular.ttf"))
        )
    buffer = io.BytesIO()
    # Any other initial font would be named in the file without being in it.
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1, initialFontName=MARKS_FONT)
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    return canvas, buffer


def _meets(line: Line, box: Box, paper: Box) -> bool:
    """Whether a mark lies on a page or along its edge; ticks at the paper's edge may."""
    x0, y0, x1, y1 = line
    at_edge = min(x0, y0) == 0.0 or x1 == paper.width or y1 == paper.height
    slack = 0.1 if at_edge else -0.1
    return (
        max(x0, x1) > box.x + slack
        and min(x0, x1) < box.right - slack
        and max(y0, y1) > box.y + slack
        and min(y0, y1) < box.top - slack
    )
