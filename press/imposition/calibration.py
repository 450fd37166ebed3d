"""The calibration sheet: a cross and rulers on both sides, to measure how far the backs stray.

Print it on both sides, hold it against a window, and read how far the cross of the back lies from
that of the front, as you look at the back. Give the opposite to --offset: when the back lies 1 mm
too far to the right, --offset=-1mm,0.
"""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from press.imposition.marks import MARKS_FONT, open_canvas
from press.imposition.sheet import flips_sideways

_MM = 72 / 25.4
_ARM = 60 * _MM


def draw_calibration(width: float, height: float, fonts: Path) -> bytes:
    """Two pages of a sheet, front and back, which turns like a page; sizes in points.

    Machines feed sheets that lie across the other way, so these are measured for themselves.
    """
    canvas, buffer = open_canvas(width, height, fonts)
    edge = "Long" if flips_sideways(width, height, "long") else "Short"
    lines = str(__doc__).split("\n\n", 1)[1].splitlines()
    lines += [f"Print at 100 %, and flip on the {edge.lower()} edge."]
    canvas.setViewerPreference("Duplex", f"DuplexFlip{edge}Edge")
    canvas.setViewerPreference("PrintScaling", "None")
    for face in ("FRONT", "BACK"):
        _cross(canvas, width / 2, height / 2)
        canvas.setFont(MARKS_FONT, 14)
        canvas.drawCentredString(width / 2, height - 60, face)
        canvas.setFont(MARKS_FONT, 9)
        for number, line in enumerate(lines):
            canvas.drawCentredString(width / 2, height - 84 - 13 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _cross(canvas: Canvas, x: float, y: float) -> None:
    """A cross with a scale of millimeters, the tens longer, on each of its arms."""
    canvas.setLineWidth(0.4)
    canvas.line(x - _ARM, y, x + _ARM, y)
    canvas.line(x, y - _ARM, x, y + _ARM)
    for step in range(-60, 61):
        tick = 6 if step % 10 == 0 else 4 if step % 5 == 0 else 2
        canvas.line(x + step * _MM, y - tick, x + step * _MM, y + tick)
        canvas.line(x - tick, y + step * _MM, x + tick, y + step * _MM)
