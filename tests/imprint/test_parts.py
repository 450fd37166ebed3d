"""The small parts of imprinting: order, shaping, cut content, codes."""

import zlib

import pikepdf
import pytest

from press.catalog.fonts import open_font, read_fonts
from press.house import find_house
from press.imprint.made import with_key
from press.imprint.shaping import Stack, shape
from press.imprint.template import cut

FONTS = read_fonts(find_house().fonts)


def regular(*folders: str) -> Stack:
    return Stack(tuple(font for name in folders for font in FONTS[name] if font.weight == 400))


def drawn(text: str, direction: str, tag: str, *folders: str) -> str:
    """What the glyphs stand for, from left to right."""
    runs = shape(text, direction, tag, regular(*folders), False)
    return "".join(glyph.text for run in runs for glyph in run.glyphs)


ARABIC = ("noto-sans-arabic", "noto-sans")


@pytest.mark.parametrize(
    ("text", "direction", "left_to_right"),
    [
        ("617-555-0142", "ltr", "617-555-0142"),
        ("أب 12", "rtl", "12 بأ"),
        ("أب First 12 جد", "rtl", "دج First 12 بأ"),
        ("أ (ب)", "rtl", ")ب( أ"),
        ("Parish أب", "ltr", "Parish بأ"),
    ],
)
def test_runs_stand_in_the_order_of_the_bidi_algorithm(
    text: str, direction: str, left_to_right: str
) -> None:
    assert drawn(text, direction, "ar", *ARABIC) == left_to_right


def test_arabic_is_joined_and_devanagari_stacked() -> None:
    alone = [shape(letter, "rtl", "ar", regular(*ARABIC), False) for letter in "بيت"]
    (joined,) = shape("بيت", "rtl", "ar", regular(*ARABIC), False)
    letters = [glyph.number for (run,) in alone for glyph in run.glyphs]
    assert sorted(glyph.number for glyph in joined.glyphs) != sorted(letters)
    (stacked,) = shape("क्ष", "ltr", "hi", regular("noto-sans-devanagari"), False)
    assert len(stacked.glyphs) < len("क्ष")


def test_a_character_that_no_font_has_is_glyph_0() -> None:
    (run,) = shape("字", "ltr", "en", regular("noto-sans"), False)
    assert [glyph.number for glyph in run.glyphs] == [0]
    assert open_font(run.font.file).get_nominal_glyph(ord("字")) is None


def test_a_stream_is_filled_at_its_spot_and_keeps_what_follows() -> None:
    with pikepdf.new() as document:
        stream = document.make_stream(
            b"q 1 g /Spot <</N 7>> BDC /Span <<>> BDC BT 0 g /F 9 Tf <0001> Tj ET EMC EMC"
            b" /Spot <</N 7>> BDC BT <0002> Tj ET EMC 1 1 2 2 re f Q"
        )
        template = cut(stream)
    assert template is not None
    assert [place.number for place in template.places] == [7]
    content = zlib.decompress(template.filled({7: b"% new"}))
    assert content.split() == b"q 1 g 0 g /F 9 Tf % new 1 1 2 2 re f Q".split()


def test_a_stream_without_spots_is_no_template() -> None:
    with pikepdf.new() as document:
        assert cut(document.make_stream(b"0 0 9 9 re f")) is None


def test_a_key_takes_the_place_of_another_of_its_length() -> None:
    pdf = b"trailer << /ID [<" + b"a" * 32 + b"><" + b"b" * 32 + b">] >>"
    assert with_key(pdf, "c" * 32) == pdf.replace(b"a" * 32, b"c" * 32).replace(
        b"b" * 32, b"c" * 32
    )
