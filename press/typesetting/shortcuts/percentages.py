"""The sizes of a box that its style gives in points or as `auto` are read from it once.

WeasyPrint goes through eighteen properties of each box each time it comes to it, though few are
percentages.
"""

from dataclasses import dataclass
from math import inf
from typing import Any

from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.formatting_structure.boxes import Box, PageBox
from weasyprint.layout import percent
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.percent import adjust_box_sizing, resolve_one_percentage

from press.typesetting.shortcuts.change import everywhere

_ACROSS = (
    *("margin_left", "margin_right", "padding_left", "padding_right"),
    *("width", "min_width", "max_width"),
)
_ALONG = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")
_HEIGHTS = ("height", "min_height", "max_height")
_LEAST = ("min_width", "min_height")
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))

_SIZES = {*_ACROSS, *_ALONG, *_HEIGHTS, "box_sizing"}
_SAID = {*_SIZES, *_BORDERS, *(name.replace("width", "style") for name in _BORDERS)}
_SAYING = _SAID | {
    PHYSICAL_FUNCTIONS[name](block="ttb", inline=way)
    for name in _SAID & PHYSICAL_FUNCTIONS.keys()
    for way in ("ltr", "rtl")
}


@dataclass(frozen=True)
class _Sizes:
    """The sizes that a style gives: those known, by name, and the names of the others."""

    known: dict[str, Any]
    across: tuple[str, ...]
    along: tuple[str, ...]
    heights: tuple[str, ...]
    is_collapsed: bool
    is_content: bool


def _sizes_of(style: Any) -> _Sizes:
    return _USUAL[style["border_collapse"]] if _is_usual(style) else _read(style)


def _is_usual(style: Any) -> bool:
    """Whether nothing is said in a style of any of these sizes, which are thus the initial ones."""
    return not (
        style.keys() & _SIZES
        or getattr(style, "cascaded", {}).keys() & _SAYING
        or any(map(style.get, _BORDERS))
    )


def _read(style: Any) -> _Sizes:
    known: dict[str, Any] = {}

    def others(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if not _is_known(style[name], name, known))

    across, along, heights = others(_ACROSS), others(_ALONG), others(_HEIGHTS)
    is_collapsed = style["border_collapse"] == "collapse"
    if not is_collapsed:
        known |= {name: style[name] for name in _BORDERS}
    is_content = style["box_sizing"] == "content-box"
    return _Sizes(known, across, along, heights, is_collapsed, is_content)


def _is_known(value: Any, name: str, known: dict[str, Any]) -> bool:
    """Whether a value stands in any container; if so it is noted."""
    if value == "auto":
        known[name] = 0 if name in _LEAST else value
    elif getattr(value, "unit", "%") != "%":
        known[name] = value.value
    else:
        return False
    return True


_USUAL = {
    way: _read({**INITIAL_VALUES, **dict.fromkeys(_BORDERS, 0), "border_collapse": way})
    for way in ("separate", "collapse")
}


def _resolve_percentages(box: Any, containing_block: Any) -> None:
    if type(box) is AbsolutePlaceholder:
        box = box._box
    style = box.style
    sizes: _Sizes | None = getattr(style, "sizes", None)
    if sizes is None:
        sizes = style.sizes = _sizes_of(style)
    box.__dict__.update(sizes.known)
    if isinstance(containing_block, Box):
        width, height = containing_block.width, containing_block.height
    else:
        width, height = containing_block
    for name in sizes.across:
        resolve_one_percentage(box, name, width)
    if sizes.along:
        whole = height if isinstance(box, PageBox) else width
        for name in sizes.along:
            resolve_one_percentage(box, name, whole)
    if sizes.heights:
        _resolve_heights(box, sizes.heights, height)
    if sizes.is_collapsed:
        for name in _BORDERS:
            if not hasattr(box, name):
                setattr(box, name, style[name])
    if not sizes.is_content:
        adjust_box_sizing(box, "width")
        adjust_box_sizing(box, "height")


def _resolve_heights(box: Any, names: tuple[str, ...], whole: Any) -> None:
    """Heights in a container whose own height depends on its content have no percentages."""
    if whole != "auto":
        for name in names:
            resolve_one_percentage(box, name, whole)
        return
    if "height" in names:
        box.height = "auto"
    if "min_height" in names:
        resolve_one_percentage(box, "min_height", 0)
    if "max_height" in names:
        resolve_one_percentage(box, "max_height", inf)


SHORTCUTS = tuple(everywhere(percent.resolve_percentages, _resolve_percentages))
