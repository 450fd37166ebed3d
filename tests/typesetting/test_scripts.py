"""Scripts as WeasyPrint lays them out: where lines end, and which font each word is set in."""

import re

import pytest
from weasyprint.formatting_structure import boxes

from press.catalog.catalog import Catalog
from press.composition.compose import compact, tokens
from press.composition.layout import Layout
from press.errors import OversetError
from press.sizes import Trim
from press.translation.inline import isolate, to_html
from press.translation.line_ends import JOIN
from press.typesetting.engine import OpenPage, Typesetter, write_pdf
from press.typesetting.fit import fit

SAID = {
    "km": "មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងសមភាពក្នុងសិទ្ធិនិងសេចក្ដីថ្លៃថ្នូរ",
    "lo": "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີສິດທິເສລີພາບແລະຄວາມສະເໝີພາບເທົ່າທຽມກັນ",
    "my": "လူတိုင်းသည်တူညီလွတ်လပ်သောဂုဏ်သိက္ခာဖြင့်လည်းကောင်းတူညီလွတ်လပ်သောအခွင့်အရေးများဖြင့်",
    "ko": "모든 사람은 태어날 때부터 자유롭고 존엄과 권리에 있어서 평등하다",
    "hi": "सभी मनुष्यों को ICE warrant और गौरव",
    "ur": "تمام انسان ICE warrant آزاد اور حقوق",
    "he": "כל בני האדם ICE warrant נולדו בני",
    "ps": "د بشر ټول ICE warrant افراد آزاد نړۍ",
    "am": "የሰው ልጅ ICE warrant ሁሉ ሲወለድ ነጻና",
    "bn": "সমস্ত মানুষ ICE warrant স্বাধীনভাবে",
    "ka": "ყველა ადამიანი ICE warrant იბადება",
    "th": "มนุษย์ทั้งหลาย ICE warrant เกิดมามีอิสระ",
    "zh-Hant": "人人生而自由ICE warrant在尊嚴和權利",
}


def lay(catalog: Catalog, typesetter: Typesetter, tag: str, text: str, width: str) -> OpenPage:
    language = catalog.languages[tag]
    shown = {tag: language, "en": catalog.languages["en"]}
    fonts = tuple(
        dict.fromkeys(f for each in shown.values() for n in each.fonts for f in catalog.fonts[n])
    )
    html = to_html(text, language, {"phone": isolate("617-555-0142")})
    page = f'<html lang="{tag}" dir="{language.direction}"><title>t</title><body><p>{html}</p>'
    style = tokens(Trim("small", 4, 4), shown) + f"p {{ margin: 0; width: {width} }}"
    return typesetter.open(page, style, fonts)


def lines_of(page: OpenPage) -> list[str]:
    (laid,) = page.lay_out("").pages
    return [
        "".join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox))
        for line in laid._page_box.descendants()
        if isinstance(line, boxes.LineBox)
    ]


@pytest.mark.parametrize("tag", ["km", "lo", "my"])
def test_unspaced_scripts_break_between_words(
    catalog: Catalog, typesetter: Typesetter, tag: str
) -> None:
    lines = lines_of(lay(catalog, typesetter, tag, SAID[tag], "1.4in"))
    assert len(lines) > 2
    assert "".join(lines).replace("\u200b", "") == SAID[tag]
    assert all(line.endswith("\u200b") for line in lines[:-1])


def test_a_line_may_end_where_bold_words_begin_or_end(
    catalog: Catalog, typesetter: Typesetter
) -> None:
    words = ["ទាំងអស់", "**សេរីភាព**", "សមភាព", "**សេរីភាព**"]
    lines = lines_of(lay(catalog, typesetter, "km", "".join(words), ".7in"))
    assert [line.strip("\u200b") for line in lines] == [word.strip("*") for word in words]


def test_korean_breaks_at_spaces_alone(catalog: Catalog, typesetter: Typesetter) -> None:
    words = SAID["ko"].split()
    lines = lines_of(lay(catalog, typesetter, "ko", SAID["ko"], "1in"))
    assert len(lines) > 3
    assert [w for line in lines for w in line.replace(JOIN, "").split()] == words


@pytest.mark.parametrize("tag", SAID)
def test_english_in_any_script_is_set_in_the_latin_font(
    catalog: Catalog, typesetter: Typesetter, tag: str
) -> None:
    own = "press-" + catalog.languages[tag].fonts[0]
    page = lay(catalog, typesetter, tag, f"{SAID[tag]} ICE warrant", "3in")
    (laid,) = page.lay_out("").pages
    for box in laid._page_box.descendants():
        if isinstance(box, boxes.TextBox) and box.text.strip():
            is_english = re.search("[A-Za-z]", box.text) is not None
            assert box.style["font_family"][0] == ("press-noto-sans" if is_english else own)


@pytest.mark.parametrize("tag", list(SAID))
def test_nothing_of_a_script_is_missing_from_its_fonts(
    catalog: Catalog, typesetter: Typesetter, tag: str
) -> None:
    page = lay(catalog, typesetter, tag, f"**{SAID[tag]}** {{phone}}", "3in")
    assert write_pdf(page.lay_out("")).startswith(b"%PDF")


def urdu(catalog: Catalog, words: int, closer: bool) -> Layout:
    language = catalog.languages["ur"]
    trim = Trim("small", 4, 4)
    style = "@layer base { @page { margin: .5in } p { margin: 0; font-size: var(--body) } }"
    return Layout(
        html=f'<html lang="ur" dir="rtl"><title>t</title><body><p>{"حقوق " * words}</p>',
        style=tokens(trim, {"ur": language}) + style,
        trim=trim,
        pages=(1,),
        floor=9,
        ceiling=10,
        language=language,
        fonts=tuple(font for name in language.fonts for font in catalog.fonts[name]),
        compact=compact("ur", language) if closer else "",
    )


@pytest.mark.parametrize(
    ("words", "family"), [(20, "press-noto-nastaliq-urdu"), (120, "press-noto-naskh-arabic")]
)
def test_a_text_that_does_not_fit_is_set_closer(
    catalog: Catalog, typesetter: Typesetter, words: int, family: str
) -> None:
    (page,) = fit(urdu(catalog, words, closer=True), typesetter).document.pages
    families = {
        box.style["font_family"][0]
        for box in page._page_box.descendants()
        if isinstance(box, boxes.TextBox)
    }
    assert families == {family}


def test_the_closer_setting_of_every_language_has_smaller_headlines(catalog: Catalog) -> None:
    hindi = catalog.languages["hi"]
    rules = compact("hi", hindi)
    assert "--headline-scale: 0.8" in rules
    assert f"--leading: {hindi.line_height};" in rules


def test_without_a_closer_setting_it_is_told(catalog: Catalog, typesetter: Typesetter) -> None:
    with pytest.raises(OversetError):
        fit(urdu(catalog, 120, closer=False), typesetter)
