"""What all chapters say, gathered once an edition, and the glyphs that it takes in each shell."""

from collections.abc import Iterable, Mapping

from press.catalog.fonts import FontFile
from press.imprint.given import Given
from press.imprint.pieces import Piece
from press.imprint.setting import Case
from press.imprint.shaping import Stack, shape
from press.typesetting.spots import Spots

Sides = tuple[tuple[str, Spots], ...]
Glyphs = Mapping[int, str]
_Wanted = tuple[str, str, object, Stack, bool]  # tag, field, kind, what it is set in, if spaced


class Said:
    """The pieces of text that any chapter gives each field, and what they are set in."""

    def __init__(self, case: Case, all_given: Iterable[Given]) -> None:
        self.case = case
        self._pieces: dict[tuple[str, str], dict[Piece, None]] = {}
        self._found: dict[_Wanted, dict[FontFile, dict[int, str]]] = {}
        for given in all_given:
            for tag, lines in given.lines.items():
                for field, pieces in lines.items():
                    self._pieces.setdefault((tag, field), {}).update(dict.fromkeys(pieces))

    def glyphs(self, sides: Sides) -> Mapping[FontFile, Glyphs]:
        """The glyphs that the lines of all chapters need in a shell, with what they mean."""
        wanted: dict[_Wanted, None] = {
            (
                tag,
                spot.field,
                self.case.kind(*kind),
                self.case.stack(type_),
                type_.letter_gap != 0,
            ): None
            for tag, spots in sides
            for spot in spots.texts
            for kind, type_ in spot.types.items()
        }
        glyphs: dict[FontFile, dict[int, str]] = {}
        for each in wanted:
            if each not in self._found:
                self._found[each] = self._glyphs(*each)
            for font, found in self._found[each].items():
                glyphs[font] = {**found, **glyphs.get(font, {})}
        return glyphs

    def _glyphs(
        self, tag: str, field: str, kind: object, stack: Stack, is_spaced: bool
    ) -> dict[FontFile, dict[int, str]]:
        glyphs: dict[FontFile, dict[int, str]] = {}
        texts = {
            (piece.text, piece.direction, piece.tag): None
            for piece in self._pieces.get((tag, field), ())
            if self.case.kind(piece.element, piece.tag) == kind
        }
        for text in texts:
            for run in shape(*text, stack, is_spaced):
                held = glyphs.setdefault(run.font, {})
                for glyph in run.glyphs:
                    held.setdefault(glyph.number, glyph.text)
        return glyphs
