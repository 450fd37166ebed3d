"""The words behind the glyphs, read back from the page."""

import pytest
from pages import open_page
from structure import opened

from press.content import read_content
from press.typesetting.engine import Typesetter, write_pdf


def words(pdf: bytes) -> str:
    """All that the first page says it says."""
    return "".join(
        str(operands[1].ActualText)
        for operands, name in read_content(opened(pdf).pages[0])
        if name == "BDC" and "/ActualText" in operands[1]
    )


@pytest.mark.parametrize("variant", [None, "pdf/ua-1"])
def test_words_of_two_lines_stay_two_words(typesetter: Typesetter, variant: str | None) -> None:
    body = "<p style='width: 1in'>Against Secure Communities, <b>which invites </b>profiling<p>End"
    pdf = write_pdf(open_page(typesetter, body).lay_out(""), variant)
    assert words(pdf) == "Against Secure Communities, which invites profilingEnd"


def test_no_space_is_made_up(typesetter: Typesetter) -> None:
    body = "<p style='width: .6in'>self-\N{ZERO WIDTH SPACE}made\N{ZERO WIDTH SPACE}words"
    pdf = write_pdf(open_page(typesetter, body).lay_out(""))
    assert " " not in words(pdf)
    assert words(pdf).replace("\N{ZERO WIDTH SPACE}", "") == "self-madewords"
