"""Text to glyphs: ordered by the bidi algorithm, shaped by HarfBuzz, from left to right.

reportlab's own shaping maps glyphs back to characters, which breaks joined and stacked scripts;
here glyphs stay glyphs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import uharfbuzz as hb
from bidi import algorithm

from press.catalog.fonts import FontFile, open_font

SPACES = " \N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph by its number in the font: advance and place in ems.

    `text` are the characters that it stands for; of several that do, the first has them.
    """

    number: int
    advance: float
    x: float
    y: float
    text: str

    @property
    def is_space(self) -> bool:
        """Whether it takes the gap between words."""
        return self.text in SPACES and self.text != ""


@dataclass(frozen=True, eq=False)
class Run:
    """Glyphs of one font from left to right; `numbers` are those of the glyphs."""

    font: FontFile
    glyphs: tuple[Glyph, ...]
    advance: float
    numbers: frozenset[int]


@dataclass(frozen=True, eq=False)
class Stack:
    """Font files in order: the first that has a character prints it."""

    fonts: tuple[FontFile, ...]


@lru_cache(maxsize=4_000)
def shape(text: str, direction: str, tag: str, stack: Stack, is_spaced: bool) -> tuple[Run, ...]:
    """The runs of a text, from left to right as it is printed.

    Args:
        text: one line or a part of it.
        direction: of the element that holds it, "ltr" or "rtl".
        tag: its language.
        stack: what it is set in.
        is_spaced: whether letters are spaced, and so stand without ligatures.
    """
    return tuple(
        _shape(part, is_rtl, tag, font, is_spaced)
        for run, is_rtl in _ordered(text, direction)
        for part, font in _by_font(run, is_rtl, stack.fonts)
    )


def _ordered(text: str, direction: str) -> list[tuple[str, bool]]:
    """Runs of one direction from left to right, and whether they read from the right."""
    base = int(direction == "rtl")
    if base == 0 and (text.isascii() or not _has_rtl(text)):
        return [(text, False)]
    levels = _levels(text, base)
    runs = [
        (level, "".join(text[i] for i in group))
        for level, group in groupby(range(len(text)), levels.__getitem__)
    ]
    for floor in range(max(levels), 0, -1):
        runs = _turned(runs, floor)
    return [(run, level % 2 == 1) for level, run in runs]


def _turned(runs: list[tuple[int, str]], floor: int) -> list[tuple[int, str]]:
    """Rule L2 for one level: what stands at it or above is turned around as a whole."""
    turned: list[tuple[int, str]] = []
    for is_high, each in groupby(runs, lambda run: run[0] >= floor):
        group = list(each)
        turned += reversed(group) if is_high else group
    return turned


def _has_rtl(text: str) -> bool:
    return any(algorithm.bidirectional(character) in ("R", "AL", "AN") for character in text)


def _levels(text: str, base: int) -> list[int]:
    """The embedding level of each character, by rules X to I and L1 of UAX 9."""
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = ("L", "R")[base]
    algorithm.get_embedding_levels(text, storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    known = {character["place"]: character["level"] for character in storage["chars"]}
    levels: list[int] = []
    for place in range(len(text)):  # joiners and the like, which it drops, go with their letter
        levels.append(known.get(place, levels[-1] if levels else base))
    end = len(text.rstrip())
    return levels[:end] + [base] * (len(text) - end)


def _by_font(run: str, is_rtl: bool, fonts: tuple[FontFile, ...]) -> Iterator[tuple[str, FontFile]]:
    """Parts of a run in the first font that has them, from left to right."""
    chosen: list[FontFile] = []
    for character in run:
        font = next((f for f in fonts if _has(f.file, character)), None)
        if font is None or (chosen and _has(chosen[-1].file, character)):
            font = chosen[-1] if chosen else fonts[0]
        chosen.append(font)
    parts = [
        ("".join(run[i] for i in group), font)
        for font, group in groupby(range(len(run)), chosen.__getitem__)
    ]
    yield from reversed(parts) if is_rtl else parts


def _shape(text: str, is_rtl: bool, tag: str, font: FontFile, is_spaced: bool) -> Run:
    opened = open_font(font.file)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_rtl else "ltr"
    buffer.language = tag
    hb.shape(opened, buffer, {"liga": False, "clig": False} if is_spaced else {})
    em = opened.face.upem
    told = _told(text, [info.cluster for info in buffer.glyph_infos])
    glyphs = tuple(
        Glyph(
            info.codepoint,
            place.x_advance / em,
            place.x_offset / em,
            place.y_offset / em,
            told.pop(info.cluster, ""),
        )
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
    numbers = frozenset(glyph.number for glyph in glyphs)
    return Run(font, glyphs, sum(glyph.advance for glyph in glyphs), numbers)


def _told(text: str, clusters: list[int]) -> dict[int, str]:
    """The characters of each cluster, by the place where it begins."""
    starts = sorted(set(clusters))
    return {a: text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)}


@lru_cache(maxsize=20_000)
def _has(file: Path, character: str) -> bool:
    return open_font(file).get_nominal_glyph(ord(character)) is not None
