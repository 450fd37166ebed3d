"""A finished PDF read for judging: what is shown on each page, at what size, in what color."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Matrix

from press.catalog.fonts import FontFile
from press.content import read_content
from press.sizes import Trim

_CMAP_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_CMAP_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_WHITE = 1.0
_INSIDE = 0.25  # of the type size, right and up from a run's origin: where its ink surely is


@dataclass(frozen=True)
class Expected:
    """What an edition should be: `least_type` in points, `text` all that it says."""

    name: str
    tag: str
    trim: Trim
    pages: int | None
    fonts: tuple[FontFile, ...]
    least_type: float
    text: str


@dataclass(frozen=True)
class Shown:
    """One run of glyphs: origin in points from the page's lower left corner, inks from 0 to 1.

    `text` is what the file says that the glyphs mean; when several runs make up one text, the first
    carries it. `ink` is the luminance of the text, `ground` that of what was painted below it.
    """

    page: int
    font: str
    size: float
    glyphs: tuple[int, ...]
    text: str
    x: float
    y: float
    ink: float
    ground: float


@dataclass(frozen=True)
class Proof:
    """A finished PDF beside what was expected of it."""

    pdf: pikepdf.Pdf
    expected: Expected
    shown: tuple[Shown, ...]


def read_proof(pdf: bytes, expected: Expected) -> Proof:
    """Read the finished bytes of one edition."""
    document = pikepdf.open(io.BytesIO(pdf))
    shown = tuple(
        run for number, page in enumerate(document.pages, 1) for run in _Reader(page, number).runs()
    )
    return Proof(document, expected, shown)


_Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Paint:
    """Rectangles (left, bottom, right, top) filled at once; borders are rings, filled even-odd."""

    boxes: tuple[_Box, ...]
    ink: float
    even_odd: bool

    def covers(self, x: float, y: float) -> bool:
        inside = sum(b[0] < x < b[2] and b[1] < y < b[3] for b in self.boxes)
        return inside % 2 == 1 if self.even_odd else inside > 0


@dataclass
class _State:
    """The part of the graphics state that text depends on."""

    matrix: Matrix
    ink: float = 0.0
    font: str = ""
    size: float = 0.0


class _Reader:
    """Walks one page's content, forms included."""

    def __init__(self, page: pikepdf.Page, number: int) -> None:
        self.page = page
        self.number = number
        self.painted: list[_Paint] = []
        self.maps: dict[str, dict[int, str]] = {}

    def runs(self) -> Iterator[Shown]:
        """Every run of glyphs, in the order of painting."""
        yield from self._walk(self.page, self.page.resources, _State(Matrix()))

    def _walk(
        self, content: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object, state: _State
    ) -> Iterator[Shown]:
        stack: list[_State] = []
        line = text_matrix = Matrix()
        boxes: list[_Box] = []
        marks: list[str | None] = []
        for operands, name in read_content(content):
            if name == "q":
                stack.append(_State(state.matrix, state.ink, state.font, state.size))
            elif name == "Q":
                state = stack.pop()
            elif name == "cm":
                state.matrix = Matrix(*map(float, operands)) @ state.matrix
            elif name in ("g", "rg", "k"):
                state.ink = _luminance([float(value) for value in operands])
            elif name == "re":
                boxes.append(_box([float(value) for value in operands], state.matrix))
            elif name in ("f", "F", "f*", "B", "B*", "b", "b*"):
                self.painted.append(_Paint(tuple(boxes), state.ink, name.endswith("*")))
                boxes = []
            elif name in ("S", "s", "n"):
                boxes = []
            elif name == "Tf":
                state.font, state.size = str(operands[0]), float(operands[1])
            elif name == "BT":
                line = text_matrix = Matrix()
            elif name in ("Td", "TD"):
                line = text_matrix = Matrix().translated(*map(float, operands)) @ line
            elif name == "Tm":
                line = text_matrix = Matrix(*map(float, operands))
            elif name in ("BDC", "BMC"):
                marks.append(_words_of(operands))
            elif name == "EMC":
                marks.pop()
            elif name in ("Tj", "TJ"):
                words = next((mark for mark in reversed(marks) if mark is not None), None)
                yield self._run(operands[0], resources, state, text_matrix, words)
                marks = ["" if mark is not None else None for mark in marks]
            elif name == "Do":
                form = resources.XObject[str(operands[0])]
                if form.get("/Subtype") == "/Form":
                    inner = Matrix(*map(float, form.get("/Matrix", [1, 0, 0, 1, 0, 0])))
                    yield from self._walk(
                        form, form.get("/Resources", resources), _State(inner @ state.matrix)
                    )

    def _run(
        self,
        operand: pikepdf.Object,
        resources: pikepdf.Object,
        state: _State,
        text_matrix: Matrix,
        words: str | None,
    ) -> Shown:
        parts = operand if isinstance(operand, pikepdf.Array) else [operand]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        glyphs = tuple(int.from_bytes(codes[i : i + 2]) for i in range(0, len(codes), 2))
        font = resources.Font[state.font]
        base_name = str(font.BaseFont)
        if base_name not in self.maps:
            self.maps[base_name] = _characters(font)
        mapped = "".join(self.maps[base_name].get(glyph, "") for glyph in glyphs)
        matrix = text_matrix @ state.matrix
        x, y = matrix.transform((0, 0))
        size = state.size * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
        return Shown(
            page=self.number,
            font=base_name,
            size=size,
            glyphs=glyphs,
            text=mapped if words is None else words,
            x=x,
            y=y,
            ink=state.ink,
            ground=self._ground(x + _INSIDE * size, y + _INSIDE * size),
        )

    def _ground(self, x: float, y: float) -> float:
        return next((p.ink for p in reversed(self.painted) if p.covers(x, y)), _WHITE)


def _words_of(operands: list[pikepdf.Object]) -> str | None:
    """The ActualText of a marked-content bracket, if it has one."""
    if len(operands) < 2 or not isinstance(operands[1], pikepdf.Dictionary):
        return None
    words = operands[1].get("/ActualText")
    return None if words is None else str(words)


def _characters(font: pikepdf.Object) -> dict[int, str]:
    """The text of each glyph, from the font's ToUnicode map."""
    stream = font.get("/ToUnicode")
    if stream is None:
        return {}
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for block in _CMAP_CHARS.findall(stream.read_bytes())
        for code, text in _CMAP_CHAR.findall(block)
    }


def _luminance(color: list[float]) -> float:
    """Relative luminance of a device gray, RGB or CMYK color, by the WCAG formula."""
    if len(color) == 4:
        *inks, black = color
        color = [(1 - ink) * (1 - black) for ink in inks]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in color]
    if len(linear) == 1:
        return linear[0]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _box(operands: list[float], matrix: Matrix) -> _Box:
    x, y, width, height = operands
    corners = [matrix.transform(corner) for corner in ((x, y), (x + width, y + height))]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
