"""Casts off every edition anew: `python3 bench/cast_off.py` writes `layouts/cast-off.toml`.

Each is fitted from the floor, with a blank panel and with the lines of the example chapter. That
takes twenty minutes on two cores, and is due when texts or layouts have changed so much that
fitting became slow.
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

from press.catalog import read_catalog
from press.errors import OversetError
from press.house import find_house
from press.imposition.impose import USUAL
from press.plan import plan_editions
from press.ticket import write_ticket
from press.typesetting.engine import Typesetter
from press.typesetting.fit import Fitted, fit
from press.wanted import ALL, Wanted

HEAD = """\
# How each edition was last seen to fit, where fitting begins: its pages, whether by the closer
# setting, and its body size in points. Written by bench/cast_off.py; an old figure costs only time.
"""

Row = tuple[str, str, str, str]  # panel and flyer, size, language, and the rest as TOML


def cast_off(tag: str) -> list[Row]:
    """Fit every edition of a language; one that does not fit has no row."""
    house = find_house()
    example = house.flyers / "chapter.example.toml"
    wanted = Wanted((tag,), (), (ALL,))
    filled = read_catalog(house, datetime.date.today(), example, wanted)
    typesetter = Typesetter(house.fonts)
    rows = []
    for panel, catalog in (("blank", replace(filled, chapter=None)), ("filled", filled)):
        for edition in plan_editions(catalog, wanted):
            (layout,) = write_ticket(catalog, edition, USUAL).layouts
            try:
                fitted = fit(replace(layout, cast_off=None), typesetter)
            except OversetError as error:
                print(f"{edition.file.name}: {error}", file=sys.stderr)
            else:
                rows.append((f"{panel}.{edition.flyer}", edition.size, tag, _told(fitted)))
    return rows


def _told(fitted: Fitted) -> str:
    pages = f"pages = {fitted.setting.pages}, " if fitted.setting.pages else ""
    closer = "closer = true, " if fitted.setting.closer else ""
    return f"{pages}{closer}body = {fitted.body:.1f}"


def main() -> None:
    """Cast off on every core, and write the file."""
    house = find_house()
    catalog = read_catalog(house, datetime.date.today())
    tags = [tag for tag in catalog.languages if any(tag in f.tags for f in catalog.flyers.values())]
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        rows = [row for each in pool.map(cast_off, tags) for row in each]
    lines = [HEAD]
    for table in dict.fromkeys(row[:2] for row in rows):
        lines.append(f"\n[{'.'.join(table)}]\n")
        lines += [f"{row[2]} = {{ {row[3]} }}\n" for row in rows if row[:2] == table]
    (house.layouts / "cast-off.toml").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
