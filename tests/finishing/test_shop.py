"""The shop press: real editions as PDF/X, read back, rendered and separated by other programs."""

import base64
import io
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
from colors import color_operators, colors_set, names_in
from conftest import TODAY
from editions import composed
from pages import open_page
from PIL import Image, ImageChops
from proofs.ghostscript import PROCESS, is_sound, plates
from proofs.tools import needs
from reportlab.pdfgen.canvas import Canvas

from press.catalog.catalog import read_catalog
from press.errors import EditionError
from press.finishing.pdfx import Standard
from press.finishing.shop import ShopWork, finish_for_shop
from press.house import House
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import fit
from press.wanted import Wanted

FLYER = "know-your-rights"
TITLES = {"en": "Know your rights", "ar": "اعرفوا حقوقكم", "zh-Hans": "了解您的权利"}
STANDARDS: tuple[Standard, ...] = ("x-4", "x-1a")
BLEED = "@page { bleed: 9pt }"
EDGE = 45.0  # bleed and slug, in points
PLAIN = "<p>black <b style='color: #c8102e'>accent</b> <i style='color: #808080'>gray</i></p>"


def separate(pdf: bytes, folder: Path) -> list[dict[str, Image.Image]]:
    """For each page, its process plates at one pixel a point; ink is 0 (none) to 255 (solid)."""
    (folder / "in.pdf").write_bytes(pdf)
    return [
        {ink: page[ink].point(lambda level: 255 - level) for ink in PROCESS}
        for page in plates(folder / "in.pdf", 72)
    ]


@pytest.fixture(scope="module", params=TITLES)
def tag(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def laid_out(house: House, typesetter: Typesetter, tag: str) -> bytes:
    """The letter handout in a language, as WeasyPrint writes it with a bleed."""
    catalog = read_catalog(house, TODAY, None, Wanted(languages=(tag,), flyers=(FLYER,)))
    layout = composed(catalog, FLYER, tag, "letter")
    return write_pdf(fit(replace(layout, style=layout.style + BLEED), typesetter).document)


@pytest.fixture(scope="module")
def work(house: House, tag: str) -> ShopWork:
    return work_of(house, TITLES[tag], f"Know your rights · {tag} · letter")


@pytest.fixture(scope="module", params=STANDARDS)
def finished(request: pytest.FixtureRequest, laid_out: bytes, work: ShopWork) -> bytes:
    return finish_for_shop(laid_out, replace(work, standard=request.param))


@pytest.fixture(scope="module")
def small_work(house: House) -> ShopWork:
    return work_of(house, "A title", "A slug")


def work_of(house: House, title: str, slug: str) -> ShopWork:
    profile = house.press_profile.read_bytes()
    return ShopWork("x-4", title, slug, TODAY, profile, house.fonts)


def small(typesetter: Typesetter, body: str, style: str = BLEED) -> bytes:
    return write_pdf(open_page(typesetter, body, style).lay_out(""))


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(edge) for edge in page[name]]


def rendered(pdf: bytes) -> list[Image.Image]:
    """The pages in gray, at one pixel a point."""
    return [page.render(scale=1).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]


# Real editions


def test_the_sheet_holds_the_bleed_and_the_bleed_the_trim(finished: bytes) -> None:
    with pikepdf.open(io.BytesIO(finished)) as document:
        assert len(document.pages) == 2
        for page in document.pages:
            assert box(page, "/MediaBox") == [0, 0, 612 + 2 * EDGE, 792 + 2 * EDGE]
            assert box(page, "/BleedBox") == [36, 36, 36 + 630, 36 + 810]
            assert box(page, "/TrimBox") == [EDGE, EDGE, EDGE + 612, EDGE + 792]
            assert not {"/ArtBox", "/CropBox", "/Annots", "/Group", "/Rotate"} & set(page.keys())


def test_inside_the_trim_the_page_is_as_it_was_laid_out(laid_out: bytes, finished: bytes) -> None:
    for before, after in zip(rendered(laid_out), rendered(finished), strict=True):
        was = before.crop((9, 9, before.width - 9, before.height - 9))
        now = after.crop((EDGE, EDGE, after.width - EDGE, after.height - EDGE))
        assert was.size == now.size == (612, 792)
        # Black ink on paper is a little lighter than black on a screen.
        different = ImageChops.difference(was, now).point(lambda level: 255 * (level > 48))
        assert different.getbbox() is None


