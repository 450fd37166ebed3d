"""Layouts filled in a sandbox, with codes that scan and pictograms that are drawn."""

import dataclasses
import io

import pypdfium2
import pytest
import zxingcpp
from pages import open_page
from PIL import Image

from press.catalog import Catalog
from press.catalog.layouts import Layouts
from press.composition.compose import compose, keep_sentences, render_template
from press.composition.icons import draw_icon
from press.composition.qr import draw_qr
from press.errors import ContentError
from press.presses import USUAL_PRESS
from press.translation.copy import Copy
from press.translation.translate import translate
from press.typesetting.engine import Typesetter, write_pdf


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
    html = render_template(catalog.layouts, "call-script/layout.html", copy, "quarter-letter")
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


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("<p>{{ copy.nonesuch }}</p>", None),
        ("line\n{% if %}", 2),
        ("{{ ''.__class__.__mro__ }}", None),
        ("{% do %}", 1),
    ],
)
def test_a_broken_or_malicious_template_is_told(
    copy: Copy, template: str, line: int | None
) -> None:
    with pytest.raises(ContentError) as error:
        render_template(Layouts({"x.html": template}, {}), "x.html", copy, "letter")
    (finding,) = error.value.findings
    assert finding.code == "layout.template"
    assert str(finding.where).startswith("layouts/x.html")
    if line:
        assert str(finding.where) == f"layouts/x.html:{line}"


def test_a_template_cannot_change_what_it_is_given(copy: Copy) -> None:
    with pytest.raises(ContentError):
        layouts = Layouts({"x.html": "{{ copy.shared.update({'a': 'b'}) }}"}, {})
        render_template(layouts, "x.html", copy, "letter")


def test_the_sentences_of_a_headline_keep_together() -> None:
    from markupsafe import Markup

    assert keep_sentences(Markup("Call today. Call every day.")).count("sentence") == 2
    assert keep_sentences(Markup("今天就打。天天都打。")).count("sentence") == 2
    assert keep_sentences(Markup("One &amp; only")).count("sentence") == 1


def test_the_qr_code_is_one_path() -> None:
    assert draw_qr("https://example.org").count("<path") == 1
    assert io.StringIO(draw_qr("https://example.org")).read().startswith("<svg")
