"""Inline Markdown to safe HTML: bold words, filled placeholders, Latin phrases set apart.

Arabic-script lines keep Latin phrases, numbers and addresses in their own order only when each
whole phrase is isolated: WeasyPrint resolves direction within one inline box at a time. In every
script but Latin, such a phrase is set in the Latin font, whose apostrophe is not a full-width one.
"""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from press.catalog.languages import Language
from press.catalog.markup import bold_runs
from press.placeholders import PLACEHOLDER
from press.translation.line_ends import mark_line_ends

# Ends in a letter or digit, for the full stop after a phrase belongs to the line around it; a word
# within it may end in an apostrophe, such as “Workers’ Center”.
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
_WORD = rf"(?:[{_LETTER}0-9’'&./-]*[{_LETTER}0-9])?"
_LATIN_PHRASE = re.compile(rf"[{_LETTER}]{_WORD}(?:[’']? [{_LETTER}0-9]{_WORD})*")
Values = Mapping[str, Markup]


_FOREIGN = Markup('<bdi lang="en" dir="ltr">{}</bdi>')


def count(text: str) -> Markup:
    """A number of things, which stays on one line with the word after it."""
    return Markup('<bdi dir="ltr" class="count">{}</bdi>').format(text)


def isolate(text: str) -> Markup:
    """A left-to-right run that keeps its own order in any line."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(text)


def to_html(text: str, language: Language, values: Values, is_head: bool = False) -> Markup:
    """Set one message.

    Args:
        text: inline Markdown.
        language: whose script decides what is isolated.
        values: the HTML of each placeholder, by name; all must be there.
        is_head: whether it is a headline, whose words some scripts keep whole.
    """
    return Markup("").join(
        Markup("<strong>{}</strong>").format(_set_text(run, language, values))
        if bold
        else _set_text(run, language, values)
        for run, bold in bold_runs(mark_line_ends(text, language, is_head))
    )


def _set_text(text: str, language: Language, values: Values) -> Markup:
    parts: list[Markup] = []
    end = 0
    for match in PLACEHOLDER.finditer(text):
        value = values[match[0][1:-1]]
        parts += [set_words(text[end : match.start()], language), value]
        end = match.end()
        if 'class="count"' in value and text[end : end + 1] == " ":
            parts.append(Markup("\N{NO-BREAK SPACE}"))
            end += 1
    parts.append(set_words(text[end:], language))
    return Markup("").join(parts)


def set_words(text: str, language: Language) -> Markup:
    """Plain words, with Latin phrases set apart where the script is another."""
    if language.is_latin:
        return escape(text)
    parts: list[Markup] = []
    end = 0
    for match in _LATIN_PHRASE.finditer(text):
        parts += [escape(text[end : match.start()]), _FOREIGN.format(match[0])]
        end = match.end()
    return Markup("").join([*parts, escape(text[end:])])
