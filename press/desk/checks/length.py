"""Translations so much longer than the English that they may not fit."""

import unicodedata
from collections.abc import Iterator

from press.catalog.languages import Language
from press.catalog.markup import plain
from press.catalog.source import Message
from press.findings import Finding, Place
from press.placeholders import without_placeholders

# How wide a text usually runs in a script, against the English at one type size.
_USUAL = {
    "Latn": 1.4,
    "Cyrl": 1.4,
    "Taml": 1.8,
    "Mymr": 1.6,
    "Armn": 1.55,
    "Geor": 1.5,
    "Hans": 0.8,
    "Hant": 0.8,
    "Jpan": 1.1,
    "Kore": 1.0,
}
_USUAL_ELSEWHERE = 1.3
_LEEWAY = 1.3
_LETTERS_MORE = 16  # short messages have room


def check_length(
    message: Message, text: str, place: Place, language: Language
) -> Iterator[Finding]:
    """A warning for a text that runs far wider than is usual for its script."""
    usual = _USUAL.get(language.script, _USUAL_ELSEWHERE)
    most = _width(message.text) * usual * _LEEWAY + _LETTERS_MORE
    width = _width(text)
    if width > most:
        yield Finding(
            "po.long",
            f"{width} letters wide where the English has {_width(message.text)}: it may not fit",
            place,
            f"Look for shorter words: about {most:.0f} letters are usual at most.",
            "warning",
        )


def _width(text: str) -> int:
    """About how many Latin letters wide a text is."""
    return sum(_advance(character) for character in plain(without_placeholders(text)))


def _advance(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
