"""What is judged of a translation: each check finds its slip, and is silent on sound texts."""

from pathlib import Path

import pytest
from conftest import TODAY
from edits import replace_in

from press.catalog.catalog import Catalog, read_catalog
from press.catalog.glossary import Glossary
from press.catalog.languages import Language
from press.catalog.source import Message
from press.desk.judge import judge_language, judge_message
from press.findings import Place
from press.house import House, find_house

TAGS = sorted(file.stem for file in find_house().flyers.glob("shared/*.po"))
PLACE = Place("es.po", 7)
TERMS = Glossary(Path("es.toml"), {"lawyer": ("lawyer", "lawyers")}, {"lawyer": ("abogad",)})


def language(script: str) -> Language:
    return Language(
        endonym="x", english="Ixian", script=script, fonts=("a",), line_height=1, headline_line_height=1
    )  # fmt: skip


def codes(
    english: str, text: str, script: str = "Latn", terms: Glossary | None = TERMS
) -> set[str]:
    message = Message("a", "door", english, Place("en.md", 3))
    found = [*judge_message(message, text, PLACE, language(script), terms)]
    assert all(finding.where == PLACE and finding.hint for finding in found)
    return {finding.code for finding in found}


@pytest.mark.parametrize("tag", TAGS)
def test_the_shipped_texts_have_no_fault(catalog: Catalog, tag: str) -> None:
    assert [str(finding) for finding in judge_language(catalog, tag)] == []


@pytest.mark.parametrize(
    ("english", "text", "code"),
    [
        ("Up to {hours} hours.", "Hasta {horas} horas.", "po.placeholder-missing"),
        ("Stay **calm**.", "Mantenga la calma.", "po.markup"),
        ("Up to {hours} hours.", "Hasta 48 {hours} horas.", "po.digits"),
        ("Ask for a lawyer.", "Pida un defensor.", "po.term"),
        ("Say: “No.”", 'Diga: "No."', "po.straight-quotes"),
        ("Don’t run.", "N'allez pas vite.", "po.straight-quotes"),
        ("Do not run.", "No corra", "po.ending"),
        ("Am I free to go?", "Puedo irme.", "po.ending"),
        ("Do not run.", "No соrra.", "po.script"),
        ("Do not run.", "No corra nunca, " + "ni aunque le griten o le amenacen, " * 3 + "nunca.", "po.long"),
    ],
)  # fmt: skip
def test_a_slip_is_found(english: str, text: str, code: str) -> None:
    assert codes(english, text) == {code}


@pytest.mark.parametrize(
    ("english", "text"),
    [
        ("Ask for a lawyer.", "Pida una abogada."),
        ("Say: **“I want a lawyer.”**", "Diga: **“Quiero un abogado”.**"),
        ("Up to **{hours} hours**", "Hasta **{hours} horas**"),
        ("ʻOhana", "ʻohana’s ñandú ʼ"),
        ("Hours", "Horario de atención"),
    ],
)
def test_a_sound_text_passes(english: str, text: str) -> None:
    assert codes(english, text) == set()


@pytest.mark.parametrize(
    ("script", "english", "text"),
    [
        ("Arab", "Am I free to go?", "هل يمكنني الذهاب؟"),
        ("Arab", "Do not run.", "مت دوڑیں۔"),
        ("Hans", "Do not run.", "不要跑。"),
        ("Hans", "Ask ICE: “Why?”", "问ICE：“为什么？”"),
        ("Deva", "Do not run.", "मत भागो।"),
        ("Ethi", "Do not run.", "አትሩጥ።"),
        ("Mymr", "Am I free to go?", "သွားလို့ရပြီလား။"),
        ("Khmr", "Do not run.", "កុំរត់។"),
        ("Thai", "Do not run.", "อย่าวิ่ง"),
        ("Kore", "Do not run.", "뛰지 마세요."),
        ("Aran", "Do not run.", "مت دوڑیں۔"),
        ("Mymr", "Write it here:", "ဒီမှာ ရေးပါ –"),
        ("Deva", "See the flyer “Why?”", "पर्चा “क्यों?” देखें"),
    ],
)
def test_sentences_end_as_their_script_does(script: str, english: str, text: str) -> None:
    assert codes(english, text, script, None) == set()


@pytest.mark.parametrize(
    ("english", "text", "fault"),
    [
        ("Tell ICE.", "أخبروا ICE.", False),
        ("A detainer.", "طلب احتجاز (detainer).", False),
        ("Secure Communities is a program.", "برنامج Secure Communities.", False),
        ("Tell ICE. ICE decides.", "أخبروا ICE. ICE تقرر.", False),
        ("A detainer.", "هذا detainer.", True),
        ("A detainer.", "طلب احتجاز (retainer).", True),
        ("Stay calm.", "Stay calm.", True),
    ],
)
def test_latin_names_stay_and_other_english_is_explained(
    english: str, text: str, fault: bool
) -> None:
    assert codes(english, text, "Arab", None) == ({"po.script"} if fault else set())


def test_a_long_text_is_a_warning_alone() -> None:
    message = Message("a", "door", "Run.", PLACE)
    (found,) = judge_message(message, "Corra " * 10 + ".", PLACE, language("Latn"), None)
    assert found.severity == "warning"


def test_what_is_missing_or_fuzzy_is_not_judged(own_house: House) -> None:
    file = own_house.flyers / "shared" / "es.po"
    replace_in(file, 'msgstr "Horario"', 'msgstr ""')
    replace_in(file, 'msgctxt "panel-meeting"', '#, fuzzy\nmsgctxt "panel-meeting"')
    replace_in(file, 'msgstr "Próxima reunión"', "msgstr \"Próxima 'junta'\"")
    assert [*judge_language(read_catalog(own_house, TODAY), "es")] == []


def test_a_slip_is_told_by_file_and_line(own_house: House) -> None:
    file = own_house.flyers / "shared" / "es.po"
    line = replace_in(file, 'msgstr "Horario"', 'msgstr "Horario\'"')
    (found,) = judge_language(read_catalog(own_house, TODAY), "es")
    assert (found.code, found.where) == ("po.straight-quotes", Place(file, line - 1))


def test_a_file_behind_the_english_is_told(own_house: House) -> None:
    replace_in(own_house.flyers / "shared" / "en.md", "Organization", "Organisation")
    (found,) = judge_language(read_catalog(own_house, TODAY), "es")
    assert (found.code, found.severity) == ("po.outdated", "warning")
    assert "translate update es" in found.hint
