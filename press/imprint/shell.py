"""A shell: a flyer laid out once, into which the lines of chapters of one shape are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from press.catalog.fonts import FontFile
from press.edition import Edition
from press.imprint.drawing import Square, draw_code, draw_logo, draw_text, place_logo
from press.imprint.given import Given
from press.imprint.pictures import size_in
from press.imprint.pieces import plain
from press.imprint.setting import Case, Part, set_text
from press.imprint.shell_file import ShellFile
from press.imprint.template import Place
from press.preflight.proof import Expected
from press.typesetting.fit import Size
from press.typesetting.spots import Frame, Spots

# A layout shows nothing of these where a chapter has none, and so cannot be asked for their place.
_ALWAYS = ("hotline", "logo", "address")


@dataclass(frozen=True)
class Imprint:
    """A chapter's lines set in a shell: the parts of each spot, and the pictures, by number."""

    texts: Mapping[int, tuple[Part, ...]]
    squares: Mapping[int, Square]
    given: Given


@dataclass(frozen=True, eq=False)
class Shell:
    """A finished edition with spots; `sides` are its languages with their spots.

    `names` are what the content of a spot calls its fonts, `glyphs` those that the file holds of
    each font, `images` the numbers of the logo's image objects. `expected` is what any document of
    it must hold, but for the text of its spots; `sizes` are those of its layouts.
    """

    edition: Edition
    case: Case
    sides: tuple[tuple[str, Spots], ...]
    file: ShellFile
    places: Mapping[int, Place]
    names: Mapping[int, Mapping[FontFile, str]]
    glyphs: Mapping[FontFile, frozenset[int]]
    images: frozenset[int]
    shape: frozenset[str]
    expected: Expected
    sizes: tuple[Size, ...]
    way: str

    def set(self, given: Given) -> Imprint | None:
        """The lines of a chapter in this shell; None when they need another one."""
        if given.fields & self._asked() != self.shape & self._asked():
            return None
        texts: dict[int, tuple[Part, ...]] = {}
        for tag, spots in self.sides:
            for spot in spots.texts:
                parts = set_text(spot, given.lines[tag][spot.field], self.case)
                if parts is None:
                    return None
                texts[spot.number] = parts
        squares: dict[int, Square] = {}
        for frame in (frame for _, spots in self.sides for frame in spots.frames):
            square = _square(frame, given)
            if square is None:
                return None
            squares[frame.number] = square
        if not self._holds(texts):
            return None
        return Imprint(texts, squares, given)

    def print(self, imprint: Imprint, drawn: Mapping[int, bytes], key: str) -> bytes:
        """The finished file of a chapter, from what `drawn` gives."""
        return self.file.document(drawn, self._pictures(imprint), key)

    def expects(self, given: Given) -> Expected:
        """What the file of a chapter must hold."""
        texts = (
            plain(given.lines[tag][spot.field]) for tag, spots in self.sides for spot in spots.texts
        )
        text = self.expected.text + "".join(texts)
        return replace(self.expected, text=text, code=self.expected.code and given.address)

    def drawn(self, imprint: Imprint) -> dict[int, bytes]:
        """What is drawn in each spot."""
        drawn = {number: self._drawn(number, parts) for number, parts in imprint.texts.items()}
        for number, square in imprint.squares.items():
            place = self.places[number]
            if place.image:
                drawn[number] = draw_logo(square, place.image)
            else:
                drawn[number] = draw_code(str(imprint.given.address), square, place.ink)
        return drawn

    @lru_cache(maxsize=4_000)  # noqa: B019 - of one edition after another, for texts come again
    def _drawn(self, number: int, parts: tuple[Part, ...]) -> bytes:
        return draw_text(parts, self.names[number])

    def _pictures(self, imprint: Imprint) -> dict[int, bytes]:
        logo = imprint.given.logo
        return dict.fromkeys(self.images, logo.image) if logo else {}

    def _asked(self) -> frozenset[str]:
        """The fields whose presence changes the layout."""
        return frozenset(_ALWAYS).union(*(spots.fields for _, spots in self.sides))

    def _holds(self, texts: Mapping[int, tuple[Part, ...]]) -> bool:
        """Whether the file carries the glyphs, under names that the contents of the spots know."""
        return all(
            run.font in self.names[number] and run.numbers <= self.glyphs[run.font]
            for number, parts in texts.items()
            for part in parts
            for run in part.runs
        )


def _square(frame: Frame, given: Given) -> Square | None:
    """Where a picture stands; None when its height would move what is below it."""
    if frame.field == "code":
        return Square(frame.x, frame.y, frame.width, frame.height)
    size = size_in(frame, given.logo) if given.logo else None
    return place_logo(frame, *size) if size else None
