"""A finished edition looks the same to two renderers that share no code, letter by letter."""

from pathlib import Path

import pytest
from conftest import TODAY
from made import FONT, draw
from proofs.renderers import by_pdfium, by_poppler, difference
from proofs.tools import needs
from reportlab.pdfgen.canvas import Canvas

from press.catalog.catalog import Catalog, read_catalog
from press.edition import Edition
from press.house import House
from press.imposition.impose import USUAL
from press.job import make_edition
from press.ticket import write_ticket
from press.typesetting.engine import Typesetter
from press.wanted import Wanted

# Measured: the handouts of all languages come to .004 to .08, a letter that lacks in the least type
# of a handout to .22 ("i") or more.
MOST = 0.14
OFTEN = ("es", "ar", "zh-Hans", "hi", "ur", "my")
SELDOM = (
    "en", "pt-BR", "ht", "zh-Hant", "vi", "km", "fr", "ru", "uk", "ko", "fa", "pa", "fil",
    "am", "so", "ne", "bn", "sw", "pl",
)  # fmt: skip
TAGS = [*OFTEN, *(pytest.param(tag, marks=pytest.mark.slow) for tag in SELDOM)]
WORDS = "The right to stay silent is yours"


@pytest.fixture(scope="session")
def whole(house: House) -> Catalog:
    return read_catalog(house, TODAY, None, Wanted())


@needs("poppler-utils")
@pytest.mark.parametrize("tag", TAGS)
def test_poppler_and_pdfium_draw_the_same_shapes(
    whole: Catalog, typesetter: Typesetter, tag: str, tmp_path: Path
) -> None:
    edition = Edition("know-your-rights", tag, "letter")
    printed = make_edition(write_ticket(whole, edition, USUAL), typesetter)
    file = tmp_path / "edition.pdf"
    file.write_bytes(printed.files[edition.file])
    pages = zip(by_poppler(file), by_pdfium(file), strict=True)
    apart = [difference(one, other) for one, other in pages]
    assert len(apart) >= 2
    assert max(apart) < MOST


def spelled(file: Path, words: str, place: int | None = None, by: float = 0.0) -> Path:
    """Words of 8 points, one letter of them moved sideways."""

    def letters(canvas: Canvas) -> None:
        canvas.setFont(FONT, 8)
        for number, letter in enumerate(words):
            canvas.drawString(144 + 9 * number + (by if number == place else 0), 300, letter)

    file.write_bytes(draw(letters))
    return file


def told_apart(tmp_path: Path, words: str, place: int | None = None, by: float = 0.0) -> float:
    (one,) = by_poppler(spelled(tmp_path / "a.pdf", WORDS))
    (other,) = by_pdfium(spelled(tmp_path / "b.pdf", words, place, by))
    return difference(one, other)


@needs("poppler-utils")
def test_the_same_words_are_not_told_apart(tmp_path: Path) -> None:
    assert told_apart(tmp_path, WORDS) < MOST


@needs("poppler-utils")
@pytest.mark.parametrize("letter", sorted(set(WORDS) - {" "}))
def test_one_letter_that_lacks_is_seen(tmp_path: Path, letter: str) -> None:
    assert told_apart(tmp_path, WORDS.replace(letter, " ", 1)) > MOST


@needs("poppler-utils")
@pytest.mark.parametrize("letter", sorted(set(WORDS) - {" "}))
def test_one_letter_that_is_out_of_place_is_seen(tmp_path: Path, letter: str) -> None:
    assert told_apart(tmp_path, WORDS, WORDS.index(letter), 2) > MOST


@needs("poppler-utils")
def test_another_letter_is_seen(tmp_path: Path) -> None:
    assert told_apart(tmp_path, WORDS.replace("y", "m")) > MOST
