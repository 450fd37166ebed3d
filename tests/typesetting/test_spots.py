"""Where a chapter's own lines stand on a laid-out page."""

import pytest
from pages import open_page

from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.spots import Spots, clear_spots, find_spots, mark_spots


def spots(typesetter: Typesetter, body: str, style: str = "") -> Spots:
    page = open_page(typesetter, body, "body { margin: 0 }" + style)
    mark_spots(page.html)
    return find_spots(page.lay_out(""), page.html)


def test_a_field_on_its_own_has_all_of_its_column(typesetter: Typesetter) -> None:
    found = spots(typesetter, '<p data-field="name">Centro Vecinal</p>')
    (spot,) = found.texts
    (line,) = spot.lines
    assert (spot.field, spot.side, spot.before) == ("name", "left", None)
    assert (line.start, line.room) == (48, 288)
    assert found.fields == {"name"}


def test_a_field_after_other_words_has_what_they_leave(typesetter: Typesetter) -> None:
    (spot,) = spots(typesetter, '<p>Call: <b data-field="hotline">617-555-0142</b></p>').texts
    (line,) = spot.lines
    assert line.start > 48
    assert line.start + line.room == pytest.approx(336)


@pytest.mark.parametrize(
    ("body", "side", "start"),
    [
        ('<p dir="rtl" data-field="name">Centro</p>', "right", 336),
        ('<p style="text-align: end" data-field="name">Centro</p>', "right", 336),
        ('<p dir="rtl" style="text-align: end" data-field="name">Centro</p>', "left", 48),
    ],
)
def test_a_line_starts_from_its_own_side(
    typesetter: Typesetter, body: str, side: str, start: float
) -> None:
    (spot,) = spots(typesetter, body).texts
    assert spot.side == side
    assert spot.lines[0].start == pytest.approx(start)


def test_a_field_pushed_to_a_line_of_its_own_knows_the_room_it_lacked(
    typesetter: Typesetter,
) -> None:
    words = "many words that fill the line nearly "
    style = "a { white-space: nowrap }"
    body = f'<p>{words}<a data-field="address">https://example.org/rights</a></p>'
    (spot,) = spots(typesetter, body, style).texts
    assert spot.lines[0].start == 48
    assert spot.before is not None
    assert 0 < spot.before < 150


def test_words_after_a_field_would_have_to_move_and_are_refused(typesetter: Typesetter) -> None:
    with pytest.raises(ValueError, match="other words follow"):
        spots(typesetter, '<p><b data-field="name">Centro</b> and friends</p>')


def test_only_a_marked_page_has_brackets_in_its_file(typesetter: Typesetter) -> None:
    body = '<p data-field="name">Centro</p>'
    page = open_page(typesetter, body)
    plain = write_pdf(page.lay_out(""))
    mark_spots(page.html)
    assert len(write_pdf(page.lay_out(""))) > len(plain)
    clear_spots(page.html)
    assert write_pdf(open_page(typesetter, body).lay_out("")) == plain
