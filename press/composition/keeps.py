"""Words that keep together at the end of a line, so that none stands alone. Pure."""

import re

from markupsafe import Markup

_LAST_WORD = re.compile(r"(?<=\S) (?=[^\s<>]+$)")
_LAST_MARKS = re.compile(r"\u200b(?=[^\s<>]{1,12}$)")
_LONG_PAIR = 18  # letters: two words that may be wider than a narrow column
_LAST_HAN = re.compile(r"[\u3400-\u9fff]{1,3}[？！。]?$")
_LONG_HAN = 7
_QUOTATION = re.compile("[“„«「][^”“»」<]*[”“»」][?!.？！。]?")
_SENTENCE_END = re.compile(r"(?<=[.!?؟۔。！？።။។։।])\s*(?=[^\s<])")


def keep_sentences(html: Markup) -> Markup:
    """A headline of several sentences, each kept together on a line where it fits."""
    return Markup(" ").join(
        Markup('<span class="sentence">{}</span>').format(keep_last_words(Markup(sentence)))
        for sentence in _SENTENCE_END.split(html)
        if sentence
    )


def keep_last_words(html: Markup) -> Markup:
    """A text of four words or more whose last two keep together, so that none stands alone.

    Two long words are left apart. Of a text in Chinese or Japanese, which has no spaces, it is the
    last characters; of one in Khmer or Burmese the words that are marked within them.
    """
    html = Markup(_LAST_MARKS.sub("", str(html)))
    if _LAST_HAN.search(html) and len(html.striptags()) > _LONG_HAN:
        return Markup(_LAST_HAN.sub(r'<span class="closed">\g<0></span>', str(html)))
    words = html.striptags().split()
    if len(words) < 4 or len(" ".join(words[-2:])) > _LONG_PAIR:
        return html
    return Markup(_LAST_WORD.sub("\N{NO-BREAK SPACE}", html))


def keep_quotations(html: Markup) -> Markup:
    """A headline whose quoted names, with the mark after them, are not broken over lines."""
    return Markup(_QUOTATION.sub(r'<span class="quotation">\g<0></span>', str(html)))
