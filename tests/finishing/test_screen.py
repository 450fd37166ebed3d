"""The screen press: what every edition says of itself, judged by veraPDF."""

import datetime
import re
from pathlib import Path

import pytest
from editions import composed
from pages import open_page
from proofs.verapdf import validate
from structure import elements, kinds, opened

from press.catalog.catalog import Catalog, read_catalog
from press.catalog.po import has_begun
from press.finishing.screen import ScreenWork, Standard, finish_for_screen
from press.house import House, find_house
from press.presses import SCREEN, press_for
from press.translation.translate import translate
from press.typesetting.attempts import fitted_style
from press.typesetting.engine import Typesetter, write_pdf
from press.wanted import Wanted

BODY = """<h1>Know your <b>rights</b></h1><h2>At the door</h2><p>Call <a href="tel:+1">1</a>
<h3>Ask</h3><p>Words<h2>At work</h2><p lang=es>Palabras"""
STANDARDS: tuple[Standard, ...] = ("pdf/ua-1", "pdf/ua-2")


@pytest.fixture
def finish(typesetter: Typesetter):
    def make(body: str = BODY, standard: Standard = "pdf/ua-1") -> bytes:
        pdf = write_pdf(open_page(typesetter, body).lay_out(""), standard)
        return finish_for_screen(pdf, ScreenWork("Know your rights", "en", standard))

    return make


@pytest.mark.parametrize("standard", STANDARDS)
def test_it_names_its_standard_title_and_language(finish, standard: Standard) -> None:
    document = opened(finish(standard=standard))
    told = document.open_metadata()
    assert told["pdfuaid:part"] == standard[-1]
    assert told.get("pdfuaid:rev") == {"pdf/ua-1": None, "pdf/ua-2": "2024"}[standard]
    assert told["dc:title"] == "Know your rights"
    assert told["dc:language"] == {"en"}
    assert str(document.Root.Lang) == "en"
    assert document.Root.ViewerPreferences.DisplayDocTitle is True


def test_it_tells_nothing_of_who_made_it_when_or_with_what(finish) -> None:
    document = opened(finish())
    assert list(document.docinfo.keys()) == ["/Title"]
    told = document.Root.Metadata.read_bytes()
    assert not re.search(rb"producer|creator|weasyprint|date|file:", told, re.IGNORECASE)


def test_bookmarks_are_the_heads_in_plain_words(finish) -> None:
    with opened(finish()).open_outline() as outline:
        title = outline.root[0]
        assert title.title == "Know your rights"
        assert [head.title for head in title.children] == ["At the door", "At work"]
        assert [head.title for head in title.children[0].children] == ["Ask"]


def test_bookmarks_lead_to_the_heads_where_the_standard_asks(finish) -> None:
    def targets(standard: Standard) -> list[str]:
        root = opened(finish(standard=standard)).Root.Outlines.First
        return [str(mark.Dest[0].get("/S")) for mark in (root, root.First, root.First.First)]

    assert targets("pdf/ua-2") == ["/H1", "/H2", "/H3"]
    assert targets("pdf/ua-1") == ["None", "None", "None"]


def test_heads_start_at_the_first_level_where_there_is_no_title(finish) -> None:
    assert kinds(finish("<h2>Silent</h2><h3>Why</h3><h2>Shut</h2>")) == "H1 H2 H1"
    assert kinds(finish("<h1>Title</h1><h2>Shut</h2>")) == "H1 H2"


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_same_input_gives_the_same_bytes(finish, standard: Standard) -> None:
    assert finish(standard=standard) == finish(standard=standard)


def make(catalog: Catalog, typesetter: Typesetter, flyer: str, tag: str, size: str) -> list[bytes]:
    """An edition at its smallest type, by each standard: its tags do not depend on the fit."""
    layout = composed(catalog, flyer, tag, size, press_for(SCREEN))
    title = translate(catalog, catalog.flyers[flyer], tag).title
    page = typesetter.open(layout.html, layout.style, layout.fonts)
    document = page.lay_out(fitted_style(layout.floor))
    return [
        finish_for_screen(write_pdf(document, standard), ScreenWork(title, tag, standard))
        for standard in STANDARDS
    ]


