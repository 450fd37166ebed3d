"""Each check of finished files, passing on a sound file and failing on one with its fault."""

import dataclasses
import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pages import FONTS, SMALL, open_page, page

from press.catalog.fonts import FontFile
from press.errors import PreflightError
from press.finishing.office import finish_for_office
from press.house import find_house
from press.imposition.impose import USUAL, impose
from press.imposition.schemes import SCHEMES
from press.imprint.shaping import Stack, shape
from press.preflight import OFFICE, judge
from press.preflight.check import Check
from press.preflight.checks import complete, contrast, fonts, glyphs, least_type, pages, words
from press.preflight.proof import Expected, Proof, read_proof
from press.sizes import TRIMS
from press.typesetting.engine import Typesetter, write_pdf

FOLDER = find_house().fonts
BODY = "<h1>Office affairs</h1><p>Some plain <b>words</b>.</p>"


def expected(**changes: object) -> Expected:
    sound = Expected("x.pdf", ("en",), SMALL, 1, FONTS, 8.0, "Office affairs Some plain words.")
    return dataclasses.replace(sound, **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def make(typesetter: Typesetter) -> Callable[..., bytes]:
    def pdf(body: str = BODY, style: str = "") -> bytes:
        laid_out = write_pdf(open_page(typesetter, body, style).lay_out(""))
        return finish_for_office(impose(laid_out, SCHEMES["flat"], USUAL, FOLDER).pdf)

    return pdf


def codes(check: Check, proof: Proof) -> list[str]:
    return [finding.code for finding in check.findings(proof)]


@pytest.mark.parametrize("check", OFFICE, ids=lambda check: check.id)
def test_a_sound_file_passes(make: Callable[..., bytes], check: Check) -> None:
    assert check.findings(read_proof(make(), expected())) == ()


@pytest.mark.parametrize("check", OFFICE, ids=lambda check: check.id)
def test_a_check_says_why_it_matters_and_what_to_do(check: Check) -> None:
    assert check.reason.endswith(".")
    assert check.remedy.endswith(".")
    assert check.id.count(".") == 1


FAULTS: list[tuple[Check, str, str, dict[str, object], str]] = [
    (pages.CHECK, BODY, "", {"pages": 2}, "has 1 pages, not 2"),
    (pages.CHECK, BODY, "", {"trim": TRIMS["letter"]}, "288.0 x 288.0 pt; letter is 612.0 x 792.0"),
    (
        complete.COMPLETE,
        "<p>Some words.</p>",
        "",
        {},
        "characters of the text are not on the pages",
    ),
    (
        complete.INSIDE,
        BODY,
        "p { position: absolute; inset-block-start: 3.4in }",
        {},
        "outside the printable area",
    ),
    (complete.INSIDE, BODY, "p { margin-inline-start: -.45in }", {}, "outside the printable area"),
    (least_type.CHECK, BODY, "p { font-size: 7.5pt }", {}, "at 7.5 pt; the least here is 8.0 pt"),
    (contrast.CHECK, BODY, "p { color: #666666 }", {}, "contrast of 5.7 to 1"),
    (contrast.CHECK, BODY, "p { background: #777777 }", {}, "contrast of"),
]


@pytest.mark.parametrize(("check", "body", "style", "changes", "said"), FAULTS)
def test_a_fault_is_found(
    make: Callable[..., bytes],
    check: Check,
    body: str,
    style: str,
    changes: dict[str, object],
    said: str,
) -> None:
    findings = check.findings(read_proof(make(body, style), expected(**changes)))
    assert findings
    assert {finding.code for finding in findings} == {check.id}
    assert said in findings[0].message
    assert str(findings[0].where) == "x.pdf"


def test_gray_text_dark_enough_and_white_on_black_pass(make: Callable[..., bytes]) -> None:
    style = "p { color: #555555 } h1 { color: #ffffff; background: #000000 }"
    assert codes(contrast.CHECK, read_proof(make(BODY, style), expected())) == []


def test_text_beside_a_border_stands_on_paper(make: Callable[..., bytes]) -> None:
    style = "p { border: 4pt solid #000000; padding: 2pt }"
    assert codes(contrast.CHECK, read_proof(make(BODY, style), expected())) == []


def test_a_font_that_was_not_asked_for_is_found(make: Callable[..., bytes]) -> None:
    arabic = tuple(dataclasses.replace(font, family="press-other") for font in FONTS)
    findings = fonts.CHECK.findings(read_proof(make(), expected(fonts=arabic)))
    assert "“press-noto-sans”" in " ".join(f.message for f in findings)


def test_a_font_that_is_not_embedded_is_found(make: Callable[..., bytes]) -> None:
    with pikepdf.open(io.BytesIO(make())) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing:
                del thing.FontFile2
        buffer = io.BytesIO()
        document.save(buffer)
    findings = fonts.CHECK.findings(read_proof(buffer.getvalue(), expected()))
    assert any("is not embedded" in finding.message for finding in findings)


def test_outlines_of_another_font_are_found(make: Callable[..., bytes], tmp_path: Path) -> None:
    regular, bold, black = FONTS
    swapped = (
        FontFile(regular.family, 400, bold.file),
        FontFile(bold.family, 700, regular.file),
        black,
    )
    findings = fonts.CHECK.findings(read_proof(make(), expected(fonts=swapped)))
    assert any("are not those of NotoSans-Bold.ttf" in finding.message for finding in findings)


def test_an_outline_that_is_a_unit_off_is_found(make: Callable[..., bytes], tmp_path: Path) -> None:
    """Even from -2 to -1, which Python's own hash does not tell apart."""
    regular, *others = FONTS
    with TTFont(regular.file) as face:
        points = face["glyf"]["underscore"].coordinates
        for i, (x, y) in enumerate(points):
            points[i] = (-1 if x == -2 else x, y)
        width, _ = face["hmtx"]["underscore"]
        face["hmtx"]["underscore"] = width, -1
        face.save(tmp_path / "off.ttf")
    off = (dataclasses.replace(regular, file=tmp_path / "off.ttf"), *others)
    (finding,) = fonts.CHECK.findings(read_proof(make("<p>a_b"), expected(fonts=off)))
    assert "1 glyphs of “press-noto-sans” are not those of off.ttf" in finding.message


def test_an_empty_box_is_found(make: Callable[..., bytes]) -> None:
    proof = read_proof(make(), expected())
    boxed = dataclasses.replace(proof.shown[0], glyphs=(5, 0, 7))
    broken = dataclasses.replace(proof, shown=(boxed, *proof.shown[1:]))
    assert codes(glyphs.CHECK, broken) == ["glyphs.missing"]


def test_a_glyph_of_another_letter_is_found(make: Callable[..., bytes]) -> None:
    proof = read_proof(make(), expected())
    run = proof.shown[0]
    wrong = dataclasses.replace(run, glyphs=(run.glyphs[0] + 1, *run.glyphs[1:]))
    broken = dataclasses.replace(proof, shown=(wrong, *proof.shown[1:]))
    (finding,) = words.CHECK.findings(broken)
    assert "“Office affairs”" in finding.message


def test_the_words_of_arabic_are_read_back_letter_by_letter(
    typesetter: Typesetter, catalog: object
) -> None:
    from press.catalog.fonts import read_fonts
    from press.house import find_house

    arabic = read_fonts(find_house().fonts)["noto-sans-arabic"]
    said = "بتثني لا تفتحوا الباب"
    html, style = page(f"<p dir=rtl>{said}</p>", 'p { font-family: "press-noto-sans-arabic" }')
    pdf = write_pdf(typesetter.open(html, style, arabic).lay_out(""))
    proof = read_proof(finish_for_office(pdf), expected(tags=("ar",), fonts=arabic, text=said))
    assert "".join(run.text for run in proof.shown) == said
    assert codes(complete.COMPLETE, proof) == []
    assert codes(words.CHECK, proof) == []
    assert codes(fonts.CHECK, proof) == []


@pytest.mark.parametrize("said", ["St. Mary’s: قاعة 6 pm", "قاعة «City Hall»، 6–9"])
def test_words_of_both_directions_are_read_back_part_by_part(
    said: str, typesetter: Typesetter
) -> None:
    from press.catalog.fonts import read_fonts

    arabic = read_fonts(FOLDER)["noto-sans-arabic"]
    font = next(each for each in arabic if each.weight == 400)
    printed = [
        glyph.number
        for run in shape(said, "rtl", "ar", Stack((font,)), False)
        for glyph in run.glyphs
    ]
    html, style = page("<p>x</p>", 'p { font-family: "press-noto-sans-arabic" }')
    pdf = write_pdf(typesetter.open(html, style, arabic).lay_out(""))
    one = expected(tags=("ar",), fonts=arabic)
    proof = read_proof(finish_for_office(pdf), one)

    def with_glyphs(glyphs: list[int]) -> Proof:
        run = dataclasses.replace(proof.shown[0], text=said, glyphs=tuple(glyphs))
        return dataclasses.replace(proof, shown=(run,))

    assert codes(words.CHECK, with_glyphs(printed)) == []
    wrong = [printed[0] + 1, *printed[1:]]
    assert codes(words.CHECK, with_glyphs(wrong)) == ["glyphs.words"]


def test_all_findings_are_told_together(make: Callable[..., bytes]) -> None:
    proof = read_proof(make(BODY, "p { font-size: 5pt; color: #999999 }"), expected(pages=3))
    with pytest.raises(PreflightError) as error:
        judge(proof)
    assert error.value.exit_code == 6
    assert "failed its checks and was not put into the output folder" in error.value.message
    assert {f.code for f in error.value.findings} == {"pages.size", "type.least", "contrast.least"}
    assert error.value.exit_code == 6


def test_a_sound_proof_is_judged_without_a_word(make: Callable[..., bytes]) -> None:
    judge(read_proof(make(), expected()))
