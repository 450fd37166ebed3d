"""The text of a content stream: where each run of glyphs stands, and what it means."""

import re
from collections.abc import Callable
from itertools import chain
from typing import Any, ClassVar

import pikepdf
from pikepdf import Matrix

from press.preflight.drawing import State, matrix_of, within
from press.preflight.face import Face
from press.preflight.notes import PageNotes
from press.preflight.shown import Shown

_INSIDE = 0.25  # of the type size, right and up from a run's origin: where its ink surely is
_SPACE = ord(" ")
_HEX = re.compile(r"<([0-9a-f]*)>")
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
        if words is not None:
            self._marks = ["" if mark is not None else None for mark in self._marks]
        if face is None:
            raise ValueError("text without a font")
        strings, moved = _parts(operand)
        measured = [face.measured(string) for string in strings]
        codes = tuple(chain.from_iterable(own for own, _ in measured))
        gaps = state.letter_gap * len(codes)
        if state.word_gap and face.code_bytes == 1:
            gaps += state.word_gap * codes.count(_SPACE)
        width = sum(width for _, width in measured) - moved / 1000
        advance = (width * state.size + gaps) * state.stretch
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
        x, y = within(placed.transform((0, state.rise)), state.clip)
        end_x, end_y = within(placed.transform((advance, state.rise)), state.clip)
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
    a, b, c, d, x, y = placed.shorthand
    left, bottom, right, top = state.clip
    return (
        x + min(0.0, a * advance) + min(c * low, c * high) > right
        or x + max(0.0, a * advance) + max(c * low, c * high) < left
        or y + min(0.0, b * advance) + min(d * low, d * high) > top
        or y + max(0.0, b * advance) + max(d * low, d * high) < bottom
    )


def _parts(operand: Any) -> tuple[list[bytes], float]:
    """The strings of an operand of Tj or TJ, and how far it moves back between them."""
    if isinstance(operand, pikepdf.String):
        return [bytes(operand)], 0.0
    if not isinstance(operand, pikepdf.Array):
        raise ValueError("text that is no string")
    plain = operand.unparse()
    if b"(" not in plain:  # as qpdf writes it, all else is numbers and strings in hexadecimal
        text = plain[1:-1].decode("ascii")
        moves = _HEX.sub("", text).split()
        return [bytes.fromhex(digits) for digits in _HEX.findall(text)], sum(map(float, moves))
    parts = list(operand)
    strings = [bytes(part) for part in parts if isinstance(part, pikepdf.String)]
    return strings, sum(float(part) for part in parts if not isinstance(part, pikepdf.String))
