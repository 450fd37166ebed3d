"""The driver: one edition's walk from text to a judged file, read from top to bottom."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from press.catalog import Catalog
from press.composition.compose import compose
from press.errors import ContentError, EditionError
from press.findings import Finding
from press.finishing.office import finish_for_office
from press.output import write_whole
from press.plan import Edition
from press.preflight import judge
from press.preflight.proof import Expected, read_proof
from press.sizes import TRIMS
from press.translation.copy import Copy, translate
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import fit
from press.typesetting.overset import text_of


@dataclass(frozen=True)
class Made:
    """An edition that was made: where it is, and its body type in points."""

    edition: Edition
    file: Path
    body: float


@dataclass(frozen=True)
class Failed:
    """An edition that could not be made, and why."""

    edition: Edition
    error: EditionError


Outcome = Made | Failed


def translate_all(catalog: Catalog, editions: Iterable[Edition]) -> Mapping[tuple[str, str], Copy]:
    """The copy of every flyer and language asked for, before anything is laid out.

    Raises:
        ContentError: with the faults of all translations.
    """
    findings: list[Finding] = []
    copies = {}
    for flyer, tag in dict.fromkeys((edition.flyer, edition.tag) for edition in editions):
        copy, faults = translate(catalog, catalog.flyers[flyer], tag)
        findings += faults
        if copy:
            copies[flyer, tag] = copy
    if findings:
        raise ContentError("The translations hold faults.", findings=tuple(dict.fromkeys(findings)))
    return copies


def make_all(
    catalog: Catalog,
    editions: Iterable[Edition],
    folder: Path,
    tell: Callable[[Outcome], None],
) -> tuple[Outcome, ...]:
    """Make every edition; one that fails does not stop the others.

    Args:
        catalog: the content.
        editions: what to make.
        folder: where to put the files.
        tell: called with each outcome as it comes.

    Raises:
        ContentError: before anything is written, when a text has faults.
    """
    editions = tuple(editions)
    copies = translate_all(catalog, editions)
    typesetter = Typesetter(catalog.house.fonts)
    outcomes: list[Outcome] = []
    for edition in editions:
        outcome: Outcome
        try:
            copy = copies[edition.flyer, edition.tag]
            outcome = make_edition(catalog, copy, edition, typesetter, folder)
        except EditionError as error:
            outcome = Failed(edition, error)
        outcomes.append(outcome)
        tell(outcome)
    return tuple(outcomes)


def make_edition(
    catalog: Catalog, copy: Copy, edition: Edition, typesetter: Typesetter, folder: Path
) -> Made:
    """Walk one edition from copy to a file that a person may print.

    Raises:
        EditionError: it does not fit, or fails preflight; nothing is written then.
    """
    trim = TRIMS[edition.size]
    size = catalog.flyers[edition.flyer].settings.size[edition.size]
    layout = compose(copy, catalog.layouts, trim, size, catalog.languages, catalog.fonts)
    fitted = fit(layout, typesetter)
    pdf = finish_for_office(write_pdf(fitted.document))
    expected = Expected(
        name=str(edition.file),
        trim=trim,
        pages=layout.pages,
        fonts=layout.fonts,
        least_type=size.least,
        text=text_of(fitted.page),
    )
    judge(read_proof(pdf, expected))
    file = folder / edition.file
    write_whole(file, pdf)
    return Made(edition, file, fitted.body)
