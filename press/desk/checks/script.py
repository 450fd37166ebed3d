"""Letters of a script that the language is not written in, which a slip of the keyboard leaves."""

import re
from collections.abc import Iterator

from fontTools.unicodedata import script as script_of

from press.catalog.languages import Language
from press.catalog.source import Message
from press.findings import Finding, Place
from press.placeholders import without_placeholders

_LETTERS = {
    "Aran": {"Arab"},
    "Hans": {"Hani"},
    "Hant": {"Hani"},
    "Jpan": {"Hani", "Hira", "Kana"},
    "Kore": {"Hang", "Hani"},
}
_ANY = {"Zyyy", "Zinh", "Zzzz"}
# Ends in a letter or digit: a full stop ends the phrase.
_WORD = r"[A-Za-z](?:[\w’&./-]*\w)?"
_LATIN_PHRASE = re.compile(rf"{_WORD}(?: {_WORD})*", re.ASCII)
_KNOWN = {"ICE", "FBI", "DHS", "BNN", "CRCL", "A"}
_SMALL_WORD = 3  # letters: the “and” of a name


def check_script(
    message: Message, text: str, place: Place, language: Language
) -> Iterator[Finding]:
    """A fault for letters of another script.

    Latin names and abbreviations of the English may stand in any script, and so may English words
    in brackets that explain a term.
    """
    words = without_placeholders(text)
    if language.script != "Latn":
        yield from _check_latin(message, words, place)
        words = _LATIN_PHRASE.sub("", words)
    own = _LETTERS.get(language.script, {language.script}) | _ANY
    strange = dict.fromkeys(c for c in words if c.isalpha() and script_of(c) not in own)
    if strange:
        named = ", ".join(f"“{c}” (U+{ord(c):04X})" for c in strange)
        yield Finding(
            "po.script",
            f"letters of another script: {named}",
            place,
            f"Type them again with the keyboard of {language.english}.",
        )


def _check_latin(message: Message, words: str, place: Place) -> Iterator[Finding]:
    for match in _LATIN_PHRASE.finditer(words):
        phrase = match[0]
        explained = words[: match.start()][-1:] in ("(", "（")
        if not _is_name(phrase) and not explained:
            yield Finding(
                "po.script",
                f"Latin words: “{phrase}”",
                place,
                "Translate them; only names and abbreviations stay, and English in brackets.",
            )
        elif phrase not in _KNOWN and phrase.casefold() not in message.text.casefold():
            yield Finding(
                "po.script",
                f"Latin words that the English does not have: “{phrase}”",
                place,
                "Spell them as the English does, or leave them out.",
            )


def _is_name(phrase: str) -> bool:
    return all(
        word[0].isupper() or (len(word) <= _SMALL_WORD and index > 0)
        for index, word in enumerate(phrase.split())
    )
