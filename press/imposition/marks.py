"""Marks beside the pages: where to cut, where to fold, and in small what to do (reportlab).

No mark is printed on a page, but for the ends of folds and cuts that run off the paper; and none
where machines do not print.
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
Mark = tuple[Line, bool]  # whether it is a tick, which may lie on bleed but on no page

MARKS_FONT = "press-marks"
_LENGTH = 12.0  # points of a crop mark
_DISTANCE = 4.5  # of a mark from the bleed
_HAIR = 0.35
_LEAST = 6.0  # where there is less room than for a whole one
_CLEAR = 18.0  # from the edge of the paper: machines print nothing nearer
_TICK = 9.0  # of a fold or a cut that runs off the paper
_RADIUS = 4.0  # of the circle of a registration mark
_ARM = 7.0
_SLUG_TYPE = 6.0
_SLUG_EDGE = 19.0  # from the edge of the paper to the slug, and from its corner
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
    marks: dict[Mark, None] = {}
    for trim, clip in blocks:
        for x in (trim.x, trim.right):
            marks |= dict.fromkeys(_upright_marks(x, clip.y, clip.top, paper))
        for y in (trim.y, trim.top):
            lying = _upright_marks(y, clip.x, clip.right, Box(0, 0, paper.height, paper.width))
            marks |= dict.fromkeys(
                ((y0, x0, y1, x1), is_tick) for (x0, y0, x1, y1), is_tick in lying
            )
    trims = [placement.trim.grown(-0.1) for placement in placed]
    shown = [clip.grown(0.1) for clip in clips]
    return [
        line
        for line, is_tick in marks
        if not any(_meets(line, box) for box in (trims if is_tick else shown))
    ]


def _upright_marks(x: float, bottom: float, top: float, paper: Box) -> Iterable[Mark]:
    """Marks that carry on an upright edge, or ticks on it where there is no room beside it."""
    if not 1 < x < paper.width - 1:
        return
    end = paper.height
    if bottom - _DISTANCE - _LEAST >= _CLEAR:
        yield (x, max(_CLEAR, bottom - _DISTANCE - _LENGTH), x, bottom - _DISTANCE), False
    else:
        yield (x, _CLEAR, x, _CLEAR + _tick(bottom)), True
    if end - top - _DISTANCE - _LEAST >= _CLEAR:
        yield (x, top + _DISTANCE, x, min(end - _CLEAR, top + _DISTANCE + _LENGTH)), False
    else:
        yield (x, end - _CLEAR - _tick(end - top), x, end - _CLEAR), True


def _tick(room: float) -> float:
    """How long a tick is: up to what is printed, or on along the edge where that is too near."""
    return room - _CLEAR - 1 if room >= _CLEAR + 3 else _TICK


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
        across, up = (float(bool(length)) for length in (fold.width, fold.height))
        for start in (_CLEAR, max(fold.width, fold.height) - _CLEAR - _TICK):
            x, y = fold.x + across * start, fold.y + up * start
            lines.append((x, y, x + across * _TICK, y + up * _TICK))
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
    # Any other initial font would be named in the file without being in it.
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1, initialFontName=MARKS_FONT)
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    return canvas, buffer


def _meets(line: Line, box: Box) -> bool:
    x0, y0, x1, y1 = line
    return (
        max(x0, x1) > box.x
        and min(x0, x1) < box.right
        and max(y0, y1) > box.y
        and min(y0, y1) < box.top
    )
