"""Every edition, made from the real texts and read back by another program than ours."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from conftest import TODAY
from editions import composed

from press.catalog.catalog import Catalog, read_catalog
from press.driver import make_all
from press.edition import Edition
from press.errors import OversetError
from press.house import House
from press.imposition.impose import USUAL, Wishes
from press.outcome import Failed, Made, Outcome
from press.plan import plan_editions
from press.pool import Here
from press.presses import press_for
from press.typesetting.engine import Typesetter
from press.typesetting.fit import fit
from press.wanted import ALL, Wanted

TAGS = ("en", "es", "pt-BR", "ht", "zh-Hans", "ar")
TWENTY_FIVE = (
    *TAGS, "zh-Hant", "vi", "km", "fr", "ru", "uk", "ko", "fa", "pa", "fil",
    "am", "so", "hi", "ne", "bn", "ur", "my", "sw", "pl",
)  # fmt: skip
# The first six are made each time, the others when there is time.
EVERY = [tag if tag in TAGS else pytest.param(tag, marks=pytest.mark.slow) for tag in TWENTY_FIVE]


@pytest.fixture(scope="session")
def whole(house: House) -> Catalog:
    return read_catalog(house, TODAY, None, Wanted())


def make(catalog: Catalog, wanted: Wanted, folder: Path) -> dict[str, Made]:
    return by_flyer(made_here(catalog, plan_editions(catalog, wanted), folder))


def made_here(
    catalog: Catalog, editions: Iterable[Edition], folder: Path, wishes: Wishes = USUAL
) -> tuple[Outcome, ...]:
    """Made in this process, which keeps its fonts."""
    return make_all(catalog, editions, folder, lambda _: None, wishes, executor=Here())


def by_flyer(outcomes: Iterable[Outcome]) -> dict[str, Made]:
    for outcome in outcomes:
        assert not isinstance(outcome, Failed), [str(f) for f in outcome.error.findings]
    return {o.edition.flyer: o for o in outcomes if isinstance(o, Made)}


def text_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("tag", EVERY)
def test_all_flyers_of_a_language_are_made_with_the_english_to_say_and_every_number(
    whole: Catalog, tag: str, tmp_path: Path
) -> None:
    made = make(whole, Wanted(languages=(tag,)), tmp_path)
    names = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.pdf"))
    assert names == [
        f"{tag}/call-script-{tag}-quarter-letter-office.pdf",
        f"{tag}/know-your-rights-{tag}-letter-office.pdf",
        f"{tag}/program-explainer-{tag}-letter-office.pdf",
    ]
    for flyer, outcome in made.items():
        settings = whole.flyers[flyer].settings
        floor, ceiling = settings.design(next(iter(settings.size)), tag).settings.body
        assert floor <= outcome.body <= ceiling
    rights = " ".join(text_of(next(tmp_path.rglob("know*.pdf"))).split())
    script = " ".join(text_of(next(tmp_path.rglob("call*.pdf"))).split())
    assert "I am using my right to stay silent." in rights
    assert "1-866-644-8360" in rights
    assert "Please stop this program in our country. Thank you." in script
    for number in ("202-456-1111", "202-282-8495"):
        assert number in script


@pytest.mark.parametrize("tag", EVERY)
def test_both_cards_of_a_language_are_made(whole: Catalog, tag: str, tmp_path: Path) -> None:
    made = make(whole, Wanted(languages=(tag,), sizes=("card",)), tmp_path)
    assert made.keys() == {"call-script", "know-your-rights"}
    assert all(outcome.body >= 7.5 for outcome in made.values())


@pytest.mark.slow
@pytest.mark.parametrize("tag", TWENTY_FIVE)
def test_a_language_fits_in_every_size(house: House, typesetter: Typesetter, tag: str) -> None:
    """At the smallest type allowed, which costs the fewest layouts, with the lines of a chapter."""
    chapter = house.flyers / "chapter.example.toml"
    given = read_catalog(house, TODAY, chapter, Wanted((tag,)))
    overset = {}
    for flyer, size in ((f.name, size) for f in given.flyers.values() for size in f.settings.size):
        layout = composed(given, flyer, tag, size)
        try:
            fit(replace(layout, ceiling=layout.floor), typesetter)
        except OversetError as error:
            overset[flyer, size] = [str(finding) for finding in error.findings]
    assert not overset


@pytest.mark.slow
@pytest.mark.parametrize("panel", ["blank", "coded"])
@pytest.mark.parametrize("tag", TWENTY_FIVE)
def test_a_language_is_made_in_every_size(
    house: House, tag: str, panel: str, tmp_path: Path
) -> None:
    """As it was cast off, and judged as in any build."""
    wanted = Wanted((tag,), sizes=(ALL,))
    chapter = None
    if panel == "coded":
        example = (house.flyers / "chapter.example.toml").read_text(encoding="utf-8")
        chapter = tmp_path / "chapter.toml"
        chapter.write_text(example.replace("# sources_address", "sources_address"))
    catalog = read_catalog(house, TODAY, chapter, wanted)
    made = make(catalog, wanted, tmp_path / "out")
    assert made.keys() == set(catalog.flyers)


def test_two_builds_are_byte_identical(whole: Catalog, house: House, tmp_path: Path) -> None:
    wanted = Wanted(languages=("ar", "zh-Hans"), flyers=("call-script", "know-your-rights"))
    folders = (tmp_path / "one", tmp_path / "two")
    for folder in folders:
        make(whole, wanted, folder)
    pairs = [sorted(folder.rglob("*.pdf")) for folder in folders]
    assert len(pairs[0]) == 4
    assert [p.read_bytes() for p in pairs[0]] == [p.read_bytes() for p in pairs[1]]


LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><script>x()</script>'
    '<rect width="30" height="10" fill="#c8102e" fill-opacity=".8"/></svg>'
)


def test_a_chapter_is_printed_with_its_code_and_logo(house: House, tmp_path: Path) -> None:
    import zxingcpp

    (tmp_path / "logo.svg").write_text(LOGO)
    chapter = tmp_path / "chapter.toml"
    chapter.write_text(
        'name = "Centro Vecinal"\nhotline = "617-555-0142"\nlanguages = ["es", "ar", "zh-Hans"]\n'
        'logo = "logo.svg"\nsources_address = "https://example.org/kyr"\n',
        encoding="utf-8",
    )
    wanted = Wanted(languages=("es", "ar"), flyers=("know-your-rights",))
    catalog = read_catalog(house, datetime.date(2026, 11, 24), chapter, wanted)
    make(catalog, wanted, tmp_path / "out")
    for file in sorted((tmp_path / "out").rglob("*.pdf")):
        assert text_of(file).count("617-555-0142") == 2
        assert "简体中文" in text_of(file)
        with pypdfium2.PdfDocument(file) as pdf:
            picture = pdf[1].render(scale=200 / 72).to_pil()
            (logo,) = pdf[1].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
            assert logo.get_px_size() == (1200, 400)
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == [
            "https://example.org/kyr"
        ]


def test_no_path_or_machine_name_stands_in_a_file(whole: Catalog, tmp_path: Path) -> None:
    import socket

    make(whole, Wanted(languages=("en",), flyers=("call-script",)), tmp_path)
    with pypdfium2.PdfDocument(next(tmp_path.rglob("*.pdf"))) as pdf:
        data = " ".join(pdf.get_metadata_dict().values())
    assert not re.search(r"/(home|root|tmp|work)\b", data)
    assert socket.gethostname() not in data


def test_two_languages_are_printed_back_to_back(whole: Catalog, tmp_path: Path) -> None:
    wanted = Wanted(languages=("es",), flyers=("know-your-rights",), second="ar")
    made = make(whole, wanted, tmp_path)["know-your-rights"]
    assert made.file.name == "know-your-rights-es-ar-letter-office.pdf"
    assert made.way == "both sides, flipped on the long edge"
    with pypdfium2.PdfDocument(made.file) as pdf:
        sides = [page.get_textpage().get_text_range() for page in pdf]
    assert ["derechos" in side for side in sides] == [True, False, True, False]
    assert [re.search("[\u0600-\u06ff]", side) is not None for side in sides] == [
        False, True, False, True,
    ]  # fmt: skip
    assert all("1-866-644-8360" in side for side in sides[2:])


@pytest.mark.parametrize(
    ("press", "standard", "files"),
    [
        ("shop", "x-4", ["call-script-ar-quarter-letter-shop.pdf"]),
        ("shop", "x-1a", ["call-script-ar-quarter-letter-shop-x-1a.pdf"]),
        (
            "screen",
            "ua-1",
            [
                "call-script-ar-quarter-letter-screen-1.png",
                "call-script-ar-quarter-letter-screen-2.png",
                "call-script-ar-quarter-letter-screen.jpg",
                "call-script-ar-quarter-letter-screen.pdf",
            ],
        ),
    ],
)
def test_each_press_gets_its_files(
    whole: Catalog, tmp_path: Path, press: str, standard: str, files: list[str]
) -> None:
    wanted = Wanted(("ar",), ("call-script",), press=press_for(press, standard))
    made = make(whole, wanted, tmp_path)["call-script"]
    assert made.way == ""
    assert sorted(path.name for path in (tmp_path / "ar").iterdir()) == files


@pytest.mark.parametrize("standard", [pytest.param("x-4", marks=pytest.mark.slow), "x-1a"])
def test_a_logo_with_transparency_and_color_passes_at_the_shop(
    house: House, tmp_path: Path, standard: str
) -> None:
    (tmp_path / "logo.svg").write_text(LOGO)
    chapter = tmp_path / "chapter.toml"
    chapter.write_text('name = "Centro Vecinal"\nlogo = "logo.svg"\n')
    wanted = Wanted(("en",), ("know-your-rights",), ("letter",), press_for("shop", standard))
    catalog = read_catalog(house, TODAY, chapter, wanted)
    assert make(catalog, wanted, tmp_path / "out")["know-your-rights"].warnings == ()


def test_a_poster_on_small_paper_comes_in_tiles_with_a_page_that_says_how(
    whole: Catalog, tmp_path: Path
) -> None:
    edition = Edition("know-your-rights", "en", "tabloid")
    wishes = Wishes(paper=(612.0, 792.0), how_to=True)
    made = by_flyer(made_here(whole, [edition], tmp_path, wishes))["know-your-rights"]
    assert made.way == "one side"
    with pypdfium2.PdfDocument(made.file) as pdf:
        sizes = {tuple(sorted(page.get_size())) for page in pdf}
        words = pdf[len(pdf) - 1].get_textpage().get_text_range()
    assert sizes == {(612.0, 792.0)}
    assert "glue the sheets" in " ".join(words.split())


def test_a_folded_size_comes_on_sheets_with_its_way(whole: Catalog, tmp_path: Path) -> None:
    edition = Edition("program-explainer", "ar", "half-letter")
    made = by_flyer(made_here(whole, [edition], tmp_path))["program-explainer"]
    assert made.way == "both sides, flipped on the short edge"
    with pypdfium2.PdfDocument(made.file) as pdf:
        assert [page.get_size() for page in pdf] == [(792.0, 612.0)] * 4
