"""Color spaces as a file declares them, and how light their inks are."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

_DEVICE = {
    "/DeviceGray": 1,
    "/G": 1,
    "/DeviceRGB": 3,
    "/RGB": 3,
    "/DeviceCMYK": 4,
    "/CMYK": 4,
    "/Pattern": 0,
}
_FULL_NAMES = {"/G": "DeviceGray", "/RGB": "DeviceRGB", "/CMYK": "DeviceCMYK", "/I": "Indexed"}
_CIE = {"/CalGray": 1, "/CalRGB": 3, "/Lab": 3}
_DEEPEST = 5  # a space on a space: an indexed spot color over CMYK is three


@dataclass(frozen=True)
class Space:
    """A color space: its family, how many numbers a color has, and what it is built upon."""

    family: str
    parts: int
    base: "Space | None" = None
    colorants: tuple[str, ...] = ()

    def chain(self) -> Iterator["Space"]:
        """The space and all that it is built upon."""
        yield self
        if self.base:
            yield from self.base.chain()

    @property
    def model(self) -> str:
        """What a press makes of it: gray, rgb, cmyk or spot."""
        if self.family in ("Separation", "DeviceN"):
            return "gray" if set(self.colorants) <= {"Black", "All", "None"} else "spot"
        if self.family in ("Indexed", "Pattern"):
            return self.base.model if self.base else "gray"
        return {1: "gray", 4: "cmyk"}.get(self.parts, "rgb")


GRAY, RGB, CMYK = Space("DeviceGray", 1), Space("DeviceRGB", 3), Space("DeviceCMYK", 4)


def read_space(thing: pikepdf.Object, resources: pikepdf.Object, depth: int = 0) -> Space:
    """A color space from its name or array.

    Raises:
        ValueError: it is no color space.
    """
    if depth > _DEEPEST:
        raise ValueError("a color space that is built upon itself")
    if isinstance(thing, pikepdf.Name):
        name = str(thing)
        if name in _DEVICE:
            return Space(_FULL_NAMES.get(name, name[1:]), _DEVICE[name])
        return read_space(resources["/ColorSpace"][name], resources, depth + 1)
    if not isinstance(thing, pikepdf.Array) or not len(thing):
        raise ValueError("no color space")
    family = str(thing[0])
    if family in _CIE:
        return Space(family[1:], _CIE[family])
    if family == "/ICCBased":
        return Space("ICCBased", int(thing[1].N))
    if family in ("/Indexed", "/I"):
        return Space("Indexed", 1, read_space(thing[1], resources, depth + 1))
    if family in ("/Separation", "/DeviceN"):
        names = [thing[1]] if family == "/Separation" else list(thing[1])
        colorants = tuple(str(name)[1:] for name in names)
        base = read_space(thing[2], resources, depth + 1)
        return Space(family[1:], len(colorants), base, colorants)
    if family == "/Pattern" and len(thing) > 1:
        return Space("Pattern", 0, read_space(thing[1], resources, depth + 1))
    return read_space(thing[0], resources, depth + 1)


def luminance(space: Space, values: tuple[float, ...]) -> float | None:
    """How light a color is, from 0 to 1 by the WCAG formula; None where it cannot be told."""
    if not values or len(values) != space.parts:
        return None
    if space.family == "Separation" and space.model == "gray":
        return _linear(1 - values[0])
    if space.family in ("Separation", "DeviceN", "Indexed", "Pattern", "Lab"):
        return None
    if space.parts == 4:
        *inks, black = values
        values = tuple((1 - ink) * (1 - black) for ink in inks)
    linear = [_linear(value) for value in values]
    if len(linear) == 1:
        return linear[0]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
