"""WeasyPrint kept honest: each of its log lines is an error, and nothing outside is read."""

import gc
import weakref

import pytest
from pages import FONTS, open_page, page

from press.errors import EditionError
from press.typesetting.engine import Typesetter, write_pdf


def test_a_sound_page_is_laid_out_without_a_word(typesetter: Typesetter) -> None:
    assert write_pdf(open_page(typesetter, "<p>Hello").lay_out("")).startswith(b"%PDF-1.")


@pytest.mark.parametrize(
    ("body", "style", "said"),
    [
        ("<p>x", "p { colour: red }", "colour"),
        ("<p>x", "p { color: }", "color"),
        ('<img src="data:image/png;base64,AAAA" alt="">', "", "image"),
        ("<p>\N{LINEAR B SYLLABLE B008 A}", "", "glyph"),
    ],
)
def test_a_warning_of_the_engine_is_an_error(
    typesetter: Typesetter, body: str, style: str, said: str
) -> None:
    with pytest.raises(EditionError) as error:
        write_pdf(open_page(typesetter, body, style).lay_out(""))
    assert any(said in finding.message.lower() for finding in error.value.findings)
    assert {finding.code for finding in error.value.findings} == {"layout.warning"}


def test_no_font_of_the_machine_is_used(typesetter: Typesetter) -> None:
    document = open_page(typesetter, '<p style="font-family: DejaVu Sans, serif">x').lay_out("")
    write_pdf(document)
    # Older Pango tells a font's own name, newer Pango our private one.
    names = {font.family for font in document.fonts.values()}
    assert names <= {"Noto Sans", "press-noto-sans"}
    assert len(names) == 1


def test_the_fonts_and_styles_of_an_edition_before_are_let_go_of(typesetter: Typesetter) -> None:
    before = typesetter.open(*page("<p>Before"), FONTS)
    kept = [weakref.ref(before._fonts), weakref.ref(before.html)]
    sheet = weakref.ref(typesetter._sheet(page("<p>Before")[1]))
    del before
    for number in range(4):  # two languages, each in two settings
        typesetter.open(*page("<p>After", f"p {{ margin: {number}pt }}"), FONTS[:1])
    gc.collect()
    assert [each() for each in (*kept, sheet)] == [None, None, None]
