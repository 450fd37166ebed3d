"""Files as they come: locked, empty, turned, cropped. Each is imposed as it is seen, or told."""

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from imposition.table import DOT, numbered, originals, print_sheets, read, unlike
from pikepdf import Array, Dictionary, Name

from press.errors import StorageError
from press.house import find_house
from press.imposition.impose import Wishes, impose
from press.imposition.placer import Imposed, Leaf, read_leaves
from press.imposition.schemes import SCHEMES

FONTS = find_house().fonts
HALF = (396.0, 612.0)


def imposed(pdf: bytes, scheme: str = "saddle", **wishes: object) -> Imposed:
    wanted = Wishes(**({"paper": (612.0, 792.0)} | wishes))  # type: ignore[arg-type]
    return impose(pdf, SCHEMES[scheme], wanted, FONTS)


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None], **how: object) -> bytes:
    """The file after a change."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        buffer = io.BytesIO()
        document.save(buffer, **how)  # type: ignore[arg-type]
    return buffer.getvalue()


def leave(document: pikepdf.Pdf) -> None:
    """Change nothing but how the file is saved."""


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n%%EOF", b"<html></html>"])
def test_what_is_no_pdf_is_told(content: bytes) -> None:
    with pytest.raises(StorageError, match="not a sound PDF"):
        imposed(content)


@pytest.mark.parametrize("words", [b"no stream of that kind", b""])
def test_a_page_that_cannot_be_read_is_told(words: bytes) -> None:
    def break_it(document: pikepdf.Pdf) -> None:
        contents = document.pages[2].obj.Contents
        contents.write(words, filter=Name.FlateDecode if words else Name.NoneSuch)

    with pytest.raises(StorageError, match="not a sound PDF"):
        imposed(changed(numbered(4, HALF), break_it))


def test_a_file_without_pages_is_told() -> None:
    def empty(document: pikepdf.Pdf) -> None:
        del document.pages[0]

    with pytest.raises(StorageError, match="has no pages"):
        imposed(changed(numbered(1, HALF), empty))


def test_a_locked_file_is_told_and_one_that_only_forbids_is_imposed() -> None:
    pdf = numbered(4, HALF)
    locked = changed(pdf, leave, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(StorageError, match="password"):
        imposed(locked)
    opens = changed(pdf, leave, encryption=pikepdf.Encryption(owner="a", user=""))
    with pikepdf.open(io.BytesIO(imposed(opens).pdf)) as document:
        assert not document.is_encrypted
    for sheet, expected in zip(*(print_sheets(f, "saddle") for f in (opens, pdf)), strict=True):
        assert unlike(sheet.front, expected.front) == 0


@pytest.mark.parametrize("contents", ["none", "empty", "parts"])
def test_pages_without_content_or_in_parts_are_imposed(contents: str) -> None:
    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        if contents == "none":
            del page["/Contents"]
        elif contents == "empty":
            page.Contents = Array([])
        else:
            words = page.Contents.read_bytes()
            middle = words.index(b"\n", len(words) // 2)
            parts = words[:middle], words[middle:]
            page.Contents = Array([document.make_stream(part) for part in parts])

    pdf = changed(numbered(4, HALF), change)
    (sheet, *_) = print_sheets(pdf, "saddle")
    cover = sheet.front.crop((sheet.front.width // 2, 0, *sheet.front.size))
    assert read(cover, pdf) == (1 if contents == "parts" else None)


@pytest.mark.parametrize("angle", [90, 180, 270, -90, 450])
@pytest.mark.parametrize("from_the_tree", [False, True])
def test_turned_pages_are_laid_down_as_they_are_seen(angle: int, from_the_tree: bool) -> None:
    def turn(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            page.obj.Rotate = angle
        if from_the_tree:
            for page in document.pages:
                del page.obj["/Rotate"]
            document.Root.Pages.Rotate = angle

    size = HALF if angle == 180 else HALF[::-1]
    pdf = changed(numbered(4, size), turn)
    assert {leaf.trim for leaf in read_leaves(pdf)} == {HALF}
    (sheet, *_) = print_sheets(pdf, "saddle")
    cover = sheet.front.crop((sheet.front.width // 2, 0, *sheet.front.size))
    assert unlike(cover, originals(pdf)[0]) == 0


def test_what_is_cropped_away_does_not_come_back() -> None:
    def crop(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            page.MediaBox = Array([-100, -50, 700, 800])
            page.CropBox = Array([36, 60, 36 + 300, 60 + 480])

    pdf = changed(numbered(4, HALF), crop)
    assert read_leaves(pdf) == [Leaf((300.0, 480.0), 0.0)] * 4
    (sheet, *_) = print_sheets(pdf, "saddle")
    left, lower = round(396 / DOT), round((612 - 480) / 2 / DOT)
    cover = sheet.front.crop((left, lower, left + 50, lower + 80))
    assert unlike(cover, originals(pdf)[0]) == 0
    around_it = sheet.front.copy()
    around_it.paste(255, (left - 50, lower, left + 50, lower + 80))
    assert around_it.getextrema() == (255, 255)


def test_bleed_is_what_the_file_says_it_is() -> None:
    def boxes(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            page.MediaBox = Array([0, 0, 400, 600])
            page.TrimBox = Array([50, 60, 350, 540])
        document.pages[0].BleedBox = Array([41, 51, 359, 549])
        document.pages[1].CropBox = Array([44, 54, 356, 546])

    told = [leaf.bleed for leaf in read_leaves(changed(numbered(3, (400.0, 600.0)), boxes))]
    assert told == [9.0, 6.0, 50.0]


def test_pages_in_large_units_keep_their_size() -> None:
    def enlarge(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            page.obj.UserUnit = 2

    pdf = changed(numbered(4, (198.0, 306.0)), enlarge, min_version="1.6")
    assert read_leaves(pdf)[0].trim == HALF
    (sheet, *_) = print_sheets(pdf, "saddle")
    cover = sheet.front.crop((sheet.front.width // 2, 0, *sheet.front.size))
    assert unlike(cover, originals(numbered(4, HALF))[0]) < 1


def test_links_within_the_file_bookmarks_and_claims_are_told() -> None:
    def add(document: pikepdf.Pdf) -> None:
        target = Array([document.pages[1].obj, Name.Fit])
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=target)
        document.pages[0].Annots = Array([document.make_indirect(link)])
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("one", 0))
        with document.open_metadata() as metadata:
            metadata["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"

    made = imposed(changed(numbered(4, HALF), add))
    assert [sentence.split(" ")[:3] for sentence in made.lost] == [
        ["The", "sheets", "do"],
        ["The", "bookmarks", "are"],
        ["Notes", "and", "links"],
    ]
    assert "PDF/X" in made.lost[0]
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        assert all("/Annots" not in page for page in document.pages)
    assert imposed(numbered(4, HALF)).lost == ()


def test_a_link_is_only_where_it_is_shown() -> None:
    def add(document: pikepdf.Pdf) -> None:
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([0, 1100, 600, 1224]),
            A=Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org")),
        )
        document.pages[0].Annots = Array([document.make_indirect(link)])

    made = imposed(changed(numbered(1, (792.0, 1224.0)), add), "poster")
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        rects = [
            [float(v) for v in link.Rect]
            for page in document.pages
            for link in page.get("/Annots", [])
        ]
        for page in document.pages:
            inner, outer = ([float(v) for v in page[name]] for name in ("/TrimBox", "/BleedBox"))
            assert all(a >= b for a, b in zip(inner[:2], outer[:2], strict=True))
            assert all(a <= b for a, b in zip(inner[2:], outer[2:], strict=True))
    assert rects == [[18, 650, 594, 774], [18, 650, 78, 774]]


def test_a_hidden_layer_stays_hidden() -> None:
    def hide(document: pikepdf.Pdf) -> None:
        layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("notes")))
        document.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
        )
        page = document.pages[0]
        page.obj.Resources.Properties = Dictionary(MC0=layer)
        words = page.Contents.read_bytes()
        page.Contents = document.make_stream(b"/OC /MC0 BDC\n" + words + b"\nEMC")

    pdf = changed(numbered(1, HALF), hide)
    assert originals(pdf)[0].getextrema() == (255, 255)
    (sheet,) = print_sheets(pdf, "poster")
    assert sheet.front.getextrema() == (255, 255)


def test_the_version_is_not_lowered() -> None:
    pdf = changed(numbered(1, HALF), leave, min_version="1.7")
    with pypdfium2.PdfDocument(imposed(pdf, "poster").pdf) as document:
        assert document.get_version() == 17
