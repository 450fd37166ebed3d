"""What is noted while a page is read: what it shows, what lies below, and what cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from press.content import Instruction, read_content
from press.preflight.copies import Copies
from press.preflight.drawing import Painted
from press.preflight.face import Face, read_face
from press.preflight.shown import Ink, Picture, Shown
from press.preflight.spaces import Space

# What pikepdf and Python raise over a file that is not as the standard says.
UNREADABLE = (
    pikepdf.PikepdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    TypeError,
    ValueError,
)
_MOST_INSTRUCTIONS = 1_000_000
_ENTERING = 100  # instructions, that opening a form is as costly as
_DEEPEST = 24
_WHITE = 1.0

ENDLESS = "all of it, for there is too much"

Faces = dict[tuple[int, int], Face]


class PageNotes:
    """The notes of one page, counted from 1; fonts are read once for the whole file."""

    def __init__(self, number: int, faces: Faces) -> None:
        self.number = number
        self.shown: list[Shown] = []
        self.inks: dict[Ink, None] = {}
        self.pictures: list[Picture] = []
        self.unread: dict[str, None] = {}
        self.painted: list[Painted] = []
        self.drawn_faces: set[Face] = set()
        self.copies = Copies(self)
        self.aids = 0  # brackets open around aids of production, such as crop marks
        self._last: dict[str, tuple[Space, tuple[float, ...]]] = {}
        self._faces = faces
        self.left = _MOST_INSTRUCTIONS  # to be read, after which a page counts as endless
        self._within: list[tuple[int, int]] = []

    def miss(self, what: str) -> None:
        """Note what cannot be read."""
        self.unread[what] = None

    def use(self, what: str, space: Space, values: tuple[float, ...] = ()) -> None:
        """Note that a color is used."""
        last_space, last_values = self._last.get(what, (None, None))
        if space is not last_space or values is not last_values:
            self._last[what] = space, values
            self.inks[Ink(self.number, what, space, values)] = None

    def ground(self, x: float, y: float) -> float | None:
        """The luminance of what was painted last at a point."""
        return next((area.ink for area in reversed(self.painted) if area.covers(x, y)), _WHITE)

    def face(self, font: pikepdf.Object) -> Face:
        """A font of the page."""
        if not font.is_indirect:
            return read_face(font)
        if font.objgen not in self._faces:
            self._faces[font.objgen] = read_face(font)
        return self._faces[font.objgen]

    @contextmanager
    def entering(self, content: pikepdf.Page | pikepdf.Object) -> Iterator[bool]:
        """Whether content may be entered: not while it is being read, nor ever deeper."""
        own = content.obj.objgen if isinstance(content, pikepdf.Page) else content.objgen
        if own in self._within or len(self._within) >= _DEEPEST:
            self.miss("a form that draws itself")
            yield False
            return
        self.left -= _ENTERING
        self._within.append(own)
        yield True
        self._within.pop()

    def instructions(self, content: pikepdf.Page | pikepdf.Object) -> Iterator[Instruction]:
        """The instructions of content, until it is damaged or there are too many."""
        try:
            for instruction in read_content(content):
                self.left -= 1
                if self.left < 0:
                    self.miss(ENDLESS)
                    return
                yield instruction
        except UNREADABLE:
            self.miss("a part of its content, which is damaged")
