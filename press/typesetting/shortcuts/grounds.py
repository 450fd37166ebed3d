"""A box whose style has no ground, border picture or round corner is left without at once."""

from typing import Any

from weasyprint.draw.color import get_color
from weasyprint.layout import background
from weasyprint.layout.absolute import AbsolutePlaceholder

from press.typesetting.shortcuts.change import everywhere

_RADII = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_SQUARE = dict.fromkeys(_RADII, (0, 0))

_layout_grounds = background.layout_box_backgrounds


def _is_plain(style: Any) -> bool:
    return (
        style["border_image_source"][0] == style["mask_border_source"][0] == "none"
        and all(kind == "none" for kind, _ in style["background_image"])
        and not style["box_shadow"]
        and get_color(style, "background_color").alpha == 0
        and all((0, "px") in style[radius] for radius in _RADII)
    )


def _layout_few_grounds(
    page: Any, box: Any, fetch: Any, layout_children: bool = True, style: Any = None
) -> None:
    if box is page or style is not None:
        _layout_grounds(page, box, fetch, layout_children, style)
        return
    if type(box) is AbsolutePlaceholder:
        box = box._box
    own = box.style
    is_plain = getattr(own, "is_plain", None)
    if is_plain is None:
        is_plain = own.is_plain = _is_plain(own)
    if not is_plain:
        _layout_grounds(page, box, fetch, layout_children)
        return
    box.__dict__.update(_SQUARE)
    box.background = None
    if layout_children:
        for child in box.all_children():
            _layout_few_grounds(page, child, fetch)


SHORTCUTS = tuple(everywhere(background.layout_box_backgrounds, _layout_few_grounds))
