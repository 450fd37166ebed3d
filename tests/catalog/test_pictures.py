"""Logos as they are sent: of every kind, turned, see-through, broken and hostile."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from watching import watched

from press.catalog.pictures import Picture, read_picture
from press.findings import Finding, Place

AT = Place("chapter.toml", 7)


def half(
    mode: str = "RGB", dark: object = (200, 0, 0), light: object = (255, 255, 255)
) -> Image.Image:
    """A picture of 60 x 30 whose left half is dark."""
    image = Image.new(mode, (60, 30), light)  # type: ignore[arg-type]
    image.paste(dark, (0, 0, 30, 30))  # type: ignore[arg-type]
    return image


def read(file: Path) -> Image.Image:
    picture, findings = read_picture(file, AT)
    assert findings == []
    assert isinstance(picture, Picture)
    image = Image.open(io.BytesIO(picture.png))
    assert image.format == "PNG"
    assert (image.mode, image.size, image.info) == ("L", (picture.width, picture.height), {})
    return image


def fault(file: Path) -> Finding:
    with watched() as seen:
        picture, (finding,) = read_picture(file, AT)
    assert picture is None
    assert not [event for event in seen if "secret" in event or "socket" in event]
    assert str(finding.where) == "chapter.toml:7"
    assert file.name[:40] in finding.message
    assert finding.hint
    return finding


def saved(folder: Path, image: Image.Image, name: str = "logo.png", **how: object) -> Path:
    image.save(folder / name, **how)  # type: ignore[arg-type]
    return folder / name


@pytest.mark.parametrize(
    ("image", "name", "how"),
    [
        (half(), "a.png", {}),
        (half(), "a.jpg", {"quality": 95}),
        (half(), "a.JPEG", {"quality": 95, "progressive": True}),
        (half("L", 60, 255), "a.png", {}),
        (half("1", 0, 1), "a.png", {}),
        (half("LA", (60, 255), (0, 0)), "a.png", {}),
        (half("RGBA", (200, 0, 0, 255), (0, 0, 0, 0)), "a.png", {}),
        (half("CMYK", (0, 255, 255, 40), (0, 0, 0, 0)), "a.jpg", {"quality": 95}),
        (half("I;16", 60 * 257, 65535), "a.png", {}),
        (half().quantize(4), "a.png", {}),
        (half("RGBA", (200, 0, 0, 255), (0, 0, 0, 0)).quantize(4), "a.png", {}),
        (half(), "a.png", {"save_all": True, "append_images": [Image.new("RGB", (60, 30))]}),
        (half(), "no-suffix", {"format": "PNG"}),
    ],
)  # fmt: skip
def test_a_picture_of_any_kind_becomes_gray_on_white(
    tmp_path: Path, image: Image.Image, name: str, how: dict[str, object]
) -> None:
    gray = read(saved(tmp_path, image, name, **how))
    assert gray.size == (60, 30)
    assert int(gray.getpixel((5, 15))) < 90  # type: ignore[arg-type]
    assert int(gray.getpixel((55, 15))) > 250  # type: ignore[arg-type]


def test_a_photograph_stands_upright_and_keeps_nothing_of_where_it_was_taken(
    tmp_path: Path,
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif.get_ifd(0x8825)[1] = "N"
    file = saved(tmp_path, half(), "a.jpg", quality=95, exif=exif)
    gray = read(file)
    assert gray.size == (30, 60)
    assert int(gray.getpixel((15, 5))) < 90 < int(gray.getpixel((15, 55)))  # type: ignore[arg-type]


def test_half_see_through_is_mixed_with_white(tmp_path: Path) -> None:
    gray = read(saved(tmp_path, half("RGBA", (0, 0, 0, 128), (0, 0, 0, 255))))
    assert gray.getpixel((5, 5)) == pytest.approx(127, abs=2)


def test_a_large_picture_is_made_smaller(tmp_path: Path) -> None:
    assert read(saved(tmp_path, half().resize((4000, 2000)))).size == (1200, 600)


def bomb(width: int, height: int) -> bytes:
    """The head of a PNG of a size that no machine should unpack."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


