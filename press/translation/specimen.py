"""A specimen: what a language is set in, shown on its own words where it has any."""

from collections import Counter
from collections.abc import Container, Iterable
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
        letters: those of its script that its font holds, most of them used in no text.
    """
    plain = [without_placeholders(text).replace("**", "") for text in texts]
    said = " ".join(plain) or " ".join([language.endonym] * 40)
    own = tuple(letters)
    words = [word for word in _words(said) if word[0] in own]
    first, *others = (words * 4)[:4]
    line = f"{first} {{phone}} {' '.join(others)} {_PHRASE}, {{range}} {first} {{phone}}."
    return Specimen(
        tag,
        language,
        tuple(_letters(said, own) if plain else own)[:_MOST_LETTERS],
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
    """The words of a text in any script, and what stands between them."""
    return [text[start:end] for start, end in WordBreaker(text, "en").segments()]


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(words), key=lambda word: -len(_clusters(word)))[:_LONG_WORDS]


def _letters(text: str, own: Container[str]) -> list[str]:
    """The letters of a text with their marks, the most used of them where they are too many."""
    counts = Counter(cluster for cluster in _clusters(text) if cluster[0] in own)
    return sorted(letter for letter, _ in counts.most_common(_MOST_LETTERS))


def _clusters(text: str) -> list[str]:
    return [text[start:end] for start, end in CharacterBreaker(text, "en").segments()]
