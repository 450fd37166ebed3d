"""Lengths as people write them."""

import pytest

from press.errors import UsageError
from press.lengths import parse_length, parse_offset, parse_size


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("1/8in", 9),
        (".125 in", 9),
        ("3mm", 8.504),
        ("1cm", 28.346),
        ("9pt", 9),
        ("0", 0),
        ("-1mm", -2.835),
    ],
)
def test_a_length_is_read_in_points(text: str, points: float) -> None:
    assert parse_length(text) == pytest.approx(points, abs=0.001)


@pytest.mark.parametrize("text", ["", "3", "wide", "1/0x", "1/0in", "3 feet"])
def test_what_is_no_length_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="is no length"):
        parse_length(text)


def test_an_offset_is_two_lengths() -> None:
    assert parse_offset("1mm,-1mm") == pytest.approx((2.835, -2.835), abs=0.001)
    with pytest.raises(UsageError, match="is no offset"):
        parse_offset("1mm")


@pytest.mark.parametrize(
    ("text", "points"),
    [("12x18in", (864, 1296)), ("320 x 450 mm", (907.087, 1275.591)), ("8.5×11in", (612, 792))],
)
def test_a_size_is_read_in_points(text: str, points: tuple[float, float]) -> None:
    assert parse_size(text) == pytest.approx(points, abs=0.001)


@pytest.mark.parametrize("text", ["12x18", "x18in", "12in", "0x5in", "12x1/0in"])
def test_what_is_no_size_is_told(text: str) -> None:
    with pytest.raises(UsageError):
        parse_size(text)
