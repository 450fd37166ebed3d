"""Copy: complete in every language, honest about drafts, dates and sources."""

from pathlib import Path

import pytest
from conftest import TODAY

from press.catalog.catalog import Catalog, read_catalog
from press.catalog.po import sign
from press.catalog.po_file import read_po_file, say_po_file
from press.house import House
from press.translation.translate import translate
from press.translation.values import say_phone
from press.wanted import Wanted


@pytest.fixture(scope="module")
def whole(house: House) -> Catalog:
    return read_catalog(house, TODAY, None, Wanted())


@pytest.mark.parametrize("tag", ["en", "es", "pt-BR", "ht", "zh-Hans", "ar"])
@pytest.mark.parametrize("flyer", ["know-your-rights", "call-script", "program-explainer"])
def test_copy_holds_every_message_and_no_open_placeholder(
    whole: Catalog, flyer: str, tag: str
) -> None:
    copy = translate(whole, whole.flyers[flyer], tag)
    assert list(copy.message_keys()) == [m.key for m in whole.flyers[flyer].source.messages()]
    lines = [line for section in copy.sections for line in section.lines]
    assert all("{" not in line.html and "**" not in line.html for line in lines)
    if tag != "en":
        same = [
            line.key
            for section in copy.sections
            if not section.english_only
            for line in section.lines
            if line.html == line.english and line.html.count(" ") > 2
        ]
        assert same == []


@pytest.mark.parametrize("tag", ["en", "es", "pt-BR", "ht", "zh-Hans", "ar"])
def test_what_is_handed_to_an_officer_is_not_translated(whole: Catalog, tag: str) -> None:
    copy = translate(whole, whole.flyers["know-your-rights"], tag)
    (officer,) = [section for section in copy.sections if section.english_only]
    assert officer.id == "officer"
    for line in officer.all_lines():
        assert line.html.striptags() == line.english.striptags()


def test_a_draft_says_so_in_its_own_language_and_in_english(whole: Catalog) -> None:
    draft = translate(whole, whole.flyers["call-script"], "es").draft
    assert [(tag, words.striptags()[:8]) for tag, _, words in draft] == [
        ("es", "Borrador"),
        ("en", "Draft: n"),
    ]
    english = translate(whole, whole.flyers["call-script"], "en").draft
    assert [tag for tag, _, _ in english] == ["en"]


def test_a_signed_translation_carries_no_draft_line(own_house: House) -> None:
    for folder in ("call-script", "shared"):
        file = own_house.flyers / folder / "es.po"
        po, _ = read_po_file(file)
        assert po is not None
        file.write_text(say_po_file(sign(po, "Ana", "2026-11-20")), encoding="utf-8")
    signed = read_catalog(own_house, TODAY, None, Wanted(("es",), ("call-script",)))
    assert translate(signed, signed.flyers["call-script"], "es").draft == ()


def test_an_old_number_prints_its_year(whole: Catalog) -> None:
    targets = translate(whole, whole.flyers["call-script"], "en").targets
    assert [t.phone.striptags() for t in targets] == ["202-456-1111", "202-282-8495"]
    assert {t.as_of.striptags() for t in targets} == {"not checked since 2011"}


def test_every_fact_printed_has_its_source(whole: Catalog) -> None:
    groups = translate(whole, whole.flyers["program-explainer"], "en").sources
    told = " ".join(
        f"{value.striptags()} {line.source.striptags()} {line.note.striptags()}"
        for group in groups
        for line in group.lines
        for value in line.values
    )
    assert "75% Secure Communities community page, Massachusetts, 2011 as of 2011" in told
    assert "176 MIRA 2011-02-15; enterprisenews.com 2011-05-15 as of February 2011" in told
    assert "48 8 CFR 287.7(d); avvo.com; scribd.com 343192456 disputed" in told


def test_a_chapter_fills_the_panel_in_the_readers_language(house: House, tmp_path: Path) -> None:
    file = tmp_path / "chapter.toml"
    file.write_text(
        'name = "Centro Vecinal"\nhotline = "617-555-0142"\nlanguages = ["es", "ar"]\n'
        'hours = { en = "all day", es = "todo el día" }\nsources_address = "https://example.org/a"\n',
        encoding="utf-8",
    )
    catalog = read_catalog(house, TODAY, file, Wanted(("es", "ar")))
    panel = translate(catalog, catalog.flyers["call-script"], "es").panel
    assert panel.hotline == say_phone("617-555-0142")
    assert panel.hours.striptags() == "todo el día"
    assert [(tag, direction) for tag, direction, _ in panel.languages] == [
        ("es", "ltr"),
        ("ar", "rtl"),
    ]
    assert panel.meeting == ""
    arabic = translate(catalog, catalog.flyers["call-script"], "ar")
    assert arabic.panel.hours == '<bdi dir="ltr">all day</bdi>'
    assert arabic.sources_address == "https://example.org/a"


def test_without_a_chapter_the_panel_is_empty(whole: Catalog) -> None:
    panel = translate(whole, whole.flyers["call-script"], "es").panel
    assert (panel.name, panel.hotline, panel.languages, panel.logo_png) == ("", "", (), None)
