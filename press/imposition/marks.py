"""Marks beside the pages: where to cut, where to fold, and in small what to do (reportlab).

No mark is printed on a page, but for the ends of folds and cuts that run off the paper.
"""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from press.imposition.sheet import Box, Placement, Sheet, around

Line = tuple[float, float, float, float]

MARKS_FONT = "press-marks"
_LENGTH = 12.0  # points of a crop mark
_DISTANCE = 3.0  # of a mark from the bleed
_HAIR = 0.35
_TICK = 18.0  # from the edge of the paper; office machines leave the first 12 points white
_RADIUS = 4.0  # of the circle of a registration mark
_ARM = 7.0
_SLUG_TYPE = 6.0
_SLUG_EDGE = 11.5  # from the edge of the paper to the slug, and from its corner
_SLUG_CORNER = 27.0


def crop_marks(sheet: Sheet, side: Iterable[Placement]) -> list[Line]:
    """Lines that go on where the pages end, outside of every page and its bleed.

    A mark beside a neighboring page would be printed on it, so only the rim of a block has marks;
    where a block reaches the edge of the paper, a tick at the edge shows where to cut. What is
    folded is cut around the whole block only.
    """
    paper = Box(0, 0, sheet.width, sheet.height)
    placed = list(side)
    if not placed:
        return []
    clips = [placement.clip for placement in placed]
    blocks = [(placement.trim.cut_to(placement.clip), placement.clip) for placement in placed]
    if sheet.folds:
        blocks = [(around([trim for trim, _ in blocks]), around(clips))]
    lines: dict[Line, None] = {}
    for trim, clip in blocks:
        for x in (trim.x, trim.right):
            lines |= dict.fromkeys(_upright_marks(x, clip.y, clip.top, paper))
        for y in (trim.y, trim.top):
            turned = Box(0, 0, paper.height, paper.width)
            marks = _upright_marks(y, clip.x, clip.right, turned)
            lines |= dict.fromkeys((y0, x0, y1, x1) for x0, y0, x1, y1 in marks)
    trims = [placement.trim for placement in placed]
    return [
        line
        for line in lines
        if not any(
            _meets(line, box.grown(-0.1 if _at_edge(line, paper) else 0.1))
            for box in (trims if _at_edge(line, paper) else clips)
        )
    ]


def _upright_marks(x: float, bottom: float, top: float, paper: Box) -> Iterable[Line]:
    """Marks that carry on an upright edge, or ticks at the paper's edge where there is no room."""
    if not 1 < x < paper.width - 1:
        return
    away = _DISTANCE + _LENGTH
    if bottom - away >= 0:
        yield x, bottom - away, x, bottom - _DISTANCE
    else:
        yield x, 0.0, x, _TICK
    if top + away <= paper.height:
        yield x, top + _DISTANCE, x, top + away
    else:
        yield x, paper.height - _TICK, x, paper.height


def registration_marks(sheet: Sheet, side: Sequence[Placement]) -> list[tuple[float, float]]:
    """The middles of crosses off the corners of the block, where both sides must meet.

    Only sheets that are printed on both sides and have room beside their pages have them.
    """
    if sheet.back is None or not side:
        return []
    block = around([placement.clip for placement in side]).grown(_DISTANCE + _ARM)
    outer = block.grown(_ARM)
    if outer.x < 0 or outer.y < 0 or outer.right > sheet.width or outer.top > sheet.height:
        return []
    return [(x, y) for x in (block.x, block.right) for y in (block.y, block.top)]


def fold_marks(folds: Iterable[Box]) -> list[Line]:
    """Ticks at both ends of folds, which are boxes without width or height."""
    lines: list[Line] = []
    for fold in folds:
        across, up = min(_TICK, fold.width), min(_TICK, fold.height)
        lines.append((fold.x, fold.y, fold.x + across, fold.y + up))
        lines.append((fold.right - across, fold.top - up, fold.right, fold.top))
    return lines


def draw_marks(sheet: Sheet, side: Sequence[Placement], slug: str, fonts: Path) -> bytes:
    """A one-page PDF of the sheet's size with its marks.

    Args:
        sheet: the sheet.
        side: what lies on this side; folds and slits are shown on the one that lies up to fold.
        slug: one small line for the edge of the sheet, where there is room; "" for none.
        fonts: the folder of fonts.
    """
    canvas, buffer = open_canvas(sheet.width, sheet.height, fonts)
    canvas.setLineWidth(_HAIR)
    lines = crop_marks(sheet, side)
    for line in lines:
        canvas.line(*line)
    crosses = registration_marks(sheet, side)
    for x, y in crosses:
        canvas.circle(x, y, _RADIUS)
        canvas.line(x - _ARM, y, x + _ARM, y)
        canvas.line(x, y - _ARM, x, y + _ARM)
    taken = [placement.clip for placement in side]
    taken += [Box(x - _ARM, y - _ARM, 2 * _ARM, 2 * _ARM) for x, y in crosses]
    taken += [Box(x0, y0, x1 - x0, y1 - y0) for x0, y0, x1, y1 in lines]
    _draw_slug(canvas, sheet, slug, taken)
    if side == sheet.sides()[-1]:
        canvas.setDash(2, 2)
        for line in fold_marks(sheet.folds):
            canvas.line(*line)
        for slit in sheet.slits:
            canvas.line(slit.x, slit.y, slit.right, slit.top)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_slug(canvas: Canvas, sheet: Sheet, slug: str, taken: Sequence[Box]) -> None:
    """Write the slug along the lower or the left edge, if nothing else is there."""
    length = pdfmetrics.stringWidth(slug, MARKS_FONT, _SLUG_TYPE)
    lying = Box(_SLUG_CORNER, _SLUG_EDGE, length, _SLUG_TYPE)
    upright = Box(_SLUG_EDGE, _SLUG_CORNER, _SLUG_TYPE, length)
    canvas.setFont(MARKS_FONT, _SLUG_TYPE)
    if lying.right < sheet.width and not any(_overlap(lying, box) for box in taken):
        canvas.drawString(lying.x, lying.y + 1.5, slug)
    elif upright.top < sheet.height and not any(_overlap(upright, box) for box in taken):
        canvas.saveState()
        canvas.translate(upright.right - 1.5, upright.y)
        canvas.rotate(90)
        canvas.drawString(0, 0, slug)
        canvas.restoreState()


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.top and other.y < one.top


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
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1)
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    return canvas, buffer


def _at_edge(line: Line, paper: Box) -> bool:
    """Whether a mark is a tick at the edge of the paper, which may lie on bleed but on no page."""
    x0, y0, x1, y1 = line
    return min(x0, y0) == 0.0 or x1 == paper.width or y1 == paper.height


def _meets(line: Line, box: Box) -> bool:
    x0, y0, x1, y1 = line
    return (
        max(x0, x1) > box.x
        and min(x0, x1) < box.right
        and max(y0, y1) > box.y
        and min(y0, y1) < box.top
    )
