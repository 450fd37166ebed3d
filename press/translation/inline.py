"""Inline Markdown to safe HTML: bold words, filled placeholders, isolated Latin phrases.

Arabic-script lines keep Latin phrases, numbers and addresses in their own order only when each
whole phrase is isolated: WeasyPrint resolves direction within one inline box at a time.
"""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from press.catalog.languages import Language
from press.catalog.markup import bold_runs
from press.placeholders import PLACEHOLDER

_LATIN_PHRASE = re.compile(r"[A-Za-z][A-Za-z0-9’'&./-]*(?: [A-Za-z0-9][A-Za-z0-9’'&./-]*)*")
Values = Mapping[str, Markup]


def isolate(text: str) -> Markup:
    """A left-to-right run that keeps its own order in any line."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(text)


def to_html(text: str, language: Language, values: Values) -> Markup:
    """Set one message.

    Args:
        text: inline Markdown.
        language: whose script decides what is isolated.
        values: the HTML of each placeholder, by name; all must be there.
    """
    return Markup("").join(
        Markup("<strong>{}</strong>").format(_set_text(run, language, values))
        if bold
        else _set_text(run, language, values)
        for run, bold in bold_runs(text)
    )


def _set_text(text: str, language: Language, values: Values) -> Markup:
    parts: list[Markup] = []
    end = 0
    for match in PLACEHOLDER.finditer(text):
        parts += [_set_words(text[end : match.start()], language), values[match[0][1:-1]]]
        end = match.end()
    parts.append(_set_words(text[end:], language))
    return Markup("").join(parts)


def _set_words(text: str, language: Language) -> Markup:
    if language.direction == "ltr":
        return escape(text)
    parts: list[Markup] = []
    end = 0
    for match in _LATIN_PHRASE.finditer(text):
        parts += [escape(text[end : match.start()]), isolate(match[0])]
        end = match.end()
    return Markup("").join([*parts, escape(text[end:])])
