"""The office press: gray, at its true size, the same bytes every time."""

import io

import pikepdf
import pytest
from pages import open_page
from plates import color_operators

from press.content import read_content
from press.finishing.office import finish_for_office
from press.typesetting.engine import Typesetter, write_pdf

BODY = """<p style="color: #c8102e">red <b style="color: #808080">gray</b> black
<svg width="20" height="20"><rect width="9" height="9" fill="#00f" stroke="#0f0"/></svg>
<i style="background: #ff0; border: 2pt solid #0ff">box</i>"""


@pytest.fixture(scope="module")
def pdf(typesetter: Typesetter) -> bytes:
    return write_pdf(open_page(typesetter, BODY).lay_out(""))


def test_only_gray_is_left(pdf: bytes) -> None:
    assert color_operators(pdf) >= {"rg", "RG"}
    assert color_operators(finish_for_office(pdf)) == {"g", "G"}


def test_a_color_keeps_its_weight(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(finish_for_office(pdf))) as document:
        levels = {float(ops[0]) for ops, name in read_content(document.pages[0]) if name == "g"}
    red = 0.2126 * 0xC8 / 255 + 0.7152 * 0x10 / 255 + 0.0722 * 0x2E / 255
    assert any(abs(level - red) < 0.001 for level in levels)


def test_viewers_are_told_not_to_scale(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(finish_for_office(pdf))) as document:
        assert document.Root.ViewerPreferences.PrintScaling == "/None"


def test_the_same_input_gives_the_same_bytes(pdf: bytes) -> None:
    assert finish_for_office(pdf) == finish_for_office(pdf)
