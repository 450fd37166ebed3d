"""Any PDF may come: locked, damaged, scanned, drawn in itself. All are judged, and none crashes."""

import dataclasses
import io
from collections.abc import Callable

import made
import pikepdf
import pytest
from judging import said
from pages import FONTS
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from press.errors import StorageError
from press.findings import Place
from press.preflight import OFFICE, SCREEN, SHOP_X1A, SHOP_X4, examine
from press.preflight.check import Check
from press.preflight.checks import code, embedded, glyphs, safe, unread
from press.preflight.profiles import choose_profile
from press.preflight.proof import Expected, read_proof
from press.sizes import TRIMS

EVERY_CHECK = tuple(dict.fromkeys((*OFFICE, *SHOP_X4, *SHOP_X1A, *SCREEN)))


def helvetica(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 12)
    canvas.drawString(144, 300, "Not embedded")


def written(key: str, words: str) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo[key] = words

    return change


def by_a_person(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:creator"] = ["A. Person"]


def on_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.beep()")


def launching(pdf: pikepdf.Pdf) -> None:
    button = Dictionary(
        Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name.Launch, F="x.exe")
    )
    pdf.pages[0].obj.Annots = Array([button])


def carrying(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"text"


def content(instructions: bytes, **resources: object) -> made.Change:
    return lambda pdf: made.add_content(pdf, instructions, **resources)


def fontless(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"BT (x) Tj ET")


def drawing_itself(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"/X Do", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    made.add_content(pdf, b"/X Do", XObject={"/X": form})


def without_end(pdf: pikepdf.Pdf) -> None:
    """Forms of forms: each draws the next ten times, 10^12 in all."""
    form = pdf.make_stream(b"n", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    for _ in range(12):
        outer = pdf.make_stream(b"/X Do " * 10, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        outer.Resources = Dictionary(XObject=Dictionary(X=form))
        form = outer
    made.add_content(pdf, b"/X Do", XObject={"/X": form})


FAULTS: list[tuple[Check, Callable[[], bytes], str]] = [
    (embedded.CHECK, lambda: made.draw(helvetica), "“Helvetica” of page 1 is not embedded"),
    (safe.LOCKED, lambda: made.draw(encryption=pikepdf.Encryption(owner="o")), "encrypted"),
    (safe.ACTIVE, lambda: made.draw(change=on_opening), "by itself when it is opened"),
    (safe.ACTIVE, lambda: made.draw(change=launching), "an action “Launch”"),
    (safe.ACTIVE, lambda: made.draw(change=carrying), "carries other files"),
    (safe.PRIVATE, lambda: made.draw(change=written("/Author", "A. Person")), "author: “A. Person”"),
    (safe.PRIVATE, lambda: made.draw(change=by_a_person), "creator: “A. Person”"),
    (safe.PRIVATE, lambda: made.draw(change=written("/Title", "/home/ana/kyr.doc")), "a folder"),
    (safe.PRIVATE, lambda: made.draw(change=written("/Title", r"C:\Users\Ana\kyr.doc")), "a folder"),
    (safe.PRIVATE, lambda: made.draw(change=written("/Creator", "on anas-MacBook-Pro")), "a machine"),
    (safe.PRIVATE, lambda: made.draw(change=written("/Subject", "ana@example.org")), "an address"),
    (unread.READ, lambda: made.draw(change=content(b"frob")), "“frob”, which PDF does not have"),
    (unread.READ, lambda: made.draw(change=content(b"1 0 rg")), "an instruction “rg”"),
    (unread.READ, lambda: made.draw(change=content(b"/None Do")), "an instruction “Do”"),
    (unread.READ, lambda: made.draw(change=content(b"BT /None 9 Tf (x) Tj ET")), "“Tf”"),
    (unread.READ, lambda: made.draw(change=fontless), "“Tj”"),
    (unread.READ, lambda: made.draw(change=content(b"\xff\xfe\x00 Q")), "which is damaged"),
    (unread.READ, lambda: made.draw(change=drawing_itself), "a form that draws itself"),
    (unread.READ, lambda: made.draw(change=without_end), "there is too much"),
    (unread.REPAIRED, lambda: made.draw().replace(b"startxref", b"startxrxx"), "is damaged in"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "make", "sentence"), FAULTS)
def test_a_fault_is_found(check: Check, make: Callable[[], bytes], sentence: str) -> None:
    assert any(sentence in each for each in said(check, make()))


HARMLESS: list[made.Change] = [
    content(b"Q Q EMC"),
    content(b"BX frob EX"),
    content(b"BT 3 Tr /F1 12 Tf (unseen) Tj ET"),
    content(b"q 100 0 0 100 100 100 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q"),
    written("/Title", "Rights / derechos: 1/2"),
    written("/Subject", "Profile: https://example.org/home/rights"),
]


@pytest.mark.parametrize("change", HARMLESS)
@pytest.mark.parametrize(
    "check", [unread.READ, embedded.CHECK, safe.ACTIVE, safe.PRIVATE], ids=lambda c: c.id
)
def test_what_viewers_bear_passes(check: Check, change: made.Change) -> None:
    assert said(check, made.draw(change=change)) == []


@pytest.mark.parametrize("pdf", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_told(pdf: bytes) -> None:
    with pytest.raises(StorageError, match=r"x\.pdf is not a sound PDF"):
        read_proof(pdf, name="x.pdf")


def test_a_file_without_pages_is_told() -> None:
    stream = io.BytesIO()
    pikepdf.new().save(stream)
    with pytest.raises(StorageError, match="has no pages"):
        read_proof(stream.getvalue())


def test_a_password_is_asked_for_in_words() -> None:
    locked = made.draw(encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(StorageError, match="needs a password"):
        read_proof(locked)


def scanned(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"q 612 0 0 792 0 0 cm /P Do Q")
    picture = made.image(pdf, 850, 1100, "/DeviceRGB")
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(P=picture))


def drawn_letters(pdf: pikepdf.Pdf) -> None:
    glyph = pdf.make_stream(b"700 0 d0 1 0 0 rg 0 0 500 700 re f")
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 700, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=glyph),
        Encoding=Dictionary(Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([700]),
    )
    made.add_content(pdf, b"BT /T 10 Tf 100 100 Td (aa) Tj ET", Font={"/T": font})


def bare(pdf: pikepdf.Pdf) -> None:
    for key in ("/Resources", "/Contents"):
        del pdf.pages[0].obj[key]


def broken_everywhere(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    page.MediaBox = Name("/None")
    page.Annots = Array([1, Dictionary(AP=3)])
    page.Resources.Font = 7
    pdf.Root.ViewerPreferences = Array([1])
    pdf.Root.OutputIntents = Dictionary()
    pdf.Root.Metadata = pdf.make_stream(b"<no xml")


def huge(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = Array([0, 0, 1e6, 1e6])


def cut_short() -> bytes:
    pdf = made.draw()
    return pdf[: len(pdf) * 2 // 3]


ODD: list[Callable[[], bytes]] = [
    lambda: made.draw(change=scanned),
    lambda: made.draw(change=drawn_letters),
    lambda: made.draw(change=bare),
    lambda: made.draw(change=broken_everywhere),
    lambda: made.draw(change=huge),
    lambda: made.draw(change=drawing_itself),
    lambda: made.draw(change=without_end),
]


@pytest.mark.parametrize("make", ODD)
def test_an_odd_file_is_judged_by_every_check(make: Callable[[], bytes]) -> None:
    proof = read_proof(make(), name="x.pdf")
    assert examine(proof, EVERY_CHECK)


def test_a_file_cut_short_is_refused_or_judged() -> None:
    try:
        findings = examine(read_proof(cut_short(), name="x.pdf"), EVERY_CHECK)
    except StorageError:
        return
    assert "file.repaired" in {finding.code for finding in findings}


def test_a_scanned_page_and_drawn_letters_show_their_color() -> None:
    for change, use in ((scanned, "picture"), (drawn_letters, "area")):
        proof = read_proof(made.draw(change=change), name="x.pdf")
        messages = [finding.message for finding in examine(proof, OFFICE)]
        assert f"page 1 has color: {use}" in messages


def test_fonts_of_single_bytes_are_read_where_they_stand() -> None:
    pdf = made.draw(change=content(b"BT /F1 10 Tf 100 400 Td (ab) Tj (cd) Tj 0 -20 Td (e) Tj ET"))
    *_, first, second, third = read_proof(pdf).shown
    assert [run.text for run in (first, second, third)] == ["ab", "cd", "e"]
    assert second.x == pytest.approx(first.end_x)
    assert second.x > first.x
    assert (third.x, third.y) == pytest.approx((100, 380))


def test_an_empty_box_of_anyones_font_is_found() -> None:
    def boxed(pdf: pikepdf.Pdf) -> None:
        descriptor = Dictionary(FontFile2=pdf.make_stream(b""), FontName=Name.X)
        inner = Dictionary(Subtype=Name.CIDFontType2, FontDescriptor=descriptor, DW=1000)
        font = Dictionary(
            Subtype=Name.Type0,
            BaseFont=Name.X,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([inner]),
        )
        made.add_content(pdf, b"BT /B 10 Tf 100 400 Td <00050000> Tj ET", Font={"/B": font})

    assert said(glyphs.CHECK, made.draw()) == []
    assert said(glyphs.CHECK, made.draw(change=boxed)) == ["page 1 prints an empty box in “��”"]


def with_code(address: str | None, is_white_on_black: bool = False) -> bytes:
    import segno

    def draw(canvas: Canvas) -> None:
        made.words(canvas)
        if is_white_on_black:
            canvas.rect(150, 450, 300, 250, stroke=0, fill=1)
            canvas.setFillGray(1)
        for y, row in enumerate(segno.make(address, error="q").matrix if address else ()):
            for x, dark in enumerate(row):
                if dark:
                    canvas.rect(200 + 3 * x, 600 - 3 * y, 3, 3, stroke=0, fill=1)

    return made.draw(draw)


@pytest.mark.parametrize(
    ("printed", "wanted", "sentences"),
    [
        ("https://example.org/a", "https://example.org/a", 0),
        ("https://example.org/a", None, 0),
        ("https://example.org/b", "https://example.org/a", 1),
        (None, "https://example.org/a", 1),
    ],
)
def test_a_code_must_lead_where_it_should(
    printed: str | None, wanted: str | None, sentences: int
) -> None:
    expected = Expected("x.pdf", ("en",), TRIMS["letter"], 1, FONTS, 8.0, "", code=wanted)
    findings = code.CHECK.findings(read_proof(with_code(printed), expected))
    assert len(findings) == sentences
    assert all(f.where == Place("x.pdf") for f in findings)


def test_a_code_in_white_on_black_is_not_found_by_every_phone() -> None:
    address = "https://example.org/a"
    expected = Expected("x.pdf", ("en",), TRIMS["letter"], 1, FONTS, 8.0, "", code=address)
    (fault,) = code.CHECK.findings(read_proof(with_code(address, True), expected))
    assert fault.message == f"a phone does not find the code that leads to {address}"


def test_a_check_that_stumbles_does_not_pass() -> None:
    proof = dataclasses.replace(read_proof(made.draw(), name="x.pdf"), data=b"no PDF")
    codes = {finding.code for finding in examine(proof, OFFICE)}
    assert {"ink.margin", "ink.low", "ink.heavy"} <= codes


@pytest.mark.parametrize(
    ("name", "asked", "make", "press", "standard"),
    [
        ("a-en-letter-office.pdf", "shop", made.draw, "office", None),
        ("a-en-letter-shop.pdf", None, made.draw, "shop", "PDF/X-4"),
        ("a-en-letter-shop-x-1a.pdf", None, made.draw, "shop", "PDF/X-1a:2003"),
        ("a-en-letter-screen.pdf", None, made.draw, "screen", None),
        ("minutes.pdf", None, made.draw, "office", None),
        ("minutes.pdf", "screen", made.draw, "screen", None),
        ("minutes.pdf", None, made.shop, "shop", "PDF/X-4"),
        ("minutes.pdf", None, lambda: made.shop(is_old=True), "shop", "PDF/X-1a:2003"),
        ("minutes.pdf", "office", made.shop, "office", "PDF/X-4"),
        ("minutes.pdf", None, made.screen, "office", None),
    ],
)
def test_a_file_is_judged_by_its_name_its_claim_and_what_was_asked(
    name: str, asked: str | None, make: Callable[[], bytes], press: str, standard: str | None
) -> None:
    proof = read_proof(make(), name=name)
    choice = choose_profile(proof, asked)
    assert (choice.press, choice.standard) == (press, standard)
    codes = [check.id for check in choice.profile]
    assert ("pdfx.identity" in codes) == (standard is not None)
    assert ("tags.there" in codes) == (make is made.screen or press == "screen")
    assert len(set(choice.profile)) == len(choice.profile)
