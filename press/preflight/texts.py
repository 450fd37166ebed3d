"""The text of a content stream: where each run of glyphs stands, and what it means."""

from collections.abc import Callable
from typing import Any, ClassVar

import pikepdf
from pikepdf import Matrix

from press.preflight.drawing import State, around, corners, matrix_of
from press.preflight.face import Face
from press.preflight.notes import PageNotes
from press.preflight.shown import Shown

_INSIDE = 0.25  # of the type size, right and up from a run's origin: where its ink surely is
_UNSEEN_MODES = (3, 7)
_STROKED_MODES = (1, 2, 5, 6)
_FILLED_MODES = (0, 2, 4, 6)


class TextReader:
    """Follows the text operators of one stream."""

    def __init__(self, notes: PageNotes, resources: pikepdf.Object) -> None:
        self._notes = notes
        self._resources = resources
        self._line = self._matrix = Matrix()
        self._marks: list[str | None] = []
        self._aids: list[bool] = []

    def begin(self, _: State) -> None:
        """BT."""
        self._line = self._matrix = Matrix()

    def place(self, _: State, *numbers: Any) -> None:
        """Tm."""
        self._line = self._matrix = matrix_of(numbers)

    def move(self, _: State, x: Any, y: Any) -> None:
        """Td."""
        self._line = self._matrix = Matrix().translated(float(x), float(y)) @ self._line

    def move_and_lead(self, state: State, x: Any, y: Any) -> None:
        """TD."""
        state.leading = -float(y)
        self.move(state, x, y)

    def next_line(self, state: State) -> None:
        """T*."""
        self.move(state, 0, -state.leading)

    def mark(self, _: State, *operands: Any) -> None:
        """BDC and BMC: a bracket that may carry the words of what is inside it."""
        self._marks.append(None)
        self._aids.append(False)
        if len(operands) < 2:
            return
        properties = operands[1]
        if isinstance(properties, pikepdf.Name):
            properties = self._resources["/Properties"][str(properties)]
        if operands[0] == "/Artifact" and properties.get("/Type") == "/Page":
            self._aids[-1] = True
            self._notes.aids += 1
        words = properties.get("/ActualText")
        self._marks[-1] = None if words is None else str(words)

    def end_mark(self, _: State) -> None:
        """EMC."""
        if self._marks:
            self._marks.pop()
            self._notes.aids -= self._aids.pop()

    def show_on_next_line(self, state: State, string: Any) -> None:
        """The operator '."""
        self.next_line(state)
        self.show(state, string)

    def show_spaced(self, state: State, words: Any, letters: Any, string: Any) -> None:
        """The operator "."""
        state.word_gap, state.letter_gap = float(words), float(letters)
        self.show_on_next_line(state, string)

    def show(self, state: State, operand: Any) -> None:
        """Tj and TJ."""
        face = state.face
        words = next((mark for mark in reversed(self._marks) if mark is not None), None)
        self._marks = ["" if mark is not None else None for mark in self._marks]
        if face is None:
            raise ValueError("text without a font")
        parts = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
        codes: tuple[int, ...] = ()
        advance = 0.0
        for part in parts:
            if isinstance(part, pikepdf.String):
                own = face.codes(bytes(part))
                advance += sum(_advance(face, code, state) for code in own)
                codes += own
            else:
                advance -= float(part) / 1000 * state.size * state.stretch
        placed = self._matrix @ state.matrix
        self._matrix = Matrix().translated(advance, 0) @ self._matrix
        if codes and state.mode not in _UNSEEN_MODES and not _is_clipped(state, placed, advance):
            self._note(state, face, codes, placed, advance, words)

    def _note(
        self,
        state: State,
        face: Face,
        codes: tuple[int, ...],
        placed: Matrix,
        advance: float,
        words: str | None,
    ) -> None:
        text = face.text(codes) if words is None else words
        x, y = placed.transform((0, state.rise))
        end_x, end_y = placed.transform((advance, state.rise))
        inked = placed.transform((_INSIDE * state.size, state.rise + _INSIDE * state.size))
        self._notes.shown.append(
            Shown(
                page=self._notes.number,
                font=face.name,
                size=state.size * abs(placed.a * placed.d - placed.b * placed.c) ** 0.5,
                glyphs=codes if face.names_glyphs else (),
                text=text,
                x=x,
                y=y,
                end_x=end_x,
                end_y=end_y,
                ink=state.ink if state.mode in _FILLED_MODES else None,
                ground=self._notes.ground(*inked),
                face=face,
                is_aid=self._notes.aids > 0,
            )
        )
        if state.mode in _FILLED_MODES:
            self._notes.use("text", state.fill.space, state.fill.values)
        if state.mode in _STROKED_MODES:
            self._notes.use("text", state.stroke.space, state.stroke.values)

    ACTIONS: ClassVar[dict[str, Callable[..., None]]] = {
        "BT": begin,
        "Tm": place,
        "Td": move,
        "TD": move_and_lead,
        "T*": next_line,
        "BDC": mark,
        "BMC": mark,
        "EMC": end_mark,
        "Tj": show,
        "TJ": show,
        "'": show_on_next_line,
        '"': show_spaced,
    }


def _is_clipped(state: State, placed: Matrix, advance: float) -> bool:
    """Whether a run lies wholly outside of what may be painted on."""
    low, high = state.rise - state.size / 2, state.rise + state.size
    run = around([corners((0, low, advance, high), placed)])
    return (
        run[0] > state.clip[2]
        or run[2] < state.clip[0]
        or (run[1] > state.clip[3] or run[3] < state.clip[1])
    )


def _advance(face: Face, code: int, state: State) -> float:
    gap = state.letter_gap
    if code == ord(" ") and face.code_bytes == 1:
        gap += state.word_gap
    return (face.width(code) * state.size + gap) * state.stretch
