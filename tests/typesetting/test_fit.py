"""Copy-fitting: the largest type with a place for every line, and the room that is left."""

import dataclasses

import pytest
from pages import FONTS, SMALL, page

from press.catalog.cast_offs import CastOff
from press.catalog.catalog import Catalog
from press.composition.layout import Layout
from press.errors import OversetError
from press.typesetting.attempts import Setting, fitted_style
from press.typesetting.breaks import early_breaks
from press.typesetting.engine import Typesetter
from press.typesetting.fit import Fitted, fit, fit_near
from press.typesetting.room import Air

STYLE = """
@page { margin: .5in } html { font-size: var(--body); line-height: 1.3 }
.page { break-after: page } .page:last-child { break-after: auto }
.air { padding-block-start: calc(.1pt + var(--air)) } .sink { padding-block-start: var(--sink) }
"""
WORDS = "<p data-key='a.1'>" + "many words " * 20 + "</p>"


def layout(catalog: Catalog, body: str, pages: tuple[int, ...] = (1,), style: str = "") -> Layout:
    html, sheet = page(body, STYLE + style)
    english = catalog.languages["en"]
    return Layout(html, sheet, SMALL, pages, 8.0, 20.0, english, FONTS)


def test_the_largest_size_that_fits_is_found(catalog: Catalog, typesetter: Typesetter) -> None:
    one = layout(catalog, f"<div class='page page-1'>{WORDS}</div>")
    fitted = fit(one, typesetter)
    assert 8 < fitted.body < 20
    opened = typesetter.open(one.html, one.style, one.fonts)
    assert len(opened.lay_out(fitted_style(fitted.body)).pages) == 1
    assert len(opened.lay_out(fitted_style(fitted.body + 0.1)).pages) == 2
    assert fitted.layouts <= 12


def test_a_short_text_is_set_at_the_ceiling(catalog: Catalog, typesetter: Typesetter) -> None:
    assert fit(layout(catalog, "<p data-key='a.1'>Short.</p>"), typesetter).body == 20


def test_what_does_not_fit_at_the_floor_is_named(catalog: Catalog, typesetter: Typesetter) -> None:
    with pytest.raises(OversetError, match=r"does not fit at 8\.0 pt") as error:
        fit(layout(catalog, WORDS * 10), typesetter)
    assert "“a”" in error.value.findings[0].message
    assert error.value.exit_code == 1


CLOSER = "p { line-height: 1 !important }"


@pytest.mark.parametrize(
    ("times", "pages", "setting"),
    [
        (1, (1, 2), Setting(1, closer=False)),
        (5, (1, 2), Setting(1, closer=True)),
        (7, (1, 2), Setting(2, closer=False)),
        (11, (), Setting(None, closer=False)),
    ],
)
def test_a_long_text_is_set_closer_then_on_more_pages(
    catalog: Catalog,
    typesetter: Typesetter,
    times: int,
    pages: tuple[int, ...],
    setting: Setting,
) -> None:
    one = dataclasses.replace(layout(catalog, WORDS * times, pages), compact=CLOSER)
    fitted = fit(one, typesetter)
    assert fitted.setting == setting
    assert len(fitted.document.pages) == (setting.pages or len(fitted.document.pages))
    near = fit_near(one, typesetter, fitted)
    assert (near.setting, near.body) == (setting, fitted.body)


TIMES = {(1, False): 2, (1, True): 5, (2, False): 7, (2, True): 10}


@pytest.mark.parametrize("pages", [1, 2, 3])
@pytest.mark.parametrize("closer", [False, True])
@pytest.mark.parametrize("body", [8.0, 9.3, 14.0, 25.0])
def test_a_wrong_cast_off_ends_where_none_does(
    catalog: Catalog, typesetter: Typesetter, pages: int, closer: bool, body: float
) -> None:
    for times in TIMES.values():
        one = dataclasses.replace(layout(catalog, WORDS * times, (1, 2)), compact=CLOSER)
        plain = fit(one, typesetter)
        expected = CastOff(pages, closer, (8.0, 20.0), body, ())
        found = fit(dataclasses.replace(one, cast_off=expected), typesetter)
        assert (found.setting, found.body, found.air) == (plain.setting, plain.body, plain.air)


