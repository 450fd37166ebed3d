"""What is asked for becomes editions, and a slip is answered with the nearest name."""

from dataclasses import replace

import pytest

from press.catalog.catalog import Catalog
from press.errors import UsageError
from press.plan import Edition, plan_editions
from press.presses import press_for
from press.wanted import ALL, Wanted, choose


def test_all_is_every_flyer_in_every_language_that_it_is_translated_into(catalog: Catalog) -> None:
    editions = plan_editions(catalog, Wanted())
    assert {(edition.flyer, edition.tag) for edition in editions} == {
        (name, tag) for name, flyer in catalog.flyers.items() for tag in flyer.tags
    }
    assert len({edition.file for edition in editions}) == len(editions)


def test_a_file_is_named_to_be_understood_alone() -> None:
    edition = Edition("know-your-rights", "es", "letter")
    assert edition.file.as_posix() == "es/know-your-rights-es-letter-office.pdf"


def test_languages_flyers_and_sizes_narrow(catalog: Catalog) -> None:
    wanted = Wanted(("PT_br", "es", "es"), ("know-your-rights",), ("letter",))
    assert [(e.tag, e.flyer) for e in plan_editions(catalog, wanted)] == [
        ("pt-BR", "know-your-rights"),
        ("es", "know-your-rights"),
    ]


@pytest.mark.parametrize(
    "wanted", [Wanted(("kjb",)), Wanted(("kjb", "es"), ("call-script",)), Wanted(second="kjb")]
)
def test_a_language_that_waits_for_its_translator_is_told(catalog: Catalog, wanted: Wanted) -> None:
    with pytest.raises(UsageError, match=r"\(kjb\) needs a translator.*flyers/call-script/kjb.po"):
        plan_editions(catalog, wanted)


def test_a_flyer_that_is_not_translated_is_passed_over_unless_it_was_named(
    catalog: Catalog,
) -> None:
    flyers = dict(catalog.flyers)
    flyers["call-script"] = replace(flyers["call-script"], tags=frozenset({"en"}))
    partly = replace(catalog, flyers=flyers)
    made = {edition.flyer for edition in plan_editions(partly, Wanted(("es",)))}
    assert made == set(flyers) - {"call-script"}
    with pytest.raises(UsageError, match="needs a translator"):
        plan_editions(partly, Wanted(("es",), ("call-script",)))


def test_a_size_that_no_chosen_flyer_has_is_told(catalog: Catalog) -> None:
    with pytest.raises(UsageError, match="No flyer asked for is designed for letter"):
        plan_editions(catalog, Wanted(flyers=("call-script",), sizes=("letter",)))


@pytest.mark.parametrize(("asked", "meant"), [("ess", "es"), ("know", "know-your-rights")])
def test_the_nearest_name_is_offered(asked: str, meant: str) -> None:
    with pytest.raises(UsageError) as error:
        choose("name", [asked], ["es", "ht", "know-your-rights"])
    assert error.value.hint.startswith(f"Did you mean {meant}?")


def test_nothing_like_it_offers_all() -> None:
    with pytest.raises(UsageError) as error:
        choose("name", ["zzzz"], ["es", "ht"])
    assert error.value.hint == "There are: es, ht."


def test_a_second_language_is_printed_with_each_of_the_others(catalog: Catalog) -> None:
    wanted = Wanted(("en", "es"), ("know-your-rights",), second="EN")
    (edition,) = plan_editions(catalog, wanted)
    assert edition.tags == ("es", "en")
    assert edition.file.as_posix() == "es/know-your-rights-es-en-letter-office.pdf"


def test_of_all_sizes_those_that_are_flat_are_printed_in_two_languages(catalog: Catalog) -> None:
    wanted = Wanted(("es",), ("know-your-rights",), (ALL,), second="en")
    sizes = [edition.size for edition in plan_editions(catalog, wanted)]
    assert {"letter", "tabloid", "large-letter"} <= set(sizes)
    assert not {"card", "half-letter", "a5"} & set(sizes)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(("es",), sizes=("card",), second="en"), "not printed in two languages"),
        (Wanted(("es",), press=press_for("screen"), second="en"), "for the screen has one"),
        (Wanted(("es",), second="es"), "no edition in two languages"),
        (Wanted(("es",), second="xx"), "There is no language"),
    ],
)
def test_what_is_not_printed_in_two_languages_is_told(
    catalog: Catalog, wanted: Wanted, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        plan_editions(catalog, wanted)
