"""The jail, tried from every side: through a page, its styles, and pictures inside pictures."""

import base64
import io
from pathlib import Path

import pikepdf
import pytest
from pages import FONTS, open_page, page
from PIL import Image
from watching import watched
from weasyprint.urls import FatalURLFetchingError

from press.catalog.layouts import Layouts
from press.composition.compose import fill_template
from press.errors import EditionError
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.jail import Jail

SECRET = "the secret of the house"
_SPRITE = "<svg xmlns='http://www.w3.org/2000/svg'><rect id='a' width='9' height='9'/></svg>"


def png() -> str:
    stream = io.BytesIO()
    Image.new("L", (3, 3)).save(stream, "PNG")
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file that no page may read, under names that would please a typesetter."""
    for suffix in ("svg", "css", "txt", "png"):
        (tmp_path / f"secret.{suffix}").write_text(f"{_SPRITE}<!-- {SECRET} -->")
    (tmp_path / "secret.ttf").write_bytes(FONTS[0].file.read_bytes())
    return tmp_path


PLACES = {
    "a picture": '<img src="{}/secret.png" alt="">',
    "an object": '<object data="{}/secret.svg"></object>',
    "an embedded thing": '<embed src="{}/secret.svg">',
    "a background": "<style>p {{ background-image: url({}/secret.png) }}</style><p>x",
    "a marker": "<style>li {{ list-style-image: url({}/secret.png) }}</style><ul><li>x</ul>",
    "a border": "<style>p {{ border: 3px solid; border-image: url({}/secret.png) 3 }}</style><p>x",
    "words made of a picture": "<style>p::before {{ content: url({}/secret.png) }}</style><p>x",
    "an imported sheet": "<style>@import url({}/secret.css);</style><p>x",
    "a linked sheet": '<link rel=stylesheet href="{}/secret.css"><p>x',
    "a font": "<style>@font-face {{ font-family: s; src: url({}/secret.ttf) }} p {{ font-family: s }}</style><p>x",
    "an attached file": '<link rel=attachment href="{}/secret.txt"><p>x',
    "an attached link": '<a rel=attachment href="{}/secret.txt">x</a>',
    "a picture in a drawing": '<svg viewBox="0 0 9 9" width=9><image href="{}/secret.svg" width=9 height=9 /></svg>',
    "a part of another drawing": '<svg viewBox="0 0 9 9" width=9><use href="{}/secret.svg#a"/></svg>',
    "a sheet in a drawing": "<svg viewBox='0 0 9 9' width=9><style>@import url({}/secret.css);</style></svg>",
    "a font in a drawing": "<svg viewBox='0 0 9 9' width=9><style>@font-face {{ font-family: s; src: url({}/secret.ttf) }}</style><text>x</text></svg>",
    "a base": '<base href="{}/"><img src="secret.png" alt="">',
}
ADDRESSES = ("{file}", "{host}", "http://127.0.0.1:9", "ftp://127.0.0.1:9", "{climb}", "{coded}")


@pytest.mark.parametrize("place", PLACES)
def test_nothing_outside_is_read_wherever_a_page_asks_for_it(
    typesetter: Typesetter, secret: Path, place: str
) -> None:
    fonts = FONTS[0].file.parent.as_uri()
    climb = "../" * 40 + secret.as_posix().lstrip("/")
    for address in ADDRESSES:
        to = address.format(
            file=secret.as_uri(),
            host=f"file://host{secret}",
            climb=f"{fonts}/{climb}",
            coded=f"{fonts}/{climb.replace('..', '%2e%2e')}",
        )
        html, style = page(PLACES[place].format(to))
        with watched() as seen, pytest.raises(EditionError) as error:
            write_pdf(typesetter.open(html, style, FONTS).lay_out(""))
        assert "could not be laid out" in error.value.message
        assert error.value.findings
        assert not [event for event in seen if "secret" in event or not event.startswith("open")]


@pytest.mark.parametrize(
    "address",
    [
        "secret.png",
        "/etc/hostname",
        "//host/secret.png",
        "\\\\host\\secret.png",
        "file:////host/secret.png",
        "file:///%5c%5chost/secret.png",
        "file:///secret%00.png",
        "jar:file:///secret.png",
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E",
        "data:text/html,x",
        "data:image/gif;base64,R0lGODdhAQABAIABAAAAAAAAACwAAAAAAQABAAACAkwBADs=",
        "DATA:image/png,x",
    ],
)
def test_an_address_of_any_other_kind_is_refused(typesetter: Typesetter, address: str) -> None:
    with watched() as seen, pytest.raises(EditionError):
        write_pdf(open_page(typesetter, f'<img src="{address}" alt="">').lay_out(""))
    assert not [event for event in seen if "secret" in event or not event.startswith("open")]


def test_a_carried_png_is_drawn(typesetter: Typesetter) -> None:
    pdf = write_pdf(open_page(typesetter, f'<img src="{png()}" alt="">').lay_out(""))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages[0].get_images()) == 1


@pytest.mark.parametrize(
    "way",
    ["../secret.ttf", "%2e%2e/secret.ttf", "link.ttf", "out/secret.ttf", "none.ttf", "OFL.txt"],
)
def test_the_jail_resolves_every_way_out(secret: Path, way: str) -> None:
    inside = secret / "in"
    inside.mkdir()
    (inside / "font.ttf").write_bytes(b"font")
    (inside / "OFL.txt").write_bytes(b"no font")
    (inside / "link.ttf").symlink_to(secret / "secret.ttf")
    (inside / "out").symlink_to(secret, target_is_directory=True)
    jail = Jail(inside)
    assert jail.fetch((inside / "font.ttf").as_uri()).read() == b"font"
    with pytest.raises(FatalURLFetchingError, match="refused"):
        jail.fetch(f"{inside.as_uri()}/{way}")


def test_a_template_cannot_name_a_file_for_the_page(typesetter: Typesetter, secret: Path) -> None:
    template = f'<!DOCTYPE html><html lang=en><title>t</title><img src="{secret.as_uri()}/secret.png" alt="">'
    html = fill_template(Layouts({"x.html": template}, {}), "x.html")
    with watched() as seen, pytest.raises(EditionError) as error:
        write_pdf(typesetter.open(html, "", FONTS).lay_out(""))
    assert any("refused" in finding.message for finding in error.value.findings)
    assert not [event for event in seen if "secret" in event]
