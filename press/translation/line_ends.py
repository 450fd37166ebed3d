"""Where lines may end, in scripts whose rules WeasyPrint does not know.

Khmer, Lao, Burmese and Thai stand without spaces between words, and WeasyPrint would never break
them (Thai alone, where its own list of words says so): a zero-width space goes between words, as
ICU's dictionaries see them. Korean is broken at spaces alone: a word joiner stands wherever a line
could else end inside a word. Chinese is broken anywhere in running text but before its last
characters, and the words of its heads are kept whole in the same way. In no language does a line
begin with a dash that stands between spaces.
"""

import re
from itertools import pairwise

from icu4py.breakers import CharacterBreaker, LineBreaker, WordBreaker

from press.catalog.languages import Language

BREAK = "\N{ZERO WIDTH SPACE}"
JOIN = "\N{WORD JOINER}"

_BOLD = "**"
_PHRASE = re.compile(r"\S+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_HAN = re.compile("[\u3400-\u9fff]{2,}")
_LAST_HAN = re.compile(r"(?<=[\u3400-\u9fff])(?=(?:\*\*)?[\u3400-\u9fff]{1,2}[。！？”」*]*$)")
_BEFORE_DASH = re.compile(r"(?<=\S) (?=[—–]\s)")
_HANGUL = "[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"
# Dashes, strokes and dots end a part of a word; the marks of bold words are no part of it.
_INSIDE_WORD = re.compile(rf"(?<=[^\s*/…·—–-])(?={_HANGUL})|(?<={_HANGUL})(?=[\w{{(])")


def mark_line_ends(text: str, language: Language, is_head: bool = False) -> str:
    """Inline Markdown with the places marked at which its lines may end, or may not."""
    text = _BEFORE_DASH.sub("\N{NO-BREAK SPACE}", text)
    if language.breaks == "heads" and not is_head:
        return _LAST_HAN.sub(JOIN, text)
    if not language.breaks:
        return text
    pieces = text.split(_BOLD)
    plain = "".join(pieces)
    mark = BREAK if language.breaks == "words" else JOIN
    places = _PLACES[language.breaks](plain)
    marked, end = [], 0
    for piece in pieces:
        start, end = end, end + len(piece)
        own = [place - start for place in places if start <= place < end]
        marked.append(_insert(piece, mark, own))
    return _BOLD.join(marked)


def _between_words(text: str) -> list[int]:
    """Where one word of an unspaced script follows another.

    A phrase in which the translator typed zero-width spaces is left as it is.
    """
    return [
        phrase.start() + place
        for phrase in _PHRASE.finditer(text)
        if BREAK not in phrase[0]
        for place in _word_starts(phrase[0])
    ]


def _word_starts(phrase: str) -> list[int]:
    letters = {start for start, _ in CharacterBreaker(phrase, "en").segments()}
    words = [start for start, _ in LineBreaker(phrase, "en").segments()]
    return [
        start
        for start in words
        if start in letters
        and _UNSPACED.match(phrase, start)
        and _UNSPACED.fullmatch(phrase, start - 1, start)
    ]


def _inside_korean(text: str) -> list[int]:
    return [match.start() for match in _INSIDE_WORD.finditer(text)]


def _inside_chinese(text: str) -> list[int]:
    return [
        place
        for start, end in WordBreaker(text, "zh").segments()
        if _HAN.fullmatch(text, start, end)
        for place in range(start + 1, end)
    ]


_PLACES = {"words": _between_words, "spaces": _inside_korean, "heads": _inside_chinese}


def _insert(text: str, mark: str, places: list[int]) -> str:
    edges = [0, *places, len(text)]
    return mark.join(text[a:b] for a, b in pairwise(edges))
