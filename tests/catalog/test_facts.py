"""The facts register: forms of values, and what each status asks of a text."""

from typing import Any

import pytest
from pydantic import ValidationError

from press.catalog.facts import Fact, parse_partial_date


def fact(**changes: Any) -> Fact:
    sound = {
        "kind": "number",
        "value": 48,
        "says": "s",
        "source": "s",
        "date": "2011",
        "status": "current",
        "check_by": "2027-01-01",
    }
    return Fact.model_validate(sound | changes)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("2011", (2011,)), ("2011-06", (2011, 6)), ("2011-06-07", (2011, 6, 7))],
)
def test_a_date_may_be_a_year_a_month_or_a_day(text: str, parts: tuple[int, ...]) -> None:
    assert parse_partial_date(text) == parts


@pytest.mark.parametrize("text", ["11", "2011-13", "2011-02-30", "June 2011", ""])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day"):
        parse_partial_date(text)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "number", "value": "48"},
        {"kind": "percent", "value": None},
        {"kind": "claim", "value": 3},
        {"kind": "phone", "value": "call us"},
        {"kind": "phone", "value": "6173705023x"},
        {"kind": "email", "value": "crcl at dhs.gov"},
        {"kind": "address", "value": "https://locator.ice.gov"},
        {"kind": "date", "value": "2011-14"},
        {"kind": "name", "value": ""},
        {"date": "yesterday"},
        {"status": "true"},
        {"check_by": "soon"},
    ],
)
def test_a_value_of_the_wrong_form_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        fact(**changes)


@pytest.mark.parametrize(
    ("status", "kind", "value", "dated", "cautioned"),
    [
        ("current", "number", 1, False, False),
        ("historical", "number", 1, True, False),
        ("historical", "date", "2011", False, False),
        ("contested", "number", 1, False, True),
        ("unverified", "phone", "617-555-0142", True, True),
    ],
)
def test_a_status_asks_for_a_date_or_a_caution(
    status: str, kind: str, value: Any, dated: bool, cautioned: bool
) -> None:
    one = fact(status=status, kind=kind, value=value)
    assert (one.needs_date, one.needs_caution) == (dated, cautioned)
