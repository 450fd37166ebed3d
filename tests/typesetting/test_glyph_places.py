"""Stacked letters of Bengali, drawn by the PDF engine of Chrome and Edge."""

import pypdfium2
from PIL import ImageOps

from press.catalog.catalog import Catalog
from press.typesetting.engine import Typesetter, write_pdf

DPI = 200
EM = 40  # CSS pixels


def test_a_word_of_stacked_letters_is_as_wide_as_it_was_laid_out(
    catalog: Catalog, typesetter: Typesetter
) -> None:
    fonts = catalog.fonts["noto-sans-bengali"]
    style = (
        f"@page {{ size: 6in 2in; margin: 0 }} body {{ margin: 0; font: {EM}px {fonts[0].family} }}"
    )
    page = typesetter.open(
        "<span>\u09b0\u09c7\u099c\u09bf\u09b8\u09cd\u099f\u09cd\u09b0\u09c7\u09b6\u09a8</span>",
        style,
        fonts,
    )
    document = page.lay_out("")
    boxes = document.pages[0]._page_box.descendants()
    width = next(box.width for box in boxes if getattr(box, "text", ""))
    picture = pypdfium2.PdfDocument(write_pdf(document))[0].render(scale=DPI / 72).to_pil()
    ink = ImageOps.invert(picture.convert("L")).getbbox()
    assert ink is not None
    assert abs(ink[2] * 96 / DPI - width) < EM / 10
