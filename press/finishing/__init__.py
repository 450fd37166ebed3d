"""Finishing: the file made right for its press."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from press.finishing.office import finish_for_office
from press.finishing.pdfx import Standard as ShopStandard
from press.finishing.screen import ScreenWork, finish_for_screen
from press.finishing.screen import Standard as ScreenStandard
from press.finishing.shop import ShopWork, finish_for_shop
from press.house import House
from press.presses import OFFICE, SHOP, Press


@dataclass(frozen=True)
class PressWork:
    """What a press is told of an edition.

    `title` is the file's title and `tag` its language, `slug` names the edition in Latin letters,
    `created` is the day of the edition; `house` holds the color profile and the fonts of the marks.
    """

    press: Press
    title: str
    tag: str
    slug: str
    created: date
    house: House


def finish(pdf: bytes, work: PressWork) -> bytes:
    """Make a file right for its press.

    Args:
        pdf: for the office imposed sheets, else pages, as typeset.
        work: what the press is told.

    Raises:
        EditionError: the press cannot print what is on the pages.
    """
    if work.press.name == OFFICE:
        return finish_for_office(pdf, work.press.has_color)
    if work.press.name == SHOP:
        shop = ShopWork(
            standard=cast(ShopStandard, work.press.standard),
            title=work.title,
            slug=work.slug,
            created=work.created,
            profile=work.house.press_profile.read_bytes(),
            fonts=work.house.fonts,
        )
        return finish_for_shop(pdf, shop)
    screen = ScreenWork(work.title, work.tag, cast(ScreenStandard, work.press.variant))
    return finish_for_screen(pdf, screen)
