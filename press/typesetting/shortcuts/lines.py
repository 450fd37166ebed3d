"""A line of text that was shaped once is not shaped again, and is not typed anew for HarfBuzz.

Tables measure their columns before they set them, and fitting lays the same text out several times.
The declaration of an array of any length is read once by the binding to HarfBuzz.
"""

from typing import Any

import weasyprint.pdf.fonts
from weasyprint.css import AnonymousStyle
from weasyprint.css.properties import INHERITED
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout

from press.typesetting.shortcuts.change import Shortcut, everywhere

# All that Pango is told of a style, and all by which a line is broken.
_SHAPING = (
    *("direction", "font_family", "font_feature_settings", "font_kerning"),
    *("font_language_override", "font_size", "font_stretch", "font_style"),
    *("font_variant_alternates", "font_variant_caps", "font_variant_east_asian"),
    *("font_variant_ligatures", "font_variant_numeric", "font_variant_position"),
    *("font_variation_settings", "font_weight", "hyphenate_character", "hyphenate_limit_chars"),
    *("hyphenate_limit_zone", "hyphens", "lang", "letter_spacing", "overflow_wrap", "tab_size"),
    *("text_decoration_line", "white_space", "word_break", "word_spacing"),
)

_INHERITED = {*INHERITED, *_SHAPING}

_shape = line_break.split_first_line


def forget_lines(fonts: FontConfiguration) -> None:
    """Forget the lines shaped with some fonts: those of one page are of little use to the next."""
    fonts.lines_shaped = {}


def _shape_once(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    shaped = style.font_config.lines_shaped
    key = text, _looks(style), max_width, spacing, is_line_start, minimum
    line = shaped.get(key)
    if line is None:
        line = _shape(text, style, context, max_width, spacing, is_line_start, minimum)
        shaped[key] = line
    # A text box may change the Pango layout that it is given.
    layout = Layout.__new__(Layout)
    layout.__dict__.update(line[0].__dict__)
    return layout, *line[1:]


def _looks(style: Any) -> str:
    """What a line looks like in a style, as one string."""
    looks: str | None = getattr(style, "looks", None)
    if looks is None:
        named = named_style(style)
        looks = style.looks = (
            repr([style[key] for key in _SHAPING]) if named is style else _looks(named)
        )
    return looks


def named_style(style: Any) -> Any:
    """The style that sets text as this one does: of a nameless box often that of the box around."""
    around = style.parent_style
    if type(style) is AnonymousStyle and all(
        style[key] == around[key] for key in style.keys() & _INHERITED
    ):
        return named_style(around)
    return style


class _Binding:
    """The binding to HarfBuzz, which would parse each length of an array as a new type."""

    def __getattr__(self, name: str) -> Any:
        return getattr(ffi, name)

    def new(self, kind: str, *content: Any) -> Any:
        """Room for a value; an array is as long as what it begins with."""
        if kind.startswith("hb_codepoint_t["):
            kind = "hb_codepoint_t[]"
        return ffi.new(kind, *content)


SHORTCUTS = (
    *everywhere(line_break.split_first_line, _shape_once),
    Shortcut(weasyprint.pdf.fonts, "ffi", _Binding()),
)
