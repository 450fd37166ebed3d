"""The reviewer's proof: every message, numbered, in both languages, whatever is missing."""

import pypdfium2
import pytest
from conftest import TODAY
from edits import replace_in

from press.catalog.catalog import read_catalog
from press.catalog.po import hash_texts
from press.catalog.po_file import read_po_file
from press.desk.proof import draw_proof
from press.desk.works import works_in
from press.errors import ContentError
from press.house import House
from press.typesetting.engine import Typesetter


@pytest.fixture
def small(own_house: House) -> House:
    """A house with one flyer, for a proof is slow to set."""
    for name in ("know-your-rights", "program-explainer"):
        (own_house.flyers / name / "flyer.toml").unlink()
    return own_house


def read(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def test_every_message_stands_numbered_beside_its_english(
    small: House, typesetter: Typesetter
) -> None:
    file = small.flyers / "shared" / "es.po"
    replace_in(file, 'msgstr "Horario"', 'msgstr ""')
    replace_in(file, 'msgctxt "panel-meeting"', '#, fuzzy\nmsgctxt "panel-meeting"')
    catalog = read_catalog(small, TODAY)
    works = works_in(catalog, "es")
    text = read(draw_proof(catalog, "es", "letter", typesetter))
    count = sum(len(work.template) for work in works)
    assert f"{count} {works[-1].template[-1].english}" in text
    assert f"{count + 1} " not in text.replace(" 2011", "")
    assert "Próxima reunión" in text
    assert "The English has changed" in text
    assert "Not translated yet" in text
    for work in works:
        po, _ = read_po_file(work.file)
        assert po is not None
        assert hash_texts(po) in text


def test_a_proof_on_a4_in_arabic(small: House, typesetter: Typesetter) -> None:
    pdf = draw_proof(read_catalog(small, TODAY), "ar", "a4", typesetter)
    assert pypdfium2.PdfDocument(pdf)[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)


def test_a_file_that_cannot_be_read_is_told(small: House, typesetter: Typesetter) -> None:
    replace_in(small.flyers / "shared" / "es.po", 'msgstr "Horario"', "msgstr Horario")
    with pytest.raises(ContentError) as error:
        draw_proof(read_catalog(small, TODAY), "es", "letter", typesetter)
    assert error.value.findings[0].code == "po.syntax"
