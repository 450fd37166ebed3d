"""Where the rooms of the house are: in the checkout, or shipped inside the installed package."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class House:
    """The folders that hold what is said, how it looks, what it is set in and printed for."""

    flyers: Path
    layouts: Path
    fonts: Path
    profiles: Path

    @property
    def chapter(self) -> Path:
        """The organizer's own chapter file; it need not exist."""
        return self.flyers / "chapter.toml"

    @property
    def press_profile(self) -> Path:
        """The ICC profile of a commercial press: offset on coated paper, FOGRA39."""
        return self.profiles / "fogra39l-coated" / "FOGRA39L_coated.icc"


def find_house(package: Path = Path(__file__).parent) -> House:
    """The house around an installed package, else the checkout that the package stands in."""
    shipped = package / "shipped"
    root = shipped if shipped.is_dir() else package.parent
    return House(root / "flyers", root / "layouts", root / "fonts", root / "profiles")
