"""Casts off every edition anew: `python3 bench/cast_off.py` writes `layouts/cast-off.csv`.

Each is fitted from the floor: with a blank panel, with the lines of the example chapter, and with
a code to scan too where there is a place for it. That takes a quarter of an hour on two cores, and
is due when texts or layouts have changed so much that fitting became slow.
"""

import datetime
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

if __name__ == "__main__":  # the folder of the bench itself is no place to import from
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from bench.house import ADDRESS
from press.catalog.cast_offs import Cast, CastOff, write_cast_offs
from press.catalog.catalog import Catalog, read_catalog
from press.composition.layout import Layout
from press.errors import OversetError
from press.house import find_house
from press.imposition.impose import USUAL
from press.plan import plan_editions
from press.ticket import write_ticket
from press.typesetting.engine import Typesetter
from press.typesetting.fit import Fitted, fit
from press.wanted import ALL, Wanted


def cast_off(tag: str) -> list[tuple[Cast, CastOff]]:
    """Fit every edition of a language; one that does not fit has no row."""
    house = find_house()
    example = house.flyers / "chapter.example.toml"
    wanted = Wanted((tag,), (), (ALL,))
    filled = read_catalog(house, datetime.date.today(), example, wanted)
    typesetter = Typesetter(house.fonts)
    panels = {"blank": replace(filled, chapter=None), "filled": filled, "coded": _coded(filled)}
    rows = []
    for panel, catalog in panels.items():
        for edition in plan_editions(catalog, wanted):
            (layout,) = write_ticket(catalog, edition, USUAL).layouts
            if panel == "coded" and not layout.code:
                continue
            try:
                fitted = fit(replace(layout, cast_off=None), typesetter)
            except OversetError as error:
                print(f"{edition.file.name}: {error}", file=sys.stderr)
            else:
                rows.append((Cast(edition.flyer, edition.size, tag, panel), _told(layout, fitted)))
    return rows


def _coded(catalog: Catalog) -> Catalog:
    chapter = catalog.chapter
    assert chapter
    entry = chapter.entry.model_copy(update={"sources_address": ADDRESS})
    return replace(catalog, chapter=replace(chapter, entry=entry))


def _told(layout: Layout, fitted: Fitted) -> CastOff:
    bounds = layout.floor, layout.ceiling
    air = tuple((page.gap, page.sink) for page in fitted.air)
    return CastOff(fitted.setting.pages, fitted.setting.closer, bounds, fitted.body, air)


def main() -> None:
    """Cast off on every core, and write the file."""
    house = find_house()
    catalog = read_catalog(house, datetime.date.today())
    tags = [tag for tag in catalog.languages if any(tag in f.tags for f in catalog.flyers.values())]
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        rows = [row for each in pool.map(cast_off, tags) for row in each]
    write_cast_offs(house.layouts / "cast-off.csv", sorted(rows, key=lambda row: row[0][:2]))


if __name__ == "__main__":
    main()
