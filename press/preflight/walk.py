"""One content stream, operator by operator: what each does to the state, and what it shows."""

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Matrix

from press.preflight.drawing import (
    Color,
    Painted,
    Point,
    State,
    around,
    color_of,
    corners,
    first_color,
    matrix_of,
    meet,
    paint,
)
from press.preflight.notes import UNREADABLE, PageNotes
from press.preflight.pictures import read_picture
from press.preflight.spaces import CMYK, GRAY, RGB, Space, read_space
from press.preflight.texts import TextReader

_FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
_STROKES = {"S", "s", "B", "B*", "b", "b*"}
_PAINTING = _FILLS | _STROKES | {"n"}
_SHOWING = {"Tj", "TJ", "'", '"'}
_WITHOUT_EFFECT = {"w", "J", "j", "M", "d", "ri", "i", "h", "ET", "MP", "DP", "d0", "d1"}
_DEVICE = {"g": GRAY, "rg": RGB, "k": CMYK}


class Walk:
    """Follows the instructions of one stream."""

    def __init__(self, notes: PageNotes, resources: pikepdf.Object, state: State) -> None:
        self.notes = notes
        self.resources = resources
        self.state = state
        self._text = TextReader(notes, resources)
        self._base = state.matrix
        self._kept: list[State] = []
        self._outlines: list[list[Point]] = []
        self._clips = False
        self._lenient = 0

    def read(self, content: pikepdf.Page | pikepdf.Object) -> None:
        """Read a page, a form, a tile of a pattern or a drawn glyph."""
        with self.notes.entering(content) as may:
            for operands, name in self.notes.instructions(content) if may else ():
                try:
                    self._follow(name, operands)
                except UNREADABLE:
                    self.notes.miss(f"an instruction “{name[:20]}”")

    def _follow(self, name: str, operands: list[Any]) -> None:
        if name in _PAINTING:
            self._paint(name)
        elif action := TextReader.ACTIONS.get(name):
            action(self._text, self.state, *operands)
            if name in _SHOWING and self.state.face and self.state.face.kind == "Type3":
                self._read_drawn_glyphs()
        elif act := _ACTIONS.get(name):
            act(self, *operands)
        elif name not in _WITHOUT_EFFECT and not self._lenient:
            self.notes.miss(f"the instruction “{name[:20]}”, which PDF does not have")

    def _keep(self) -> None:
        self._kept.append(self.state.copy())

    def _restore(self) -> None:
        if self._kept:
            self.state = self._kept.pop()

    def _move_matrix(self, *numbers: Any) -> None:
        self.state.matrix = matrix_of(numbers) @ self.state.matrix

    def _start(self, x: Any, y: Any) -> None:
        self._outlines.append([self.state.matrix.transform((float(x), float(y)))])

    def _line(self, *numbers: Any) -> None:
        """A line, or a curve by its control points."""
        values = [float(number) for number in numbers]
        pairs = zip(values[::2], values[1::2], strict=True)
        self._outlines[-1] += [self.state.matrix.transform(pair) for pair in pairs]

    def _rectangle(self, *numbers: Any) -> None:
        x, y, width, height = (float(number) for number in numbers)
        self._outlines.append(corners((x, y, x + width, y + height), self.state.matrix))

    def _clip(self) -> None:
        self._clips = True

    def _paint(self, name: str) -> None:
        state, outlines = self.state, self._outlines
        self._outlines = []
        if name in _FILLS:
            self.notes.use("area", state.fill.space, state.fill.values)
            if outlines:
                area = paint(outlines, state.clip, state.ink, name.endswith("*"))
                self.notes.painted.append(area)
        if name in _STROKES:
            self.notes.use("line", state.stroke.space, state.stroke.values)
        if self._clips:
            state.clip = meet(state.clip, around(outlines))
            self._clips = False

    def _device_color(self, space: Space, is_stroke: bool, *numbers: Any) -> None:
        self._set_color(color_of(space, numbers), is_stroke)

    def _set_color(self, color: Color, is_stroke: bool) -> None:
        if is_stroke:
            self.state.stroke = color
        else:
            self.state.fill = color

    def _choose_space(self, is_stroke: bool, name: Any) -> None:
        self._set_color(first_color(read_space(name, self.resources)), is_stroke)

    def _color(self, is_stroke: bool, *operands: Any) -> None:
        space = (self.state.stroke if is_stroke else self.state.fill).space
        if operands and isinstance(operands[-1], pikepdf.Name):
            self._read_pattern(self.resources["/Pattern"][str(operands[-1])])
            self._set_color(Color(space, ()), is_stroke)
        else:
            self._set_color(Color(space, tuple(float(v) for v in operands)), is_stroke)

    def _read_pattern(self, pattern: pikepdf.Object) -> None:
        if int(pattern.get("/PatternType", 1)) == 2:
            self._blend(pattern.Shading)
        else:
            painted = len(self.notes.painted)
            self._draw_form(pattern, self._base)
            del self.notes.painted[painted:]

    def _choose_state(self, name: Any) -> None:
        chosen = self.resources["/ExtGState"][str(name)]
        if "/ca" in chosen:
            self.state.is_opaque = float(chosen["/ca"]) == 1
        if str(chosen.get("/SMask", "/None")) != "/None":
            self.state.is_opaque = False
        if "/Font" in chosen:
            self._set_font(chosen.Font[0], chosen.Font[1])

    def _choose_font(self, name: Any, size: Any) -> None:
        self.state.face = None
        self._set_font(self.resources["/Font"][str(name)], size)

    def _set_font(self, font: pikepdf.Object, size: Any) -> None:
        self.state.face, self.state.size = self.notes.face(font), float(size)

    def _blend(self, shading: pikepdf.Object) -> None:
        self.notes.use("blend", read_space(shading.ColorSpace, self.resources))

    def _shade(self, name: Any) -> None:
        self._blend(self.resources["/Shading"][str(name)])
        self.notes.painted.append(Painted((), self.state.clip, None))

    def _draw(self, name: Any) -> None:
        drawn = self.resources["/XObject"][str(name)]
        if drawn.get("/Subtype") == "/Form":
            self._draw_form(drawn, self.state.matrix)
        elif drawn.get("/Subtype") == "/Image":
            self._draw_picture(drawn)

    def _draw_form(self, form: pikepdf.Object, place: Matrix) -> None:
        state = self.state.copy()
        state.matrix = matrix_of(form.get("/Matrix", (1, 0, 0, 1, 0, 0))) @ place
        inner = Walk(self.notes, form.get("/Resources", self.resources), state)
        self.notes.copies.draw(form, state, lambda: inner.read(form))

    def _draw_picture(self, image: pikepdf.Object) -> None:
        state = self.state
        picture = read_picture(self.notes.number, image, self.resources, state.matrix)
        self.notes.pictures.append(picture)
        if picture.space is None:
            self.notes.use("area", state.fill.space, state.fill.values)
        else:
            self.notes.use("picture", picture.space)
        self.notes.painted.append(paint([corners((0, 0, 1, 1), state.matrix)], state.clip, None))

    def _draw_inline(self, image: pikepdf.PdfInlineImage) -> None:
        self._draw_picture(image.obj)

    def _read_drawn_glyphs(self) -> None:
        """Read the little drawings that are the glyphs of a Type 3 font, once a page."""
        face = self.state.face
        if face is None or face in self.notes.drawn_faces:
            return
        self.notes.drawn_faces.add(face)
        font = face.font
        state = self.state.copy()
        state.matrix = matrix_of(font.FontMatrix) @ state.matrix
        painted = len(self.notes.painted)
        for glyph in font.CharProcs.keys():  # noqa: SIM118 -- a dictionary of pikepdf
            walk = Walk(self.notes, font.get("/Resources", self.resources), state.copy())
            walk.read(font.CharProcs[glyph])
        del self.notes.painted[painted:]

    def _begin_leniency(self) -> None:
        self._lenient += 1

    def _end_leniency(self) -> None:
        self._lenient -= 1


