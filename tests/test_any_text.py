"""Any text that anyone writes, in any field: a fitted page that says it whole, or a clear fault."""

import dataclasses
import html
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.catalog.catalog import Catalog, read_catalog
from press.catalog.chapter import read_chapter
from press.catalog.designs import Design, SizeSettings
from press.catalog.facts import Fact
from press.catalog.flyers import read_flyer
from press.catalog.layouts import Layouts
from press.catalog.po import for_translators, read_translation
from press.catalog.po_file import read_po_file, say_po_file
from press.catalog.printable import all_said, unprintable_texts
from press.catalog.toml_file import Tables, read_tables
from press.catalog.truth import check_truth
from press.composition.compose import compose
from press.composition.layout import Layout
from press.errors import OversetError
from press.findings import Finding
from press.house import House
from press.preflight.checks import complete, fonts, glyphs
from press.preflight.proof import Expected, read_proof
from press.presses import USUAL_PRESS
from press.sizes import Trim
from press.translation.translate import translate
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import fit
from press.typesetting.overset import text_of
from press.wanted import Wanted

FLYER = "call-script"
# A page of its own for the panel, which no small size prints.
PANEL = """{% import "_base/parts.html" as parts %}<!DOCTYPE html>
<html lang="{{ copy.tag }}" dir="{{ copy.language.direction }}"><title>{{ copy.title }}</title>
<body>{{ parts.panel(copy, copy.shared, logo) }}"""
UNSEEN = re.compile("[\\s\u200b\u2060]+")

# Any characters; letters of the press's scripts; marks, joiners and controls; markup; long words.
TEXTS = st.one_of(
    st.text(st.characters(), min_size=1, max_size=20),
    st.text(st.sampled_from("aé’“ßاعלأकिंខ្បကြ中한ፊ 3"), min_size=1, max_size=40),
    st.text(
        st.sampled_from(
            "ab\u0301\u064b\u094d\u200b\u200c\u200d\u200e\u200f\u2060\u202e\u2067\u2069\x00\x1b\u2028\ufeff\ufe0f😀👩🏽"
        ),
        min_size=1,
        max_size=12,
    ),
    st.text(st.sampled_from("a1 *_#{}[]()<>&;\"'\\`~|=+-.:/!\n\t"), min_size=1, max_size=30),
    st.sampled_from(
        [
            "x" * 200,
            "ا" * 200,
            "中" * 200,
            "សួស្តី" * 40,
            "</td></table><script>alert(1)</script>",
            "{{ copy.__class__ }}{% for %}",
            "&amp; &lt;b&gt; &#x202e;",
            "<img src=file:///etc/passwd>",
            "**bold** *{hours}*",
            "\ud800 lone",
            "a" + "\u0301" * 40,
            " ",
            "-",
        ]
    ),
)
CHEAP = settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
DEAR = settings(CHEAP, max_examples=8)
LONG = settings(CHEAP, max_examples=500)
LONG_DEAR = settings(CHEAP, max_examples=60)


class Quiet(Catalog):
    """A catalog that is not told whole beside each text that fails."""

    def _repr_pretty_(self, printer: Any, *_: object) -> None:
        printer.text("the catalog")


@pytest.fixture(scope="module")
def whole(house: House) -> Catalog:
    catalog = read_catalog(house, TODAY, None, Wanted(("es", "ar", "zh-Hans"), (FLYER,)))
    return Quiet(**vars(catalog))


def write(file: Path, text: str) -> Path:
    """Write a text as a broken program might: lone surrogates too, which are no UTF-8."""
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    return file


def quoted(text: str, coded: bool) -> str:
    """A text in TOML or PO, its characters as they are or written as codes."""
    return json.dumps(text, ensure_ascii=coded).replace("\x7f", "\\u007f")


def are_clear(findings: Iterable[Finding], file: Path) -> bool:
    """Whether each finding says what is wrong, and at which line of the file."""
    found = list(findings)
    for finding in found:
        assert finding.where is not None
        assert finding.where.file == file
        assert finding.where.line
        assert finding.message
    return bool(found)


def unprintable(catalog: Catalog, tag: str) -> list[Finding]:
    facts = catalog.house.flyers / "facts.toml"
    said = all_said(
        (tag,),
        [catalog.flyers[FLYER]],
        catalog.shared,
        catalog.facts,
        facts,
        catalog.translations,
        catalog.chapter,
    )
    return unprintable_texts(catalog.languages, catalog.fonts, said)


def panel(catalog: Catalog, tag: str) -> Layout:
    """The contact panel of an edition, on a page of its own."""
    layouts = Layouts(
        {**catalog.layouts.templates, f"{FLYER}/panel.html": PANEL}, catalog.layouts.sheets
    )
    size = SizeSettings(body=(6, 9), least=5, layout="panel", sections=("none",), pages=(1,))
    return compose(
        translate(catalog, catalog.flyers[FLYER], tag),
        Design("panel", Trim("panel", 6, 4), size),
        USUAL_PRESS,
        layouts,
        catalog.languages,
        catalog.fonts,
    )


