"""What stands at the foot of a page reaches it: the room that a text leaves is shared out above."""

import dataclasses

import pytest
from conftest import TODAY

from press.catalog.catalog import read_catalog
from press.house import House
from press.imposition.impose import USUAL
from press.plan import plan_editions
from press.ticket import write_ticket
from press.typesetting.engine import Typesetter
from press.typesetting.fit import fit
from press.typesetting.room import room_left
from press.wanted import Wanted

SIZES = (
    "letter",
    "legal",
    "card",
    "tri-fold-letter",
    "zine-letter",
    "quarter-letter",
    "half-letter",
)


@pytest.mark.parametrize("has_chapter", [False, True])
@pytest.mark.parametrize("tag", ["es", "ar", "km"])
def test_each_page_ends_at_its_foot(
    house: House, typesetter: Typesetter, tag: str, has_chapter: bool
) -> None:
    wanted = Wanted((tag,), (), SIZES)
    catalog = read_catalog(house, TODAY, house.flyers / "chapter.example.toml", wanted)
    if not has_chapter:
        catalog = dataclasses.replace(catalog, chapter=None)
    for edition in plan_editions(catalog, wanted):
        (layout,) = write_ticket(catalog, edition, USUAL).layouts
        left = room_left(fit(layout, typesetter).document)
        assert left
        assert max(left) < 1.5, edition.file.name