@pytest.mark.parametrize(("setting", "times"), TIMES.items())
def test_without_a_sink_a_right_cast_off_takes_two_layouts_and_two_for_the_air(
    catalog: Catalog, typesetter: Typesetter, setting: tuple[int, bool], times: int
) -> None:
    one = dataclasses.replace(layout(catalog, WORDS * times, (1, 2)), compact=CLOSER)
    plain = fit(one, typesetter)
    assert (plain.setting.pages, plain.setting.closer) == setting
    assert (
        fit(dataclasses.replace(one, cast_off=cast_off(plain, (8.0, 20.0))), typesetter).layouts
        <= 4
    )


def cast_off(fitted: Fitted, bounds: tuple[float, float] = (8.0, 9.0)) -> CastOff:
    air = tuple((page.gap, page.sink) for page in fitted.air)
    return CastOff(fitted.setting.pages, fitted.setting.closer, bounds, fitted.body, air)


def with_foot(catalog: Catalog, lines: int, closer: bool = False) -> Layout:
    """A page of lines over a foot; one that is closer holds more of them."""
    body = "".join(f"<p data-key='a.{number}' class=air>line</p>" for number in range(lines))
    foot = "<div class=sink>foot</div>"
    one = layout(catalog, f"<div class='page page-1'>{body}{foot}</div>")
    return dataclasses.replace(one, ceiling=9.0, compact=CLOSER if closer else "")


@pytest.mark.parametrize(("lines", "closer"), [(15, False), (24, True)])
def test_a_text_as_long_as_when_cast_off_takes_one_layout(
    catalog: Catalog, typesetter: Typesetter, lines: int, closer: bool
) -> None:
    one = with_foot(catalog, lines, closer)
    plain = fit(one, typesetter)
    assert plain.setting.closer == closer
    again = fit(dataclasses.replace(one, cast_off=cast_off(plain)), typesetter)
    assert (again.size, again.layouts) == (plain.size, 1)


@pytest.mark.parametrize(("lines", "layouts"), [(14, 2), (16, 3)])
def test_a_line_more_or_less_than_when_cast_off_keeps_the_size_and_shares_the_room_anew(
    catalog: Catalog, typesetter: Typesetter, lines: int, layouts: int
) -> None:
    then = cast_off(fit(with_foot(catalog, 15), typesetter))
    one = with_foot(catalog, lines)
    fitted = fit(dataclasses.replace(one, cast_off=then), typesetter)
    assert fitted.size == fit(one, typesetter).size
    assert fitted.layouts <= layouts


def test_a_text_far_shorter_than_when_cast_off_is_set_larger(
    catalog: Catalog, typesetter: Typesetter
) -> None:
    then = cast_off(fit(with_foot(catalog, 24, closer=True), typesetter))
    one = with_foot(catalog, 16, closer=True)
    fitted = fit(dataclasses.replace(one, cast_off=then), typesetter)
    assert fitted.size == fit(one, typesetter).size
    assert not fitted.setting.closer


@pytest.mark.parametrize(("floor", "ceiling"), [(8.0, 11.0), (9.5, 11.0), (8.0, 8.5)])
def test_a_size_that_allows_other_type_than_when_cast_off_is_heeded(
    catalog: Catalog, typesetter: Typesetter, floor: float, ceiling: float
) -> None:
    then = cast_off(fit(with_foot(catalog, 10), typesetter))
    assert then.body == 9.0
    one = dataclasses.replace(with_foot(catalog, 10), floor=floor, ceiling=ceiling)
    fitted = fit(dataclasses.replace(one, cast_off=then), typesetter)
    assert fitted.body == min(ceiling, 11.0)


