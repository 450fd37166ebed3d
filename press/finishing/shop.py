"""The shop press: a commercial printer. CMYK, black on the black plate alone, as PDF/X."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pikepdf

from press.content import read_content
from press.errors import EditionError
from press.findings import Finding, Place
from press.finishing.inks import contents_of, recolor, resources_of
from press.finishing.opacity import drop_idle_transparency
from press.finishing.pdfx import (
    STANDARD_NAMES,
    Identity,
    Standard,
    is_press_profile,
    save_as_pdfx,
)
from press.finishing.slug import draw_slug, sheet_around
from press.imposition.placer import place_pages, read_leaves

ACCENT = (0xC8, 0x10, 0x2E)
_ACCENT_INKS = (0.0, 1.0, 0.85, 0.08)
_PLATES = ("cyan", "magenta", "yellow", "black")


@dataclass(frozen=True)
class ShopWork:
    """What a printer is told of the work.

    `title` is the file's title in any script, `slug` names the edition in Latin letters on the slug
    line, `created` is the day of the edition. `profile` is the ICC profile of the printing
    condition, `fonts` the folder of fonts, for the slug.
    """

    standard: Standard
    title: str
    slug: str
    created: date
    profile: bytes
    fonts: Path


def finish_for_shop(pdf: bytes, work: ShopWork) -> bytes:
    """Make a laid-out PDF right for a commercial printer.

    Args:
        pdf: as WeasyPrint wrote it, in device RGB, with the bleed of its style sheet.
        work: what the printer is told.

    Returns:
        PDF/X in the inks of the press; each page lies on a sheet that starts at 0 0, with crop
        marks, targets, a color bar and the slug line outside its bleed. The same input always gives
        the same bytes.

    Raises:
        EditionError: a color, a picture, a transparency or the profile is none that this press can
            print; the findings name each.
    """
    if not is_press_profile(work.profile):
        raise EditionError(
            "The color profile is not one of a printing press with four inks.",
            "Put back the profile that came in profiles/.",
        )
    inked, plates = _ink(pdf, work)
    leaves = read_leaves(inked)
    sheets = [sheet_around(n, leaf.trim, leaf.bleed) for n, leaf in enumerate(leaves, 1)]
    parts = (STANDARD_NAMES[work.standard], f"plates: {', '.join(plates)}", f"{work.created}")
    slugs: list[bytes | None] = [
        draw_slug(
            sheet, " · ".join((work.slug, f"page {number} of {len(sheets)}", *parts)), work.fonts
        )
        for number, sheet in enumerate(sheets, 1)
    ]
    placed = place_pages(inked, sheets, slugs)
    with pikepdf.open(io.BytesIO(placed.pdf)) as document:
        identity = Identity(work.standard, work.title, work.created, work.profile, pdf)
        return save_as_pdfx(document, identity)


def _ink(pdf: bytes, work: ShopWork) -> tuple[bytes, tuple[str, ...]]:
    """The pages alone, in the inks of the press, and the plates that they need."""
    press = _Inks()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        recolor(document, "/DeviceCMYK", press.convert)
        opaque = drop_idle_transparency(document)
        place = Place(work.slug)
        findings = [*press.findings(place), *_foreign_colors(document, place)]
        if not opaque and work.standard == "x-1a":
            findings.append(
                Finding(
                    "shop.transparency",
                    f"something is transparent, which {STANDARD_NAMES['x-1a']} does not allow",
                    place,
                    "Give it a plain tint in the layout, or ask for PDF/X-4.",
                )
            )
        if findings:
            raise EditionError(
                "The pages cannot be printed as the shop press prints.", findings=tuple(findings)
            )
        for content in contents_of(document):
            _drop(resources_of(content), "/ColorSpace")
        for page in document.pages:
            _drop(page.obj, "/Annots")
        buffer = io.BytesIO()
        document.save(buffer, deterministic_id=True)
    return buffer.getvalue(), press.plates()


def _drop(dictionary: pikepdf.Object, key: str) -> None:
    if key in dictionary:
        del dictionary[key]


class _Inks:
    """From device RGB to the inks of the press; remembers what was asked of it."""

    def __init__(self) -> None:
        self._used: set[tuple[float, ...]] = {(0.0, 0.0, 0.0, 1.0)}
        self._unknown: dict[str, None] = {}

    def convert(self, red: float, green: float, blue: float) -> tuple[float, ...]:
        """The inks of a color: neutrals in black alone, the accent as it is mixed."""
        levels = tuple(round(255 * level) for level in (red, green, blue))
        inks = (0.0, 0.0, 0.0, 1 - red)
        if levels == ACCENT:
            inks = _ACCENT_INKS
        elif len(set(levels)) > 1:
            self._unknown["#{:02x}{:02x}{:02x}".format(*levels)] = None
        self._used.add(inks)
        return inks

    def plates(self) -> tuple[str, ...]:
        """The names of the plates that carry any of the inks used."""
        return tuple(
            name for plate, name in enumerate(_PLATES) if any(inks[plate] for inks in self._used)
        )

    def findings(self, place: Place) -> Iterator[Finding]:
        """The colors that the press has no ink for."""
        accent = "#{:02x}{:02x}{:02x}".format(*ACCENT)
        for color in self._unknown:
            yield Finding(
                "shop.ink",
                f"the color {color} is no ink of the press",
                place,
                f"Use black, white, a gray or the accent {accent} in layouts/.",
            )


def _foreign_colors(document: pikepdf.Pdf, place: Place) -> Iterator[Finding]:
    """Pictures that are not gray, and colors given in a space whose inks nobody mixed."""
    for thing in document.objects:
        if not isinstance(thing, pikepdf.Stream) or thing.get("/Subtype") != "/Image":
            continue
        if thing.get("/ColorSpace", "/DeviceGray") != "/DeviceGray":
            yield Finding(
                "shop.image",
                f"a picture of {thing.Width} x {thing.Height} pixels is in color",
                place,
                "Save it in gray.",
            )
    spaces = {
        str(operands[0])
        for content in contents_of(document)
        for operands, _ in read_content(content, "cs CS")
    }
    for name in sorted(spaces - {"/Pattern"}):
        yield Finding(
            "shop.color-space",
            f"a color is given in the space “{name.removeprefix('/')}”",
            place,
            "Write the colors of layouts/ as #rrggbb.",
        )
