"""A pattern that was compiled once is not compiled again for the next page or style sheet.

The parser of pages means to keep its patterns, but notes each under itself; the parser of style
sheets compiles each selector into a function anew, though most sheets share theirs.
"""

import re
from functools import lru_cache
from typing import Any

import cssselect2
import tinycss2
import tinyhtml5.inputstream

from press.typesetting.shortcuts.change import Shortcut, everywhere

_SELECTORS_KEPT = 2048

_compile = cssselect2.compile_selector_list


class _Patterns(dict[tuple[Any, bool], re.Pattern[str]]):
    """Patterns by the characters that end a run, or with True make one up."""

    def __missing__(self, key: tuple[Any, bool]) -> re.Pattern[str]:
        characters, is_opposite = key
        spelt = "".join(f"\\x{ord(character):02x}" for character in characters)
        pattern = self[key] = re.compile(f"[{spelt}]+" if is_opposite else f"[^{spelt}]+")
        return pattern


@lru_cache(_SELECTORS_KEPT)
def _compile_text(selectors: str) -> Any:
    return _compile(selectors)


def _compile_once(selectors: Any) -> Any:
    return _compile_text(tinycss2.serialize(selectors))


SHORTCUTS = (
    Shortcut(tinyhtml5.inputstream, "characters_until_regex", _Patterns()),
    *everywhere(cssselect2.compile_selector_list, _compile_once),
)
