"""A chapter's own lines set into the spots of a shell, or the finding that they have other shapes.

Widths are CSS pixels. What is set here stands as WeasyPrint would have set it: in as many lines,
and with the same kinds of text on each, so that nothing else on the page would have moved.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

from press.catalog.fonts import FontFile
from press.catalog.languages import Language
from press.imprint.pieces import Piece, plain
from press.imprint.shaping import SPACES, Run, Stack, shape
from press.typesetting.breaks import line_ends
from press.typesetting.spots import Kind, Spot, SpotLine, Type

Line = tuple[Piece, ...]

_TOLERANCE = 0.02  # of a pixel, for Pango counts in 1024ths
_SPACE = " "


@dataclass(frozen=True, eq=False)
class Part:
    """A piece of text on one line: its left edge, baseline and width, and its runs.

    `words` are what it says, with the space at which a line ends.
    """

    words: str
    x: float
    baseline: float
    width: float
    type: Type
    runs: tuple[Run, ...]


@dataclass(frozen=True, eq=False)
class Case:
    """The fonts of the press and what its languages are set in."""

    fonts: Mapping[str, tuple[FontFile, ...]]
    languages: Mapping[str, Language]

    @cache  # noqa: B019 - there is one for a whole run
    def kind(self, element: str, tag: str) -> tuple[str, object]:
        """Texts of one kind are set in the same fonts and at the same height."""
        language = self.languages[tag]
        return element, (language.fonts, language.line_height, language.is_latin)

    def stack(self, type_: Type) -> Stack:
        """The font files that a text is set in, the same for all sizes."""
        return self._stack(type_.families, type_.weight)

    @cache  # noqa: B019
    def _stack(self, families: tuple[str, ...], weight: int) -> Stack:
        return Stack(
            tuple(
                font
                for family in families
                for font in self.fonts[family.removeprefix("press-")]
                if font.weight == weight
            )
        )


@lru_cache(maxsize=4_000)
def set_text(spot: Spot, pieces: tuple[Piece, ...], case: Case) -> tuple[Part, ...] | None:
    """One field in its spot; None when its lines need more room, height or other fonts."""
    lines = _broken(spot, pieces, case)
    if lines is None:
        return None
    setter = _setter(spot, case)
    return tuple(
        part
        for line, place in zip(lines, spot.lines, strict=True)
        for part in setter.placed(line, spot, place, ends=line is not lines[-1])
    )


def _broken(spot: Spot, pieces: tuple[Piece, ...], case: Case) -> list[Line] | None:
    if any(case.kind(piece.element, piece.tag) not in _types(spot, case) for piece in pieces):
        return None
    lines = _setter(spot, case).broken(pieces, spot)
    if len(lines) != len(spot.lines):
        return None
    for line, place in zip(lines, spot.lines, strict=True):
        kinds = ((piece.element, piece.tag) for piece in line)
        if _raising(case, spot, kinds) != _raising(case, spot, place.kinds):
            return None
    return lines


@cache
def _types(spot: Spot, case: Case) -> Mapping[object, Type]:
    return {case.kind(*kind): type_ for kind, type_ in spot.types.items()}


@cache
def _setter(spot: Spot, case: Case) -> "_Setter":
    return _Setter(case, _types(spot, case))


def _raising(case: Case, spot: Spot, kinds: Iterable[Kind]) -> set[object]:
    """The kinds that may raise a line; text in the block's own language is as high as any is."""
    return {case.kind(*kind) for kind in kinds if kind[1] != spot.tag}


_BROKEN: OrderedDict[object, list[Line]] = OrderedDict()
_MOST_BROKEN = 4_000


