"""The vendored fonts: each folder sets figures and Latin words, alike in every weight."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from press.catalog.fonts import FontFile, letters_in, read_fonts
from press.catalog.languages import Language
from press.catalog.toml_file import read_tables
from press.house import find_house

HOUSE = find_house()
FONTS = read_fonts(HOUSE.fonts)
STACKS = [
    language.fonts
    for language in read_tables(HOUSE.flyers / "languages.toml", Language).sound.values()
]
BASICS = set(
    map(ord, "0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,;:!?()-–—‘’“”«»·/%&")
)


def characters(file: Path) -> set[int]:
    with TTFont(file, lazy=True) as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("folder", FONTS)
def test_a_family_holds_figures_and_latin_or_stands_beside_one_that_does(folder: str) -> None:
    has_basics = characters(FONTS[folder][0].file) >= BASICS
    assert has_basics or all("noto-sans" in stack for stack in STACKS if folder in stack)


@pytest.mark.parametrize("folder", FONTS)
def test_every_weight_of_a_family_holds_the_same_letters(folder: str) -> None:
    first, *others = [characters(font.file) for font in FONTS[folder]]
    assert all(other == first for other in others)


@pytest.mark.parametrize("folder", FONTS)
def test_every_family_is_used_and_has_a_bold(folder: str) -> None:
    assert any(folder in stack for stack in STACKS)
    assert {400, 700} <= {font.weight for font in FONTS[folder]}


@pytest.mark.parametrize("folder", FONTS)
def test_outlines_are_those_that_print_shops_take(folder: str) -> None:
    for font in FONTS[folder]:
        with TTFont(font.file, lazy=True) as face:
            assert "glyf" in face
            assert "CFF " not in face
            assert "fvar" not in face


@pytest.mark.parametrize(
    ("folder", "codec"),
    [("noto-sans-sc", "gb2312"), ("noto-sans-tc", "big5"), ("noto-sans-kr", "euc_kr"), ("noto-sans-jp", "shift_jis")],
)  # fmt: skip
def test_a_cut_font_keeps_its_national_set(folder: str, codec: str) -> None:
    held = characters(FONTS[folder][0].file)
    national = {n for n in range(0x3400, 0xD7A4) if can_say(chr(n), codec)}
    # A few symbols of the standards have no place in the fonts as released.
    assert len(national - held) < 0.002 * len(national)
    if folder == "noto-sans-kr":
        assert set(range(0xAC00, 0xD7A4)) <= held


def can_say(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize(
    ("folder", "script", "some", "never"),
    [
        ("noto-sans-khmer", "Khmr", "កខគ", "aā\u17b6"),
        ("noto-sans-arabic", "Arab", "ابت", "a\ufe8d\u064e"),
        ("noto-sans-jp", "Jpan", "あア日", "a、"),
        ("noto-sans-kr", "Kore", "가힣", "a日"),
        ("noto-sans", "Latn", "azñ", "я"),
    ],
)
def test_the_letters_of_a_script_are_told(folder: str, script: str, some: str, never: str) -> None:
    font: FontFile = FONTS[folder][0]
    letters = letters_in(font, script)
    assert set(some) <= set(letters)
    assert not set(never) & set(letters)
