"""Shorter ways to what WeasyPrint works out again and again, with the same results.

- A line of text that was shaped once is not shaped again: tables measure their columns before they
  set them, and fitting lays the same text out several times.
- A property that no rule of the layout touches has its initial or inherited value at once.
- The declaration of an array of any length is read once by the binding to HarfBuzz.
- Rules are matched with the elements of a page once, though it is laid out at several sizes.

The first three lean on WeasyPrint 70's functions: with another version they are left alone. Tests
hold that the pages are the same without them.
"""

import copy
from typing import Any

import weasyprint.css
import weasyprint.layout.inline
import weasyprint.layout.preferred
import weasyprint.pdf.fonts
from weasyprint import CSS, HTML
from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

_KNOWN = "70."

_PSEUDO = 2
_NOTES = {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}

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
_SPECIAL = {"position", "float", "display", "page"}
_DECORATION = "text_decoration_"
_INHERITED = {key for key in INHERITED - _SPECIAL if not key.startswith(_DECORATION)}
_INITIAL = {
    key: value
    for key, value in INITIAL_VALUES.items()
    if key not in INHERITED
    and key not in INITIAL_NOT_COMPUTED
    and key not in _SPECIAL
    and not key.startswith(_DECORATION)
    and not check_math(value)
}
_LOGICAL = {
    (key, direction): logical(block="ttb", inline=direction)
    for key, logical in PHYSICAL_FUNCTIONS.items()
    for direction in ("ltr", "rtl")
}

_shape = line_break.split_first_line
_compute = ComputedStyle.__missing__


def take_shortcuts() -> None:
    """Make WeasyPrint take the shorter ways from now on."""
    if weasyprint.__version__.startswith(_KNOWN):
        weasyprint.layout.inline.split_first_line = _shape_once
        weasyprint.layout.preferred.split_first_line = _shape_once
        ComputedStyle.__missing__ = _compute_less
        weasyprint.pdf.fonts.ffi = _Binding()


def leave_shortcuts() -> None:
    """Make WeasyPrint go its own ways again."""
    weasyprint.layout.inline.split_first_line = _shape
    weasyprint.layout.preferred.split_first_line = _shape
    ComputedStyle.__missing__ = _compute
    weasyprint.pdf.fonts.ffi = ffi


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
    return copy.copy(line[0]), *line[1:]


def _looks(style: Any) -> str:
    """What a line looks like in a style, as one string."""
    looks: str | None = getattr(style, "looks", None)
    if looks is None:
        looks = style.looks = repr([style[key] for key in _SHAPING])
    return looks


def _compute_less(style: ComputedStyle, key: str) -> Any:
    cascaded = style.cascaded
    if key in cascaded:
        return _compute(style, key)
    if key in _INITIAL:
        if key in PHYSICAL_FUNCTIONS and _LOGICAL[key, style["direction"]] in cascaded:
            return _compute(style, key)
        value = style[key] = _INITIAL[key]
        return value
    if style.parent_style is not None and (key in _INHERITED or key.startswith("__")):
        value = style.parent_style[key]
        if not check_math(value):
            style[key] = value
            return value
    return _compute(style, key)


class _Binding:
    """The binding to HarfBuzz, which would parse each length of an array as a new type."""

    def __getattr__(self, name: str) -> Any:
        return getattr(ffi, name)

    def new(self, kind: str, *content: Any) -> Any:
        """Room for a value; an array is as long as what it begins with."""
        if kind.startswith("hb_codepoint_t["):
            kind = "hb_codepoint_t[]"
        return ffi.new(kind, *content)


class RememberingPage(HTML):  # type: ignore[misc]
    """A parsed page that remembers which rules of WeasyPrint's own sheet match its elements."""

    def __init__(self, html: str, fetcher: URLFetcher) -> None:
        super().__init__(string=html, base_url=None, url_fetcher=fetcher)
        self._own_sheets = [remembering(sheet) for sheet in super()._ua_stylesheets()]

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return super()._ua_stylesheets(forms) if forms else self._own_sheets


def remembering(sheet: CSS) -> CSS:
    """A style sheet that remembers which of its rules match an element."""
    own = copy.copy(sheet)
    own.matcher = _Matcher(sheet.matcher)
    return own


class _Matcher:
    """Matches rules with elements, but for those of notes, which no layout has."""

    def __init__(self, matcher: Any) -> None:
        self._matcher = matcher
        self._matched: dict[Any, list[Any]] = {}

    def match(self, element: Any) -> list[Any]:
        own = element.etree_element
        if own not in self._matched:
            self._matched[own] = [
                rule for rule in self._matcher.match(element) if rule[_PSEUDO] not in _NOTES
            ]
        return self._matched[own]
