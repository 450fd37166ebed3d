"""The driver: one edition's walk from text to a judged file, read from top to bottom."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from press.catalog import Catalog
from press.composition.compose import compose
from press.errors import EditionError
from press.finishing.office import finish_for_office
from press.output import write_whole
from press.plan import Edition
from press.preflight import judge
from press.preflight.proof import Expected, read_proof
from press.translation.translate import translate
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
    """
    typesetter = Typesetter(catalog.house.fonts)
    outcomes: list[Outcome] = []
    for edition in editions:
        outcome: Outcome
        try:
            outcome = make_edition(catalog, edition, typesetter, folder)
        except EditionError as error:
            outcome = Failed(edition, error)
        outcomes.append(outcome)
        tell(outcome)
    return tuple(outcomes)


def make_edition(catalog: Catalog, edition: Edition, typesetter: Typesetter, folder: Path) -> Made:
    """Walk one edition from its text to a file that a person may print.

    Raises:
        EditionError: it does not fit, or fails preflight; nothing is written then.
    """
    flyer = catalog.flyers[edition.flyer]
    trim, size = flyer.settings.trim(edition.size), flyer.settings.size[edition.size]
    copy = translate(catalog, flyer, edition.tag)
    layout = compose(
        copy, catalog.layouts, trim, edition.size, size, catalog.languages, catalog.fonts
    )
    fitted = fit(layout, typesetter)
    pdf = finish_for_office(write_pdf(fitted.document))
    expected = Expected(
        name=str(edition.file),
        tag=edition.tag,
        trim=trim,
        pages=layout.pages,
        fonts=layout.fonts,
        least_type=size.least,
        text=text_of(fitted.page),
        code=layout.code,
    )
    judge(read_proof(pdf, expected))
    file = folder / edition.file
    write_whole(file, pdf)
    return Made(edition, file, fitted.body)
