"""What a printer needs around the page: crop marks, targets, a color bar and the slug line."""

from pathlib import Path

from reportlab.lib.colors import CMYKColorSep
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from press.imposition.marks import MARKS_FONT, crop_marks, open_canvas
from press.imposition.sheet import Box, Placement, Sheet

SLUG = 36.0  # points around the bleed

_ALL_PLATES = CMYKColorSep(1, 1, 1, 1, spotName="All")
_HAIR = 0.35
_MIDDLE = 10.5  # from the bleed to the middle of a target, which is that of a crop mark
_ARM = 6.0
_RING = 3.6
_PATCH = 10.0
_TYPE = 6.0
_LINE = 7.0  # from the edge of the sheet to the slug line
_SOLIDS = ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))
_TINTS = tuple(tuple(0.5 * ink for ink in solid) for solid in _SOLIDS)


def sheet_around(page: int, trim: tuple[float, float], bleed: float) -> Sheet:
    """A sheet with one page in its middle, its bleed, and the slug around it (points)."""
    edge = bleed + SLUG
    box = Box(edge, edge, *trim)
    placement = Placement(page, box, box.grown(bleed))
    return Sheet(trim[0] + 2 * edge, trim[1] + 2 * edge, (placement,))


def draw_slug(sheet: Sheet, line: str, fonts: Path) -> bytes:
    """A one-page PDF of the sheet's size with all that lies outside the bleed of its one page.

    Args:
        sheet: from `sheet_around`.
        line: the slug line, in Latin letters; it is set smaller where it would be too long.
        fonts: the folder of fonts.
    """
    canvas, buffer = open_canvas(sheet.width, sheet.height, fonts)
    (placement,) = sheet.front
    bleed = placement.clip
    canvas.setLineWidth(_HAIR)
    canvas.setStrokeColor(_ALL_PLATES)
    for mark in crop_marks(sheet, sheet.front):
        canvas.line(*mark)
    across, up = bleed.x + bleed.width / 2, bleed.y + bleed.height / 2
    for x in (bleed.x - _MIDDLE, bleed.right + _MIDDLE):
        _target(canvas, x, up)
    for y in (bleed.y - _MIDDLE, bleed.top + _MIDDLE):
        _target(canvas, across, y)
    start = across + 2 * _ARM
    _color_bar(canvas, start, bleed.top + _MIDDLE - _PATCH / 2, placement.trim.right - _ARM - start)
    room = placement.trim.width
    canvas.setFont(MARKS_FONT, min(_TYPE, room / stringWidth(line, MARKS_FONT, 1)))
    canvas.drawString(placement.trim.x, _LINE, line)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _target(canvas: Canvas, x: float, y: float) -> None:
    """A registration mark, on which the plates are laid over one another."""
    canvas.circle(x, y, _RING)
    canvas.line(x - _ARM, y, x + _ARM, y)
    canvas.line(x, y - _ARM, x, y + _ARM)


def _color_bar(canvas: Canvas, x: float, y: float, room: float) -> None:
    """A patch of each ink, solid and at half strength."""
    inks = _SOLIDS + _TINTS
    width = min(_PATCH, room / len(inks))
    for number, ink in enumerate(inks):
        canvas.setFillColorCMYK(*ink)
        canvas.rect(x + number * width, y, width, _PATCH, stroke=0, fill=1)
    canvas.setFillColorCMYK(0, 0, 0, 1)
