"""How each part of a drawing is painted: attributes, style sheet and inheritance."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2
from tinycss2.color4 import parse_color

from press.catalog.svg import DrawingError

Style = Mapping[str, str]
Color = tuple[float, float, float, float]

_INHERITED = {
    "color": "black",
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "clip-rule": "nonzero",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "visibility": "visible",
}
_OWN = {"opacity": "1", "display": "inline", "clip-path": "none", "transform": ""}
# What cannot be drawn as it is meant, with the words for it.
_REFUSED = {
    "mask": "a mask",
    "filter": "an effect",
    "marker": "an arrowhead",
    "marker-start": "an arrowhead",
    "marker-mid": "an arrowhead",
    "marker-end": "an arrowhead",
}
_PLAIN_NAMES = re.compile(r"[\w\s.#,>*-]{1,5000}", re.ASCII)
_BLENDS = ("mix-blend-mode", "normal"), ("paint-order", "normal")
INITIAL: Style = _INHERITED | _OWN


class Sheet:
    """The rules of a drawing's style elements."""

    def __init__(self, root: Element) -> None:
        self._matcher = cssselect2.Matcher()
        for style in root.iter("style"):
            for rule in tinycss2.parse_stylesheet(style.text or "", True, True):
                self._add(rule)
        self._wrapped = {
            wrapper.etree_element: wrapper
            for wrapper in cssselect2.ElementWrapper.from_xml_root(root).iter_subtree()
        }

    def _add(self, rule: Any) -> None:
        if rule.type != "qualified-rule":
            raise DrawingError("its style sheet asks for other files, or cannot be read")
        # cssselect2 turns selectors into Python code: it is given plain names alone.
        if not _PLAIN_NAMES.fullmatch(tinycss2.serialize(rule.prelude)):
            raise DrawingError("its style sheet cannot be read")
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError as error:
            raise DrawingError("its style sheet cannot be read") from error
        declared = dict(_declared(rule.content))
        for selector in selectors:
            self._matcher.add_selector(selector, declared)

    def style(self, element: Element, parent: Style) -> Style:
        """How an element is painted.

        Args:
            element: of the tree that the sheet was read from.
            parent: the style of what it stands in.

        Raises:
            DrawingError: it is painted in a way that cannot be printed.
        """
        said = dict(element.items())
        for *_, declared in self._matcher.match(self._wrapped[element]):
            said |= declared
        said |= dict(_declared(element.get("style", "")))
        for name, words in _REFUSED.items():
            if said.get(name, "none") != "none":
                raise DrawingError(f"it holds {words}")
        if any(said.get(name, usual) != usual for name, usual in _BLENDS):
            raise DrawingError("it mixes colors that lie over each other")
        style = {name: parent[name] for name in _INHERITED} | _OWN
        return style | {
            name: value.strip()
            for name, value in said.items()
            if name in style and value.strip() not in ("inherit", "")
        }


def _declared(text: Any) -> Iterator[tuple[str, str]]:
    for each in tinycss2.parse_blocks_contents(text, True, True):
        if each.type != "declaration":
            raise DrawingError("its styles cannot be read")
        yield each.lower_name, tinycss2.serialize(each.value).strip()


def paint(style: Style, what: str) -> Color | None:
    """The color of a fill or stroke, each part 0 to 1; None for nothing.

    Raises:
        DrawingError: it is painted with a gradient or pattern, or no color at all.
    """
    value = style[what]
    if value == "none":
        return None
    if "url(" in value:
        raise DrawingError("it holds a gradient or a pattern")
    color = parse_color(style["color"] if value.lower() == "currentcolor" else value)
    if color is None or isinstance(color, str):
        raise DrawingError(f"“{value[:40]}” is no color")
    red, green, blue, alpha = (float(part or 0) for part in color.to("srgb"))
    return red, green, blue, alpha * number(style[f"{what}-opacity"]) * number(style["opacity"])


def number(text: str) -> float:
    """A plain number or a percentage of one, from 0 to 1.

    Raises:
        DrawingError: it is neither.
    """
    try:
        value = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        raise DrawingError(f"“{text[:40]}” is no number") from None
    return min(max(value, 0), 1)
