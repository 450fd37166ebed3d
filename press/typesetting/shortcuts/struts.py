"""The height of a line is asked of a style once, and Pango is told of a style once.

WeasyPrint spells a style out to find the height in its notes, and makes a context and a font
description of Pango's for each piece of text.
"""

from typing import Any

from weasyprint.text import line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import Layout

from press.typesetting.shortcuts.change import Shortcut, everywhere
from press.typesetting.shortcuts.lines import named_style

_FEATURES = (
    *("font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps"),
    *("font_variant_numeric", "font_variant_alternates", "font_variant_east_asian"),
    "font_feature_settings",
)

_strut = line_break.strut
_set_up = Layout.setup


def _strut_once(style: Any) -> Any:
    strut = getattr(style, "strut", None)
    if strut is None:
        named = named_style(style)
        strut = style.strut = _strut(style) if named is style else _strut_once(named)
    return strut


def _set_up_once(layout: Any, style: Any) -> None:
    told = getattr(style, "told_pango", None) or _tell_once(style)
    if not told:
        _set_up(layout, style)
        return
    context, font, layout.language = told
    layout.style = style
    layout.first_line_direction = 0
    layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout.layout, False)
    pango.pango_layout_set_font_description(layout.layout, font)
    layout.ascent = layout.underline_position = layout.strikethrough_position = None


def _tell_once(style: Any) -> Any:
    named = named_style(style)
    if not hasattr(named, "told_pango"):
        named.told_pango = _tell_pango(named) if _is_simple(named) else ()
    style.told_pango = named.told_pango
    return named.told_pango


def _is_simple(style: Any) -> bool:
    """Whether text in a style has a language of its own, and neither lines nor features."""
    return (
        bool(style["lang"])
        and style["font_language_override"] == "normal"
        and style["text_decoration_line"] == "none"
        and not font_features(*[style[name] for name in _FEATURES])
    )


def _tell_pango(style: Any) -> tuple[Any, Any, Any]:
    """Pango's context, font description and language for the text of a style."""
    context = ffi.gc(
        pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
    )
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    letters, _kept = unicode_to_char_p(style["lang"])
    language = pango.pango_language_from_string(letters)
    pango.pango_context_set_language(context, language)
    return context, get_font_description(style), language


SHORTCUTS = (
    *everywhere(line_break.strut, _strut_once),
    Shortcut(Layout, "setup", _set_up_once),
)
