"""Every device RGB color of a document is set in the inks of a press, wherever it is set."""

import io

import pikepdf
import pytest
from pages import open_page
from plates import color_operators, colors_set, names_in

from press.finishing.inks import Space, recolor
from press.typesetting.engine import Typesetter, write_pdf

BODY = """<p style="color: #c8102e">red <b style="color: #808080">gray</b> black</p>
<i style="background: #ff0; border: 2pt solid #0ff">box</i>
<div style="opacity: .5">half</div>
<div style="height: 1in; background: linear-gradient(#000, #fff)"></div>
<svg width="40" height="40">
<defs><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse">
<rect width="2" height="2" fill="#123456"/></pattern>
<linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset=".5" stop-color="#0f0"/>
<stop offset="1" stop-color="#00f"/></linearGradient></defs>
<rect width="20" height="20" fill="url(#p)"/><rect y="20" width="20" height="20" fill="url(#g)"/>
<path d="M0 0L9 9" stroke="#abc"/></svg>"""


@pytest.fixture(scope="module")
def pdf(typesetter: Typesetter) -> bytes:
    return write_pdf(open_page(typesetter, BODY).lay_out(""))


def four(red: float, green: float, blue: float) -> tuple[float, ...]:
    return (1 - red, 1 - green, 1 - blue, 0)


def one(red: float, green: float, blue: float) -> tuple[float, ...]:
    return ((red + green + blue) / 3,)


def recolored(pdf: bytes, space: Space) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        recolor(document, space, four if space == "/DeviceCMYK" else one)
        buffer = io.BytesIO()
        document.save(buffer, deterministic_id=True)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("space", "operators"), [("/DeviceGray", {"g", "G"}), ("/DeviceCMYK", {"k", "K"})]
)
def test_no_rgb_is_left_in_text_strokes_tiles_gradients_and_groups(
    pdf: bytes, space: Space, operators: set[str]
) -> None:
    assert color_operators(pdf) >= {"rg", "RG"}
    assert names_in(pdf).count("/DeviceRGB") >= 3
    made = recolored(pdf, space)
    assert color_operators(made) & {"rg", "RG", "g", "G", "k", "K"} == operators
    assert "/DeviceRGB" not in names_in(made)
    assert space in names_in(made)


def test_each_color_is_converted(pdf: bytes) -> None:
    fills = colors_set(recolored(pdf, "/DeviceCMYK"), "k")
    assert any(
        c == pytest.approx((1 - 0x12 / 255, 1 - 0x34 / 255, 1 - 0x56 / 255, 0), abs=0.001)
        for c in fills
    )


def test_a_gradient_is_converted_stop_by_stop(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(recolored(pdf, "/DeviceCMYK"))) as document:
        shadings = [
            thing
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and "/ShadingType" in thing
        ]
        stops = [
            [[float(v) for v in part[stop]] for stop in ("/C0", "/C1")]
            for shading in shadings
            for part in shading.Function.Functions
        ]
    assert [[1, 1, 1, 0], [0, 0, 0, 0]] in stops
    assert [[0, 1, 1, 0], [1, 0, 1, 0]] in stops
    assert [[1, 0, 1, 0], [1, 1, 0, 0]] in stops


def test_pictures_stay_as_they_are(typesetter: Typesetter) -> None:
    red = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
    body = f'<img style="width: 1in" src="data:image/png;base64,{red}">'
    pdf = write_pdf(open_page(typesetter, body).lay_out(""))
    assert "/DeviceRGB" in names_in(recolored(pdf, "/DeviceGray"))
