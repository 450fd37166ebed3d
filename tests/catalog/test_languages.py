"""Every language of the press, translated or not, is ready to be set."""

import unicodedata

import pytest
from edits import replace_in

from press.catalog.coverage import check_coverage
from press.catalog.fonts import read_fonts
from press.catalog.languages import Language
from press.catalog.printable import has_calendar
from press.catalog.toml_file import read_tables
from press.findings import Place
from press.house import House, find_house

HOUSE = find_house()
FONTS = read_fonts(HOUSE.fonts)
LANGUAGES = read_tables(HOUSE.flyers / "languages.toml", Language).sound
TAGS = list(LANGUAGES)


def test_every_language_asked_for_is_registered() -> None:
    assert set(TAGS) >= {
        "en", "es", "pt-BR", "ht", "zh-Hans", "ar", "zh-Hant", "vi", "km", "fr", "ru", "uk", "ko",
        "fa", "pa", "fil", "am", "so", "hi", "ne", "bn", "ur", "my", "sw", "pl", "kea", "ti", "ps",
        "quc", "mam", "hmn", "ksw", "lo", "th", "gu", "ta", "te", "hy", "ka", "he", "ja", "mn", "nv",
    }  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_its_name_quotes_and_figures_are_in_its_fonts(tag: str) -> None:
    language = LANGUAGES[tag]
    stack = [FONTS[folder][0] for folder in language.fonts]
    said = f"{language.endonym} {' '.join(language.quotes)} 0123456789 ICE (A–Z), 24/7 · ᚠ"
    found = check_coverage([(said, Place("x"))], tag, stack)
    assert [finding.message.split("”")[0] for finding in found] == ["“ᚠ"]


@pytest.mark.parametrize("tag", TAGS)
def test_it_is_written_in_the_direction_of_its_letters(tag: str) -> None:
    language = LANGUAGES[tag]
    kinds = {unicodedata.bidirectional(c) for c in language.endonym if c.isalpha()}
    assert (language.direction == "rtl") is bool(kinds & {"R", "AL"})


@pytest.mark.parametrize("tag", TAGS)
def test_its_headlines_have_a_weight_of_their_own_font(tag: str) -> None:
    language = LANGUAGES[tag]
    weights = {font.weight for font in FONTS[language.fonts[0]]}
    assert {400, 700, language.headline_weight} <= weights


@pytest.mark.parametrize("tag", TAGS)
def test_only_scripts_that_need_it_have_their_line_ends_marked(tag: str) -> None:
    unspaced = dict.fromkeys(("km", "lo", "my", "th"), "words")
    wanted = {**unspaced, "ko": "spaces", "zh-Hans": "heads", "zh-Hant": "heads"}
    assert LANGUAGES[tag].breaks == wanted.get(tag, "")


@pytest.mark.parametrize("tag", TAGS)
def test_a_closer_setting_is_closer_and_of_its_own_fonts(tag: str) -> None:
    language = LANGUAGES[tag]
    if language.compact.line_height is not None:
        assert set(language.compact.fonts) <= set(language.fonts)
        assert language.compact.line_height < language.line_height


@pytest.mark.parametrize(
    ("tag", "known"),
    [("am", True), ("ht", True), ("fa-AF", True), ("ksw", False), ("quc", False), ("nv", False)],
)
def test_whether_the_names_of_its_months_are_known(tag: str, known: bool) -> None:
    assert has_calendar(tag, LANGUAGES[tag]) is known


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('digits = "deva"', 'digits = "hindi"', "“digits” in [ne]"),
        ('breaks = "spaces"', 'breaks = "never"', "“breaks” in [ko]"),
        ('quotes = ["„", "”"]', 'quotes = ["„"]', "[pl.quotes]"),
    ],
)
def test_a_faulty_entry_is_told_by_its_line(
    own_house: House, old: str, new: str, words: str
) -> None:
    file = own_house.flyers / "languages.toml"
    line = replace_in(file, old, new)
    (finding,) = read_tables(file, Language).findings
    assert words in finding.message
    assert finding.where is not None
    assert (finding.where.file, finding.where.line) == (file, line)
