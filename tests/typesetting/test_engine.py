"""WeasyPrint kept honest: each of its log lines is an error, and nothing outside is read."""

from pathlib import Path

import pytest
from pages import FONTS, open_page, page
from weasyprint.urls import FatalURLFetchingError

from press.errors import EditionError
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.jail import Jail


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


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "file://host/etc/hostname",
        "http://127.0.0.1:9/x.png",
        "ftp://127.0.0.1/x.png",
    ],
)
def test_a_page_reads_nothing_outside_its_jail(typesetter: Typesetter, address: str) -> None:
    with pytest.raises(EditionError) as error:
        write_pdf(open_page(typesetter, f'<img src="{address}" alt="">').lay_out(""))
    assert any("refused" in finding.message for finding in error.value.findings)


def test_no_file_is_attached(typesetter: Typesetter) -> None:
    html, style = page("<p>x")
    html = html.replace("<title>", '<link rel=attachment href="file:///etc/hostname"><title>')
    with pytest.raises(EditionError, match="could not be laid out"):
        write_pdf(typesetter.open(html, style, FONTS).lay_out(""))


def test_the_jail_resolves_every_way_out(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "font.ttf").write_bytes(b"font")
    (tmp_path / "secret").write_bytes(b"secret")
    (inside / "link").symlink_to(tmp_path / "secret")
    jail = Jail(inside)
    assert jail.fetch((inside / "font.ttf").as_uri()).read() == b"font"
    for way in ("../secret", "%2e%2e/secret", "link", "nothing"):
        with pytest.raises(FatalURLFetchingError, match="refused"):
            jail.fetch(f"{inside.as_uri()}/{way}")


def test_no_font_of_the_machine_is_used(typesetter: Typesetter) -> None:
    document = open_page(typesetter, '<p style="font-family: DejaVu Sans, serif">x').lay_out("")
    write_pdf(document)
    # Older Pango tells a font's own name, newer Pango our private one.
    names = {font.family for font in document.fonts.values()}
    assert names <= {"Noto Sans", "press-noto-sans"}
    assert len(names) == 1
