"""Facts in a language's own form: numbers, percentages, dates, and Latin runs kept in order."""

import unicodedata
from collections.abc import Mapping
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup, escape

from press.catalog.facts import Fact, parse_partial_date
from press.catalog.languages import Language
from press.placeholders import FILLED_BY_LAYOUT
from press.translation.inline import count, isolate


def fill_values(facts: Mapping[str, Fact], tag: str, language: Language) -> dict[str, Markup]:
    """What each placeholder prints in a language; those of the layout are empty spans."""
    values = {name: _blank(name) for name in FILLED_BY_LAYOUT}
    for name, fact in facts.items():
        values[f"{name}.date"] = say_date(fact.date, tag, language)
        if fact.kind != "claim":
            values[name] = say_fact(fact, tag, language)
    return values


def say_fact(fact: Fact, tag: str, language: Language) -> Markup:
    """The value of a fact as it is printed."""
    if fact.kind == "number":
        return count(format_decimal(int(fact.value or 0), locale=_locale(tag)))
    if fact.kind == "percent":
        return isolate(format_percent(int(fact.value or 0) / 100, locale=_locale(tag)))
    if fact.kind == "date":
        return say_date(str(fact.value), tag, language)
    css = "number" if fact.kind in ("phone", "name") else "address"
    return Markup('<bdi dir="ltr" class="{}">{}</bdi>').format(css, fact.value)


def say_date(text: str, tag: str, language: Language) -> Markup:
    """A year, month or day ("2011", "2011-06", "2011-06-07") in the language's long form."""
    parts = parse_partial_date(text)
    day = date(*(*parts, 1, 1)[:3])
    if len(parts) == 1 and language.months:
        return isolate(str(day.year))
    if language.months:
        month = f"{language.months[day.month - 1]} {day.year}"
        return escape(month if len(parts) == 2 else f"{day.day} {month}")
    locale = _locale(tag)
    if len(parts) < 3:
        skeleton = "y" if len(parts) == 1 else "yMMMM"
        return escape(format_skeleton(skeleton, day, locale=locale))
    return escape(format_date(day, "long", locale=locale))


def say_days(tag: str, language: Language) -> tuple[str, ...]:
    """Seven short names of days, Monday first."""
    if language.days:
        return language.days
    names = get_day_names("short", locale=_locale(tag))
    return tuple(names[index] for index in range(7))


def say_free(text: str, language: Language) -> Markup:
    """A text that an organizer wrote, isolated in the direction of its first letter."""
    direction = first_direction(text) or language.direction
    return Markup('<bdi dir="{}">{}</bdi>').format(direction, text)


def first_direction(text: str) -> str | None:
    """The direction of the first strong character: "ltr", "rtl", or None when there is none."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return None


def _locale(tag: str) -> Locale:
    return Locale.parse(tag, sep="-")


def _blank(name: str) -> Markup:
    return Markup('<span class="fill-{}"></span>').format(name.replace("_", "-"))
