"""What is imprinted, as content in a page's own space: glyph runs, the code's squares, the logo.

reportlab writes the text objects; its canvas counts downwards, as the pages do.
"""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

from press.catalog.fonts import FontFile, open_font
from press.composition.qr import code_bars
from press.imprint.setting import Part
from press.imprint.shaping import Run
from press.typesetting.actual_text import spoken
from press.typesetting.spots import Frame, Type

_CANVAS = Canvas(io.BytesIO(), bottomup=0, initialFontName="Helvetica")

# WeasyPrint 70 takes Pango's 1,024ths for thousandths where it raises a glyph.
_RISE = 1.024

FontNames = Mapping[FontFile, str]


@dataclass(frozen=True)
class Square:
    """Where a code or a logo stands, in the page's own space."""

    x: float
    y: float
    width: float
    height: float


def draw_text(parts: Iterable[Part], names: FontNames) -> bytes:
    """The glyphs of a field, each part with its words as WeasyPrint's text boxes have theirs.

    Raises:
        KeyError: the page does not carry one of the fonts.
    """
    return b"\n".join(_draw_part(part, names) for part in parts)


def _draw_part(part: Part, names: FontNames) -> bytes:
    text = _CANVAS.beginText(part.x, part.baseline)
    code = text._code  # glyphs that are shaped already have no other way in
    for run in part.runs:
        code.append(f"/{names[run.font]} {part.type.size:.6g} Tf")
        code.append(_show(run, part.type))
    words = spoken(part.words).encode("utf-16-be").hex()
    return f"/Span <</ActualText <feff{words}>>> BDC\n{text.getCode()}\nEMC".encode()


@lru_cache(maxsize=4_000)
def _show(run: Run, type_: Type) -> str:
    """The operators that show a run; gaps are told in thousandths of the type size."""
    size = type_.size
    operators: list[str] = []
    shown: list[str] = []
    owed = 0.0
    for glyph in run.glyphs:
        owed += 1000 * glyph.x
        step, owed = _whole(owed)
        raised = f"{glyph.y * size * _RISE:.3f}" if glyph.y else ""
        if raised:
            operators += [*_array(shown), f"{raised} Ts"]
            shown = []
        shown.append(f"{-step}<{glyph.number:04x}>" if step else f"<{glyph.number:04x}>")
        if raised:
            operators += [*_array(shown), "0 Ts"]
            shown = []
        gap = type_.letter_gap + (type_.word_gap if glyph.is_space else 0)
        owed += 1000 * (glyph.advance - glyph.x + gap / size) - width_of(run.font, glyph.number)
        step, owed = _whole(owed)
        if step:
            shown.append(str(-step))
    return "\n".join(operators + _array(shown))


def _whole(thousandths: float) -> tuple[int, float]:
    step = round(thousandths)
    return step, thousandths - step


def _array(shown: list[str]) -> list[str]:
    return [f"[{' '.join(shown)}] TJ"] if shown else []


@lru_cache(maxsize=20_000)
def width_of(font: FontFile, glyph: int) -> int:
    """The width of a glyph as a PDF declares it, in thousandths of an em."""
    opened = open_font(font.file)
    return round(int(opened.get_glyph_h_advance(glyph)) * 1000 / int(opened.face.upem))


def draw_code(address: str, place: Square, ink: str) -> bytes:
    """The squares of a code in its place; `ink` sets the color they are filled with."""
    path, size = _bars(address)
    scale = place.width / size
    move = f"{scale:.6f} 0 0 {scale:.6f} {place.x:.4f} {place.y:.4f} cm"
    return f"q {move} {ink} {path} f Q".encode()


@lru_cache(maxsize=4_000)
def _bars(address: str) -> tuple[str, int]:
    """The bars of a code as rectangles of one path, and its width in modules."""
    bars, size = code_bars(address)
    return "\n".join(f"{x} {y} {length} 1 re" for x, y, length in bars), size


def draw_logo(place: Square, name: str) -> bytes:
    """A picture of the page's resources in its place."""
    matrix = f"{place.width:.4f} 0 0 {-place.height:.4f} {place.x:.4f} {place.y + place.height:.4f}"
    return f"q {matrix} cm {name} Do Q".encode()


def place_logo(frame: Frame, width: float, height: float) -> Square:
    """Where a picture of a given size stands in the frame of another: from the same side."""
    x = frame.x if frame.side == "left" else frame.x + frame.width - width
    return Square(x, frame.y, width, height)
