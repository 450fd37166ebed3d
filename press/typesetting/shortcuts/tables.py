"""A table without borders has none to decide between, wherever its cells meet."""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import build
from weasyprint.layout import table as tables

from press.typesetting.shortcuts.change import everywhere

_SIDES = ("top", "right", "bottom", "left")
_NO_WIDTHS = {f"border_{side}_width": 0.0 for side in _SIDES}
_NO_BORDER = ((0, 0, 0), ("none", 0, tables.TRANSPARENT))

_collapse = tables.collapse_table_borders


def _collapse_if_any(table: Any, width: int, height: int) -> Any:
    """The borders between the columns of each row, and between the rows of each column."""
    parts = list(_parts(table))
    if not (width and height) or any(map(_is_bordered, parts)):
        return _collapse(table, width, height)
    for part in parts:
        part.__dict__.update(_NO_WIDTHS)
    return (
        [[_NO_BORDER] * (width + 1) for _ in range(height)],
        [[_NO_BORDER] * width for _ in range(height + 1)],
    )


def _parts(table: Any) -> Iterator[Any]:
    yield table
    for group in table.children:
        yield group
        for row in group.children:
            yield row
            yield from row.children
    for group in table.column_groups:
        yield group
        yield from group.children


def _is_bordered(part: Any) -> bool:
    """Whether a part has a border, or takes those of others away by its span."""
    style = part.style
    is_bare = getattr(style, "is_bare", None)
    if is_bare is None:
        is_bare = style.is_bare = all(
            style[f"border_{side}_style"] == "none" and style[f"border_{side}_width"] == 0
            for side in _SIDES
        )
    return not is_bare or part.colspan != 1 or part.rowspan != 1


SHORTCUTS = tuple(everywhere(build.collapse_table_borders, _collapse_if_any))
