"""The path of a pictogram is read from its text once, though many pages show it."""

from collections import OrderedDict
from typing import Any

import weasyprint.svg

from press.typesetting.shortcuts.change import Shortcut

_KEPT = 200  # a code to scan, the longest, takes a hundred kilobytes

_draw = weasyprint.svg.TAGS["path"]
_drawn: OrderedDict[str, tuple[list[Any], list[Any]]] = OrderedDict()


def _draw_once(svg: Any, node: Any, font_size: Any) -> None:
    path = node.get("d", "")
    if "%" in path:  # of the picture's size
        _draw(svg, node, font_size)
        return
    stream: list[Any] = svg.stream.stream
    if path not in _drawn:
        start, first = len(stream), len(node.vertices)
        _draw(svg, node, font_size)
        _drawn[path] = stream[start:], list(node.vertices)[first:]
        if len(_drawn) > _KEPT:
            _drawn.popitem(last=False)
        return
    instructions, vertices = _drawn[path]
    stream += instructions
    node.vertices.extend(vertices)


SHORTCUTS = (Shortcut(weasyprint.svg, "TAGS", {**weasyprint.svg.TAGS, "path": _draw_once}),)
