"""Outlines of an embedded subset beside those of the vendored font."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pages import FONTS

from press.preflight.outlines import strange_glyphs

REGULAR, BOLD = FONTS[0].file, FONTS[1].file
WORDS = "Aé ñ_"  # simple glyphs, some made of others, and one without an outline


def subset(file: Path, change: Callable[[TTFont], None] = lambda _: None) -> bytes:
    options = Options(retain_gids=True, hinting=False)
    with TTFont(file) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=WORDS)
        subsetter.subset(font)
        change(font)
        buffer = io.BytesIO()
        font.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def glyphs() -> dict[str, int]:
    with TTFont(REGULAR) as font:
        return {letter: font.getGlyphID(font.getBestCmap()[ord(letter)]) for letter in WORDS}


def test_a_subset_has_the_outlines_of_its_font(glyphs: dict[str, int]) -> None:
    assert strange_glyphs(subset(REGULAR), REGULAR, glyphs.values()) == []


def test_the_outlines_of_another_weight_are_strange(glyphs: dict[str, int]) -> None:
    drawn = {number for letter, number in glyphs.items() if letter != " "}
    assert set(strange_glyphs(subset(BOLD), REGULAR, glyphs.values())) == drawn


def test_a_point_moved_is_seen(glyphs: dict[str, int]) -> None:
    def move(font: TTFont) -> None:
        points = font["glyf"][font.getGlyphName(glyphs["_"])].coordinates
        points[0] = points[0][0], points[0][1] - 1

    assert strange_glyphs(subset(REGULAR, move), REGULAR, glyphs.values()) == [glyphs["_"]]


def test_a_moved_part_of_a_glyph_made_of_others_is_seen(glyphs: dict[str, int]) -> None:
    def move(font: TTFont) -> None:
        glyph = font["glyf"][font.getGlyphName(glyphs["é"])]
        assert glyph.isComposite()
        glyph.components[1].x += 1

    assert strange_glyphs(subset(REGULAR, move), REGULAR, glyphs.values()) == [glyphs["é"]]


def test_glyphs_that_are_not_in_the_subset_are_strange(glyphs: dict[str, int]) -> None:
    beyond = max(glyphs.values()) + 1
    assert beyond in strange_glyphs(subset(REGULAR), REGULAR, [*glyphs.values(), beyond])


@pytest.mark.parametrize("embedded", [b"", b"no font at all", b"\0\1\0\0\0\2" + b"\0" * 50])
def test_in_what_is_no_font_all_is_strange(embedded: bytes, glyphs: dict[str, int]) -> None:
    assert strange_glyphs(embedded, REGULAR, [glyphs["A"]]) == [glyphs["A"]]
