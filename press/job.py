"""The driver: one edition's walk from text to a judged file, read from top to bottom."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from press.catalog import Catalog
from press.catalog.fonts import letters_in
from press.composition.compose import compose
from press.composition.specimen import compose_specimen
from press.errors import EditionError
from press.finishing.office import finish_for_office
from press.imposition.forms import scheme_for, wishes_for
from press.imposition.impose import USUAL, Wishes, impose
from press.imposition.joining import back_to_back
from press.output import write_whole
from press.plan import Edition
from press.preflight import judge
from press.preflight.proof import Expected, read_proof
from press.presses import OFFICE
from press.translation.specimen import show
from press.translation.translate import translate
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import fit
from press.typesetting.overset import text_of


@dataclass(frozen=True)
class Made:
    """An edition that was made: where it is, and its smallest body type in points."""

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
        compose(copy, design, edition.press, catalog.layouts, catalog.languages, catalog.fonts)
        for copy in copies
    ]
    fitted = [fit(layout, typesetter) for layout in layouts]
    pdf = back_to_back([write_pdf(each.document) for each in fitted])
    expected = Expected(
        name=str(edition.file),
        tag=edition.tag,
        trim=design.trim,
        pages=layouts[0].pages,
        fonts=layouts[0].fonts,
        least_type=design.settings.least,
        text=text_of(fitted[0].page),
    )
    judge(read_proof(finish_for_office(pdf), expected))
    if edition.press.name == OFFICE:
        completed = wishes_for(design, wishes, copies[0].language.direction == "rtl")
        pdf = impose(pdf, scheme_for(design, completed), completed, catalog.house.fonts).pdf
    pdf = finish_for_office(pdf)
    file = folder / edition.file
    write_whole(file, pdf)
    return Made(edition, file, min(each.body for each in fitted))


def make_specimen(catalog: Catalog, tag: str, typesetter: Typesetter, folder: Path) -> Path:
    """Walk the specimen of a language to a file that passes the checks of an edition.

    Raises:
        EditionError: its fonts do not print it as they should.
    """
    language = catalog.languages[tag]
    texts = [
        text
        for (_, said_in), translation in sorted(catalog.translations.items())
        if said_in == tag
        for text, _ in translation.said()
    ]
    letters = letters_in(catalog.fonts[language.fonts[0]][0], language.script)
    shown = show(tag, language, texts, letters)
    layout = compose_specimen(shown, catalog.layouts, catalog.languages, catalog.fonts)
    fitted = fit(layout, typesetter)
    pdf = finish_for_office(write_pdf(fitted.document))
    file = folder / tag / f"specimen-{tag}.pdf"
    expected = Expected(
        str(file), tag, layout.trim, layout.pages, layout.fonts, 4, text_of(fitted.page)
    )
    judge(read_proof(pdf, expected))
    write_whole(file, pdf)
    return file
