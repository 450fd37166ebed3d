"""Pictograms: Lucide outlines as SVG, stroked in the ink that the layout asks for."""

from functools import cache
from xml.etree import ElementTree

from lucide import get_icon_list, lucide_icon
from markupsafe import Markup


@cache
def draw_icon(name: str, ink: str = "#000000") -> Markup:
    """One pictogram as inline SVG, drawn by its neighbor's words and so hidden from readers.

    Args:
        name: of the Lucide set; the catalog has checked those of texts.
        ink: a CSS color; `currentColor` is avoided because it leaves the press's color space.

    Raises:
        LookupError: there is none of that name; Lucide would draw an empty box.
    """
    if name not in _known():
        raise LookupError(f"there is no pictogram “{name}”")
    # Rewritten without a namespace prefix: inside HTML, "ns0:svg" would not be drawn.
    shapes = Markup("").join(
        Markup("<{} {}/>").format(
            shape.tag.rpartition("}")[2],
            Markup(" ").join(Markup('{}="{}"').format(*item) for item in shape.items()),
        )
        for shape in ElementTree.fromstring(lucide_icon(name))
    )
    return Markup(
        '<svg class="pictogram" viewBox="0 0 24 24" fill="none" stroke="{}" stroke-width="2"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{}</svg>'
    ).format(ink, shapes)


@cache
def _known() -> frozenset[str]:
    return frozenset(get_icon_list())
