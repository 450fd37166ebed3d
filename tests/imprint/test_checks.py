"""What is read back of a document: words, digits and codes that are not those of the row."""

from collections.abc import Callable

import pytest
from chapters import chapter

from press.catalog.catalog import Catalog
from press.edition import Edition
from press.errors import PreflightError
from press.imposition.impose import USUAL
from press.imprint.checks import check_imprint
from press.imprint.given import given_by
from press.imprint.laying import lay_out_shell
from press.imprint.said import Said
from press.imprint.setting import Case
from press.imprint.shell import Imprint, Shell
from press.typesetting.engine import Typesetter

CARD = Edition("know-your-rights", "en", "card")


@pytest.fixture(scope="module")
def shell_and_catalog(
    told: Callable[..., Catalog], typesetter: Typesetter
) -> tuple[Shell, Catalog]:
    catalog = told("en")
    mine = chapter("617-555-0142")
    given = [given_by(catalog, CARD, each) for each in (mine, chapter("617-555-0124"))]
    said = Said(Case(catalog.fonts, catalog.languages), given)
    return lay_out_shell(catalog, CARD, typesetter, USUAL, mine, said), catalog


def set_in(shell_and_catalog: tuple[Shell, Catalog], number: str) -> tuple[Shell, Imprint]:
    shell, catalog = shell_and_catalog
    imprint = shell.set(given_by(catalog, CARD, chapter(number)))
    assert imprint is not None
    return shell, imprint


def test_a_sound_document_passes(shell_and_catalog: tuple[Shell, Catalog]) -> None:
    shell, imprint = set_in(shell_and_catalog, "617-555-0142")
    check_imprint(shell, imprint, shell.drawn(imprint), "card")


def test_the_words_of_another_chapter_are_found(shell_and_catalog: tuple[Shell, Catalog]) -> None:
    shell, imprint = set_in(shell_and_catalog, "617-555-0142")
    _, other = set_in(shell_and_catalog, "617-555-0124")
    with pytest.raises(PreflightError) as raised:
        check_imprint(shell, imprint, shell.drawn(other), "card")
    finding = raised.value.findings[0]
    assert finding.code == "imprint.words"
    assert "617-555-0124" in finding.message
    assert "Report this" in finding.hint


def test_digits_in_another_order_are_found_though_the_words_are_right(
    shell_and_catalog: tuple[Shell, Catalog],
) -> None:
    shell, imprint = set_in(shell_and_catalog, "617-555-0142")
    drawn = {
        number: content.replace(b"<0017>", b"<gone>")
        .replace(b"<0015>", b"<0017>")
        .replace(b"<gone>", b"<0015>")
        for number, content in shell.drawn(imprint).items()
    }
    with pytest.raises(PreflightError) as raised:
        check_imprint(shell, imprint, drawn, "card")
    assert "6175550124" in raised.value.findings[0].message


def test_an_empty_box_is_found(shell_and_catalog: tuple[Shell, Catalog]) -> None:
    shell, imprint = set_in(shell_and_catalog, "617-555-0142")
    drawn = {
        number: content.replace(b"<0010>", b"<0000>")
        for number, content in shell.drawn(imprint).items()
    }
    with pytest.raises(PreflightError) as raised:
        check_imprint(shell, imprint, drawn, "card")
    assert "empty box" in raised.value.findings[0].message
