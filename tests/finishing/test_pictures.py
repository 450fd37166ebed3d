"""Pictures for messages: their sizes, their colors, and nothing told besides."""

import io

import pytest
from pages import open_page
from PIL import Image

from press.finishing.pictures import Pictures, draw_pictures
from press.typesetting.engine import Typesetter, write_pdf

ACCENT = (0xB0, 0x0E, 0x28)
RED = f"<b style='border-inline-start: 3pt solid rgb{ACCENT}'>word</b>"
NOISE = "<p style='font-size: 5pt'>" + "Many different words stand here. " * 130


@pytest.fixture
def draw(typesetter: Typesetter):
    def make(body: str, style: str = "") -> Pictures:
        return draw_pictures(write_pdf(open_page(typesetter, body, style).lay_out("")))

    return make


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture))


def test_each_page_is_a_png_as_large_as_a_message_keeps(draw) -> None:
    pictures = draw("<p>one<p style='break-before: page'>two", "@page { size: 3in 4in }")
    assert [opened(page).format for page in pictures.pages] == ["PNG", "PNG"]
    assert {opened(page).size for page in pictures.pages} == {(1200, 1600)}
    assert pictures.pages[0] != pictures.pages[1]


def test_the_preview_is_a_small_jpeg_of_the_first_page(draw) -> None:
    preview = opened(draw("<p>one<p style='break-before: page'>two").preview)
    assert (preview.format, preview.size) == ("JPEG", (1280, 1280))


def test_a_full_page_is_pressed_harder_to_stay_small(draw) -> None:
    full = draw(NOISE).preview
    assert len(full) <= 200_000
    tables = opened(full).quantization, opened(draw("<p>one").preview).quantization  # type: ignore[attr-defined]
    assert sum(tables[0][0]) > sum(tables[1][0])


def test_black_on_white_is_gray(draw) -> None:
    pictures = draw("<p>word")
    assert opened(pictures.preview).mode == "L"
    assert opened(draw(f"<p>{RED}").preview).mode == "RGB"
    colors = opened(pictures.pages[0]).convert("RGB").getcolors()
    assert colors is not None
    assert len(colors) <= 16
    assert {(0, 0, 0), (255, 255, 255)} <= {color for _, color in colors}


def test_the_accent_stays_itself_though_it_is_small(draw) -> None:
    colors = opened(draw(f"<p>{RED}{NOISE}").pages[0]).convert("RGB").getcolors()
    assert colors is not None
    assert {ACCENT, (255, 255, 255)} <= {color for _, color in colors}


def test_nothing_is_told_besides(draw) -> None:
    pictures = draw("<p>word")
    assert opened(pictures.pages[0]).info == {}
    assert "exif" not in opened(pictures.preview).info
    assert not opened(pictures.preview).getexif()


def test_the_same_input_gives_the_same_bytes(draw) -> None:
    assert draw("<p>word") == draw("<p>word")
