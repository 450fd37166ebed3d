"""The sizes that a flyer is designed in."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from press.catalog.toml_file import Entry
from press.sizes import Trim


def _floor_below_ceiling(body: tuple[float, float]) -> tuple[float, float]:
    if not 4 <= body[0] <= body[1]:
        raise ValueError("[floor, ceiling] in points, the floor first")
    return body


Body = Annotated[tuple[float, float], AfterValidator(_floor_below_ceiling)]
PageCount = Annotated[int, Field(ge=1, le=64)]
Pages = Annotated[
    tuple[PageCount, ...],
    BeforeValidator(lambda pages: (pages,) if isinstance(pages, int) else pages),
]
Form = Literal["flat", "card", "booklet", "tri-fold", "zine", "poster"]


class Instead(Entry):
    """What a size has instead in one language, whose text does not fit as the others do."""

    pages: Pages = ()
    layout: str = ""
    sections: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    body: Body | None = None


class SizeSettings(Entry):
    """One designed size: how many pages, and type in points.

    `body` is the floor and the ceiling of the body type, `least` the smallest type of all. `pages`
    is a number of pages, or several to be tried in turn; without it, as many as the text fills.
    `trim` names the finished size where that is not the size's own name, `layout` the template,
    `form` what becomes of the sheet, and `sections` what is printed, when that is not all;
    `without` names the messages that are too long for it, by key: "silent.1" is the first line of
    the section "silent". `in` holds what is otherwise in a language.
    """

    pages: Pages = ()
    trim: str = ""
    layout: str = "layout"
    form: Form = "flat"
    sections: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    body: Body
    least: float = Field(ge=4)
    instead: dict[str, Instead] = Field(default_factory=dict, alias="in")


@dataclass(frozen=True)
class Design:
    """A designed size by its name, with its finished size and its settings."""

    name: str
    trim: Trim
    settings: SizeSettings
