"""A form that stands on a page several times is noted at each place as if it were read there."""

import io
from dataclasses import astuple, replace

import made
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from press.preflight.notes import PageNotes
from press.preflight.reader import read_page
from press.preflight.walk import Walk

CARD = b"0 g 10 60 30 20 re f 20 10 m 30 10 l 30 30 l h B BT /F 9 Tf 10 40 Td (Call us) Tj ET"
FONT = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Each form that is read, as it comes."""
    forms: list[object] = []
    own = Walk.read

    def note(walk: Walk, content: pikepdf.Page | pikepdf.Object) -> None:
        if not isinstance(content, pikepdf.Page):
            forms.append(content.objgen)
        own(walk, content)

    monkeypatch.setattr(Walk, "read", note)
    return forms


def placed(x: float, before: bytes = b"", width: float = 100, turn: bytes = b"1 0 0 1") -> bytes:
    return b"q %b %g 0 %g 100 re W n %b %g 0 cm /%%b Do Q\n" % (before, x, width, turn, x)


def page_of(*places: bytes, is_one: bool = True) -> PageNotes:
    """The notes of a page on which one form, or as many equal ones as places, is drawn."""

    def draw(pdf: pikepdf.Pdf) -> None:
        resources = Dictionary(Font=Dictionary(F=FONT))
        forms = {
            b"X" if is_one else b"X%d" % number: pdf.make_stream(
                CARD, Subtype=Name.Form, BBox=Array([0, 0, 100, 100]), Resources=resources
            )
            for number in range(1 if is_one else len(places))
        }
        content = b"".join(
            place % (b"X" if is_one else b"X%d" % number) for number, place in enumerate(places)
        )
        pdf.pages[0].Contents = pdf.make_stream(content)
        named = {f"/{name.decode()}": form for name, form in forms.items()}
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(named))

    with pikepdf.open(io.BytesIO(made.draw(change=draw))) as pdf:
        return read_page(pdf.pages[0], 1, {})


def told(notes: PageNotes) -> list[object]:
    """All that is noted, but for the fonts as objects."""
    shown = [replace(run, face=None) for run in notes.shown]  # type: ignore[arg-type]
    return [*map(astuple, shown), *map(astuple, notes.painted), list(notes.inks)]


def test_a_form_is_read_once_for_all_its_places(read: list[object]) -> None:
    places = placed(0), placed(200), placed(400)
    once = page_of(*places)
    assert len(read) == 1
    each = page_of(*places, is_one=False)
    assert len(read) == 4
    assert told(once) == told(each)
    assert [(run.text, run.x, run.y) for run in once.shown] == [
        ("Call us", x + 10, 40) for x in (0, 200, 400)
    ]
    assert once.ground(215, 70) == 0
    assert once.left == each.left


@pytest.mark.parametrize(
    "second",
    [
        placed(200, before=b".5 g 200 0 100 100 re f"),
        placed(200, before=b"1 0 0 RG"),
        placed(200, width=25),
        placed(200, turn=b"2 0 0 1"),
        placed(20),
    ],
    ids=["on a ground", "in another ink", "cut off", "stretched", "over the first"],
)
def test_it_is_read_again_where_it_is_not_the_same(second: bytes, read: list[object]) -> None:
    once = page_of(placed(0), second)
    assert len(read) == 2
    assert told(once) == told(page_of(placed(0), second, is_one=False))
