"""A layout that is dropped is freed at once, for nothing in it refers to itself in a ring.

Rings are freed by the search for garbage alone, which goes through everything each time.
"""

import weakref
from functools import partial
from typing import Any

import weasyprint.document
from weasyprint.css import AnonymousStyle, Style
from weasyprint.layout import LayoutContext

from press.typesetting.shortcuts.change import Shortcut

# What drawing asks of a layout's context; the rest holds the boxes, and is done with.
_DRAWING = {"font_config", "dictionaries", "get_image_from_uri"}

_begin = AnonymousStyle.__init__
_layout = weasyprint.document.layout_document


def _layout_and_let_go(html: Any, root_box: Any, context: LayoutContext) -> list[Any]:
    pages = list(_layout(html, root_box, context))
    fetch = context.get_image_from_uri
    for name in vars(context).keys() - _DRAWING:
        delattr(context, name)
    context.get_image_from_uri = partial(fetch, context=None)
    return pages


def _anonymous_style(style: Any) -> Any:
    """The style of the nameless boxes in a box, for as long as there are any."""
    held = vars(style).get("nameless")
    nameless = held and held()
    if nameless is None:
        nameless = AnonymousStyle(style)
        style.nameless = weakref.ref(nameless)
    return nameless


def _begin_nameless(style: Any, parent_style: Any) -> None:
    _begin(style, parent_style)
    style.specified = weakref.proxy(style)


SHORTCUTS = (
    Shortcut(AnonymousStyle, "__init__", _begin_nameless),
    Shortcut(weasyprint.document, "layout_document", _layout_and_let_go),
    Shortcut(Style, "anonymous_style", property(_anonymous_style)),
)
