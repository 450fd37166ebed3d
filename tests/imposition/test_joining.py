"""Two languages back to back, with blanks and with fonts that stay apart."""

import io

import pikepdf
import pypdfium2
import pytest
from pages import open_page

from press.imposition.joining import back_to_back
from press.typesetting.engine import Typesetter, write_pdf

BREAK = "<p style='break-before: page'>"


@pytest.fixture(scope="module")
def files(typesetter: Typesetter) -> list[bytes]:
    bodies = ("<p>uno</p>", f"<p>one</p>{BREAK}two</p>{BREAK}three</p>")
    return [write_pdf(open_page(typesetter, body).lay_out("")) for body in bodies]


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_one_language_is_left_as_it_is(files: list[bytes]) -> None:
    assert back_to_back(files[:1]) is files[0]


def test_pages_are_taken_in_turn_and_a_blank_where_one_is_shorter(files: list[bytes]) -> None:
    assert texts(back_to_back(files)) == ["uno", "one", "", "two", "", "three"]
    with pikepdf.open(io.BytesIO(back_to_back(files))) as joined:
        assert {tuple(map(float, page.mediabox)) for page in joined.pages} == {(0, 0, 288, 288)}


def test_subsets_of_one_font_have_names_of_their_own(files: list[bytes]) -> None:
    with pikepdf.open(io.BytesIO(back_to_back(files))) as joined:
        names = [str(o.BaseFont) for o in joined.objects if _is_font(o, "/Type0")]
        inner = [str(o.BaseFont) for o in joined.objects if _is_font(o, "/CIDFontType2")]
    assert len(names) == len(set(names)) == 2
    assert sorted(names) == sorted(inner)
    assert {name.partition("+")[2] for name in names} == {"press-noto-sans"}


def test_the_same_files_give_the_same_bytes(files: list[bytes]) -> None:
    assert back_to_back(files) == back_to_back(files)


def _is_font(thing: pikepdf.Object, kind: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == kind
