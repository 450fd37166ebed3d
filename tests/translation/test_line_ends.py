"""Where lines may end: between the words of unspaced scripts, and never inside a Korean one."""

import pytest
from markupsafe import Markup

from press.catalog.languages import Language
from press.translation.inline import count, isolate, to_html
from press.translation.line_ends import BREAK, JOIN, mark_line_ends

PLAIN = Language(
    endonym="E", english="E", script="Latn", fonts=("x",), line_height=1.3, headline_line_height=1
)
KHMER = PLAIN.model_copy(update={"script": "Khmr", "breaks": "words"})
CHINESE = PLAIN.model_copy(update={"script": "Hans", "breaks": "heads"})
KOREAN = PLAIN.model_copy(update={"script": "Kore", "breaks": "spaces"})


def marked(text: str, language: Language) -> str:
    return mark_line_ends(text, language).replace(BREAK, "|").replace(JOIN, "+")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("មនុស្សទាំងអស់កើតមក", "មនុស្ស|ទាំងអស់|កើតមក"),
        ("ມະນຸດທຸກຄົນເກີດມາ", "ມະນຸດ|ທຸກຄົນ|ເກີດ|ມາ"),
        ("လူတိုင်းသည်", "လူ|တိုင်း|သည်"),
        ("ទាំងអស់**កើតមក**", "ទាំងអស់**|កើតមក**"),
        ("ICE {hours}ម៉ោង។", "ICE {hours}ម៉ោង។"),
        ("warrant", "warrant"),
    ],
)
def test_words_without_spaces_are_parted(text: str, said: str) -> None:
    assert marked(text, KHMER) == said


def test_the_translators_own_breaks_are_trusted_phrase_by_phrase() -> None:
    typed = f"មនុស្សទាំង{BREAK}អស់ មនុស្សទាំងអស់"
    assert marked(typed, KHMER) == "មនុស្សទាំង|អស់ មនុស្ស|ទាំងអស់"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("모든 사람은", "모+든 사+람+은"),
        ("ICE가 온다", "ICE+가 온+다"),
        ("{hours}시간 제{n}조", "{hours}+시+간 제+{n}+조"),
        ("**영장**을 (서명)", "**영+장**+을 (+서+명)"),
        ("이민·세관", "이+민·세+관"),
        ("A-가", "A-가"),
    ],
)
def test_a_korean_word_is_kept_whole(text: str, said: str) -> None:
    assert marked(text, KOREAN) == said


def test_the_words_of_a_chinese_head_are_kept_whole_and_its_text_is_left_free() -> None:
    text = "执法人员仍然可能做的**事**"
    head = mark_line_ends(text, CHINESE, is_head=True)
    assert head.replace(JOIN, "+") == "执+法人+员仍+然可+能做+的**事**"
    assert mark_line_ends(text, CHINESE) == "执法人员仍然可能做的\N{WORD JOINER}**事**"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("他们可以问您。", "他们可以+问+您。"),
        ("请说“我要律师”", "请说“我要+律+师”"),
        ("说：“**我不同意。**”", "说：“**我不+同+意。**”"),
        ("可能做的**事**", "可能做的+**事**"),
        ("请拨打{phone}", "请拨打{phone}"),
    ],
)
def test_the_last_characters_of_a_chinese_text_keep_together(text: str, said: str) -> None:
    assert marked(text, CHINESE) == said


@pytest.mark.parametrize("language", [PLAIN, KHMER, CHINESE, KOREAN])
def test_no_line_begins_with_a_dash(language: Language) -> None:
    kept = "A\N{NO-BREAK SPACE}— b\N{NO-BREAK SPACE}– c"
    assert mark_line_ends("A — b – c", language) == kept
    assert mark_line_ends("— A -b", language) == "— A -b"


def test_other_languages_are_left_as_they_are() -> None:
    assert mark_line_ends("한국 មនុស្សទាំងអស់", PLAIN) == "한국 មនុស្សទាំងអស់"


def test_marks_stand_in_the_words_and_never_in_the_markup() -> None:
    html = to_html("**{n}시간**을 ICE가", KOREAN, {"n": count("48")})
    assert html.replace(JOIN, "+") == Markup(
        '<strong><bdi dir="ltr" class="count">48</bdi>+시+간</strong>+을'
        ' <bdi lang="en" dir="ltr">ICE</bdi>+가'
    )
    html = to_html("មនុស្សទាំងអស់ {phone}", KHMER, {"phone": isolate("617-555-0142")})
    assert html.replace(BREAK, "|") == 'មនុស្ស|ទាំងអស់ <bdi dir="ltr">617-555-0142</bdi>'
