"""Facts in each language's own form."""

import re
from typing import Any

import pytest
from markupsafe import Markup

from press.catalog.catalog import Catalog
from press.catalog.facts import Fact
from press.translation.values import say_date, say_days, say_fact, say_phone


def words(html: Markup) -> str:
    """The text, no-break spaces as tildes; `striptags` would turn them into plain ones."""
    return re.sub("<[^>]*>", "", html).replace("\N{NO-BREAK SPACE}", "~")


@pytest.mark.parametrize(
    ("tag", "day", "month", "year"),
    [
        ("en", "January~20, 2025", "January 2025", "2025"),
        ("es", "20~de enero de 2025", "enero de 2025", "2025"),
        ("pt-BR", "20~de janeiro de 2025", "janeiro de 2025", "2025"),
        ("ht", "20~janvye 2025", "janvye 2025", "2025"),
        ("zh-Hans", "2025\u2060年1\u2060月20\u2060日", "2025\u2060年1\u2060月", "2025\u2060年"),
        ("ru", "20~января 2025\u202fг.", "январь 2025\u202fг.", "2025"),
        ("ko", "2025\u2060년~1\u2060월~20\u2060일", "2025\u2060년~1\u2060월", "2025\u2060년"),
        ("vi", "20~tháng~1, 2025", "tháng~1~năm 2025", "2025"),
        ("ar", "20~يناير 2025", "يناير 2025", "2025"),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(
    catalog: Catalog, tag: str, day: str, month: str, year: str
) -> None:
    language = catalog.languages[tag]
    assert words(say_date("2025-01-20", tag, language)) == day
    assert words(say_date("2025-01", tag, language)) == month
    assert words(say_date("2025", tag, language)) == year


def fact(kind: str, value: Any) -> Fact:
    return Fact.model_validate(
        {
            "kind": kind,
            "value": value,
            "says": "s",
            "source": "s",
            "date": "2011",
            "status": "current",
            "check_by": "2027-01-01",
        }
    )


@pytest.mark.parametrize(
    ("tag", "kind", "value", "said"),
    [
        ("en", "percent", 75, "75%"),
        ("es", "percent", 75, "75~%"),
        ("ar", "percent", 75, "75%"),
        ("en", "number", 1330, "1,330"),
        ("pt-BR", "number", 1330, "1.330"),
        ("ar", "phone", "202-456-1111", "202-456-1111"),
        ("zh-Hans", "name", "SB1070", "SB1070"),
    ],
)
def test_figures_follow_the_language_and_phones_never_change(
    catalog: Catalog, tag: str, kind: str, value: Any, said: str
) -> None:
    html = say_fact(fact(kind, value), tag, catalog.languages[tag])
    assert words(html) == said
    assert 'dir="ltr"' in html


@pytest.mark.parametrize(
    ("tag", "number", "day"),
    [
        ("fa", "۴۸", "۷~ژوئن ۲۰۱۱"),
        ("ne", "४८", "२०११ जुन~७"),
        ("bn", "৪৮", "৭~জুন, ২০১১"),
        ("my", "၄၈", "၂၀၁၁ ဇွန်~၇"),
        ("hi", "48", "7~जून 2011"),
    ],
)
def test_numbers_and_dates_are_in_the_languages_digits_and_phones_never(
    catalog: Catalog, tag: str, number: str, day: str
) -> None:
    language = catalog.languages[tag]
    said = say_date("2011-06-07", tag, language)
    assert words(said).replace("\u200b", "") == day
    assert words(say_fact(fact("number", 48), tag, language)) == number
    assert words(say_fact(fact("phone", "202-456-1111"), tag, language)) == "202-456-1111"


@pytest.mark.parametrize("tag", ["en", "es", "pt-BR", "ht", "zh-Hans", "ar"])
def test_a_week_has_seven_names_from_monday(catalog: Catalog, tag: str) -> None:
    days = say_days(tag, catalog.languages[tag])
    assert len(set(days)) == 7
    first = {"en": "Mo", "es": "LU", "pt-BR": "seg.", "ht": "len", "zh-Hans": "周一", "ar": "إثنين"}
    assert days[0] == first[tag]


@pytest.mark.parametrize(
    ("number", "target"),
    [
        ("202-456-1111", "tel:+12024561111"),
        ("1-866-644-8360", "tel:+18666448360"),
        ("+52 55 1234 5678", "tel:+525512345678"),
        ("555-0142", "tel:5550142"),
    ],
)
def test_a_telephone_number_can_be_tapped(number: str, target: str) -> None:
    assert f'href="{target}"' in say_phone(number)
    assert words(say_phone(number)) == number


@pytest.mark.parametrize(
    ("kind", "value", "target"),
    [
        ("email", "crcl@dhs.gov", "mailto:crcl@dhs.gov"),
        ("address", "locator.ice.gov", "https://locator.ice.gov"),
    ],
)
def test_an_address_is_a_link_and_a_name_is_not(
    catalog: Catalog, kind: str, value: str, target: str
) -> None:
    html = say_fact(fact(kind, value), "ar", catalog.languages["ar"])
    assert f'href="{target}"' in html
    assert "href" not in say_fact(fact("name", "SB1070"), "ar", catalog.languages["ar"])