def _setting(attribute: str, share: float = 1.0) -> Callable[[Walk, Any], None]:
    """An operator that sets one number of the state."""

    def act(walk: Walk, number: Any) -> None:
        setattr(walk.state, attribute, float(number) * share)

    return act


def _with(method: Callable[..., None], *first: Any) -> Callable[..., None]:
    return lambda walk, *operands: method(walk, *first, *operands)


_ACTIONS: dict[str, Callable[..., None]] = {
    "q": Walk._keep,
    "Q": Walk._restore,
    "cm": Walk._move_matrix,
    "m": Walk._start,
    **dict.fromkeys(("l", "c", "v", "y"), Walk._line),
    "re": Walk._rectangle,
    **dict.fromkeys(("W", "W*"), Walk._clip),
    **{name: _with(Walk._device_color, space, False) for name, space in _DEVICE.items()},
    **{name.upper(): _with(Walk._device_color, space, True) for name, space in _DEVICE.items()},
    "cs": _with(Walk._choose_space, False),
    "CS": _with(Walk._choose_space, True),
    **dict.fromkeys(("sc", "scn"), _with(Walk._color, False)),
    **dict.fromkeys(("SC", "SCN"), _with(Walk._color, True)),
    "gs": Walk._choose_state,
    "Tf": Walk._choose_font,
    "sh": Walk._shade,
    "Do": Walk._draw,
    "INLINE IMAGE": Walk._draw_inline,
    "BX": Walk._begin_leniency,
    "EX": Walk._end_leniency,
    "Tc": _setting("letter_gap"),
    "Tw": _setting("word_gap"),
    "Tz": _setting("stretch", 0.01),
    "TL": _setting("leading"),
    "Ts": _setting("rise"),
    "Tr": _setting("mode"),
}