CHAPTER = """name = "Centro Vecinal"
hotline = "617-555-0142"
languages = ["en", "es", "ar"]
sources_address = "https://example.org/know-your-rights"
"""


@pytest.fixture(scope="module")
def whole(house: House, tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """All languages, and a chapter, so that there are a hotline and a code to scan."""
    file = tmp_path_factory.mktemp("chapter") / "chapter.toml"
    file.write_text(CHAPTER, encoding="utf-8")
    return read_catalog(house, datetime.date(2026, 11, 24), file, Wanted())


# These fit every size; some of the others run too long for the folded ones.
IN_EVERY_SIZE = ("en", "es", "pt-BR", "ht", "zh-Hans", "ar")
TRANSLATED = sorted(
    file.stem for file in find_house().flyers.glob("know-your-rights/*.po") if has_begun(file)
)


@pytest.mark.parametrize("tag", ["en", "es", "ar", "zh-Hans"])
def test_every_flyer_conforms_in_its_usual_size(
    whole: Catalog, typesetter: Typesetter, tmp_path: Path, tag: str
) -> None:
    prove(whole, typesetter, tmp_path, tag, most=1)


@pytest.mark.slow
@pytest.mark.parametrize("tag", IN_EVERY_SIZE)
def test_every_edition_conforms(
    whole: Catalog, typesetter: Typesetter, tmp_path: Path, tag: str
) -> None:
    prove(whole, typesetter, tmp_path, tag, most=None)


@pytest.mark.slow
@pytest.mark.parametrize("tag", sorted(set(TRANSLATED) - set(IN_EVERY_SIZE)))
def test_every_other_language_conforms_in_its_usual_size(
    whole: Catalog, typesetter: Typesetter, tmp_path: Path, tag: str
) -> None:
    prove(whole, typesetter, tmp_path, tag, most=1)


def prove(
    catalog: Catalog, typesetter: Typesetter, folder: Path, tag: str, most: int | None
) -> None:
    """Each flyer of a language, in so many of its sizes, keeps both standards."""
    files: dict[Standard, list[Path]] = {standard: [] for standard in STANDARDS}
    for flyer, known in catalog.flyers.items():
        for size in list(known.settings.size)[:most]:
            made = make(catalog, typesetter, flyer, tag, size)
            for standard, pdf in zip(STANDARDS, made, strict=True):
                files[standard].append(folder / f"{flyer}-{size}-{standard[-1]}.pdf")
                files[standard][-1].write_bytes(pdf)
    for standard in STANDARDS:
        judged = validate(files[standard], f"ua{standard[-1]}")
        assert {file.name: told for file, told in judged.items() if told} == {}


def test_an_unfinished_file_does_not_conform(typesetter: Typesetter, tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"
    file.write_bytes(write_pdf(open_page(typesetter, "<h2>Silent</h2>").lay_out(""), "pdf/ua-1"))
    assert any(told.startswith("7.4.2") for told in validate([file], "ua1")[file])


def test_an_arabic_flyer_says_its_english_in_english(
    whole: Catalog, typesetter: Typesetter
) -> None:
    pdf = make(whole, typesetter, "know-your-rights", "ar", "letter")[0]
    assert str(opened(pdf).Root.Lang) == "ar"
    assert {"en", "es"} <= {str(e.Lang) for e in elements(pdf) if "/Lang" in e}
    links = {
        str(annotation.A.URI)
        for page in opened(pdf).pages
        for annotation in page.get("/Annots", [])
    }
    assert {"tel:+16175550142", "https://example.org/know-your-rights"} <= links
    assert all(
        str(e.Alt) == "https://example.org/know-your-rights"
        for e in elements(pdf)
        if e.S == "/Figure"
    )
