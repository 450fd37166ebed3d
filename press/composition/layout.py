"""A composed edition, on its way to the typesetter."""

from dataclasses import dataclass

from press.catalog.cast_offs import CastOff
from press.catalog.fonts import FontFile
from press.catalog.languages import Language
from press.sizes import Trim


@dataclass(frozen=True)
class Layout:
    """One edition, ready to be laid out.

    `html` and `style` are complete but for the two fitted tokens, the body size and the air;
    `pages` (how many there may be, none for any number), `floor` and `ceiling` (type in points) say
    what fits; `code` is the address in the code for phones, None where the layout has no room for
    one. `compact` holds the rules of a closer setting, added where the text does not fit without,
    "" where there is none. `cast_off` tells where fitting begins.
    """

    html: str
    style: str
    trim: Trim
    pages: tuple[int, ...]
    floor: float
    ceiling: float
    language: Language
    fonts: tuple[FontFile, ...]
    code: str | None = None
    compact: str = ""
    cast_off: CastOff | None = None
