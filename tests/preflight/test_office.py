"""The checks of the office press, each on a sound file and on one with its fault."""

from collections.abc import Callable

import made
import pikepdf
import pytest
from judging import said
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from press.preflight import OFFICE, OFFICE_COLOR, examine
from press.preflight.check import Check
from press.preflight.checks import contrast, ink, least_type, resolution, sheet, viewer
from press.preflight.checks.complete import INSIDE
from press.preflight.proof import read_proof


@pytest.mark.parametrize("check", OFFICE, ids=lambda check: check.id)
def test_a_sound_file_passes(check: Check) -> None:
    assert said(check, made.office()) == []


def a_line(text: str, x: float, y: float, size: float = 12) -> made.Draw:
    def write(canvas: Canvas) -> None:
        canvas.setFillGray(0)
        canvas.setFont(made.FONT, size)
        canvas.drawString(x, y, text)

    return write


def a_box(x: float, y: float, width: float, height: float, gray: float = 0) -> made.Draw:
    def fill(canvas: Canvas) -> None:
        canvas.setFillGray(gray)
        canvas.rect(x, y, width, height, stroke=0, fill=1)

    return fill


def in_color(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.5, 0, 0)
    canvas.setFont(made.FONT, 12)
    canvas.drawString(144, 300, "Red")


def pale(canvas: Canvas) -> None:
    canvas.setFillGray(0.6)
    canvas.setFont(made.FONT, 12)
    canvas.drawString(144, 300, "Pale")


def turned(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Rotate = 90


def turned_by_its_tree(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Rotate = 180
    for page in pdf.pages:
        del page.obj.Rotate


def in_large_units(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.UserUnit = 2


def preferring(**preferences: str) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.ViewerPreferences = Dictionary(
            {f"/{key}": Name(f"/{value}") for key, value in preferences.items()}
        )

    return change


def a_picture(pixels: int, inches: float, space: str = "/DeviceGray") -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        side = inches * 72
        content = f"q {side} 0 0 {side} 100 400 cm /P Do Q".encode()
        made.add_content(pdf, content, XObject={"/P": made.image(pdf, pixels, pixels, space)})

    return change


def a_red_blend(pdf: pikepdf.Pdf) -> None:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[1, 1, 1], N=1)
    blend = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1], Function=function
    )
    made.add_content(pdf, b"q 100 100 50 50 re W n /B sh Q", Shading={"/B": blend})


def a_spot(pdf: pikepdf.Pdf) -> None:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * 4, C1=[0, 1, 1, 0], N=1)
    spot = Array([Name.Separation, Name("/Signal Red"), Name.DeviceCMYK, function])
    made.add_content(pdf, b"/S cs 1 scn 100 100 50 50 re f", ColorSpace={"/S": spot})


def a_gray_in_cmyk(pdf: pikepdf.Pdf) -> None:
    made.add_content(pdf, b"0 0 0 1 k 100 100 50 50 re f")


def a_red_stamp(pdf: pikepdf.Pdf) -> None:
    look = pdf.make_stream(
        b"1 0 0 rg 0 0 10 10 re f", Subtype=Name.Form, BBox=Array([0, 0, 10, 10])
    )
    stamp = Dictionary(
        Subtype=Name.Stamp, F=4, Rect=Array([100, 100, 150, 150]), AP=Dictionary(N=look)
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stamp)])


def marked(pdf: pikepdf.Pdf) -> None:
    line = b"/Artifact <</Type /Page>> BDC BT /F1 5 Tf 100 4 Td (sheet 1 of 2) Tj ET EMC"
    made.add_content(pdf, line)


ODD = (made.words,) * 3
A4 = (841.889764, 595.275591)  # on its side, no whole number of dots

