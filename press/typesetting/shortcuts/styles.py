"""The value of a property is computed by the shortest way that its declaration allows.

WeasyPrint goes through all that may be said of a property for each. Here a property that no rule
touches has its initial or inherited value at once, one given outright is merely computed, and what
a declaration makes of custom properties is worked out once for those values.
"""

from collections.abc import Iterator
from operator import is_ as _is
from typing import Any

from tinycss2.ast import FunctionBlock
from weasyprint.css import ComputedStyle, resolve_math, resolve_var
from weasyprint.css.computed_values import COMPUTER_FUNCTIONS, PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.css.tokens import InvalidValues, Pending, PercentageInMath
from weasyprint.css.validation.properties import validate_non_shorthand

from press.typesetting.shortcuts.change import Shortcut

# Each depends on what was said of the one after it.
_AFTER = {"position": None, "float": "position", "display": "float"}
_SPECIAL = {*_AFTER, "page"}
_DECORATION = "text_decoration_"
# Computing these changes what was declared.
_PICTURES = {"background_image", "border_image_source", "mask_border_source"}

_FROM_PARENT = {
    *(key for key in INHERITED - _SPECIAL if not key.startswith(_DECORATION)),
    *(f"{_DECORATION}{what}" for what in ("color", "style", "thickness", "line")),
    "page",
}
_INITIAL = {
    key: value
    for key, value in INITIAL_VALUES.items()
    if key not in INHERITED
    and key not in INITIAL_NOT_COMPUTED
    and key not in _SPECIAL
    and not key.startswith(_DECORATION)
    and not check_math(value)
}
_WIDTHS = {
    key: INITIAL_VALUES[key]
    for key in INITIAL_NOT_COMPUTED
    if key in COMPUTER_FUNCTIONS and key not in _SPECIAL
}
_LOGICAL = {
    key: {way: logical(block="ttb", inline=way) for way in ("ltr", "rtl")}
    for key, logical in PHYSICAL_FUNCTIONS.items()
}
_GLOBAL = ("initial", "inherit")

_compute = ComputedStyle.__missing__


def _compute_less(style: Any, key: str) -> Any:
    cascaded = style.cascaded
    declared = cascaded.get(key)
    name = key
    if key in _LOGICAL:
        for direction, logical in _LOGICAL[key].items():
            if (
                logical in cascaded
                and direction == style["direction"]
                and (declared is None or cascaded[logical][1] >= declared[1])
            ):
                name, declared = logical, cascaded[logical]
    if declared is None:
        return _undeclared(style, key)
    if key.startswith((_DECORATION, "__")) or key in _PICTURES or key == "page":
        return _compute(style, key)
    value = declared[0]
    if Pending in type(value).__mro__:
        value = _solve_once(style, value, name.replace("_", "-"))
    if value is None or (type(value) is str and value in _GLOBAL):
        return _compute(style, key)
    if key in _AFTER:
        _note_place(style, key, value)
    if _has_math(value):
        value = _without_math(style, key, value)
        if value is None:
            return _compute(style, key)
    if key in COMPUTER_FUNCTIONS:
        value = COMPUTER_FUNCTIONS[key](style, key, value)
    style[key] = value
    return value


def _undeclared(style: Any, key: str) -> Any:
    """The value of a property that no rule touches."""
    if key in _INITIAL:
        value = _INITIAL[key]
    elif key in _WIDTHS:
        value = COMPUTER_FUNCTIONS[key](style, key, _WIDTHS[key])
    elif style.parent_style is None:
        return _compute(style, key)
    elif key in _FROM_PARENT or key.startswith("__"):
        value = style.parent_style[key]
        if _has_math(value):
            return _compute(style, key)
    elif key in _AFTER:
        value = INITIAL_VALUES[key]
        _note_place(style, key, value)
        if key == "display":
            value = COMPUTER_FUNCTIONS[key](style, key, value)
    else:
        return _compute(style, key)
    style[key] = value
    return value


def _has_math(value: Any) -> bool:
    kind = type(value)
    if kind is tuple:
        return any(map(_has_math, value))
    return kind is FunctionBlock and check_math(value)


def _note_place(style: Any, key: str, value: Any) -> None:
    """Note what was said of where a box stands, after what was said of what that depends on."""
    if _AFTER[key]:
        style[_AFTER[key]]
    style.specified[key] = value


def _solve_once(style: Any, pending: Any, name: str) -> Any:
    """What a declaration comes to with the custom properties of a style; None if it is not valid.

    The last result for each property is kept with the declaration.
    """
    if not hasattr(pending, "solved"):
        pending.variables = sorted(set(_variables(pending.tokens)))
        pending.solved = {}
    given = [style[variable] for variable in pending.variables]
    last = pending.solved.get(name)
    if last and all(map(_is, last[0], given)):
        return last[1]
    tokens: list[Any] = []
    for token in pending.tokens:
        resolved = resolve_var(style, token, style.parent_style)
        tokens += [token] if resolved is None else resolved
    try:
        value = pending.solve(tokens, name, style.base_url)
    except InvalidValues:
        return None
    pending.solved[name] = given, value
    return value


def _variables(tokens: Any) -> Iterator[str]:
    """The custom properties that tokens name, as keys of a style."""
    for token in tokens:
        if token.type == "function":
            yield from _variables(token.arguments)
        elif token.type == "() block":
            yield from _variables(token.content)
        elif token.type == "ident" and token.value.startswith("--"):
            yield token.value.replace("-", "_")


def _without_math(style: Any, key: str, value: Any) -> Any:
    """A value with its sums done, but for those with percentages; None if one makes no sense."""
    done = []
    try:
        for part in value if type(value) is tuple else (value,):
            try:
                token = resolve_math(part, style, key) if _has_math(part) else part
            except PercentageInMath:
                token = part
            done.append(token)
        return validate_non_shorthand(done, key.replace("_", "-"))[0][1]
    except Exception:
        return None


SHORTCUTS = (Shortcut(ComputedStyle, "__missing__", _compute_less),)
