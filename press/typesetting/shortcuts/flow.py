"""Shorter answers to what is asked of every box again and again: where it stands, and on what page.

No layout has flex boxes, whose children WeasyPrint keeps from floating one by one.
"""

from typing import Any

from weasyprint.formatting_structure.boxes import Box, TableBox
from weasyprint.layout import block

from press.typesetting.shortcuts.change import Shortcut, everywhere


def _is_in_normal_flow(box: Any) -> bool:
    style = box.style
    return style["float"] == "none" and style["position"] in ("static", "relative")


def _page_name_between(before: Any, after: Any) -> Any:
    """The name of the page that begins after a box, if it is another; asks one side of each."""
    name = _page_name(after, 0)
    return name if name != _page_name(before, -1) else None


def _page_name(box: Any, side: int) -> Any:
    """The name of the page that a box stands on with its first (0) or last (-1) words."""
    if not isinstance(box, TableBox):
        for child in box.children if side == 0 else reversed(box.children):
            if child.is_in_normal_flow() or child.is_floated():
                return _page_name(child, side) or box.style["page"]
    return box.style["page"]


SHORTCUTS = (
    Shortcut(Box, "is_in_normal_flow", _is_in_normal_flow),
    *everywhere(block.block_level_page_name, _page_name_between),
)