def card(catalog: Catalog, tag: str) -> Layout:
    flyer = catalog.flyers[FLYER]
    return compose(
        translate(catalog, flyer, tag),
        flyer.settings.design("card", tag),
        USUAL_PRESS,
        catalog.layouts,
        catalog.languages,
        catalog.fonts,
    )


def says(layout: Layout, text: str) -> bool:
    """Whether a composed page says a text whole; spaces and line ends are the layout's."""
    words = html.unescape(re.sub("<[^>]*>", "", layout.html.partition("<body")[2]))
    return UNSEEN.sub("", text) in UNSEEN.sub("", words)


def typeset(layout: Layout, typesetter: Typesetter) -> None:
    """Lay a page out: it fits, or is told to be overset; nothing else may go wrong."""
    try:
        fitted = fit(layout, typesetter)
    except OversetError as error:
        assert error.exit_code == 1
        assert "does not fit" in error.message
        assert all(finding.code.startswith("overset.") for finding in error.findings)
        return
    expected = Expected(
        name="any.pdf",
        tags=("en",),
        trim=layout.trim,
        pages=len(fitted.document.pages),
        fonts=layout.fonts,
        least_type=0,
        text=text_of(fitted.page),
    )
    proof = read_proof(write_pdf(fitted.document), expected)
    for check in (fonts.CHECK, glyphs.CHECK, complete.COMPLETE):
        assert check.findings(proof) == ()


FIELDS = ("name", "hours", "meeting", "languages", "hotline", "sources_address", "logo")


def with_chapter(
    whole: Catalog, folder: Path, field: str, text: str, coded: bool
) -> tuple[Catalog | None, Path]:
    file = folder / "chapter.toml"
    name = "" if field == "name" else 'name = "Us"\n'
    write(file, f"{name}{field} = {quoted(text, coded)}\n")
    chapter, findings = read_chapter(file, tuple(whole.languages))
    if chapter is None:
        assert are_clear(findings, file)
        return None, file
    return dataclasses.replace(whole, chapter=chapter), file


def a_text_of_a_chapter(
    whole: Catalog, tmp_path: Path, text: str, field: str, coded: bool, tag: str
) -> None:
    catalog, file = with_chapter(whole, tmp_path, field, text, coded)
    if catalog and not are_clear(unprintable(catalog, tag), file):
        layout = panel(catalog, tag)
        assert field in ("logo", "sources_address") or says(layout, text)


LINES = given(
    TEXTS, st.sampled_from(FIELDS), st.booleans(), st.sampled_from(("en", "ar", "zh-Hans"))
)
test_any_text_of_a_chapter = CHEAP(LINES(a_text_of_a_chapter))
test_many_texts_of_a_chapter = pytest.mark.slow(LONG(LINES(a_text_of_a_chapter)))


def a_panel(
    whole: Catalog, typesetter: Typesetter, tmp_path: Path, text: str, field: str, tag: str
) -> None:
    catalog, file = with_chapter(whole, tmp_path, field, text, False)
    if catalog and not are_clear(unprintable(catalog, tag), file):
        typeset(panel(catalog, tag), typesetter)


PANELS = given(TEXTS, st.sampled_from(FIELDS[:4]), st.sampled_from(("en", "ar", "zh-Hans")))
test_any_text_of_a_chapter_is_laid_out = DEAR(PANELS(a_panel))
test_many_texts_of_a_chapter_are_laid_out = pytest.mark.slow(LONG_DEAR(PANELS(a_panel)))


def with_translation(whole: Catalog, folder: Path, tag: str, text: str) -> Catalog | None:
    """The catalog with one message of a PO file said otherwise."""
    flyer = whole.flyers[FLYER]
    po, _ = read_po_file(flyer.po_file(tag))
    assert po is not None
    messages = for_translators(flyer.messages())
    key = next((m.context, m.text) for m in messages if m.key == "script")
    entries = tuple(
        dataclasses.replace(entry, text=text) if entry.key == key else entry for entry in po.entries
    )
    file = write(folder / f"{tag}.po", say_po_file(dataclasses.replace(po, entries=entries)))
    translation, findings = read_translation(file, tag, messages, flyer.offices_named_in(tag))
    if translation is None:
        assert are_clear(findings, file)
        return None
    catalog = dataclasses.replace(
        whole, translations={**whole.translations, (FLYER, tag): translation}
    )
    return None if are_clear(unprintable(catalog, tag), file) else catalog


def a_translation(whole: Catalog, tmp_path: Path, text: str, tag: str) -> None:
    if catalog := with_translation(whole, tmp_path, tag, text):
        assert says(card(catalog, tag), text.replace("**", ""))


MESSAGES = given(TEXTS, st.sampled_from(("es", "ar", "zh-Hans")))
test_any_translation = CHEAP(MESSAGES(a_translation))
test_many_translations = pytest.mark.slow(LONG(MESSAGES(a_translation)))


