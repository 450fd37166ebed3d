"""Large fonts are cut before layout, and the pages come out as with whole ones."""

from pathlib import Path

import pytest
import uharfbuzz as hb
from editions import composed
from weasyprint.urls import FatalURLFetchingError

from press.catalog.catalog import Catalog
from press.typesetting import cut_fonts
from press.typesetting.attempts import fitted_style
from press.typesetting.cut_fonts import CuttingJail, characters_of, cut_font, is_large
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.jail import Jail


@pytest.mark.parametrize(
    ("tag", "flyer", "size"),
    [
        ("zh-Hans", "know-your-rights", "letter"),
        ("zh-Hant", "know-your-rights", "card"),
        ("ko", "call-script", "quarter-letter"),
    ],
)
def test_the_pages_are_those_of_whole_fonts(
    catalog: Catalog,
    typesetter: Typesetter,
    monkeypatch: pytest.MonkeyPatch,
    tag: str,
    flyer: str,
    size: str,
) -> None:
    layout = composed(catalog, flyer, tag, size)
    assert any(map(is_large, layout.fonts))

    def pages(own: Typesetter) -> bytes:
        page = own.open(layout.html, layout.style, layout.fonts)
        return write_pdf(page.lay_out(fitted_style(layout.floor)))

    cut = pages(typesetter)
    monkeypatch.setattr(cut_fonts, "_LARGE", 10**9)
    assert pages(Typesetter(catalog.house.fonts)) == cut


@pytest.mark.parametrize(
    "folder", ["noto-nastaliq-urdu", "noto-sans-khmer", "noto-sans-devanagari"]
)
def test_a_cut_font_shapes_as_the_whole_one(catalog: Catalog, folder: str) -> None:
    """Glyphs, places and joins of the scripts that shape most; their own fonts are small."""
    tags = {"noto-nastaliq-urdu": "ur", "noto-sans-khmer": "km", "noto-sans-devanagari": "hi"}
    text = composed(catalog, "call-script", tags[folder], "quarter-letter").html
    file = catalog.fonts[folder][0].file

    def shaped(face: hb.Face) -> list[tuple[int, int, int]]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(hb.Font(face), buffer)
        places = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        return [(info.codepoint, place.x_advance, place.x_offset) for info, place in places]

    cut = cut_font(file, characters_of(text))
    assert len(cut) < file.stat().st_size
    assert shaped(hb.Face(cut)) == shaped(hb.Face(file.read_bytes()))


def test_characters_written_as_entities_are_kept() -> None:
    assert {ord("漢"), ord("字"), ord("A")} <= characters_of("<p>漢&#x5b57;")


def test_large_fonts_alone_are_cut_and_nothing_outside_is_read(
    tmp_path: Path, catalog: Catalog
) -> None:
    jail = CuttingJail(Jail(catalog.house.fonts), characters_of("漢"))
    small = catalog.fonts["noto-sans"][0].file
    large = catalog.fonts["noto-sans-sc"][0].file
    assert jail.fetch(small.as_uri()).read() == small.read_bytes()
    assert len(jail.fetch(large.as_uri()).read()) < large.stat().st_size / 10
    (tmp_path / "font.ttf").write_bytes(b"x" * 2_000_000)
    with pytest.raises(FatalURLFetchingError, match="refused"):
        jail.fetch((tmp_path / "font.ttf").as_uri())
