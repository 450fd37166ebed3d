"""Whole sheets: a page a side, turned like leaves, with a blank back where pages are odd."""

import io

import pikepdf
import pytest
from imposition.table import FONTS
from pages import open_page

from press.imposition.impose import USUAL, impose
from press.imposition.schemes import SCHEMES
from press.typesetting.engine import Typesetter, write_pdf


@pytest.mark.parametrize(
    ("pages", "size", "duplex", "count"),
    [
        (1, "4in 5in", "/Simplex", 1),
        (2, "4in 5in", "/DuplexFlipLongEdge", 2),
        (2, "5in 4in", "/DuplexFlipShortEdge", 2),
        (3, "4in 5in", "/DuplexFlipLongEdge", 4),
    ],
)
def test_sheets_are_turned_like_leaves_and_have_backs(
    typesetter: Typesetter, pages: int, size: str, duplex: str, count: int
) -> None:
    body = "<p style='break-after: page'>front</p>" * (pages - 1) + "<p>last</p>"
    laid_out = write_pdf(open_page(typesetter, body, f"@page {{ size: {size} }}").lay_out(""))
    imposed = impose(laid_out, SCHEMES["flat"], USUAL, FONTS)
    with pikepdf.open(io.BytesIO(imposed.pdf)) as document:
        assert document.Root.ViewerPreferences.Duplex == duplex
        assert document.Root.ViewerPreferences.PrintScaling == "/None"
        assert len(document.pages) == count == imposed.sides
        assert len({tuple(page.mediabox) for page in document.pages}) == 1
