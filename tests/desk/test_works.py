"""Works: each message once, with where it is printed and what its placeholders are."""

import pytest
from conftest import TODAY
from edits import replace_in

from press.catalog.catalog import Catalog, read_catalog
from press.catalog.po_file import Entry
from press.desk.works import _OTHERS, works_in
from press.house import House
from press.placeholders import FILLED_BY_DRIVER, FILLED_BY_LAYOUT


def entry(catalog: Catalog, work: str, english: str) -> Entry:
    template = next(w.template for w in works_in(catalog, "es") if w.name == work)
    return next(entry for entry in template if entry.english.startswith(english))


def test_a_language_is_the_flyers_and_what_they_share(catalog: Catalog) -> None:
    works = works_in(catalog, "kea")
    assert {work.name for work in works} == {*catalog.flyers, "shared"}
    assert works[-1].file == catalog.house.flyers / "shared" / "kea.po"


def test_what_an_officer_is_handed_is_not_translated(catalog: Catalog) -> None:
    keys = {e.key for work in works_in(catalog, "es") for e in work.template}
    assert not [key for key in keys if key[0] == "officer"]


@pytest.mark.parametrize(
    ("work", "english", "note"),
    [
        ("know-your-rights", "At your door", "Printed in know-your-rights: heading of the section."),
        ("know-your-rights", "Ask who is", "Printed in know-your-rights, section “At your door”: paragraph."),
        ("know-your-rights", "Do not fight", "Printed in know-your-rights, section “What officers may do anyway”: list item."),
        ("know-your-rights", "“Am I free", "To be said aloud: use words that are easy to say."),
        ("know-your-rights", "ICE now says", "A caution, set apart from the text around it."),
        ("know-your-rights", "Say: **“I want", "{detainer_hours} prints a number, now 48."),
        ("know-your-rights", "Number and", "{crcl_phone.date} prints a date in the form of your language."),
        ("program-explainer", "“My name", "{blank_name} prints a ruled line to write a name on."),
        ("call-script", "White House", "Printed in call-script: the name of an office to call."),
        ("shared", "Page {page}", "Printed in every flyer: paragraph."),
    ],
)  # fmt: skip
def test_a_translator_is_told_where_a_message_is_printed(
    catalog: Catalog, work: str, english: str, note: str
) -> None:
    assert note in entry(catalog, work, english).notes


def test_every_placeholder_that_is_no_fact_is_explained() -> None:
    assert _OTHERS.keys() == FILLED_BY_LAYOUT | FILLED_BY_DRIVER


def test_a_message_names_the_line_of_its_english(catalog: Catalog) -> None:
    found = entry(catalog, "know-your-rights", "At your door")
    (place,) = found.places
    name, _, line = place.rpartition(":")
    assert name == "flyers/know-your-rights/en.md"
    lines = (catalog.house.flyers / "know-your-rights" / "en.md").read_text("utf-8").splitlines()
    assert "At your door" in lines[int(line) - 1]


def test_an_office_named_in_the_list_of_targets_is_left_out(own_house: House) -> None:
    replace_in(
        own_house.flyers / "call-script" / "targets.toml",
        'office = "White House comment line"',
        'office = "White House comment line"\nin = { es = "Casa Blanca" }',
    )
    catalog = read_catalog(own_house, TODAY)
    spanish, arabic = (
        {e.english for work in works_in(catalog, tag) for e in work.template}
        for tag in ("es", "ar")
    )
    assert arabic - spanish == {"White House comment line"}
