"""Job tickets: all that an edition's bytes depend on, found without laying anything out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from press.catalog.designs import Design
from press.catalog.fonts import FontFile
from press.composition.layout import Layout
from press.edition import Edition
from press.house import House
from press.presses import SHOP
from press.state import digest_of_text

if TYPE_CHECKING:
    from press.catalog.catalog import Catalog
    from press.imposition.impose import Wishes

_MARKS = "noto-sans"  # what marks and slug lines are set in


@dataclass(frozen=True)
class Ticket:
    """What a printer needs to make an edition; it can be sent to another process.

    `layouts` is one a language; `created` is the day of the edition; `house` holds the fonts and
    the color profile.
    """

    edition: Edition
    design: Design
    layouts: tuple[Layout, ...]
    title: str
    created: date
    wishes: "Wishes"
    house: House

    @property
    def is_right_to_left(self) -> bool:
        """Whether it is bound and read from the right."""
        return self.layouts[0].language.direction == "rtl"

    def moved_to(self, house: House) -> "Ticket":
        """The same ticket where the house stands elsewhere."""
        layouts = tuple(
            replace(layout, fonts=tuple(_moved(font, house) for font in layout.fonts))
            for layout in self.layouts
        )
        return replace(self, layouts=layouts, house=house)

    def key(self, digest: Callable[[Path], str], press: str) -> str:
        """What tells it from every other edition: equal keys, equal bytes.

        Args:
            digest: of a file's content.
            press: what stands for the code and the libraries.
        """
        files = {font.file for layout in self.layouts for font in layout.fonts}
        files |= set((self.house.fonts / _MARKS).glob("*.ttf"))
        if self.edition.press.name == SHOP:
            files.add(self.house.press_profile)
        parts = [
            press,
            *(repr(replace(layout, fonts=_names(layout))) for layout in self.layouts),
            *(f"{file.parent.name}/{file.name} {digest(file)}" for file in sorted(files)),
            repr((self.edition, self.design, self.title, self.created, self.wishes)),
        ]
        return digest_of_text(parts)


def _moved(font: FontFile, house: House) -> FontFile:
    return replace(font, file=house.fonts / font.file.parent.name / font.file.name)


def _names(layout: Layout) -> tuple[FontFile, ...]:
    """Its fonts wherever the house stands."""
    return tuple(replace(font, file=Path(font.file.name)) for font in layout.fonts)


def write_ticket(catalog: "Catalog", edition: Edition, wishes: "Wishes") -> Ticket:
    """Translate and compose an edition.

    Raises:
        ContentError: a layout is faulty, or leaves text out.
    """
    # Not wanted by those who are given tickets.
    from press.composition.compose import compose
    from press.translation.translate import translate

    flyer = catalog.flyers[edition.flyer]
    copies = [translate(catalog, flyer, tag) for tag in edition.tags]
    layouts = tuple(
        compose(
            copy,
            flyer.settings.design(edition.size, copy.tag),
            edition.press,
            catalog.layouts,
            catalog.languages,
            catalog.fonts,
        )
        for copy in copies
    )
    return Ticket(
        edition,
        flyer.settings.design(edition.size),
        layouts,
        " · ".join(copy.title for copy in copies),
        flyer.settings.edition,
        wishes,
        catalog.house,
    )
