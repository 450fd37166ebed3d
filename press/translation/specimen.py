"""A specimen: what a language is set in, shown on its own words where it has any."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from icu4py.breakers import CharacterBreaker, WordBreaker
from markupsafe import Markup

from press.catalog.languages import Language
from press.placeholders import without_placeholders
from press.translation.inline import count, isolate, to_html
from press.translation.values import in_digits

_MOST_LETTERS = 120
_LONG_WORDS = 10
_ENOUGH = 400  # characters of running text
_PHONE = "202-555-0142"
_PHRASE = "I do not consent to a search"
_RANGE = "48–72"


@dataclass(frozen=True)
class Specimen:
    """What one page shows of a language.

    `letters` are those of its texts, `long_words` the longest of them, `running` some of the text;
    `line` holds a telephone number, a range and an English phrase among its words.
    """

    tag: str
    language: Language
    letters: tuple[str, ...]
    digits: str
    long_words: tuple[Markup, ...]
    running: Markup
    line: Markup


def show(tag: str, language: Language, texts: Iterable[str], letters: Iterable[str]) -> Specimen:
    """Choose what to show.

    Args:
        tag: the language's.
        language: how it is set.
        texts: its messages, inline Markdown; its own name stands in where there are none.
        letters: what its font holds, shown where there is no text to take letters from.
    """
    plain = [without_placeholders(text).replace("**", "") for text in texts]
    said = " ".join(plain) or " ".join([language.endonym] * 40)
    words = _words(said)
    first, *others = (words * 4)[:4]
    line = f"{first} {{phone}} {' '.join(others)} {_PHRASE}, {{range}} {first} {{phone}}."
    return Specimen(
        tag,
        language,
        tuple(_letters(said) if plain else letters)[:_MOST_LETTERS],
        in_digits("0123456789", language),
        tuple(_set(word, language) for word in _longest(words)),
        _set(said[:_ENOUGH].rpartition(" ")[0] or said[:_ENOUGH], language),
        to_html(
            line,
            language,
            {"phone": isolate(_PHONE), "range": count(in_digits(_RANGE, language))},
        ),
    )


def _set(text: str, language: Language) -> Markup:
    return to_html(text, language, {})


def _words(text: str) -> list[str]:
    """Words in any script, numbers and punctuation left out."""
    words = (text[start:end] for start, end in WordBreaker(text, "en").segments())
    return [word for word in words if unicodedata.category(word[0])[0] == "L"]


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(words), key=lambda word: -len(_clusters(word)))[:_LONG_WORDS]


def _letters(text: str) -> list[str]:
    """The letters of a text with their marks, the most used first where they are too many."""
    counts = Counter(c for c in _clusters(text) if unicodedata.category(c[0])[0] == "L")
    return sorted(letter for letter, _ in counts.most_common(_MOST_LETTERS))


def _clusters(text: str) -> list[str]:
    return [text[start:end] for start, end in CharacterBreaker(text, "en").segments()]