def test_the_room_left_is_shared_out(catalog: Catalog, typesetter: Typesetter) -> None:
    body = (
        "<div class='page page-1'><p>a</p><div class=air>b</div><div class=air>c</div>"
        "<div class=sink>foot</div></div>"
    )
    fitted = fit(layout(catalog, body), typesetter)
    assert fitted.air[0].gap == 30.0
    assert fitted.air[0].sink > 20
    document = fitted.document
    bottom = max(
        box.position_y + box.height
        for box in document.pages[0]._page_box.descendants()
        if type(box).__name__ == "TextBox"
    )
    assert 3.5 * 96 - 8 < bottom <= 3.5 * 96


def test_columns_side_by_side_share_the_same_gaps(catalog: Catalog, typesetter: Typesetter) -> None:
    column = "<td><div class=air>a</div><div class=air>b</div></td>"
    body = (
        f"<div class='page page-1'><table><tr>{column}{column}</tr></table>"
        "<div class=sink>foot</div></div>"
    )
    fitted = fit(layout(catalog, body, style="table { width: 100% }"), typesetter)
    assert fitted.air[0].gap == 30.0


def test_a_page_without_a_sink_is_left_as_it_is(catalog: Catalog, typesetter: Typesetter) -> None:
    assert fit(layout(catalog, "<p>a</p>"), typesetter).air == (Air(),)


@pytest.mark.parametrize(
    ("body", "early"),
    [
        ("<p>one two three four five six seven eight nine ten</p>", 0),
        ("<p>one<br>two three four</p>", 0),
        ("<p style='width: 120pt'>Say a long&nbsp;compoundword</p>", 0),
        ("<p>one <span style='display: inline-block; width: 2.9in'></span> two</p>", 0),
        (
            "<p>one<span style='display: inline-block; width: 0; margin-inline-end: 2.9in'></span> two</p>",
            0,
        ),
    ],
)
def test_forced_and_needed_breaks_are_not_early(
    typesetter: Typesetter, body: str, early: int
) -> None:
    html, style = page(body)
    assert len(early_breaks(typesetter.open(html, style, FONTS).lay_out(""))) == early


def test_a_line_broken_early_is_seen(typesetter: Typesetter) -> None:
    html, style = page("<p>one\ntwo three</p>", "p { white-space: pre-line }")
    assert early_breaks(typesetter.open(html, style, FONTS).lay_out("")) == ["one"]


def test_fitting_steps_down_past_an_early_break(catalog: Catalog, typesetter: Typesetter) -> None:
    """Pango 1.50 breaks this text after its first word at some widths; newer ones may not."""
    text = (
        "<p data-key='a.1'>Ask who is there. Do not open the door at all, only to a"
        " <strong>warrant signed by a judge</strong>, then more words follow here.</p>"
    )
    for width in range(210, 230):
        one = layout(catalog, text, style=f"p {{ width: {width}px }}")
        opened = typesetter.open(one.html, one.style, one.fonts)
        if early_breaks(opened.lay_out(fitted_style(12.0))):
            fitted = fit(dataclasses.replace(one, ceiling=12.0), typesetter)
            assert 11.4 <= fitted.body < 12
            assert early_breaks(fitted.document) == []
            return
    pytest.skip("this Pango does not break lines early")


def test_a_text_changed_a_little_is_set_in_one_layout(
    catalog: Catalog, typesetter: Typesetter
) -> None:
    body = f"<div class='page page-1'>{WORDS}<div class=air>b</div><div class=sink>foot</div></div>"
    last = fit(layout(catalog, body), typesetter)
    changed = layout(catalog, body.replace("many", "some"))
    near = fit_near(changed, typesetter, last)
    assert (near.body, near.air, near.layouts) == (last.body, last.air, 1)


def test_a_text_grown_beyond_its_page_is_fitted_anew(
    catalog: Catalog, typesetter: Typesetter
) -> None:
    last = fit(layout(catalog, f"<div class='page page-1'>{WORDS}</div>"), typesetter)
    longer = layout(catalog, f"<div class='page page-1'>{WORDS}<p>{'more ' * 20}</p></div>")
    near = fit_near(longer, typesetter, last)
    assert 8 <= near.body < last.body
    with pytest.raises(OversetError):
        fit_near(layout(catalog, WORDS * 10), typesetter, last)