def test_all_marks_lie_outside_the_bleed_and_on_every_side(finished: bytes) -> None:
    for picture in rendered(finished):
        width, height = picture.size
        bleed = picture.crop((36, 36, width - 36, height - 36))
        bleed.paste(255, (9, 9, bleed.width - 9, bleed.height - 9))
        assert bleed.getextrema() == (255, 255)
        for side in (
            (0, 36, 36, height - 36),
            (width - 36, 36, width, height - 36),
            (36, 0, width - 36, 36),
            (36, height - 36, width - 36, height),
        ):
            assert min(picture.crop(side).getextrema()) < 128


def test_the_slug_line_names_the_edition_the_standard_the_plates_and_the_day(
    laid_out: bytes, work: ShopWork
) -> None:
    pdf = finish_for_shop(laid_out, replace(work, standard="x-1a"))
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    for number, text in enumerate(texts, 1):
        line = f"{work.slug} · page {number} of 2 · PDF/X-1a:2003 · plates: black · 2026-11-24"
        assert line in text


def test_no_color_of_the_screen_is_left(finished: bytes) -> None:
    assert not color_operators(finished) & {"rg", "RG", "sc", "SC"}
    names = names_in(finished)
    for name in ("/DeviceRGB", "/Lab", "/CalRGB", "/ICCBased", "/Transparency", "/ca", "/CA"):
        assert not re.search(rf"{name}\b", names), name


@needs("ghostscript")
def test_black_text_is_on_the_black_plate_alone(finished: bytes, tmp_path: Path) -> None:
    for separated in separate(finished, tmp_path):
        for ink, sheet in separated.items():
            trim = sheet.crop((EDGE, EDGE, sheet.width - EDGE, sheet.height - EDGE))
            assert trim.getextrema() == ((0, 255) if ink == "Black" else (0, 0))
            # The color bar and the targets are on every plate.
            assert sheet.getextrema() == (0, 255)


def test_all_fonts_are_embedded_as_outlines(finished: bytes) -> None:
    with pikepdf.open(io.BytesIO(finished)) as document:
        fonts = [
            thing
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary)
            and thing.get("/Type") == "/Font"
            and thing.get("/Subtype") != "/Type0"
        ]
        assert len(fonts) > 3
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


@needs("qpdf")
def test_other_programs_read_it_without_a_word(finished: bytes, tmp_path: Path) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(finished)
    assert is_sound(file)
    assert b"/ObjStm" not in finished
    assert b"/XRef" not in finished


def test_the_same_input_gives_the_same_bytes(laid_out: bytes, work: ShopWork) -> None:
    first, second = (finish_for_shop(laid_out, work) for _ in range(2))
    assert first == second
    assert first != finish_for_shop(laid_out, replace(work, title="Another"))


# Identity

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


def metadata(document: pikepdf.Pdf) -> dict[str, str]:
    """The XMP metadata by short name; it must be readable without unpacking."""
    stream = document.Root.Metadata
    assert "/Filter" not in stream
    root = ElementTree.fromstring(stream.read_raw_bytes().decode().strip("\ufeff\x00"))
    short = {address: prefix for prefix, address in NAMES.items()}
    (description,) = root.iter(f"{{{NAMES['rdf']}}}Description")
    said = {}
    for element in description:
        address, name = element.tag[1:].split("}")
        said[f"{short[address]}:{name}"] = "".join(element.itertext()).strip()
    return said


