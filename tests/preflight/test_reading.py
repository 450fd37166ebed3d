"""What is read of a page: colors, fonts, places, and how pages look."""

import io

import made
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from press.preflight.boxes import read_boxes
from press.preflight.drawing import EVERYWHERE, paint
from press.preflight.face import read_face
from press.preflight.proof import Proof, read_proof
from press.preflight.rendering import Rendering
from press.preflight.spaces import CMYK, GRAY, RGB, luminance, read_space

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
HOLE = [(3.0, 3.0), (7.0, 3.0), (7.0, 7.0), (3.0, 7.0)]
NONE = Dictionary()


def spot(*names: str) -> pikepdf.Array:
    function = Dictionary(FunctionType=2)
    return Array([Name.DeviceN, Array([Name(f"/{n}") for n in names]), Name.DeviceCMYK, function])


@pytest.mark.parametrize(
    ("space", "family", "model"),
    [
        (Name.DeviceGray, "DeviceGray", "gray"),
        (Name.G, "DeviceGray", "gray"),
        (Name.DeviceRGB, "DeviceRGB", "rgb"),
        (Array([Name.CalGray, NONE]), "CalGray", "gray"),
        (Array([Name.Lab, NONE]), "Lab", "rgb"),
        (Array([Name.Indexed, Name.DeviceRGB, 1, b"000000"]), "Indexed", "rgb"),
        (Array([Name.Indexed, Name.DeviceGray, 1, b"00"]), "Indexed", "gray"),
        (spot("Black"), "DeviceN", "gray"),
        (spot("Black", "Signal"), "DeviceN", "spot"),
        (Array([Name.Pattern, Name.DeviceCMYK]), "Pattern", "cmyk"),
    ],
)
def test_a_color_space_is_known_by_what_a_press_makes_of_it(
    space: pikepdf.Object, family: str, model: str
) -> None:
    read = read_space(space, NONE)
    assert (read.family, read.model) == (family, model)


def test_a_color_space_built_upon_itself_is_refused() -> None:
    resources = Dictionary(ColorSpace=Dictionary(A=Name.B, B=Name.A))
    with pytest.raises(ValueError, match="built upon itself"):
        read_space(Name.A, resources)


def test_luminance_is_told_where_it_can_be() -> None:
    assert luminance(GRAY, (1.0,)) == 1
    assert luminance(RGB, (0.0, 0.0, 0.0)) == 0
    assert luminance(CMYK, (0.0, 0.0, 0.0, 1.0)) == 0
    assert luminance(read_space(spot("Signal"), NONE), (1.0,)) is None
    assert luminance(RGB, ()) is None


def test_an_area_covers_what_its_rule_says() -> None:
    ring = paint([SQUARE, HOLE], EVERYWHERE, 0.0, even_odd=True)
    full = paint([SQUARE, HOLE], EVERYWHERE, 0.0)
    cut = paint([SQUARE], (0.0, 0.0, 2.0, 10.0), 0.0)
    assert [ring.covers(*p) for p in ((1, 1), (5, 5), (11, 5))] == [True, False, False]
    assert full.covers(5, 5)
    assert [cut.covers(*p) for p in ((1, 5), (5, 5))] == [True, False]


def test_a_font_tells_codes_widths_and_meanings() -> None:
    pdf = pikepdf.new()
    cmap = b"""1 beginbfchar <0003> <0020> endbfchar
    2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0062> <00660069>] endbfrange"""
    inner = Dictionary(
        Subtype=Name.CIDFontType2, DW=900, W=Array([16, Array([500, 600]), 32, 33, 250])
    )
    face = read_face(
        Dictionary(
            Subtype=Name.Type0,
            BaseFont=Name("/AAAAAA+Some"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([inner]),
            ToUnicode=pdf.make_stream(cmap),
        )
    )
    codes = face.codes(bytes.fromhex("0010001200200021"))
    assert codes == (16, 18, 32, 33)
    assert face.text(codes) == "ACbfi"
    assert [face.width(code) for code in (16, 17, 18, 32, 33)] == [0.5, 0.6, 0.9, 0.25, 0.25]
    assert not face.is_embedded


def test_a_font_of_single_bytes_has_the_meanings_of_its_encoding() -> None:
    encoding = Dictionary(Differences=Array([1, Name.eacute, Name.Euro]))
    face = read_face(Dictionary(Subtype=Name.TrueType, BaseFont=Name.X, Encoding=encoding))
    assert face.text((1, 2, ord("A"))) == "é€A"


def test_pages_are_drawn_upright_whole_and_once() -> None:
    def turned_and_cropped(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(b"0 g 100 200 50 20 re f")
        page.Rotate = 90
        page.CropBox = Array([0, 0, 99, 99])

    rendering = Rendering(made.draw(change=turned_and_cropped))
    drawn = rendering.page(1)
    assert drawn.image.size == (612, 792)
    assert drawn.inked() == pytest.approx((100, 200, 150, 220))
    assert drawn.coverage() == pytest.approx(1000 / (612 * 792), rel=0.01)
    assert rendering.page(1) is drawn
    fine = rendering.page(1, 144)
    assert fine.image.size == (1224, 1584)
    assert rendering.page(1) is drawn


def test_what_cannot_be_drawn_is_told() -> None:
    with pytest.raises(ValueError, match="page 2 cannot be drawn"):
        Rendering(made.draw()).page(2)
    with pytest.raises(ValueError, match="page 1 cannot be drawn"):
        Rendering(b"no PDF").page(1)
    with pytest.raises(ValueError, match="too much to draw"):
        Rendering(made.draw(), frozenset({1})).page(1)


def test_the_slug_is_what_lies_outside_the_bleed() -> None:
    with pikepdf.open(io.BytesIO(made.shop())) as pdf:
        boxes = read_boxes(pdf.pages[0], 1)
    assert boxes.is_slug(100, 4)
    assert not boxes.is_slug(100, 20)
    assert not boxes.is_slug(100, -4)


def test_the_slug_is_no_matter_for_the_reader() -> None:
    def proof(y: float) -> Proof:
        content = f"BT /F1 6 Tf 100 {y} Td (job) Tj ET".encode()
        return read_proof(made.shop(change=lambda pdf: made.add_content(pdf, content)))

    assert [run.text for run in proof(4).matter][1:] == []
    assert [run.text for run in proof(90).matter][1:] == ["job"]


def test_text_is_read_as_far_as_it_shows() -> None:
    def cut_off(pdf: pikepdf.Pdf) -> None:
        window = b"q 100 100 50 50 re W n"
        shown = b"BT /F1 12 Tf 110 110 Td (shown in part, cut off) Tj ET"
        made.add_content(pdf, window + b" " + shown + b" BT 300 110 Td (hidden) Tj ET Q")

    runs = {run.text: run for run in read_proof(made.office(change=cut_off), name="x.pdf").shown}
    assert "hidden" not in runs
    assert runs["shown in part, cut off"].x == 110
    assert runs["shown in part, cut off"].end_x == 150