@dataclass(frozen=True)
class _Setter:
    """Measures and places the pieces of one field, each in its type."""

    case: Case
    types: Mapping[object, Type]

    def broken(self, pieces: tuple[Piece, ...], spot: Spot) -> list[Line]:
        """The pieces of each line; none where they do not fit.

        They are remembered, for the shells of an edition mostly differ in height alone.
        """
        first, others = (round(line.room, 2) for line in (spot.lines[0], spot.lines[-1]))
        before = spot.before
        key = pieces, tuple(self.types.items()), first, others, before
        if key not in _BROKEN:
            _BROKEN[key] = self._broken(pieces, first, others, before)
            if len(_BROKEN) > _MOST_BROKEN:
                _BROKEN.popitem(last=False)
        return _BROKEN[key]

    def _broken(
        self, pieces: tuple[Piece, ...], first: float, others: float, before: float | None
    ) -> list[Line]:
        ends = _ends(pieces)
        if before is not None and self.width(_cut(pieces, 0, ends[0])) <= before:
            return []
        lines: list[Line] = []
        start, room = 0, first
        while start < ends[-1]:
            fitting = 0
            line: Line = ()
            for end in (each for each in ends if each > start):
                longer = _cut(pieces, start, end)
                if self.width(longer) > room + _TOLERANCE:
                    break
                fitting, line = end, longer
            if not fitting:
                return []
            lines.append(line)
            start, room = fitting, others
        return lines

    def width(self, line: Line) -> float:
        """How wide a line is."""
        return sum(self._width(piece, self._runs(piece)) for piece in line)

    def placed(self, line: Line, spot: Spot, place: SpotLine, ends: bool) -> Iterator[Part]:
        """The parts of a line, in the order in which they are read."""
        widths = [self._width(piece, self._runs(piece)) for piece in line]
        x = place.start - (0 if spot.side == "left" else sum(widths))
        at: dict[int, float] = {}
        for index in _in_order(list(enumerate(line)), spot.direction):
            at[index] = x
            x += widths[index]
        for index, piece in enumerate(line):
            x, words = at[index], piece.text
            if ends and index == len(line) - 1:
                words += _SPACE
                if not piece.inside and piece.direction == "rtl":
                    # WeasyPrint keeps the room of the space, inside of the column.
                    x -= self.width((replace(piece, text=_SPACE),))
                    x = max(x, place.start - place.room)
            type_, runs = self._type(piece), self._runs(piece)
            yield Part(words, x, place.baseline, widths[index], type_, runs)

    def _type(self, piece: Piece) -> Type:
        return self.types[self.case.kind(piece.element, piece.tag)]

    def _runs(self, piece: Piece) -> tuple[Run, ...]:
        type_ = self._type(piece)
        stack = self.case.stack(type_)
        return shape(piece.text, piece.direction, piece.tag, stack, type_.letter_gap != 0)

    def _width(self, piece: Piece, runs: tuple[Run, ...]) -> float:
        type_ = self._type(piece)
        advance = sum(run.advance for run in runs) * type_.size
        glyphs = sum(len(run.glyphs) for run in runs) if type_.letter_gap else 0
        spaces = sum(piece.text.count(space) for space in SPACES) if type_.word_gap else 0
        return advance + type_.letter_gap * glyphs + type_.word_gap * spaces


def _ends(pieces: tuple[Piece, ...]) -> list[int]:
    """Where a line may end, counted over all pieces."""
    ends: list[int] = []
    closed: list[tuple[int, int]] = []
    start = 0
    for piece in pieces:
        if piece.is_closed:
            closed.append((start, start + len(piece.text)))
        start += len(piece.text)
    for end in line_ends(plain(pieces), pieces[0].tag):
        if not any(low < end < high for low, high in closed):
            ends.append(end)
    return ends


def _cut(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of a line from one place of the text to another, without spaces at its ends."""
    kept = []
    place = 0
    for piece in pieces:
        text = piece.text[max(start - place, 0) : max(end - place, 0)]
        place += len(piece.text)
        if text:
            kept.append(replace(piece, text=text))
    while kept and not kept[-1].text.rstrip(_SPACE):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(_SPACE))
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(_SPACE))
    return tuple(kept)


def _in_order(line: list[tuple[int, Piece]], direction: str, depth: int = 0) -> Iterator[int]:
    """The pieces of a line from left to right: each element in the direction of that around it."""

    def element(item: tuple[int, Piece]) -> object:
        inside = item[1].inside
        return inside[depth] if len(inside) > depth else item[0]

    groups = [list(group) for _, group in groupby(line, element)]
    for group in reversed(groups) if direction == "rtl" else groups:
        inside = group[0][1].inside
        if len(inside) > depth:
            yield from _in_order(group, inside[depth][1], depth + 1)
        else:
            yield group[0][0]
