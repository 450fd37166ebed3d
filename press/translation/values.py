"""Facts in a language's own form: numbers, percentages, dates, and Latin runs kept in order.

Telephone numbers and addresses are links, for those who read on a phone; paper drops them.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_day_names
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup, escape

from press.catalog.facts import Fact, parse_partial_date
from press.catalog.languages import Language
from press.placeholders import FILLED_BY_LAYOUT
from press.translation.inline import count, isolate, set_words
from press.translation.line_ends import JOIN, mark_line_ends

_LATIN_DIGITS = "0123456789"
# In a Chinese or Japanese date a number and its year, month or day are not parted.
_INSIDE_COUNT = re.compile("(?<=[0-9])(?=[年月日])")
# Neither are a day and its month.
_BESIDE_DAY = re.compile(r"(?:(?<=(?<!\d)\d)|(?<=(?<!\d)\d\d)) | (?=\d\d?(?!\d))")
_DIGITS = {
    "latn": _LATIN_DIGITS,
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "deva": "०१२३४५६७८९",
    "beng": "০১২৩৪৫৬৭৮৯",
    "mymr": "၀၁၂၃၄၅၆၇၈၉",
}


def fill_values(facts: Mapping[str, Fact], tag: str, language: Language) -> dict[str, Markup]:
    """What each placeholder prints in a language; those of the layout are empty spans."""
    values = {name: _blank(name) for name in FILLED_BY_LAYOUT}
    for name, fact in facts.items():
        values[f"{name}.date"] = say_date(fact.date, tag, language)
        if fact.kind != "claim":
            values[name] = say_fact(fact, tag, language)
    return values


@lru_cache(maxsize=8192)  # each flyer of a language says the same ones
def say_fact(fact: Fact, tag: str, language: Language) -> Markup:
    """The value of a fact as it is printed."""
    if fact.kind == "number":
        number = format_decimal(int(fact.value or 0), locale=_locale(tag))
        return count(in_digits(number, language))
    if fact.kind == "percent":
        percent = format_percent(int(fact.value or 0) / 100, locale=_locale(tag))
        return isolate(in_digits(percent, language))
    if fact.kind == "date":
        return say_date(str(fact.value), tag, language)
    value = str(fact.value)
    if fact.kind == "phone":
        return say_phone(value)
    if fact.kind == "email":
        return _link("address", f"mailto:{value}", value)
    if fact.kind == "address":
        return _link("address", f"https://{value}", value)
    return Markup('<bdi dir="ltr" class="number">{}</bdi>').format(value)


def say_phone(number: str) -> Markup:
    """A telephone number to tap; one without a country's code is of North America."""
    digits = re.sub(r"\D", "", number)
    if number.startswith("+") or (len(digits) == 11 and digits.startswith("1")):
        digits = f"+{digits}"
    elif len(digits) == 10:
        digits = f"+1{digits}"
    return _link("number", f"tel:{digits}", number)


def _link(css: str, target: str, words: str) -> Markup:
    return Markup('<a dir="ltr" class="{}" href="{}">{}</a>').format(css, target, words)


@lru_cache(maxsize=8192)
def say_date(text: str, tag: str, language: Language) -> Markup:
    """A year, month or day ("2011", "2011-06", "2011-06-07") in the language's long form."""
    parts = parse_partial_date(text)
    day = date(*(*parts, 1, 1)[:3])
    if len(parts) == 1 and language.months:
        return isolate(in_digits(str(day.year), language))
    if language.months:
        month = f"{language.months[day.month - 1]} {day.year}"
        said = month if len(parts) == 2 else f"{day.day} {month}"
    elif len(parts) < 3:
        skeleton = "y" if len(parts) == 1 else "yMMMM"
        said = format_skeleton(skeleton, day, locale=_locale(tag))
    else:
        said = format_date(day, "long", locale=_locale(tag))
    kept = _BESIDE_DAY.sub("\N{NO-BREAK SPACE}", _INSIDE_COUNT.sub(JOIN, said))
    return escape(mark_line_ends(in_digits(kept, language), language))


def in_digits(text: str, language: Language) -> str:
    """A number or date in the digits of a language."""
    return text.translate(str.maketrans(_LATIN_DIGITS, _DIGITS[language.digits]))


def say_days(tag: str, language: Language) -> tuple[str, ...]:
    """Seven short names of days, Monday first."""
    if language.days:
        return language.days
    names = get_day_names("short", locale=_locale(tag))
    return tuple(names[index] for index in range(7))


def say_free(text: str, language: Language) -> Markup:
    """A text that an organizer wrote, isolated in the direction of its first letter."""
    direction = first_direction(text) or language.direction
    marked = mark_line_ends(text, language)
    words = set_words(marked, language) if language.direction == "ltr" else escape(marked)
    return Markup('<bdi dir="{}">{}</bdi>').format(direction, words)


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
    """The conventions of a language; English ones of numbers where CLDR does not know it."""
    try:
        return Locale.parse(tag, sep="-")
    except UnknownLocaleError:
        return Locale("en")


def _blank(name: str) -> Markup:
    return Markup('<span class="fill-{}"></span>').format(name.replace("_", "-"))