def a_card(whole: Catalog, typesetter: Typesetter, tmp_path: Path, text: str, tag: str) -> None:
    if catalog := with_translation(whole, tmp_path, tag, text):
        typeset(card(catalog, tag), typesetter)


CARDS = given(TEXTS, st.sampled_from(("es", "ar")))
test_any_translation_is_laid_out = DEAR(CARDS(a_card))
test_many_translations_are_laid_out = pytest.mark.slow(LONG_DEAR(CARDS(a_card)))


KINDS = ("number", "percent", "date", "phone", "email", "address", "name")


def with_fact(whole: Catalog, folder: Path, line: str) -> list[Finding]:
    """What is wrong with the register when one fact has one line of a test's own."""
    lines = {"kind": '"name"', "value": '"x"', "says": '"x"', "source": '"x"', "date": '"2025"'}
    lines |= {"status": '"current"', "check_by": "2027-01-01"}
    key, _, value = line.partition(" = ")
    lines |= {key: value}
    said = "[a_fact]\n" + "".join(f"{name} = {each}\n" for name, each in lines.items())
    file = write(folder / "facts.toml", said)
    facts: Tables[Fact] = read_tables(file, Fact)
    if facts.findings:
        assert are_clear(facts.findings, file)
        return list(facts.findings)
    sound = {**whole.facts, **facts.sound}
    card(dataclasses.replace(whole, facts=sound), "ar")
    return []


def a_text_of_a_fact(whole: Catalog, tmp_path: Path, text: str, key: str, coded: bool) -> None:
    with_fact(whole, tmp_path, f"{key} = {quoted(text, coded)}")


FACTS = given(TEXTS, st.sampled_from(("value", "source", "date", "says")), st.booleans())
test_any_text_of_a_fact = CHEAP(FACTS(a_text_of_a_fact))
test_many_texts_of_a_fact = pytest.mark.slow(LONG(FACTS(a_text_of_a_fact)))


@pytest.mark.parametrize("value", ["1e400", "-5", "1" + "0" * 400, "nan", "true", "[]", "{}"])
@pytest.mark.parametrize("kind", ["number", "percent"])
def test_any_figure_of_a_fact(
    whole: Catalog, house: House, tmp_path: Path, kind: str, value: str
) -> None:
    said = (
        f'[a_fact]\nkind = "{kind}"\nvalue = {value}\nsays = "x"\nsource = "x"\ndate = "2025"\n'
        'status = "current"\ncheck_by = 2027-01-01\n'
    )
    file = write(tmp_path / "facts.toml", said)
    facts: Tables[Fact] = read_tables(file, Fact)
    if not facts.findings:
        card(dataclasses.replace(whole, facts={**whole.facts, **facts.sound}), "ar")
    else:
        assert are_clear(facts.findings, file)


def with_source(whole: Catalog, folder: Path, text: str, instead_of: str) -> Catalog | None:
    """The catalog with some words of a flyer's English written otherwise."""
    flyer = whole.flyers[FLYER]
    own = folder / FLYER
    own.mkdir(exist_ok=True)
    for name in ("flyer.toml", "targets.toml"):
        (own / name).write_bytes((flyer.folder / name).read_bytes())
    english = (flyer.folder / "en.md").read_text(encoding="utf-8")
    assert instead_of in english
    file = write(own / "en.md", english.replace(instead_of, text, 1))
    changed, findings = read_flyer(own)
    if changed is None:
        assert all(are_clear([each], Path(each.where.file)) for each in findings if each.where)
        assert findings
        return None
    faults = check_truth(changed, Tables(dict(whole.facts), frozenset(), ()))
    if are_clear(faults, file):
        return None
    catalog = dataclasses.replace(whole, flyers={**whole.flyers, FLYER: changed})
    return None if are_clear(unprintable(catalog, "en"), file) else catalog


LINE = "At church, at work, with friends and family."


def an_english_text(whole: Catalog, tmp_path: Path, text: str, instead_of: str) -> None:
    if catalog := with_source(whole, tmp_path, text, instead_of):
        try:
            card(catalog, "en")
        except Exception as error:
            # A text that changes what there is may leave the layout without a part of it.
            from press.errors import ContentError

            assert isinstance(error, ContentError)
            assert error.findings


SOURCES = given(TEXTS, st.sampled_from((LINE, "friends", "# ")))
test_any_english_text = CHEAP(SOURCES(an_english_text))
test_many_english_texts = pytest.mark.slow(LONG(SOURCES(an_english_text)))


@DEAR
@given(TEXTS)
def test_any_english_text_is_laid_out(
    whole: Catalog, typesetter: Typesetter, tmp_path: Path, text: str
) -> None:
    if catalog := with_source(whole, tmp_path, f"With {text} friends.", LINE):
        typeset(card(catalog, "en"), typesetter)
