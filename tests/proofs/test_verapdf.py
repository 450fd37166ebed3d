"""veraPDF passes what is proper, and names what is not."""

from pathlib import Path

import pytest
from pages import FONTS, page
from proofs.tools import needs_verapdf
from proofs.verapdf import validate

from press.typesetting.engine import Typesetter

pytestmark = needs_verapdf

PROPER = '<h1>Your rights</h1><p>Stay calm. <a href="https://example.org">Read more</a>.</p>'


@pytest.fixture
def files(typesetter: Typesetter, tmp_path: Path) -> dict[str, Path]:
    """One page, tagged for each part of PDF/UA and not at all."""
    written = {}
    for variant in ("pdf/ua-1", "pdf/ua-2", None):
        file = written[str(variant)] = tmp_path / f"{str(variant).replace('/', '-')}.pdf"
        typesetter.open(*page(PROPER), FONTS).lay_out("").write_pdf(file, pdf_variant=variant)
    return written


def test_a_tagged_file_conforms_and_an_untagged_one_breaks_rules(files: dict[str, Path]) -> None:
    judged = validate(files.values(), "ua1")
    assert list(judged) == list(files.values())
    assert judged[files["pdf/ua-1"]] == []
    broken = "\n".join(judged[files["None"]])
    assert "6.2-1: The document catalog dictionary shall include a MarkInfo" in broken
    assert "7.1-11: The logical structure" in broken


def test_each_part_is_judged_by_its_own_rules(files: dict[str, Path]) -> None:
    assert validate([files["pdf/ua-1"]], "ua2")[files["pdf/ua-1"]] != []
    assert validate([files["pdf/ua-2"]], "ua1")[files["pdf/ua-2"]] != []


def test_what_is_no_pdf_does_not_conform(tmp_path: Path) -> None:
    file = tmp_path / "broken.pdf"
    file.write_bytes(b"%PDF-1.7 and no more")
    (told,) = validate([file], "ua1")[file]
    assert told.startswith("unreadable: ")
