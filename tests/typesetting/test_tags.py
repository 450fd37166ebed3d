"""The tree that screen readers are told is true to the page."""

import pytest
from pages import open_page
from structure import artifacts, elements, kinds

from press.errors import EditionError
from press.typesetting.engine import Typesetter, write_pdf

SIGN = '<svg viewBox="0 0 9 9" width="20" height="20"{}>{}<path d="M0 0h9v9z"/></svg>'
RUNNING = """
@page { @bottom-left { content: element(foot) } @top-left { content: "head" } }
.foot { position: running(foot) }
"""
CELLS = "<tr><th{}>Name<td>Rosa</table>"
BLACK_PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg=="
)


@pytest.fixture
def tagged(typesetter: Typesetter):
    def make(body: str, style: str = "", variant: str | None = "pdf/ua-1") -> bytes:
        return write_pdf(open_page(typesetter, body, style).lay_out(""), variant)

    return make


def test_a_plain_file_has_no_tree(tagged) -> None:
    assert b"/StructTreeRoot" not in tagged("<h1>Title</h1><p>Words", variant=None)


def test_heads_paragraphs_and_lists_are_what_they_are(tagged) -> None:
    body = "<h1>Title</h1><h2>Head</h2><p>Words<ul><li>one<li>two</ul>"
    assert kinds(tagged(body)) == "H1 H2 P L LI Lbl LBody LI Lbl LBody"


def test_running_heads_and_feet_are_artifacts(tagged) -> None:
    pdf = tagged("<p class=foot>foot</p><p>Words", RUNNING)
    assert kinds(pdf) == "P"
    assert sorted(artifacts(pdf)) == ["Footer", "Header"]
    assert artifacts(tagged("<p>Words")) == []


@pytest.mark.parametrize(
    "sign",
    [
        SIGN.format(" aria-hidden=true", ""),
        f'<img alt="" width=9 height=9 src="data:image/png;base64,{BLACK_PIXEL}">',
    ],
)
def test_a_picture_that_says_nothing_is_no_content(tagged, sign: str) -> None:
    assert kinds(tagged(f"<h1>{sign} Title</h1>")) == "H1"


def test_a_picture_tells_its_words_and_its_place(tagged) -> None:
    pdf = tagged(f"<h1>Title</h1>{SIGN.format('', '<title>A code</title>')}")
    figure = next(e for e in elements(pdf) if e.S == "/Figure")
    assert str(figure.Alt) == "A code"
    left, low, right, high = map(float, figure.A.BBox)
    assert (left, right - left, high - low) == pytest.approx((42, 15, 15))
    assert 144 < low < high < 252  # in the upper half of a page of 288 points


def test_a_picture_without_words_is_a_fault(tagged) -> None:
    with pytest.raises(EditionError) as error:
        tagged(SIGN.format("", ""))
    assert "neither a title nor aria-hidden" in error.value.findings[0].message


def test_a_table_of_the_layout_is_no_table(tagged) -> None:
    assert kinds(tagged(f"<table role=presentation>{CELLS.format('')}")) == "P P"
    mixed = "<table role=presentation><tr><td><h1>Head</h1>words<td><p>More</table>"
    assert kinds(tagged(mixed)) == "Div H1 P Div P"


def test_it_may_be_laid_out_as_blocks(tagged) -> None:
    style = "table, tbody > tr > td { display: block }"
    pdf = tagged("<table role=presentation><tr><td>a<p>b</p>c<td>d</table>", style)
    assert "T" not in kinds(pdf)


def test_a_table_of_facts_is_one_wherever_it_stands(tagged) -> None:
    facts = f"<table>{CELLS.format(' scope=row')}"
    for body in (facts, f"<table role=presentation><tr><td>{facts}</table>"):
        pdf = tagged(body)
        assert kinds(pdf).endswith("Table TBody TR TH TD")
        assert next(e for e in elements(pdf) if e.S == "/TH").A.Scope == "/Row"


def test_an_element_tells_its_own_language_and_no_other(tagged) -> None:
    pdf = tagged("<p>Words <bdi lang=es>palabras</bdi><div lang=ht>mo</div>")
    spoken = [str(e.Lang) for e in elements(pdf) if "/Lang" in e]
    assert spoken == ["es", "ht"]


def test_a_link_is_described_by_its_words(tagged) -> None:
    pdf = tagged('<p>Call <a href="tel:+12025550142"><b>202</b>-555-0142</a>')
    assert kinds(pdf) == "P Link"
    link = next(e for e in elements(pdf) if e.S == "/Link")
    annotation = next(kid.Obj for kid in link.K if getattr(kid, "Type", "") == "/OBJR")
    assert str(annotation.Contents) == "202-555-0142"
    assert str(annotation.A.URI) == "tel:+12025550142"


def test_what_holds_nothing_is_left_out(tagged) -> None:
    body = "<h1>Name</h1><div><p><span style='display: inline-block; width: 1in'></span></div>"
    assert kinds(tagged(body)) == "H1"


def test_a_band_of_color_is_no_content(tagged) -> None:
    band = """body::before { content: ""; position: fixed; inset-block-start: 0; inset-inline: 0;
    height: 9pt; background: #000 }"""
    assert [str(e.S) for e in elements(tagged("<h1>Name</h1>", band))] == [
        "/Document",
        "/H1",
        "/Span",
    ]


def test_a_head_beside_a_float_is_one_head(tagged) -> None:
    body = "<h1><span style='float: inline-start'>1</span>Head</h1>"
    assert kinds(tagged(body)) == "H1"


def test_a_head_that_goes_on_on_the_next_page_is_one_head(tagged) -> None:
    style = "h1 { font-size: 40pt; orphans: 1; widows: 1 }"
    body = "<h1>A very long title that runs over to the next page of all</h1><h2>Head</h2>"
    assert kinds(tagged(body, style)) == "H1 P P H2"


def test_words_that_stand_in_a_division_are_a_paragraph(tagged) -> None:
    assert kinds(tagged("<div>words</div><div><p>words</div>")) == "P Div P"
