"""Letters that a language's fonts cannot print are told before anything is laid out."""

import pytest
from conftest import TODAY
from edits import replace_in

from press.catalog.catalog import read_catalog
from press.catalog.coverage import check_coverage, unprintable
from press.catalog.fonts import read_fonts
from press.errors import ContentError
from press.findings import Place
from press.house import House, find_house
from press.wanted import Wanted

FONTS = read_fonts(find_house().fonts)


def faults(word: str, tag: str, *folders: str) -> tuple[str, ...]:
    return unprintable(word, tag, tuple(FONTS[folder][0].file for folder in folders))


@pytest.mark.parametrize(
    ("tag", "word", "folders"),
    [
        ("en", "rights", ("noto-sans",)),
        ("quc", "Kʼicheʼ", ("noto-sans",)),
        ("mh", "M̧ajeļ", ("noto-sans",)),
        ("km", "ស្ត្រី", ("noto-sans-khmer",)),
        ("my", "ကြောင့်", ("noto-sans-myanmar",)),
        ("ur", "کیلیے", ("noto-nastaliq-urdu",)),
        ("hi", "स्वतंत्रता", ("noto-sans-devanagari",)),
        ("ar", "\u202bالعربية\u202c", ("noto-sans-arabic",)),
        ("am", "ICE’ን", ("noto-sans-ethiopic", "noto-sans")),
        ("km", "ទី១·Ж", ("noto-sans-khmer", "noto-sans")),
    ],
)
def test_a_word_that_its_fonts_print_is_silent(
    tag: str, word: str, folders: tuple[str, ...]
) -> None:
    assert faults(word, tag, *folders) == ()


@pytest.mark.parametrize(
    ("tag", "word", "folders", "told"),
    [
        ("en", "right✗s", ("noto-sans",), ("✗",)),
        ("zh-Hant", "人痩", ("noto-sans-tc",), ("痩",)),
        ("km", "កЖ", ("noto-sans-khmer",), ("Ж",)),
        # A mark with no letter before it is drawn on a circle.
        ("hi", "\u093f\u0915", ("noto-sans-devanagari",), ("\u093f",)),
        ("my", "\u102f\u1000", ("noto-sans-myanmar",), ("\u102f",)),
    ],
)
def test_a_letter_that_no_font_prints_whole_is_told(
    tag: str, word: str, folders: tuple[str, ...], told: tuple[str, ...]
) -> None:
    assert set(faults(word, tag, *folders)) == set(told)


def test_each_message_is_told_with_its_place() -> None:
    said = [("**sound** {x}", Place("a.po", 3)), ("so ✗ and ✗", Place("a.po", 9))]
    (finding,) = check_coverage(said, "es", [FONTS["noto-sans"][0]])
    assert (finding.code, finding.where) == ("language.letters", Place("a.po", 9))


def test_a_translation_with_a_letter_that_cannot_be_printed_is_refused(own_house: House) -> None:
    file = own_house.flyers / "call-script/es.po"
    line = replace_in(file, 'msgstr "Llame', 'msgstr "✗ Llame')
    with pytest.raises(ContentError) as error:
        read_catalog(own_house, TODAY, None, Wanted(("es",), ("call-script",)))
    (finding,) = error.value.findings
    assert finding.code == "language.letters"
    assert "“✗” (U+2717 BALLOT X) cannot be printed with the fonts of es" in finding.message
    assert finding.where is not None
    assert finding.where.file == file
    assert finding.where.line is not None
    assert (finding.where.line, finding.where.column) == (line, 9)


def test_a_language_without_names_of_months_is_not_printed(own_house: House) -> None:
    for folder in ("call-script", "shared"):
        text = (own_house.flyers / folder / "ht.po").read_text(encoding="utf-8")
        (own_house.flyers / folder / "kjb.po").write_text(
            text.replace("Language: ht", "Language: kjb"), encoding="utf-8"
        )
    with pytest.raises(ContentError) as error:
        read_catalog(own_house, TODAY, None, Wanted(("kjb",), ("call-script",)))
    (finding,) = error.value.findings
    assert finding.code == "language.calendar"
    assert "[kjb]" in finding.hint
