"""The catalog of the real house, and of houses with one thing broken."""

import datetime
from pathlib import Path

import pytest
from conftest import TODAY
from edits import replace_in

from press.catalog.catalog import Catalog, read_catalog
from press.errors import ContentError, UsageError
from press.findings import Finding
from press.house import House
from press.wanted import Wanted


def faults(
    house: House, wanted: Wanted | None = None, chapter: Path | None = None
) -> list[Finding]:
    with pytest.raises(ContentError, match="The texts or settings hold faults") as error:
        read_catalog(house, TODAY, chapter, wanted)
    assert error.value.exit_code == 4
    return list(error.value.findings)


def test_the_real_house_is_sound_in_every_language(house: House) -> None:
    catalog = read_catalog(house, TODAY, None, Wanted())
    assert set(catalog.flyers) == {"know-your-rights", "call-script", "program-explainer"}
    begun = {(name, tag) for name, flyer in catalog.flyers.items() for tag in flyer.tags - {"en"}}
    assert {key for key in catalog.translations if key[0] != "shared"} == begun
    assert {tag for _, tag in begun} >= {"es", "pt-BR", "ht", "zh-Hans", "ar"}
    assert catalog.warnings == ()


def test_every_section_that_the_flyers_owe_is_there(catalog: Catalog) -> None:
    ids = {s.id for s in catalog.flyers["know-your-rights"].source.sections}
    assert ids >= {
        "silent", "shut", "sign", "door", "street", "car", "work", "church", "police", "arrested",
        "crime", "aloud", "anyway", "plan", "find", "complain",
    }  # fmt: skip
    ids = {s.id for s in catalog.flyers["program-explainer"].source.sections}
    assert ids >= {
        "what",
        "path",
        "arizona",
        "stop",
        "fear",
        "wrong",
        "do",
        "since",
        "more",
        "sources",
    }


def test_no_translation_is_read_where_none_is_wanted(catalog: Catalog) -> None:
    assert catalog.translations == {}


def test_an_unknown_language_is_a_usage_error(house: House) -> None:
    with pytest.raises(UsageError, match="There is no language “xx”"):
        read_catalog(house, TODAY, None, Wanted(languages=("xx",)))


def test_a_translation_that_is_not_wanted_may_be_broken(own_house: House) -> None:
    (own_house.flyers / "program-explainer/es.po").write_text("broken")
    wanted = Wanted(languages=("es",), flyers=("call-script",))
    assert ("call-script", "es") in read_catalog(own_house, TODAY, None, wanted).translations
    found = faults(own_house, Wanted(languages=("es",)))
    assert [f.code for f in found] == ["po.syntax"]


def test_a_text_that_waits_for_its_translator_is_passed_over(own_house: House) -> None:
    (own_house.flyers / "call-script/kea.po").write_text(
        'msgid ""\nmsgstr ""\n"Language: kea\\n"\n\nmsgid "a"\nmsgstr ""\n', encoding="utf-8"
    )
    catalog = read_catalog(own_house, TODAY, None, Wanted(languages=("kea", "es")))
    assert {tag for _, tag in catalog.translations} == {"es"}
    assert "kea" not in catalog.flyers["call-script"].tags


