"""Small pages of a test's own, set with the real fonts."""

from press.catalog.fonts import FontFile, read_fonts
from press.house import find_house
from press.sizes import Trim
from press.typesetting.engine import OpenPage, Typesetter

FONTS: tuple[FontFile, ...] = read_fonts(find_house().fonts)["noto-sans"]
SMALL = Trim("small", 4, 4)
STYLE = """
@page { size: 4in 4in; margin: .5in }
html { font: 400 12pt "press-noto-sans"; color: #000000 }
p, h1 { margin: 0 }
"""


def page(body: str, style: str = "", fonts: tuple[FontFile, ...] = FONTS) -> tuple[str, str]:
    """The HTML and style sheet of a page of 4 x 4 in with margins of half an inch."""
    return f"<!DOCTYPE html><html lang=en><title>t</title><body>{body}", STYLE + style


def open_page(typesetter: Typesetter, body: str, style: str = "") -> OpenPage:
    """The page, parsed."""
    return typesetter.open(*page(body, style), FONTS)
