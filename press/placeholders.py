"""Placeholders: {fact}, {fact.date}, and the few words that a layout or the driver fills in."""

import re

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)(\.date)?\}")
BRACES = re.compile(r"\{[^{}]*\}?|\}")

FILLED_BY_LAYOUT = frozenset({"blank_name", "blank_office", "page", "pages"})
FILLED_BY_DRIVER = frozenset({"edition_date", "date"})


def placeholders(text: str) -> list[str]:
    """The placeholders of a text in order, as "name" or "name.date"."""
    return [match[1] + (match[2] or "") for match in PLACEHOLDER.finditer(text)]


def malformed_braces(text: str) -> list[str]:
    """Braces that are not a placeholder, such as "{Name}" or "{hours"."""
    return [brace[0] for brace in BRACES.finditer(text) if not PLACEHOLDER.fullmatch(brace[0])]


def without_placeholders(text: str) -> str:
    """The words alone."""
    return PLACEHOLDER.sub("", text)


def has_words(text: str) -> bool:
    """Whether there is anything to translate."""
    return any(character.isalpha() for character in without_placeholders(text))


def typed_digits(text: str) -> str:
    """Digits of any script that stand outside placeholders."""
    return "".join(c for c in without_placeholders(text) if c.isdecimal())
