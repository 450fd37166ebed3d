"""The presses: what an edition is made for, in which colors, and by which standard."""

from dataclasses import dataclass

from press.errors import UsageError

OFFICE, SHOP, SCREEN = "office", "shop", "screen"
STANDARDS: dict[str, tuple[str, ...]] = {
    OFFICE: ("",),
    SHOP: ("x-4", "x-1a"),
    SCREEN: ("ua-1", "ua-2"),
}
PRESSES = tuple(STANDARDS)


@dataclass(frozen=True)
class Press:
    """One press.

    `standard` is that of its files: PDF/X at the shop, PDF/UA on the screen, "" at the office;
    `has_color` says whether accents keep their color. The shop and the screen always have it.
    """

    name: str = OFFICE
    standard: str = ""
    has_color: bool = False

    @property
    def label(self) -> str:
        """Its name in a file's name, with what differs from the usual."""
        usual = STANDARDS[self.name][0]
        odd = self.standard if self.standard != usual else ""
        color = "color" if self.has_color and self.name == OFFICE else ""
        return "-".join(part for part in (self.name, odd, color) if part)

    @property
    def variant(self) -> str | None:
        """The name by which typesetting knows the standard, None when it sets plain pages."""
        return f"pdf/{self.standard}" if self.name == SCREEN else None

    @property
    def sheets(self) -> tuple[str, ...]:
        """The style sheets under `layouts/_base/presses/` that give its tokens."""
        return (*(("color",) if self.has_color else ()), self.name)


USUAL_PRESS = Press()


def press_for(name: str, standard: str = "", color: bool = False) -> Press:
    """The press of a known name.

    Raises:
        UsageError: its files do not come in that standard.
    """
    known = STANDARDS[name]
    if standard and standard not in known:
        offered = " or ".join(known) if known[0] else "no standard"
        raise UsageError(
            f"Files for the {name} press do not come as “{standard}”.", f"It makes {offered}."
        )
    return Press(name, standard or known[0], color or name != OFFICE)
