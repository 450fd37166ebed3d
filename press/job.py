"""The driver: one edition's walk from text to a judged file, read from top to bottom."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from press.catalog import Catalog
from press.catalog.flyers import Design
from press.composition.compose import Layout, compose
from press.errors import EditionError
from press.findings import Finding
from press.finishing import PressWork, finish
from press.finishing.pictures import draw_pictures
from press.imposition.forms import scheme_for, wishes_for
from press.imposition.impose import USUAL, Wishes, impose
from press.imposition.joining import back_to_back
from press.imposition.placer import Imposed
from press.output import write_whole
from press.plan import Edition
from press.preflight import judge
from press.preflight.profiles import profile_of
from press.preflight.proof import Expected, read_proof
from press.presses import OFFICE, SCREEN
from press.sizes import Trim
from press.translation.copy import Copy
from press.translation.translate import translate
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import Fitted, fit
from press.typesetting.overset import text_of


@dataclass(frozen=True)
class Made:
    """An edition that was made: where it is, its smallest body type in points, and warnings.

    `way` says how an office machine must print it, "" for the other presses.
    """

    edition: Edition
    file: Path
    body: float
    way: str = ""
    warnings: tuple[Finding, ...] = ()


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
    wishes: Wishes = USUAL,
) -> tuple[Outcome, ...]:
    """Make every edition; one that fails does not stop the others.

    Args:
        catalog: the content.
        editions: what to make.
        folder: where to put the files.
        tell: called with each outcome as it comes.
        wishes: paper and edges of the office's sheets.
    """
    typesetter = Typesetter(catalog.house.fonts)
    outcomes: list[Outcome] = []
    for edition in editions:
        outcome: Outcome
        try:
            outcome = make_edition(catalog, edition, typesetter, folder, wishes)
        except EditionError as error:
            outcome = Failed(edition, error)
        outcomes.append(outcome)
        tell(outcome)
    return tuple(outcomes)


def make_edition(
    catalog: Catalog,
    edition: Edition,
    typesetter: Typesetter,
    folder: Path,
    wishes: Wishes = USUAL,
) -> Made:
    """Walk one edition from its text to a file that a person may print.

    Raises:
        EditionError: it does not fit, or fails preflight; nothing is written then.
    """
    flyer = catalog.flyers[edition.flyer]
    design = flyer.settings.design(edition.size)
    copies = [translate(catalog, flyer, tag) for tag in edition.tags]
    layouts = [
        compose(
            copy,
            flyer.settings.design(edition.size, copy.tag),
            edition.press,
            catalog.layouts,
            catalog.languages,
            catalog.fonts,
        )
        for copy in copies
    ]
    fitted = [fit(layout, typesetter) for layout in layouts]
    pages = back_to_back([write_pdf(each.document, edition.press.variant) for each in fitted])
    imposed = None
    if edition.press.name == OFFICE:
        completed = wishes_for(design, wishes, copies[0].language.direction == "rtl")
        scheme = scheme_for(design, completed)
        imposed = impose(pages, scheme, completed, catalog.house.fonts)
    pdf = finish(imposed.pdf if imposed else pages, work_of(catalog, edition, copies))
    expected = expected_of(edition, design, layouts, fitted, imposed)
    warnings = judge(read_proof(pdf, expected), profile_of(edition.press))
    file = folder / edition.file
    write_whole(file, pdf)
    if edition.press.name == SCREEN:
        _write_pictures(pdf, file)
    way = imposed.way if imposed else ""
    return Made(edition, file, min(each.body for each in fitted), way, warnings)


def _write_pictures(pdf: bytes, file: Path) -> None:
    """Beside a file for the screen, what is sent in messages instead of it."""
    pictures = draw_pictures(pdf)
    for number, picture in enumerate(pictures.pages, 1):
        write_whole(file.with_name(f"{file.stem}-{number}.png"), picture)
    write_whole(file.with_suffix(".jpg"), pictures.preview)


def work_of(catalog: Catalog, edition: Edition, copies: Sequence[Copy]) -> PressWork:
    """What the press is told of an edition."""
    return PressWork(
        press=edition.press,
        title=" · ".join(copy.title for copy in copies),
        tag=edition.tag,
        slug=" · ".join((edition.flyer, *edition.tags, edition.size)),
        created=catalog.flyers[edition.flyer].settings.edition,
        house=catalog.house,
    )


def expected_of(
    edition: Edition,
    design: Design,
    layouts: Sequence[Layout],
    fitted: Sequence[Fitted],
    imposed: Imposed | None,
) -> Expected:
    """What the finished file must hold: pages, or at the office sheets."""
    trim, pages, copies = design.trim, sum(len(each.document.pages) for each in fitted), 1
    if imposed:
        sheet = imposed.sheets[0]
        trim = Trim("the sheet", sheet.width / 72, sheet.height / 72)
        pages, copies = imposed.sides, imposed.copies
    return Expected(
        name=str(edition.file),
        tags=edition.tags,
        trim=trim,
        pages=pages,
        fonts=tuple(dict.fromkeys(font for layout in layouts for font in layout.fonts)),
        least_type=design.settings.least,
        text="".join(text_of(each.page) for each in fitted),
        code=layouts[0].code,
        copies=copies,
    )
