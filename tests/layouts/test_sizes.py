"""Every size of the handout and the call script, made and read back."""

import re

import pytest
from conftest import TODAY
from editions import composed
from weasyprint.formatting_structure.boxes import InlineBlockBox

from press.catalog.catalog import Catalog, read_catalog
from press.house import House
from press.preflight.proof import read_proof
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import fit
from press.wanted import Wanted

TAGS = ("en", "es", "pt-BR", "ht", "zh-Hans", "ar")
SCRIPTS = ("en", "zh-Hans", "ar")
SIZES = {
    "know-your-rights": (
        "letter", "legal", "a4", "half-letter", "a5", "large-letter", "large-a4", "tabloid", "a3",
    ),
    "call-script": ("quarter-letter", "a6"),
}  # fmt: skip
OFFICER = (
    "To the officer",
    "I am using my right to stay silent. I will not answer questions.",
    "I do not consent to your entering my home, unless you slide a warrant signed by a judge"
    " under the door.",
    "I do not consent to any search.",
    "I will sign nothing before I speak with a lawyer. I ask for a lawyer now.",
)
SCRIPT = (
    "“Hello. My name is",
    "I am against Secure Communities. It invites racial profiling.",
    "Please stop this program in our country. Thank you.”",
)
CHAPTER = """
name = "Centro Vecinal del Valle de Merrimack"
hotline = "1-844-363-1423"
languages = ["en", "es", "pt-BR", "ht", "zh-Hans", "ar"]
meeting = "St. Mary’s hall, Sunday December 6, 2 pm"
sources_address = "https://example.org/know-your-rights"
"""


@pytest.fixture(scope="session")
def whole(house: House) -> Catalog:
    return read_catalog(house, TODAY, None, Wanted())


@pytest.fixture(scope="session")
def filled(house: House, tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The same with a chapter whose lines are long."""
    chapter = tmp_path_factory.mktemp("chapter") / "chapter.toml"
    chapter.write_text(CHAPTER, encoding="utf-8")
    return read_catalog(house, TODAY, chapter, Wanted())


def pages_of(
    catalog: Catalog, typesetter: Typesetter, flyer: str, tag: str, size: str
) -> list[str]:
    """The words of each page, spaces evened."""
    fitted = fit(composed(catalog, flyer, tag, size), typesetter)
    floor, ceiling = catalog.flyers[flyer].settings.size[size].body
    assert floor <= fitted.body <= ceiling
    shown = read_proof(write_pdf(fitted.document), name="pages").shown
    return [
        " ".join(" ".join(run.text for run in shown if run.page == number).split())
        for number in range(1, len(fitted.document.pages) + 1)
    ]


def says_that_it_is_a_draft(words: str) -> bool:
    """In English too."""
    return "Draft: no person has reviewed this text yet." in words


@pytest.mark.parametrize("tag", SCRIPTS)
@pytest.mark.parametrize(("flyer", "size"), [(f, s) for f, sizes in SIZES.items() for s in sizes])
def test_a_size_is_made_in_each_script_with_a_full_chapter(
    filled: Catalog, typesetter: Typesetter, flyer: str, size: str, tag: str
) -> None:
    pages = pages_of(filled, typesetter, flyer, tag, size)
    assert len(pages) in (filled.flyers[flyer].settings.size[size].pages or [len(pages)])
    assert "1-844-363-1423" in " ".join(pages)
    assert says_that_it_is_a_draft(" ".join(pages))


def test_no_size_is_forgotten_here(catalog: Catalog) -> None:
    for flyer, sizes in SIZES.items():
        assert {*sizes, "card"} == set(catalog.flyers[flyer].settings.size)


@pytest.mark.parametrize("tag", TAGS)
def test_the_officer_side_is_english_in_every_edition(
    whole: Catalog, typesetter: Typesetter, tag: str
) -> None:
    front, back = pages_of(whole, typesetter, "know-your-rights", tag, "card")
    assert back == " ".join(OFFICER)
    assert "To the officer" not in front
    assert "2026" in front
    assert says_that_it_is_a_draft(front)


@pytest.mark.parametrize("tag", TAGS)
def test_the_call_card_has_the_numbers_and_the_words_to_read(
    filled: Catalog, typesetter: Typesetter, tag: str
) -> None:
    front, back = pages_of(filled, typesetter, "call-script", tag, "card")
    assert "202-456-1111" in front
    assert "202-282-8495" in front
    assert "2011" in front
    assert all(words in back for words in SCRIPT)
    assert "1-844-363-1423" in back


@pytest.mark.parametrize(("tag", "one"), [("en", "1"), ("fa", "۱"), ("bn", "১")])
def test_pages_are_numbered_in_the_languages_digits(
    whole: Catalog, typesetter: Typesetter, tag: str, one: str
) -> None:
    first = pages_of(whole, typesetter, "know-your-rights", tag, "half-letter")[0]
    assert one in first
    assert re.search("[0-9]", first) is None or one == "1"


@pytest.mark.parametrize("tag", TAGS)
def test_no_sentence_of_the_call_cards_title_is_broken(
    whole: Catalog, typesetter: Typesetter, tag: str
) -> None:
    document = fit(composed(whole, "call-script", tag, "card"), typesetter).document
    lines = [
        len(box.children)
        for box in document.pages[0]._page_box.descendants()
        if isinstance(box, InlineBlockBox) and box.element.get("class") == "sentence"
    ]
    assert lines == [1, 1]