def png(image: Image.Image, kind: str = "PNG") -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (bytes(20_000_001), "larger than 20 MB"),
        (b"not a picture", "not a PNG or JPEG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a PNG or JPEG"),
        (png(half(), "GIF"), "not a PNG or JPEG"),
        (png(half(), "TIFF"), "not a PNG or JPEG"),
        (png(Image.effect_noise((60, 60), 50))[:1500], "damaged"),
        (png(Image.effect_noise((60, 60), 50), "JPEG")[:900], "damaged"),
        (bomb(30_000, 30_000), "40 million pixels"),
        (bomb(10_000, 9_000), "40 million pixels"),
        (bomb(7_000, 7_000), "40 million pixels"),
        (bomb(0, 5), "not a PNG or JPEG"),
        (png(half("RGBA", (255, 255, 255, 255), (0, 0, 0, 0))), "nothing of it can be seen"),
    ],
)
def test_what_is_no_whole_picture_is_told_at_its_line(
    tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    finding = fault(tmp_path / "logo.png")
    assert finding.code == "logo.not-a-picture"
    assert said in finding.message


@pytest.mark.parametrize("name", ["none.png", "folder", "a" * 300, "none\0.png"])
def test_a_picture_that_is_not_there_is_told_at_its_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    assert fault(tmp_path / name).code == "logo.missing"


SHAPES = """
<style>.a{fill:#c8102e} #k path{stroke:navy;stroke-width:3;fill:none}</style>
<defs><clipPath id="c"><rect width="200" height="98"/></clipPath>
<g id="star"><path d="M10 0 L13 7 20 7 14 12 16 20 10 15 4 20 6 12 0 7 7 7Z"/></g></defs>
<g clip-path="url(#c)"><rect class="a" x="5" y="5" width="190" height="95" rx="12"/>
<circle cx="50" cy="50" r="30" style="fill:#fff;fill-opacity:.5"/>
<ellipse cx="110" cy="50" rx="25" ry="15" fill="gold" stroke="black" stroke-dasharray="4 2"/>
<g id="k" transform="translate(140 20) rotate(10 20 20) scale(1.2)">
<path d="M0 0C10 20 30-10 40 10S20 40 0 30Q10 50 30 40T0 20A10 10 0 0 1 0 0"/></g>
<use href="#star" x="40" y="40"/><use xlink:href="#star" transform="translate(90 70) skewX(9)" fill="white"/>
<polygon points="150,80 170,60,190,90"/><polyline points="5,95 50,80 90,95" fill="none" stroke="#000"/>
<path fill-rule="evenodd" d="M100 5h30v30h-30zM110 15h10v10h-10z" fill="rgb(0 0 0)"/>
<line x1="1mm" y1="2" x2="9pt" y2="50" stroke="hsl(120 50% 20%)" stroke-linecap="round"/></g>
"""


def svg(body: str, head: str = 'viewBox="0 0 200 100"') -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f" {head}>{body}</svg>"
    )


def write(folder: Path, text: str | bytes) -> Path:
    file = folder / "logo.svg"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_a_drawing_looks_as_another_program_draws_it(tmp_path: Path) -> None:
    import pypdfium2
    from PIL import ImageChops
    from weasyprint import HTML

    text = svg(SHAPES, 'viewBox="0 0 200 100" width="600" height="300"')
    ours = read(write(tmp_path, text))
    page = HTML(
        string=f"<style>@page {{ size: 600px 300px; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}</style>{text}"
    )
    with pypdfium2.PdfDocument(page.write_pdf()) as pdf:
        theirs = pdf[0].render(scale=8 / 3).to_pil().convert("L")
    assert ours.size == theirs.size == (1200, 600)
    off = ImageChops.difference(ours, theirs).histogram()
    assert sum(off[64:]) < 0.005 * 1200 * 600


INK = '<rect width="100" height="100" />'


@pytest.mark.parametrize(
    "text",
    [
        svg(INK, 'width="200px" height="100"'),
        svg(INK, 'viewBox="0,0,200,100" width="100%" height="100%"'),
        svg(f"<script>alert(1)</script>{INK}", 'viewBox="0 0 200 100" onload="x()"'),
        svg(f'<g onclick="x()">{INK}</g><metadata>x</metadata><title>Us</title>'),
        svg(f'<a href="https://example.org/secret">{INK}</a>'),
        svg(f'<foreignObject width="9" height="9"><p>x</p></foreignObject>{INK}'),
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
        ' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns "http://ns.adobe.com/">]>'
        + svg(INK),
        svg(f"{INK}<g display='none'><circle r='900' /></g><circle r='900' visibility='hidden' />"),
        svg(f'<style>@charset "utf-8";</style>{INK}'.replace('@charset "utf-8";', "/* x */")),
    ],
)
def test_a_drawing_is_cleaned_of_what_is_no_drawing(tmp_path: Path, text: str) -> None:
    with watched() as seen:
        gray = read(write(tmp_path, text))
    assert not [event for event in seen if "secret" in event or "socket" in event]
    assert gray.size == (1200, 600)
    assert (gray.getpixel((100, 300)), gray.getpixel((1100, 300))) == (0, 255)


LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10)
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("plain words", "not an SVG"),
        ("<html><body>x</body></html>", "not an SVG"),
        ("<svg viewBox='0 0 9 9'><rect width='3' height='3'/></svg>", "not an SVG"),
        (svg(INK)[:-9], "not an SVG"),
        (b"\x1f\x8b" + bytes(40), "not an SVG"),
        (b" " * 2_000_001, "larger than 2 MB"),
        (svg(INK, ""), "no size"),
        (svg(INK, 'width="100%"'), "no size"),
        (svg(INK, 'viewBox="0 0 0 9"'), "no size"),
        (svg(INK, 'viewBox="0 0 9"'), "no size"),
        (svg(INK, 'viewBox="a b c d"'), "no list of numbers"),
        (svg(INK, 'viewBox="0 0 1e300 1e300"'), "beyond all size"),
        (svg(INK, 'viewBox="0 0 1e999 9"'), "beyond all size"),
        (svg(INK, 'viewBox="0 0 1000 1"'), "too long and thin"),
        (svg('<rect width="1" height="1" />', 'viewBox="0 0 1000000 1000000"'), "nothing of it"),
        (svg('<rect width="9" height="9" fill="white" />'), "nothing of it"),
        (svg("<text>Us</text>"), "outlines"),
        (svg('<image href="secret.png" width="9" height="9" />'), "a picture"),
        (svg('<image href="file:///secret.png" width="9" height="9" />'), "a picture"),
        (svg('<image href="data:image/svg+xml,x" width="9" height="9" />'), "a picture"),
        (svg('<use href="file:///secret.svg#a" />'), "repeats a part"),
        (svg('<use href="#none" />'), "repeats a part"),
        (svg('<g id="a"><use href="#a" /></g>'), "never ends"),
        (svg("<style>@import url(http://secret/a.css);</style>" + INK), "style sheet"),
        (svg("<style>@font-face { font-family: x; src: url(secret) }</style>" + INK), "style sheet"),
        (svg("<style>}{</style>" + INK), "style sheet"),
        (svg("<style>a:::b { fill: red }</style>" + INK), "style sheet"),
        (svg("<style>a[b='x'] { fill: red }</style>" + INK), "style sheet"),
        (svg(f"<style>{':not(' * 300}a{')' * 300} {{ fill: red }}</style>" + INK), "style sheet"),
        (svg(f"<style>{'a>' * 2000}a {{ fill: red }}</style>" + INK), "damaged"),
        (svg('<linearGradient id="g" /><rect width="9" height="9" fill="url(#g)" />'), "gradient"),
        (svg('<mask id="m" /><g mask="url(#m)"><rect width="9" height="9" /></g>'), "mask"),
        (svg('<rect width="9" height="9" filter="url(#f)" />'), "effect"),
        (svg('<path d="M0 0h9" marker-end="url(#m)" />'), "arrowhead"),
        (svg(f'<g opacity=".5">{INK}</g>'), "see-through"),
        (svg('<rect width="9" height="9" style="mix-blend-mode: multiply" />'), "lie over"),
        (svg('<g clip-path="url(#none)"><rect width="9" height="9" /></g>'), "cut out"),
        (svg('<rect width="50%" height="9" />'), "no length"),
        (svg('<rect width="nan" height="9" />'), "no length"),
        (svg('<path d="M0 0 L x" />'), "no path"),
        (svg('<path d="L 9 9" />'), "damaged"),
        (svg('<path d="M0 0 L 9" />'), "damaged"),
        (svg('<g transform="spin(9)"><rect width="9" height="9" /></g>'), "no transform"),
        (svg('<rect width="9" height="9" fill="bluish" />'), "no color"),
        (svg("<g>" * 100 + INK + "</g>" * 100), "too many parts"),
        (svg("<g/>" * 20_001), "too many parts"),
        (
            svg(
                '<g id="a0"><path d="M0 0h9v9z" /></g>'
                + "".join(f'<g id="a{n}">{f"<use href=&quot;#a{n - 1}&quot;/>".replace("&quot;", chr(34)) * 10}</g>' for n in range(1, 7))
            ),
            "too many parts",
        ),
        ("<!DOCTYPE svg [" + LAUGHS + "]>" + svg("<text>&l9;</text>"), "entities"),
        ('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/secret">]>' + svg(INK), "another file"),
        ('<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://secret/x">%x;]>' + svg(INK), "another file"),
        (f'<!DOCTYPE svg [<!ENTITY x "{"x" * 300}">]>' + svg("&x;" * 99), "entities"),
    ],
)  # fmt: skip
def test_a_drawing_that_cannot_be_printed_as_it_is_meant_is_told(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    finding = fault(write(tmp_path, text))
    assert finding.code == "logo.not-a-picture"
    assert said in finding.message
