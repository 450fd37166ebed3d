"""Imposed files, read back and rendered by another program: every page where it should be."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from press.house import find_house
from press.imposition.impose import Wishes, impose
from press.imposition.placer import read_leaves
from press.imposition.schemes import SCHEMES

FONTS = find_house().fonts
LETTER = (612.0, 792.0)


def numbered(pages: int, size: tuple[float, float]) -> bytes:
    """A file whose pages show their number in the middle, and are black in the lower left."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 40)
        canvas.drawCentredString(size[0] / 2, size[1] / 2, f"<{number}>")
        canvas.rect(0, 0, 20, 20, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def numbers(pdf: bytes) -> list[list[tuple[int, float, float]]]:
    """For each page, the numbers that it shows and where, from left to right."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        shown = []
        for index in range(text.count_chars()):
            if text.get_text_range(index, 1) == "<":
                left, bottom, right, top = text.get_charbox(index)
                number = text.get_text_range(index + 1, 3).partition(">")[0]
                shown.append((int(number), (left + right) / 2, (bottom + top) / 2))
        found.append(sorted(shown, key=lambda item: item[1]))
    return found


def made(pdf: bytes, scheme: str, **wishes: object) -> bytes:
    wanted = Wishes(**({"paper": LETTER} | wishes))  # type: ignore[arg-type]
    return impose(pdf, SCHEMES[scheme], wanted, FONTS).pdf


def test_a_booklet_is_printed_as_planned() -> None:
    pages = numbers(made(numbered(7, (396, 612)), "saddle"))
    assert [[n for n, _, _ in page] for page in pages] == [[7, 1], [2], [6, 3], [4, 5]]
    assert pages[1][0][1] < 396


def test_true_sizes_and_boxes() -> None:
    with pikepdf.open(io.BytesIO(made(numbered(4, (288, 432)), "saddle"))) as document:
        page = document.pages[0]
        assert [float(v) for v in page.mediabox] == [0, 0, 792, 612]
        assert [float(v) for v in page.trimbox] == [108, 90, 684, 522]
        assert "/Rotate" not in page
        assert document.Root.ViewerPreferences.PrintScaling == "/None"
        assert document.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_page_that_viewers_turn_is_laid_down_as_it_is_seen(angle: int) -> None:
    with pikepdf.open(io.BytesIO(numbered(1, (200, 300)))) as document:
        document.pages[0].Rotate = angle
        buffer = io.BytesIO()
        document.save(buffer)
    turned = buffer.getvalue()
    seen = pypdfium2.PdfDocument(turned)[0].render(scale=1).to_pil().convert("L")
    (leaf,) = read_leaves(turned)
    assert leaf.trim == tuple(float(v) for v in seen.size)
    sheet = pypdfium2.PdfDocument(made(turned, "poster", overlap=0, marks=False))[0]
    with pikepdf.open(io.BytesIO(made(turned, "poster", overlap=0, marks=False))) as document:
        x0, y0, x1, y1 = (float(v) for v in document.pages[0].TrimBox)
    picture = sheet.render(scale=1).to_pil().convert("L")
    piece = picture.crop((round(x0), round(792 - y1), round(x1), round(792 - y0)))
    assert piece.size == seen.size
    different = sum(abs(a - b) > 128 for a, b in zip(piece.tobytes(), seen.tobytes(), strict=True))
    assert different < 0.01 * piece.width * piece.height


def test_links_titles_and_output_intent_survive_and_losses_are_told() -> None:
    with pikepdf.open(io.BytesIO(numbered(4, (396, 612)))) as document:
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([10, 20, 110, 40]),
            A=Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org")),
        )
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))
        document.pages[0].Annots = Array(
            [document.make_indirect(link), document.make_indirect(note)]
        )
        intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX)
        intent.OutputConditionIdentifier = pikepdf.String("FOGRA39")
        document.Root.OutputIntents = Array([document.make_indirect(intent)])
        document.Root.StructTreeRoot = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document.docinfo["/Title"] = "A title"
        buffer = io.BytesIO()
        document.save(buffer)
    imposed = impose(buffer.getvalue(), SCHEMES["saddle"], Wishes(LETTER), FONTS)
    with pikepdf.open(io.BytesIO(imposed.pdf)) as document:
        (annotation,) = document.pages[0].Annots
        assert [float(v) for v in annotation.Rect] == [406, 20, 506, 40]
        assert str(annotation.A.URI) == "https://example.org"
        assert str(document.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA39"
        assert str(document.docinfo["/Title"]) == "A title"
        assert "/StructTreeRoot" not in document.Root
    assert any("screen readers" in sentence for sentence in imposed.lost)
    assert any("Notes" in sentence for sentence in imposed.lost)
    assert impose(numbered(4, (396, 612)), SCHEMES["saddle"], Wishes(LETTER), FONTS).lost == ()


def test_bleed_is_kept_around_the_block_and_cut_at_the_fold() -> None:
    with pikepdf.open(io.BytesIO(numbered(4, (306, 450)))) as document:
        for page in document.pages:
            page.TrimBox = Array([9, 9, 297, 441])
            page.BleedBox = Array([0, 0, 306, 450])
        buffer = io.BytesIO()
        document.save(buffer)
    with pikepdf.open(io.BytesIO(made(buffer.getvalue(), "saddle"))) as document:
        page = document.pages[0]
        assert [float(v) for v in page.TrimBox] == [108, 90, 684, 522]
        assert [float(v) for v in page.BleedBox] == [99, 81, 693, 531]
    picture = (
        pypdfium2.PdfDocument(made(buffer.getvalue(), "saddle", marks=False))[0]
        .render(scale=1)
        .to_pil()
        .convert("L")
    )
    assert picture.getpixel((101, 612 - 84)) == 0, "the bleed of the left page is there"
    assert picture.getpixel((393, 612 - 84)) == 255, "that of the right page stops at the fold"
    assert picture.getpixel((398, 612 - 84)) == 0


def test_backs_lie_behind_their_fronts_when_the_sheet_is_held_to_the_light() -> None:
    pdf = made(numbered(2, (306, 396)), "grid", marks=False)
    front, back = numbers(pdf)
    middles_front = sorted((x // 306, y // 396) for _, x, y in front)
    middles_back = sorted(((612 - x) // 306, y // 396) for _, x, y in back)
    assert middles_front == middles_back


def test_one_sided_sheets_are_printed_one_by_one() -> None:
    with pikepdf.open(io.BytesIO(made(numbered(2, (306, 396)), "grid", one_sided=True))) as pdf:
        assert len(pdf.pages) == 2
        assert pdf.Root.ViewerPreferences.Duplex == "/Simplex"


def words(page: pypdfium2.PdfPage) -> str:
    return " ".join(page.get_textpage().get_text_range().split())


def test_the_slug_says_which_sheet_it_is_and_the_how_to_page_how_to_fold() -> None:
    pdf = pypdfium2.PdfDocument(made(numbered(8, (288, 432)), "saddle", how_to=True))
    slug = "saddle · sheet 1 of 2 · back · flip on the short edge · print at 100 %"
    assert slug in words(pdf[1])
    assert "two staples into the fold" in words(pdf[4])
    assert "Flip on the short edge." in words(pdf[4])
    assert len(pdf) == 6, "the back of the how-to page is blank"
    assert words(pdf[5]) == ""


def test_a_how_to_page_of_sheets_printed_on_one_side_has_no_back() -> None:
    pdf = pypdfium2.PdfDocument(made(numbered(8, (198, 306)), "zine", how_to=True))
    assert len(pdf) == 2
    assert "Flip" not in words(pdf[1])


def test_marks_are_drawn_outside_of_every_page() -> None:
    plain, marked = (
        pypdfium2.PdfDocument(made(numbered(2, (252, 144)), "cards", marks=marks))[0]
        .render(scale=2)
        .to_pil()
        .convert("L")
        for marks in (False, True)
    )
    inside = (54 * 2 + 1, 36 * 2 + 1, (612 - 54) * 2 - 1, (792 - 36) * 2 - 1)
    assert plain.crop(inside).tobytes() == marked.crop(inside).tobytes()
    assert plain.tobytes() != marked.tobytes()


def test_the_same_file_gives_the_same_sheets() -> None:
    pdf = numbered(6, (396, 612))
    assert made(pdf, "saddle") == made(pdf, "saddle")