def test_facts_past_their_day_warn_with_their_line(house: House) -> None:
    catalog = read_catalog(house, datetime.date(2027, 2, 2))
    overdue = {w.message.partition("”")[0].strip("“") for w in catalog.warnings}
    assert "detainer_hours" in overdue
    assert "right_to_silence" not in overdue
    assert all(w.severity == "warning" and w.where and w.where.line for w in catalog.warnings)
    assert {w.code for w in catalog.warnings} == {"fact.overdue"}
    assert all("then set its date, status and check_by" in w.hint for w in catalog.warnings)


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "words"),
    [
        ("facts.toml", '[detainer_hours]\nkind = "number"', '[hours]\nkind = "number"', "text.unknown-fact", "detainer_hours"),
        ("facts.toml", 'source = "dhs.gov"\n', "", "toml.missing", "source"),
        ("languages.toml", '["noto-sans-sc"]', '["noto-sans-xx"]', "language.font", "noto-sans-xx"),
        ("languages.toml", 'direction = "rtl"', 'direction = "up"', "toml.value", "direction"),
        ("know-your-rights/en.md", "up to **{detainer_hours} hours**", "up to **48 hours**", "text.digits", "“48”"),
        ("know-your-rights/en.md", "{locator_address}", "{Locator}", "text.braces", "{Locator}"),
        ("know-your-rights/en.md", "{locator_age}", "{locator_agee}", "text.unknown-fact", "Did you mean “locator_age”?"),
        ("know-your-rights/en.md", 'claims="no_promise"', 'claims="no_promises"', "text.unknown-fact", "no_promises"),
        ("know-your-rights/en.md", "{locator_age}", "{no_promise}", "text.claim-printed", "no_promise"),
        ("know-your-rights/en.md", "Number and address are from {crcl_phone.date} and", "They", "fact.undated", "crcl_phone.date"),
        ("know-your-rights/en.md", "{.caution}\nICE now", "ICE now", "fact.no-caution", "home_entry"),
        ("know-your-rights/en.md", "icon=lock", "icon=lokc", "source.icon", "lokc"),
        ("call-script/targets.toml", '"dhs_line"', '"dhs_lines"', "text.unknown-fact", "dhs_lines"),
        ("call-script/en.md", "# Call today. Call every day.\n", "", "source.title", "# Know your rights"),
        ("call-script/flyer.toml", "[size.card]", "[size.quarto]", "toml.value", "quarto"),
        ("call-script/flyer.toml", "body = [8, 12]", "body = [12, 8]", "toml.value", "the floor first"),
        ("call-script/flyer.toml", '"whom", "script"]', '"whom", "scrip"]', "size.part", "“scrip”"),
        ("know-your-rights/flyer.toml", '"silent.1"', '"silent.9"', "size.part", "“silent.9”"),
        ("program-explainer/flyer.toml", '"title", "path", "fear"', '"title", "path", "hope"', "size.part", "“hope”"),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_place(
    own_house: House, file: str, old: str, new: str, code: str, words: str
) -> None:
    replace_in(own_house.flyers / file, old, new)
    found = faults(own_house)
    first = next(f for f in found if f.code == code)
    assert words in f"{first.message} {first.hint}"
    assert first.hint
    assert first.where is not None
    assert str(first.where).split(":")[0].endswith((file, ".md", ".toml"))


LOGO = ("logo.missing", "logo.not-a-picture")
CHAPTER = 'name = "Us"\nhotline = "617-555-0142"\n'


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('name = ""\n', "toml.value", 1),
        ('hotline = "617-555-0142"\n', "toml.missing", 1),
        (CHAPTER + 'hotlin = "1"\n', "toml.unknown-key", 3),
        ('name = "Us"\nhotline = "ring us"\n', "toml.value", 2),
        (CHAPTER + 'languages = ["en", "xx"]\n', "chapter.unknown-language", 3),
        (CHAPTER + "languages = 5\n", "toml.value", 3),
        (CHAPTER + 'languages = ["en", 1]\n', "toml.value", 3),
        (CHAPTER + "hours = { en = 5 }\n", "toml.value", 3),
        (CHAPTER + 'meeting = ["a"]\n', "toml.value", 3),
        ('name = "—"\n', "toml.value", 1),
        ("name = 5\n", "toml.value", 1),
        ('name = "Us"\nhotline = "٦١٧-٥٥٥-٠١٤٢"\n', "toml.value", 2),
        (CHAPTER + 'sources_address = "https://' + "x" * 200 + '.org"\n', "toml.value", 3),
        (CHAPTER + 'sources_address = "our page"\n', "toml.value", 3),
        (CHAPTER + 'logo = "none.png"\n', "logo.missing", 3),
        (CHAPTER + 'logo = "text.png"\n', "logo.not-a-picture", 3),
        (CHAPTER + 'logo = "half.png"\n', "logo.not-a-picture", 3),
        (CHAPTER + f'meeting = "{"long " * 60}"\n', "toml.value", 3),
    ],
)
def test_a_faulty_chapter_is_told_with_its_line(
    house: House, tmp_path: Path, text: str, code: str, line: int
) -> None:
    from PIL import Image

    (tmp_path / "text.png").write_text("not a picture")
    Image.effect_noise((60, 60), 50).save(tmp_path / "whole.png")
    whole = (tmp_path / "whole.png").read_bytes()
    (tmp_path / "half.png").write_bytes(whole[: len(whole) // 2])
    file = tmp_path / "chapter.toml"
    file.write_text(text, encoding="utf-8")
    found = faults(house, chapter=file)
    (finding,) = found
    assert finding.code == code
    assert finding.where is not None
    assert (finding.where.file, finding.where.line) == (file, line)
    own = "xx" if code == "chapter.unknown-language" else text.splitlines()[line - 1][:4]
    known = text.splitlines()[line - 1].find(own) + 1
    assert finding.where.column == (None if code in ("toml.missing", *LOGO) else known)


def test_the_example_chapter_is_sound(house: House) -> None:
    catalog = read_catalog(house, TODAY, house.flyers / "chapter.example.toml")
    assert catalog.chapter is not None
    assert catalog.chapter.hours("es").startswith("todos los días")
    assert catalog.chapter.hours("xx").startswith("every day")


def test_a_logo_becomes_gray_on_white_without_metadata(house: House, tmp_path: Path) -> None:
    import io

    from PIL import Image

    logo = Image.new("RGBA", (2400, 600), (200, 0, 0, 0))
    logo.paste((200, 16, 46, 255), (0, 0, 1200, 600))
    logo.save(tmp_path / "logo.png", pnginfo=None, dpi=(72, 72))
    (tmp_path / "chapter.toml").write_text(CHAPTER + 'logo = "logo.png"\n', encoding="utf-8")
    chapter = read_catalog(house, TODAY, tmp_path / "chapter.toml").chapter
    assert chapter is not None
    assert chapter.logo is not None
    picture = Image.open(io.BytesIO(chapter.logo.png))
    assert (picture.mode, picture.size) == ("L", (1200, 300))
    assert picture.getpixel((1100, 10)) == 255
    assert 30 < int(picture.getpixel((10, 10))) < 110  # type: ignore[arg-type]
    assert picture.info == {}


def test_a_letter_of_the_chapter_that_no_font_has_is_told_where_it_stands(
    house: House, tmp_path: Path
) -> None:
    file = tmp_path / "chapter.toml"
    file.write_text(CHAPTER + 'meeting = { en = "Noon 😀", ar = "ظهرًا" }\n', encoding="utf-8")
    wanted = Wanted(("en",), ("call-script",))
    (finding,) = faults(house, wanted, file)
    assert finding.code == "language.letters"
    assert finding.message == "“😀” (U+1F600 GRINNING FACE) cannot be printed with the fonts of en"
    assert str(finding.where) == f"{file}:3:24"
    assert "Replace the character" in finding.hint


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("call-script/en.md", "Whom to call", "Whom to call ☎"),
        ("facts.toml", 'source = "dhs.gov"', 'source = "dhs.gov ☎"'),
        ("call-script/targets.toml", 'fact = "dhs_line"', 'in = { es = "☎" }\nfact = "dhs_line"'),
    ],
)
def test_english_facts_and_offices_are_asked_of_the_fonts_too(
    own_house: House, file: str, old: str, new: str
) -> None:
    line = replace_in(own_house.flyers / file, old, new)
    found = faults(own_house, Wanted(("es",), ("call-script",)))
    found = [finding for finding in found if finding.code == "language.letters"]
    places = {(f.where.file, f.where.line) for f in found if f.where}
    # An office named in targets.toml is told at the line of its office, above.
    assert any(
        own == own_house.flyers / file and line - 1 <= (at or 0) <= line for own, at in places
    )


def test_an_office_with_a_strange_placeholder_is_told(own_house: House) -> None:
    targets = own_house.flyers / "call-script/targets.toml"
    replace_in(targets, 'fact = "dhs_line"', 'in = { es = "{nonesuch}" }\nfact = "dhs_line"')
    (finding,) = faults(own_house, Wanted(("es",), ("call-script",)))
    assert finding.code == "po.placeholder-extra"
    assert finding.where is not None
    assert finding.where.file == targets


def test_an_office_named_in_the_targets_needs_no_po_entry(own_house: House) -> None:
    targets = own_house.flyers / "call-script/targets.toml"
    more = '\n[[target]]\noffice = "Our senator"\nfact = "dhs_line"\n'
    targets.write_text(targets.read_text(encoding="utf-8") + more, encoding="utf-8")
    wanted = Wanted(languages=("es",), flyers=("call-script",))
    assert [f.code for f in faults(own_house, wanted)] == ["po.missing"]
    text = targets.read_text(encoding="utf-8") + 'in = { es = "Nuestra senadora" }\n'
    targets.write_text(text, encoding="utf-8")
    assert read_catalog(own_house, TODAY, None, wanted).flyers["call-script"].targets[2].office