def test_x_4_says_who_it_is_in_its_metadata(laid_out: bytes, work: ShopWork) -> None:
    pdf = finish_for_shop(laid_out, work)
    assert pdf.startswith(b"%PDF-1.6")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        said = metadata(document)
        info = {key: str(value) for key, value in document.docinfo.items()}
        assert len(document.trailer.ID) == 2
    assert said["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
    assert said["dc:title"] == info["/Title"] == work.title
    assert said["pdf:Trapped"] == "False"
    for when in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
        assert said[when] == "2026-11-24T00:00:00Z"
    assert re.fullmatch(r"uuid:[0-9a-f-]{36}", said["xmpMM:DocumentID"])
    assert re.fullmatch(r"uuid:[0-9a-f-]{36}", said["xmpMM:VersionID"])
    assert said["xmpMM:RenditionClass"] == "default"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261124000000Z"
    assert info["/Trapped"] == "/False"
    assert "/Author" not in info


def test_x_1a_says_who_it_is_in_the_info_dictionary(laid_out: bytes, work: ShopWork) -> None:
    pdf = finish_for_shop(laid_out, replace(work, standard="x-1a"))
    assert pdf.startswith(b"%PDF-1.4")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        info = {key: str(value) for key, value in document.docinfo.items()}
        assert "pdfxid:GTS_PDFXVersion" not in metadata(document)
    assert info["/GTS_PDFXVersion"] == "PDF/X-1a:2003"
    assert info["/Title"] == work.title
    assert info["/Trapped"] == "/False"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261124000000Z"
    assert "/GTS_PDFXConformance" not in info  # of the edition of 2001


def test_one_output_intent_with_a_press_profile(finished: bytes, work: ShopWork) -> None:
    with pikepdf.open(io.BytesIO(finished)) as document:
        (intent,) = document.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes() == work.profile
        assert set(document.Root.keys()) == {
            *("/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents")
        }
    assert work.profile[12:24] == b"prtrCMYKLab "


# Inks


@needs("ghostscript")
def test_the_accent_is_mixed_exactly_and_ink_stays_under_280_percent(
    typesetter: Typesetter, small_work: ShopWork, tmp_path: Path
) -> None:
    body = PLAIN + "<div style='height: 1in; background: #c8102e'></div>"
    pdf = finish_for_shop(small(typesetter, body), small_work)
    assert (0, 1, 0.85, 0.08) in colors_set(pdf, "k")
    assert (0, 0, 0, 0.498) in colors_set(pdf, "k")
    (separated,) = separate(pdf, tmp_path)
    width, height = separated["Black"].size
    trim = (EDGE, EDGE, width - EDGE, height - EDGE)
    inside = [separated[ink].crop(trim) for ink in PROCESS]
    assert [plate.getextrema()[1] > 0 for plate in inside] == [False, True, True, True]
    most = max(map(sum, zip(*(plate.tobytes() for plate in inside), strict=True)))
    assert 190 < most / 2.55 <= 280
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert "plates: magenta, yellow, black" in text


@needs("ghostscript")
def test_text_whose_color_nobody_set_is_on_the_black_plate(
    small_work: ShopWork, tmp_path: Path
) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(288, 288), invariant=1)
    canvas.setFont("Helvetica", 40)
    canvas.drawString(20, 100, "black")
    canvas.save()
    assert not color_operators(buffer.getvalue())
    pdf = finish_for_shop(buffer.getvalue(), small_work)
    (separated,) = separate(pdf, tmp_path)
    inside = {
        ink: plate.crop((40, 40, 320, 320)).getextrema()[1] for ink, plate in separated.items()
    }
    assert inside == {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": 255}


def test_links_and_all_that_acts_are_left_out(typesetter: Typesetter, small_work: ShopWork) -> None:
    pdf = small(typesetter, "<h1>Head</h1><a style='color: #000' href='https://example.org'>x</a>")
    assert "/Annots" in names_in(pdf)
    names = names_in(finish_for_shop(pdf, small_work))
    for name in ("/Annots", "/URI", "/Outlines", "/Dest", "/ViewerPreferences"):
        assert not re.search(rf"{name}\b", names), name


def test_what_bleeds_is_printed_into_the_bleed_and_no_further(
    typesetter: Typesetter, small_work: ShopWork
) -> None:
    body = "<div style='position: absolute; top: -1in; inset-inline-start: -1in; width: 6in;"
    pdf = finish_for_shop(
        small(typesetter, f"{body} height: 6in; background: #000'></div>"), small_work
    )
    (picture,) = rendered(pdf)
    bleed = picture.crop((36, 36, picture.width - 36, picture.height - 36))
    assert max(bleed.getextrema()) < 64
    rim = picture.crop((36, 32, picture.width - 36, 36))
    assert min(rim.getextrema()) == 255


@pytest.mark.parametrize("size", ["3.5in 2in", "4.25in 5.5in"])
def test_the_slug_of_a_small_page_stays_beside_it(
    typesetter: Typesetter, small_work: ShopWork, size: str
) -> None:
    slug = "Know your rights · zh-Hans · a rather long name of an edition · quarter-letter"
    pdf = finish_for_shop(
        small(typesetter, "<p>x</p>", f"@page {{ size: {size}; bleed: 9pt }}"),
        replace(small_work, slug=slug),
    )
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    line = [(left, right) for left, bottom, right, top in boxes if top < 20]
    assert len(line) > 90
    assert min(left for left, _ in line) > EDGE - 1
    assert max(right for _, right in line) < page.get_width() - EDGE + 1


def test_tiles_and_gradients_move_with_their_page(
    typesetter: Typesetter, small_work: ShopWork
) -> None:
    body = "<div style='height: 1in; background: linear-gradient(#000, #fff)'></div>"
    before = small(typesetter, body)
    after = finish_for_shop(before, small_work)
    (was,), (now,) = rendered(before), rendered(after)
    was = was.crop((9, 9, was.width - 9, was.height - 9))
    now = now.crop((EDGE, EDGE, now.width - EDGE, now.height - EDGE))
    assert max(ImageChops.difference(was, now).getextrema()) < 64


# What the press refuses


def with_picture(typesetter: Typesetter, picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    data = base64.b64encode(buffer.getvalue()).decode()
    source = f"data:image/png;base64,{data}"
    return small(typesetter, f"<img style='width: 1in' src='{source}'>")


def codes(pdf: bytes, work: ShopWork) -> list[str]:
    with pytest.raises(EditionError) as caught:
        finish_for_shop(pdf, work)
    assert all(finding.hint for finding in caught.value.findings)
    return [finding.code for finding in caught.value.findings]


def test_every_unknown_color_is_told_at_once(typesetter: Typesetter, small_work: ShopWork) -> None:
    body = "<p style='color: #0000ff'>blue <b style='background: #c8102f'>nearly</b></p>"
    with pytest.raises(EditionError) as caught:
        finish_for_shop(small(typesetter, body), small_work)
    assert "cannot be printed as the shop press prints" in caught.value.message
    messages = [finding.message for finding in caught.value.findings]
    assert len(messages) == 2
    assert {finding.code for finding in caught.value.findings} == {"shop.ink"}
    assert all("is no ink of the press" in message for message in messages)
    assert all("the accent #c8102e" in finding.hint for finding in caught.value.findings)
    assert any("#0000ff" in message for message in messages)
    assert any("#c8102f" in message for message in messages)


def test_a_color_outside_plain_rgb_is_refused(typesetter: Typesetter, small_work: ShopWork) -> None:
    pdf = small(typesetter, "<p style='color: lab(50 40 20)'>lab</p>")
    assert codes(pdf, small_work) == ["shop.color-space"]


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_picture_in_gray_is_printed(
    typesetter: Typesetter, small_work: ShopWork, standard: Standard
) -> None:
    pdf = with_picture(typesetter, Image.new("L", (30, 30), 90))
    assert "/Image" in names_in(finish_for_shop(pdf, replace(small_work, standard=standard)))


def test_a_picture_in_color_is_refused(typesetter: Typesetter, small_work: ShopWork) -> None:
    pdf = with_picture(typesetter, Image.new("RGB", (30, 20)))
    with pytest.raises(EditionError) as caught:
        finish_for_shop(pdf, small_work)
    (finding,) = caught.value.findings
    assert finding.code == "shop.image"
    assert "30 x 20 pixels" in finding.message


def test_transparency_is_kept_in_x_4_and_refused_in_x_1a(
    typesetter: Typesetter, small_work: ShopWork
) -> None:
    pdf = small(typesetter, "<p style='opacity: .5'>half</p>")
    names = names_in(finish_for_shop(pdf, small_work))
    assert "/Transparency" in names
    assert "/DeviceCMYK" in names
    assert "/DeviceRGB" not in names
    assert codes(pdf, replace(small_work, standard="x-1a")) == ["shop.transparency"]


def test_a_picture_that_one_sees_through_is_transparent_too(
    typesetter: Typesetter, small_work: ShopWork
) -> None:
    pdf = with_picture(typesetter, Image.new("LA", (30, 30), (90, 128)))
    assert "/SMask" in names_in(finish_for_shop(pdf, small_work))
    assert codes(pdf, replace(small_work, standard="x-1a")) == ["shop.transparency"]


def test_a_profile_of_a_screen_is_refused(typesetter: Typesetter, small_work: ShopWork) -> None:
    screen = small_work.profile[:12] + b"mntrRGB " + small_work.profile[20:]
    with pytest.raises(EditionError, match="profile"):
        finish_for_shop(small(typesetter, PLAIN), replace(small_work, profile=screen))