FAULTS: list[tuple[Check, Callable[[], bytes], str]] = [
    (sheet.SIZE, lambda: made.office(size=(600, 800)), "600.0 x 800.0 pt, which is none of letter"),
    (sheet.SIZE, lambda: made.office(change=in_large_units), "page 1 is 1224.0 x 1584.0 pt"),
    (sheet.CUT, lambda: made.office(a_line("A", 100, 60), size=(252, 144)), "of the size card"),
    (sheet.UPRIGHT, lambda: made.office(change=turned), "page 1 is turned by 90 degrees"),
    (sheet.UPRIGHT, lambda: made.office(change=turned_by_its_tree), "turned by 180 degrees"),
    (viewer.SCALING, made.draw, "lets the printer scale"),
    (viewer.SCALING, lambda: made.office(change=preferring(PrintScaling="AppDefault")), "scale"),
    (viewer.DUPLEX, lambda: made.draw(made.words, made.words), "on which edge"),
    (viewer.EVEN, lambda: made.office(*ODD), "but has 3 pages"),
    (ink.MARGIN, lambda: made.office(a_box(9, 300, 50, 50)), "ink 0.12 in from its left edge"),
    (ink.MARGIN, lambda: made.office(a_box(300, 780, 50, 50)), "ink 0.00 in from its top edge"),
    (ink.MARGIN, lambda: made.office(a_box(16, 16, 810, 563), size=A4), "ink 0.22 in from its"),
    (ink.MARGIN, lambda: made.office(change=marked), "in from its bottom edge"),
    (ink.LOW, lambda: made.office(a_box(36, 36, 400, 400)), "page 1 is 33% ink"),
    (ink.HEAVY, lambda: made.office(a_box(18, 18, 576, 756)), "page 1 is 90% ink; the most is 85%"),
    (ink.GRAY, lambda: made.office(in_color), "page 1 has color: text"),
    (ink.GRAY, lambda: made.office(change=a_picture(300, 1, "/DeviceRGB")), "color: picture"),
    (ink.GRAY, lambda: made.office(change=a_red_blend), "color: blend"),
    (ink.GRAY, lambda: made.office(change=a_spot), "color: area"),
    (ink.GRAY, lambda: made.office(change=a_red_stamp), "color: area"),
    (resolution.OFFICE, lambda: made.office(change=a_picture(100, 1)), "has 100 dots an inch"),
    (least_type.CHECK, lambda: made.office(a_line("small", 144, 300, 7)), "at 7.0 pt; the least"),
    (contrast.CHECK, lambda: made.office(pale), "has a contrast of"),
    (INSIDE, lambda: made.office(a_line("on the edge", 10, 300)), "“on the edge” stands outside"),
    (INSIDE, lambda: made.office(a_line("ends too far right", 500, 300)), "stands outside"),
]


@pytest.mark.parametrize(("check", "make", "sentence"), FAULTS)
def test_a_fault_is_found(check: Check, make: Callable[[], bytes], sentence: str) -> None:
    sentences = said(check, make())
    assert sentences
    assert sentence in sentences[0]


SOUND: list[tuple[Check, Callable[[], bytes]]] = [
    (viewer.DUPLEX, lambda: made.office(made.words)),
    (viewer.EVEN, lambda: made.office(*ODD, change=preferring(Duplex="Simplex"))),
    (sheet.SIZE, lambda: made.office(size=(792, 612))),
    (sheet.SIZE, lambda: made.office(size=(595.3, 841.9))),
    (ink.MARGIN, lambda: made.office(a_box(18, 18, 576, 756))),
    (ink.MARGIN, lambda: made.office(a_box(17.95, 17.95, A4[0] - 35.9, A4[1] - 35.9), size=A4)),
    (ink.MARGIN, lambda: made.office(a_box(2, 2, 100, 100), size=(252, 144))),
    (ink.GRAY, lambda: made.office(change=a_gray_in_cmyk)),
    (ink.GRAY, lambda: made.office(change=a_picture(300, 1))),
    (resolution.OFFICE, lambda: made.office(change=a_picture(150, 1))),
    (INSIDE, lambda: made.office(a_line("near", 20, 300))),
    *((check, lambda: made.office(change=marked)) for check in (INSIDE, least_type.CHECK)),
]


@pytest.mark.parametrize(("check", "make"), SOUND)
def test_what_is_allowed_passes(check: Check, make: Callable[[], bytes]) -> None:
    assert said(check, make()) == []


def test_color_passes_where_color_is_allowed() -> None:
    proof = read_proof(made.office(in_color), name="x.pdf")
    assert [f.code for f in examine(proof, OFFICE)] == ["ink.gray"]
    assert examine(proof, OFFICE_COLOR) == ()


def test_a_page_that_is_all_wrong_is_not_told_a_hundred_times() -> None:
    def tiny(canvas: Canvas) -> None:
        for number in range(40):
            a_line(f"line {number}", 144, 100 + 12 * number, 5)(canvas)

    sentences = said(least_type.CHECK, made.office(tiny))
    assert len(sentences) == 5
    assert sentences[-1] == "page 1 has 36 more faults of this kind"


def test_a_finding_carries_its_page_for_machines() -> None:
    proof = read_proof(made.office(made.words, pale), name="x.pdf")
    (finding,) = contrast.CHECK.findings(proof)
    assert finding.where is not None
    assert finding.where.page == 2


def test_text_on_a_picture_or_a_round_box_is_judged_by_what_lies_below() -> None:
    def on_a_round_box(canvas: Canvas) -> None:
        canvas.setFillGray(0)
        canvas.roundRect(100, 280, 300, 60, 20, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.setFont(made.FONT, 12)
        canvas.drawString(144, 300, "White on black")

    def on_a_picture(pdf: pikepdf.Pdf) -> None:
        a_picture(300, 2)(pdf)
        made.add_content(pdf, b"1 g BT /F1 12 Tf 120 430 Td (seen) Tj ET")

    assert said(contrast.CHECK, made.office(on_a_round_box)) == []
    assert said(contrast.CHECK, made.office(change=on_a_picture)) == []
