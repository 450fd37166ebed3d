"""What keeps together at the end of a line, in every script."""

import pytest
from markupsafe import Markup

from press.composition.keeps import keep_last_words, keep_quotations, keep_sentences


def test_the_last_words_marked_within_a_text_keep_together() -> None:
    assert keep_last_words(
        Markup(
            "\u101b\u1032\u200b\u1006\u102d\u102f\u1010\u102c \u1018\u102c\u200b\u101c\u1032\u104b"
        )
    ).endswith("\u1018\u102c\u101c\u1032\u104b")
    far = "\u200b" + "\u1000" * 20
    assert keep_last_words(Markup("\u1000" + far)) == "\u1000" + far


def test_the_sentences_of_a_headline_keep_together() -> None:
    assert keep_sentences(Markup("Call today. Call every day.")).count("sentence") == 2
    assert keep_sentences(Markup("今天就打。天天都打。")).count("sentence") == 2
    assert keep_sentences(Markup("आज फ़ोन करें। रोज़ फ़ोन करें।")).count("sentence") == 2
    assert keep_sentences(Markup("ዛሬ ይደውሉ። በየቀኑ ይደውሉ።")).count("sentence") == 2
    assert keep_sentences(Markup("One &amp; only")).count("sentence") == 1


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Keep the door shut", "Keep the door\N{NO-BREAK SPACE}shut"),
        ("Know your rights", "Know your rights"),
        ("Je, polisi watanisimamisha barabarani?", "Je, polisi watanisimamisha barabarani?"),
        ("了解您的权利", "了解您的权利"),
        ("警察会在街上拦我吗？", '警察会在街上<span class="closed">拦我吗？</span>'),
        ('Say this <bdi dir="ltr">to ICE</bdi>', 'Say this <bdi dir="ltr">to ICE</bdi>'),
    ],
)
def test_the_last_words_of_a_headline_keep_together(text: str, kept: str) -> None:
    assert str(keep_last_words(Markup(text))) == kept


def test_a_quoted_name_in_a_headline_is_kept_together() -> None:
    assert keep_quotations(Markup("什么是“安全社区”？")) == Markup(
        '什么是<span class="quotation">“安全社区”？</span>'
    )
    assert keep_quotations(Markup("What is it?")) == Markup("What is it?")
