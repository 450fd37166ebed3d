"""Text that does not fit is found by each of the three ways it can go wrong."""

import pytest
from pages import open_page, page
from weasyprint.formatting_structure.boxes import TextBox

from press.catalog.fonts import read_fonts
from press.house import find_house
from press.typesetting.engine import Typesetter
from press.typesetting.overset import find_overset, text_of

LONG = "word " * 400


def codes(typesetter: Typesetter, body: str, style: str = "", pages: int = 1) -> list[str]:
    opened = open_page(typesetter, body, style)
    return sorted({f.code for f in find_overset(opened.lay_out(""), opened.html, pages)})


def test_text_that_fits_gives_no_finding(typesetter: Typesetter) -> None:
    assert codes(typesetter, '<p data-key="a.1">Some <b>bold</b> words.</p>') == []


def test_text_that_runs_on_names_its_section(typesetter: Typesetter) -> None:
    opened = open_page(typesetter, f'<p data-key="a.1">One.</p><p data-key="last.1">{LONG}</p>')
    (finding,) = find_overset(opened.lay_out(""), opened.html, 1)
    assert finding.code == "overset.pages"
    assert finding.message.startswith("page 1 is too full: ")
    assert "run over, from the section “last” on" in finding.message


def test_a_fixed_page_that_runs_over_is_named_not_the_one_it_pushes(typesetter: Typesetter) -> None:
    body = (
        f"<div class='page page-1'><p data-key='a.1'>One.</p><p data-key='b.1'>{'word ' * 150}</p></div>"
        "<div class='page page-2'><p data-key='c.1'>Two.</p></div>"
    )
    opened = open_page(typesetter, body, ".page-2 { break-before: page }")
    (finding,) = find_overset(opened.lay_out(""), opened.html, 2)
    assert finding.message.startswith("page 1 is too full: ")
    assert "“b”" in finding.message
    assert " pt) run over" in finding.message


def test_a_picture_that_runs_on_is_a_finding(typesetter: Typesetter) -> None:
    picture = "<p>One.</p><svg width=10 height=10><path d='M0 0h9v9'/></svg>"
    opened = open_page(typesetter, picture, "svg { display: block; height: 2.9in }")
    (finding,) = find_overset(opened.lay_out(""), opened.html, 1)
    assert finding.message == "a picture runs over onto page 2 of 1"


def test_too_few_pages_are_a_finding(typesetter: Typesetter) -> None:
    assert codes(typesetter, "<p>One.</p>", pages=2) == ["overset.short"]


@pytest.mark.parametrize(
    "style",
    [
        "p { width: 1in } td { padding: 0 }",
        "p { margin-inline-start: 2.5in }",
        "p { position: absolute; inset-inline-start: 2.6in; white-space: nowrap }",
        "p { position: absolute; inset-block-start: 3.6in }",
    ],
)
def test_a_line_outside_its_column_or_the_page_is_found(typesetter: Typesetter, style: str) -> None:
    body = '<p data-key="a.1">Donaudampfschifffahrtsgesellschaft</p>'
    assert codes(typesetter, body, style) == ["overset.place"]


@pytest.mark.parametrize(("margin", "found"), [(".45in", []), (".2in", ["overset.place"])])
def test_at_the_foot_of_a_page_the_ink_counts_and_not_the_room_of_its_font(
    typesetter: Typesetter, margin: str, found: list[str]
) -> None:
    """Noto Sans Arabic takes twice its size, where its digits take not even once."""
    arabic = read_fonts(find_house().fonts)["noto-sans-arabic"]
    style = (
        f"@page {{ margin: {margin} }} p {{ font: 36pt/.5 press-noto-sans-arabic;"
        f" padding-block-start: calc(4in - 2 * {margin} - 18pt) }}"
    )
    html, sheet = page("<p data-key='a.1'>617", style, arabic)
    opened = typesetter.open(html, sheet, arabic)
    document = opened.lay_out("")
    (box,) = [b for b in document.pages[0]._page_box.descendants() if isinstance(b, TextBox)]
    assert box.position_y + box.height > 4 * 96 - 24
    assert [f.code for f in find_overset(document, opened.html, 1)] == found


def test_a_line_outside_a_margin_box_is_found(typesetter: Typesetter) -> None:
    style = (
        '@page { @bottom-left { content: "one two three four five six seven eight"; width: 1in } }'
    )
    assert "overset.place" in codes(typesetter, "<p>x</p>", style)


@pytest.mark.parametrize(
    "style",
    [
        "div { height: 4in; position: absolute }",
        "div { height: 4in; float: inline-start }",
        "p { line-clamp: 2 }",
        "p { display: none }",
    ],
)
def test_text_that_vanished_is_found(typesetter: Typesetter, style: str) -> None:
    opened = open_page(typesetter, f'<div><p data-key="a.1">{LONG}</p></div>', style)
    findings = find_overset(opened.lay_out(""), opened.html, 1)
    lost = [finding for finding in findings if finding.code == "overset.lost"]
    assert lost
    assert "section “a”" in lost[0].message


def test_repeated_running_text_does_not_hide_a_loss(typesetter: Typesetter) -> None:
    style = "@page { margin: 1in } p { display: none } i { position: running(r) } @page { @top-left { content: element(r) } }"
    assert codes(typesetter, '<i>abcdef</i><p data-key="a.1">abcdef</p>x', style) == [
        "overset.lost"
    ]


def test_the_text_of_a_page_leaves_pictures_and_styles_out(typesetter: Typesetter) -> None:
    opened = open_page(typesetter, "<p>a<b>b</b><svg><text>no</text></svg>c</p>")
    assert text_of(opened) == "abc"
