"""Inline markup: bold words, filled placeholders, and lines that keep their order."""

import pytest
from markupsafe import Markup

from press.catalog.languages import Language
from press.catalog.markup import is_sound_markup
from press.translation.inline import count, isolate, to_html
from press.translation.values import say_free

LATIN = Language(
    endonym="E", english="E", script="Latn", fonts=("x",), line_height=1.3, headline_line_height=1
)
ARABIC = LATIN.model_copy(update={"script": "Arab", "direction": "rtl"})
CHINESE = LATIN.model_copy(update={"script": "Hans"})


def test_bold_words_and_placeholders_are_set() -> None:
    html = to_html("Say **“{x}”** now", LATIN, {"x": isolate("5 & 6")})
    assert html == 'Say <strong>“<bdi dir="ltr">5 &amp; 6</bdi>”</strong> now'


def test_markup_in_a_text_is_shown_as_it_stands() -> None:
    assert to_html("a <b> & c", LATIN, {}) == "a &lt;b&gt; &amp; c"


def test_a_count_stays_with_the_word_after_it() -> None:
    assert "</bdi>\N{NO-BREAK SPACE}hours" in to_html("{n} hours", LATIN, {"n": count("48")})
    assert "</bdi> hours" in to_html("{n} hours", LATIN, {"n": isolate("48")})


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("تتبعها ICE. وقد", ["ICE"]),
        ("برنامج (Secure Communities) هنا", ["Secure Communities"]),
        ("مع Brazilian Women’s Group، ثم", ["Brazilian Women’s Group"]),
        ("في Workers’ Center هنا", ["Workers’ Center"]),
        ("رقم A، وهو", ["A"]),
        ("من São José إلى", ["São José"]),
        ("النموذج I-247A هنا", ["I-247A"]),
    ],
)
def test_a_latin_phrase_in_arabic_is_isolated_whole_without_the_lines_own_stops(
    text: str, isolated: list[str]
) -> None:
    import re

    html = to_html(text, ARABIC, {})
    assert re.findall(r'<bdi lang="en" dir="ltr">(.*?)</bdi>', html) == isolated


def test_a_latin_phrase_in_chinese_is_set_in_the_latin_font() -> None:
    html = to_html("BNN News对Brazilian Women’s Group的采访", CHINESE, {})
    assert html.count('lang="en"') == 2


def test_latin_text_is_left_alone() -> None:
    assert to_html("ICE and DHS", LATIN, {}) == Markup("ICE and DHS")


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("plain", True),
        ("**bold** and **bold**", True),
        ("**每天都打。**一通电话", True),
        ("**open", False),
        ("** spaced **", False),
        ("****", False),
        ("*slanted*", False),
    ],
)
def test_bold_marks_close_around_words(text: str, sound: bool) -> None:
    assert is_sound_markup(text) is sound


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Centro", "ltr"), ("مركز", "rtl"), ("  مركز ABC", "rtl"), ("123", "rtl")],
)
def test_what_an_organizer_wrote_keeps_its_own_direction(text: str, direction: str) -> None:
    assert say_free(text, ARABIC) == f'<bdi dir="{direction}">{text}</bdi>'


def test_latin_words_of_an_organizer_are_set_in_the_latin_font_of_a_chinese_page() -> None:
    words = '<bdi lang="en" dir="ltr">Mary’s hall</bdi>, 2'
    assert say_free("Mary’s hall, 2", CHINESE) == f'<bdi dir="ltr">{words}</bdi>'
