"""How narrow a line may become is worked out only where a float stands beside it.

WeasyPrint shapes the first word of every line for it once a page has any float, such as a bullet.
"""

from typing import Any

from weasyprint.layout import inline

from press.typesetting.shortcuts.change import Shortcut

_narrowest = inline.inline_min_content_width


def _narrowest_beside_floats(context: Any, line: Any, **more: Any) -> Any:
    top = line.border_box_y()
    for shape in context.excluded_shapes:
        if shape.position_y >= top or shape.position_y + shape.margin_height() >= top:
            return _narrowest(context, line, **more)
    return 0


SHORTCUTS = (Shortcut(inline, "inline_min_content_width", _narrowest_beside_floats),)
