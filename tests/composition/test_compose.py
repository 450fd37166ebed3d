"""Layouts filled in a sandbox, with codes that scan and pictograms that are drawn."""

import dataclasses
import io

import pypdfium2
import pytest
import zxingcpp
from pages import open_page
from PIL import Image

from press.catalog.catalog import Catalog
from press.catalog.designs import Design, SizeSettings
from press.catalog.layouts import Layouts
from press.composition.compose import compose, render_template
from press.composition.icons import draw_icon
from press.composition.layout import Layout
from press.composition.qr import draw_qr
from press.errors import ContentError
from press.presses import USUAL_PRESS
from press.sizes import TRIMS
from press.translation.copy import Copy
from press.translation.translate import translate
from press.typesetting.engine import Typesetter, write_pdf

LETTER = Design("letter", TRIMS["letter"], SizeSettings(body=(8, 9), least=7))


@pytest.fixture(scope="module")
def copy(catalog: Catalog) -> Copy:
    return translate(catalog, catalog.flyers["call-script"], "en")


def picture(typesetter: Typesetter, body: str, style: str = "") -> Image.Image:
    pdf = write_pdf(open_page(typesetter, body, style).lay_out(""))
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=150 / 72).to_pil()
    assert isinstance(image, Image.Image)
    return image


def test_the_code_scans_to_the_address(typesetter: Typesetter) -> None:
    address = "https://example.org/know-your-rights?edition=2026-11-24"
    image = picture(typesetter, draw_qr(address), ".code { width: .9in; height: .9in }")
    assert [code.text for code in zxingcpp.read_barcodes(image)] == [address]


def test_a_pictogram_is_drawn_in_its_ink(typesetter: Typesetter) -> None:
    image = picture(typesetter, draw_icon("lock"), "svg { width: 1in; height: 1in }").convert("L")
    dark = sum(image.histogram()[:64])
    assert 500 < dark < 20_000
    assert "ns0" not in draw_icon("lock")
    assert "currentColor" not in draw_icon("lock")


def test_a_layout_shows_every_message_by_its_key(catalog: Catalog, copy: Copy) -> None:
    design = catalog.flyers["call-script"].settings.design("quarter-letter")
    html = render_template(catalog.layouts, "call-script/layout.html", copy, design)
    assert all(f'data-key="{key}"' in html for key in copy.message_keys() if key != "whom.2")


def test_a_page_brings_the_fonts_of_every_language_on_it(catalog: Catalog, copy: Copy) -> None:
    panel = dataclasses.replace(copy.panel, languages=(("ar", "rtl", draw_icon("lock")),))
    design = catalog.flyers["call-script"].settings.design("quarter-letter")
    plain, mixed = (
        compose(each, design, USUAL_PRESS, catalog.layouts, catalog.languages, catalog.fonts)
        for each in (copy, dataclasses.replace(copy, panel=panel))
    )
    assert {font.family for font in plain.fonts} == {"press-noto-sans"}
    assert {font.family for font in mixed.fonts} == {"press-noto-sans", "press-noto-sans-arabic"}
    assert '[lang="ar"]' in mixed.style
    assert '[lang="ar"]' not in plain.style


def composed(catalog: Catalog, copy: Copy, size: SizeSettings, html: str) -> Layout:
    layouts = Layouts({f"{copy.flyer}/{size.layout}.html": html}, catalog.layouts.sheets)
    design = Design("card", TRIMS["card"], size)
    return compose(copy, design, USUAL_PRESS, layouts, catalog.languages, catalog.fonts)


def test_a_message_that_a_layout_leaves_out_is_told(catalog: Catalog, copy: Copy) -> None:
    size = SizeSettings(body=(8, 9), least=7, layout="card", sections=("days", "organize"))
    with pytest.raises(ContentError) as error:
        composed(catalog, copy, size, '<p data-key="days"></p><p data-key="organize.1"></p>')
    (finding,) = error.value.findings
    assert error.value.exit_code == 4
    assert "A layout leaves text out" in error.value.message
    assert "name the sections of this size in flyer.toml" in finding.hint
    assert finding.code == "layout.left-out"
    assert "“organize” of the section “organize”" in finding.message
    assert str(finding.where) == "layouts/call-script/card.html"


def test_a_size_that_names_no_sections_prints_all_but_the_english_only(catalog: Catalog) -> None:
    rights = catalog.flyers["know-your-rights"]
    copy = translate(catalog, rights, "en")
    with pytest.raises(ContentError) as error:
        composed(catalog, copy, rights.settings.size["letter"], "<p></p>")
    told = {finding.message.rpartition("“")[2].rstrip("”") for finding in error.value.findings}
    assert told == {section.id for section in copy.sections} - {"officer"}


def test_a_size_may_leave_out_the_messages_that_it_names(catalog: Catalog, copy: Copy) -> None:
    size = SizeSettings(
        body=(8, 9), least=7, layout="card", sections=("organize",), without=("organize.1",)
    )
    html = '<p data-key="organize">Talk</p>'
    assert composed(catalog, copy, size, html).html == html


def test_the_qr_code_is_one_path() -> None:
    assert draw_qr("https://example.org").count("<path") == 1
    assert io.StringIO(draw_qr("https://example.org")).read().startswith("<svg")
