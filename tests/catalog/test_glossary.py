"""Glossaries: terms found in the English as whole words, renderings found in any form."""

from pathlib import Path

import pytest

from press.catalog.glossary import Glossary, read_glossary
from press.findings import Place
from press.house import find_house

FOLDER = find_house().flyers / "glossary"
TAGS = sorted(file.stem for file in FOLDER.glob("*.toml"))
SIGN = Glossary(
    Path("ar.toml"),
    {"sign": ("sign", "signed"), "judge": ("judge",)},
    {"sign": ("firm",), "judge": ()},
)


@pytest.mark.parametrize(
    ("english", "terms"),
    [
        ("Sign nothing.", ("sign",)),
        ("A warrant **signed by a judge**", ("sign", "judge")),
        ("The judge’s design", ("judge",)),
        ("Assign a signal", ()),
    ],
)
def test_terms_are_whole_words(english: str, terms: tuple[str, ...]) -> None:
    assert SIGN.terms_in(english) == terms


@pytest.mark.parametrize(
    ("text", "kept"), [("No firme nada.", True), ("**Firm**ado", True), ("No escriba.", False)]
)
def test_a_rendering_is_found_in_any_form(text: str, kept: bool) -> None:
    assert SIGN.keeps("sign", text) is kept


def test_a_term_without_renderings_asks_for_nothing() -> None:
    assert SIGN.keeps("judge", "nada")


def test_arabic_vowel_signs_do_not_matter() -> None:
    arabic = Glossary(Path("ar.toml"), {"sign": ("sign",)}, {"sign": ("وقع",)})
    assert arabic.keeps("sign", "أمر وقّعه قاضٍ")


def test_a_language_without_a_glossary_has_none(tmp_path: Path) -> None:
    assert read_glossary(tmp_path, "kea") == (None, [])


def test_a_term_that_the_english_lacks_is_told_by_line(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text('"judge" = ["judge"]\n', encoding="utf-8")
    file = tmp_path / "es.toml"
    file.write_text('"judge" = ["juez"]\n"juge" = ["juez"]\n', encoding="utf-8")
    glossary, findings = read_glossary(tmp_path, "es")
    assert glossary is None
    assert [(f.code, f.where) for f in findings] == [("glossary.term", Place(file, 2))]


@pytest.mark.parametrize("tag", TAGS)
def test_a_shipped_glossary_renders_every_term(tag: str) -> None:
    glossary, findings = read_glossary(FOLDER, tag)
    assert findings == []
    assert glossary is not None
    assert glossary.renderings.keys() == glossary.forms.keys()
    assert all(glossary.renderings.values())
