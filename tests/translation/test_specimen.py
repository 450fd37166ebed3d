"""A specimen shows a language on its own words, or on its name and its font's letters."""

from press.catalog.languages import Language
from press.translation.specimen import show

NEPALI = Language(
    endonym="नेपाली",
    english="Nepali",
    script="Deva",
    fonts=("x",),
    line_height=1.5,
    headline_line_height=1.3,
    digits="deva",
)
NEPALI_LETTERS = "अकघधनरसतपल"


def test_a_translated_language_shows_its_longest_words_and_its_own_letters() -> None:
    shown = show("ne", NEPALI, ["**अधिकार** {hours} घर", "स्वतन्त्रताहरू Enforcement"], NEPALI_LETTERS)
    assert shown.long_words[0] == "स्वतन्त्रताहरू"
    assert {"अ", "का", "घ"} <= set(shown.letters)
    assert "hours" not in shown.running


def test_a_language_without_a_text_shows_its_name_and_its_fonts_letters() -> None:
    shown = show("ne", NEPALI, [], NEPALI_LETTERS)
    assert shown.long_words == ("नेपाली",)
    assert shown.letters == tuple(NEPALI_LETTERS)
    assert shown.running.count("नेपाली") > 10


def test_its_line_holds_a_number_a_range_and_english() -> None:
    shown = show("ne", NEPALI, [], NEPALI_LETTERS)
    assert '<bdi dir="ltr">202-555-0142</bdi>' in shown.line
    assert "४८–७२" in shown.line
    assert '<bdi lang="en" dir="ltr">I do not consent to a search</bdi>' in shown.line
    assert shown.digits == "०१२३४५६७८९"
