"""What is imprinted looks as if WeasyPrint had laid it out, and reads as the row says."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from chapters import PAIRS, chapter
from PIL import Image, ImageChops, ImageFilter

from press import job
from press.catalog.catalog import Catalog
from press.catalog.chapter import Chapter
from press.composition.layout import Layout
from press.edition import Edition
from press.imposition.impose import USUAL
from press.imprint.checks import check_imprint
from press.imprint.given import given_by
from press.imprint.laying import lay_out_shell
from press.imprint.said import Said
from press.imprint.setting import Case
from press.imprint.shell import Shell
from press.preflight import judge
from press.preflight.profiles import profile_of
from press.preflight.proof import read_proof
from press.presses import SHOP, press_for
from press.ticket import write_ticket
from press.typesetting.attempts import fitted_style
from press.typesetting.engine import Typesetter
from press.typesetting.fit import Fitted

KEY = "0" * 32
NUMBERS = ("617-555-0142", "(857) 555-0199")
# Of 255, in a picture softened by a pixel. WeasyPrint cuts the gaps of spaced letters down to whole
# thousandths, so that the last digit of a hotline stands up to half a pixel further on.
MOST = 80


def shell_and_document(
    catalog: Catalog, edition: Edition, typesetter: Typesetter, both: tuple[Chapter, Chapter]
) -> tuple[Shell, bytes]:
    """A shell laid out for the first chapter, and the second chapter's document from it."""
    given = [given_by(catalog, edition, each) for each in both]
    said = Said(Case(catalog.fonts, catalog.languages), given)
    shell = lay_out_shell(catalog, edition, typesetter, USUAL, both[0], said)
    imprint = shell.set(given[1])
    assert imprint is not None, "the two chapters are not of one shape"
    drawn = shell.drawn(imprint)
    check_imprint(shell, imprint, drawn, "the second")
    pdf = shell.print(imprint, drawn, KEY)
    judge(read_proof(pdf, shell.expects(given[1])), profile_of(edition.press))
    return shell, pdf


def laid_out_whole(
    catalog: Catalog,
    edition: Edition,
    typesetter: Typesetter,
    shell: Shell,
    monkeypatch: pytest.MonkeyPatch,
) -> bytes:
    """The document as WeasyPrint sets all of it, in the type size and air of the shell."""
    (size,) = shell.sizes

    def fit(layout: Layout, typesetter: Typesetter) -> Fitted:
        page = typesetter.open(layout.html, size.setting.style(layout), layout.fonts)
        document = page.lay_out(fitted_style(size.body, size.air))
        return Fitted(size.setting, size.body, size.air, page, document, 1)

    monkeypatch.setattr(job, "fit", fit)
    printed = job.make_edition(write_ticket(catalog, edition, USUAL), typesetter)
    return printed.files[edition.file]


def pictures(pdf: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            page.render(scale=1.5).to_pil().convert("L").filter(ImageFilter.BoxBlur(1))
            for page in document
        ]


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def texts(pdf: bytes) -> list[str]:
    """What a screen reader or a search is told, run by run, in the order of the file."""
    return [run.text for run in read_proof(pdf).shown if run.text]


def pair(tag: str, **more: object) -> tuple[Chapter, Chapter]:
    first, second = PAIRS[tag]
    return chapter(NUMBERS[0], **first, **more), chapter(NUMBERS[1], **second, **more)


@pytest.mark.parametrize("tag", PAIRS)
def test_an_imprinted_flyer_looks_as_if_it_were_laid_out_whole(
    tag: str,
    told: Callable[..., Catalog],
    typesetter: Typesetter,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    catalog = told(tag)
    edition = Edition("know-your-rights", tag, "letter")
    both = pair(tag, sources_address="https://example.org/rights")
    shell, imprinted = shell_and_document(catalog, edition, typesetter, both)
    own = dataclasses.replace(catalog, chapter=both[1])
    whole = laid_out_whole(own, edition, typesetter, shell, monkeypatch)
    for ours, theirs in zip(pictures(imprinted), pictures(whole), strict=True):
        assert ours.getextrema()[0] < 50
        assert ImageChops.difference(ours, theirs).getextrema()[1] <= MOST
    said = words(imprinted)
    assert said.count(NUMBERS[1]) == 2, "the hotline stands on both pages, its digits in order"
    assert NUMBERS[0] not in said
    assert texts(imprinted) == texts(whole)


def test_a_flyer_for_the_shop_is_imprinted_in_its_own_inks(
    told: Callable[..., Catalog], typesetter: Typesetter
) -> None:
    edition = Edition("know-your-rights", "hi", "letter", press_for(SHOP))
    _, pdf = shell_and_document(told("hi"), edition, typesetter, pair("hi"))
    assert NUMBERS[1] in words(pdf)
    assert NUMBERS[0] not in words(pdf)


def test_every_copy_on_a_sheet_is_imprinted(
    told: Callable[..., Catalog], typesetter: Typesetter
) -> None:
    edition = Edition("know-your-rights", "en", "card")
    shell, pdf = shell_and_document(told("en"), edition, typesetter, pair("en"))
    assert words(pdf).count(NUMBERS[1]) == shell.expected.copies > 1


def test_a_longer_text_needs_another_shell(
    told: Callable[..., Catalog], typesetter: Typesetter
) -> None:
    catalog = told("en")
    edition = Edition("know-your-rights", "en", "letter")
    first, second = pair("en")
    long = chapter(**{**PAIRS["en"][0], "meeting": "First Parish Church, Friday, 2 pm " * 3})
    silent = chapter(name="Harbor Watch")
    given = [given_by(catalog, edition, each) for each in (first, second, long, silent)]
    said = Said(Case(catalog.fonts, catalog.languages), given)
    shell = lay_out_shell(catalog, edition, typesetter, USUAL, first, said)
    fits = [shell.set(each) is not None for each in given]
    assert fits == [True, True, False, False]
