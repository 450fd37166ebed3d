"""Cast-offs: how each edition was last seen to fit, a row each in `layouts/cast-off.csv`.

`bench/cast_off.py` writes them. A plain table, for it has a thousand rows and each run reads it.
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from press.catalog.text_file import read_text
from press.findings import Finding, Place

_COLUMNS = ("flyer", "size", "language", "panel", "pages", "setting", "bounds", "body", "air")
_USUAL, _CLOSER = "usual", "closer"


class Cast(NamedTuple):
    """What was cast off; the panel is "blank", "filled" with the lines of a chapter, or "coded"
    where a code to scan comes with them."""

    flyer: str
    size: str
    tag: str
    panel: str


class CastOff(NamedTuple):
    """How an edition was last seen to fit: on how many pages (None for any), by the closer setting
    or not, between which floor and ceiling, at which body size, and with which air: each page's to
    a gap and above its foot. All in points."""

    pages: int | None
    closer: bool
    bounds: tuple[float, float]
    body: float
    air: tuple[tuple[float, float], ...]


CastOffs = Mapping[Cast, CastOff]


def read_cast_offs(file: Path) -> tuple[dict[Cast, CastOff], list[Finding]]:
    """Read the table of cast-offs; each faulty row is a finding."""
    text, findings = read_text(file)
    found: dict[Cast, CastOff] = {}
    for line, row in enumerate(csv.reader((text or "").splitlines()), 1):
        try:
            if line == 1 and tuple(row) != _COLUMNS:
                raise ValueError
            if line > 1:
                found[Cast(*row[:4])] = _read(*row[4:])
        except (TypeError, ValueError):
            findings.append(
                Finding(
                    "layout.cast-off",
                    "this is no cast-off",
                    Place(file, line),
                    "Take the line away, or have bench/cast_off.py write the table anew.",
                )
            )
    return found, findings


def _read(pages: str, setting: str, bounds: str, body: str, air: str) -> CastOff:
    closer = {_USUAL: False, _CLOSER: True}.get(setting)
    if closer is None:
        raise ValueError
    floor, ceiling = bounds.split("-")
    each = [page.split("+") for page in air.split()]
    return CastOff(
        int(pages) if pages else None,
        closer,
        (float(floor), float(ceiling)),
        float(body),
        tuple((float(gap), float(sink)) for gap, sink in each),
    )


def write_cast_offs(file: Path, cast_offs: Iterable[tuple[Cast, CastOff]]) -> None:
    """Write the table of cast-offs, in the order given."""
    with file.open("w", encoding="utf-8", newline="") as text:
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(_COLUMNS)
        for cast, one in cast_offs:
            air = " ".join(f"{gap:g}+{sink:g}" for gap, sink in one.air)
            setting = _CLOSER if one.closer else _USUAL
            bounds = "{:g}-{:g}".format(*one.bounds)
            rows.writerow([*cast, one.pages or "", setting, bounds, f"{one.body:.1f}", air])
