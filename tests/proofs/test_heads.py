"""The heads that a finished file prints are those of its PO file, letter by letter."""

import pytest
from conftest import TODAY
from proofs.heads import are_lines, letters, printed_runs, told_heads

from press.catalog.catalog import Catalog, read_catalog
from press.edition import Edition
from press.house import House
from press.imposition.impose import USUAL
from press.job import make_edition
from press.ticket import write_ticket
from press.typesetting.engine import Typesetter
from press.wanted import Wanted

SIZES = {
    "know-your-rights": "letter",
    "call-script": "quarter-letter",
    "program-explainer": "letter",
}
OFTEN = ("es", "ar", "zh-Hans", "hi", "my")
TWENTY_FOUR = (
    *OFTEN, "pt-BR", "ht", "zh-Hant", "vi", "km", "fr", "ru", "uk", "ko", "fa", "pa", "fil",
    "am", "so", "ne", "bn", "ur", "sw", "pl",
)  # fmt: skip
EDITIONS = [
    pytest.param(
        flyer,
        tag,
        marks=[] if flyer == "know-your-rights" and tag in OFTEN else [pytest.mark.slow],
    )
    for flyer in SIZES
    for tag in TWENTY_FOUR
]


@pytest.fixture(scope="session")
def whole(house: House) -> Catalog:
    return read_catalog(house, TODAY, None, Wanted())


def printed(catalog: Catalog, typesetter: Typesetter, flyer: str, tag: str) -> list[str]:
    edition = Edition(flyer, tag, SIZES[flyer])
    made = make_edition(write_ticket(catalog, edition, USUAL), typesetter)
    return printed_runs(made.files[edition.file])


@pytest.mark.parametrize(("flyer", "tag"), EDITIONS)
def test_the_heads_are_those_of_the_po_file(
    whole: Catalog, typesetter: Typesetter, flyer: str, tag: str
) -> None:
    runs = printed(whole, typesetter, flyer, tag)
    heads = told_heads(whole.flyers[flyer], tag)
    assert len(heads) > 5
    assert [head for head in heads.values() if not are_lines(runs, head)] == []


def test_every_letter_that_lacks_or_is_another_is_seen(
    whole: Catalog, typesetter: Typesetter
) -> None:
    runs = printed(whole, typesetter, "know-your-rights", "hi")
    for head in told_heads(whole.flyers["know-your-rights"], "hi").values():
        for place, letter in enumerate(letters(head)):
            before, after = letters(head)[:place], letters(head)[place + 1 :]
            assert not are_lines(runs, before + after)
            assert not are_lines(runs, f"{before}{'क' if letter != 'क' else 'ख'}{after}")
            assert not are_lines(runs, f"{before}{letter}ं{after}")


def test_a_head_inside_of_a_longer_line_is_not_taken_for_one() -> None:
    assert are_lines(["Know", "yourrights", "now"], "Know your rights")
    assert not are_lines(["Know", "yourrightsnow"], "Know your rights")
    assert not are_lines(["AndKnow", "yourrights"], "Know your rights")
