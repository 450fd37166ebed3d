"""A form that stands on a page several times, as cards do on a sheet, is read once.

What it shows elsewhere is what it shows where it was read, if all that it inherits is the same and
nothing was painted below it.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import pikepdf

from press.preflight.drawing import Painted, Point, State, overlap
from press.preflight.shown import Picture, Shown

if TYPE_CHECKING:
    from press.preflight.notes import PageNotes

_INHERITED = [field.name for field in fields(State) if field.name not in ("matrix", "clip")]
_DIGITS = 3  # of a point, to which places are compared


@dataclass(frozen=True)
class _Copy:
    """What a form showed at a place; `effort` is how many instructions it took to read."""

    place: Point
    shown: tuple[Shown, ...]
    painted: tuple[Painted, ...]
    pictures: tuple[Picture, ...]
    effort: int


class Copies:
    """The forms read on one page."""

    def __init__(self, notes: "PageNotes") -> None:
        self._notes = notes
        self._known: dict[object, _Copy] = {}

    def draw(self, form: pikepdf.Object, state: State, read: Callable[[], None]) -> None:
        """Note what a form shows in a state: read it, or move what it showed before."""
        notes = self._notes
        is_alone = form.is_indirect and "/Resources" in form
        if not is_alone or any(overlap(area.edges, state.clip) for area in notes.painted):
            read()
            return
        key = form.objgen, notes.aids > 0, *_inherited(state)
        copy = self._known.get(key)
        if copy and copy.effort <= notes.left:
            self._move(copy, _place(state))
            return
        shown, painted, pictures = len(notes.shown), len(notes.painted), len(notes.pictures)
        missed, left, place = len(notes.unread), notes.left, _place(state)
        read()
        if len(notes.unread) == missed:
            self._known[key] = _Copy(
                place,
                tuple(notes.shown[shown:]),
                tuple(notes.painted[painted:]),
                tuple(notes.pictures[pictures:]),
                left - notes.left,
            )

    def _move(self, copy: _Copy, place: Point) -> None:
        way = place[0] - copy.place[0], place[1] - copy.place[1]
        self._notes.shown += [run.moved(*way) for run in copy.shown]
        self._notes.painted += [area.moved(*way) for area in copy.painted]
        self._notes.pictures += copy.pictures
        self._notes.left -= copy.effort


def _place(state: State) -> Point:
    return state.matrix.e, state.matrix.f


def _inherited(state: State) -> tuple[object, ...]:
    """All that the state hands down, with its turn and its clip as seen from its place."""
    a, b, c, d, x, y = state.matrix.shorthand
    left, bottom, right, top = state.clip
    sides = (a, b, c, d, left - x, bottom - y, right - x, top - y)
    inherited = (getattr(state, name) for name in _INHERITED)
    return *(round(side, _DIGITS) for side in sides), *inherited
