"""Shorter ways to what WeasyPrint works out again and again, with the same results.

Each module has one idea, and says what is spared. They lean on WeasyPrint 70's functions: with
another version they are all left alone. Tests hold that the pages are the same without them.
"""

import weasyprint

from press.typesetting.shortcuts import (
    floats,
    flow,
    grounds,
    lines,
    parsing,
    paths,
    percentages,
    rings,
    struts,
    styles,
)
from press.typesetting.shortcuts.change import Shortcut
from press.typesetting.shortcuts.lines import forget_lines
from press.typesetting.shortcuts.rules import RememberingPage, remembering

__all__ = ["RememberingPage", "forget_lines", "leave_shortcuts", "remembering", "take_shortcuts"]

_KNOWN = "70."

SHORTCUTS: tuple[Shortcut, ...] = (
    *parsing.SHORTCUTS,
    *lines.SHORTCUTS,
    *styles.SHORTCUTS,
    *percentages.SHORTCUTS,
    *flow.SHORTCUTS,
    *floats.SHORTCUTS,
    *grounds.SHORTCUTS,
    *paths.SHORTCUTS,
    *struts.SHORTCUTS,
    *rings.SHORTCUTS,
)


def take_shortcuts() -> None:
    """Make WeasyPrint take the shorter ways from now on."""
    if weasyprint.__version__.startswith(_KNOWN):
        for shortcut in SHORTCUTS:
            shortcut.take()


def leave_shortcuts() -> None:
    """Make WeasyPrint go its own ways again."""
    for shortcut in SHORTCUTS:
        shortcut.leave()
