"""One edition's walk from its ticket to judged bytes, read from top to bottom."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from press.finishing import PressWork, finish
from press.finishing.pictures import draw_pictures
from press.imposition.forms import scheme_for, wishes_for
from press.imposition.impose import impose
from press.imposition.joining import back_to_back
from press.imposition.placer import Imposed
from press.outcome import Printed
from press.preflight import judge
from press.preflight.profiles import profile_of
from press.preflight.proof import Expected, read_proof
from press.presses import OFFICE, SCREEN
from press.sizes import Trim
from press.ticket import Ticket
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import Fitted, fit
from press.typesetting.overset import text_of


def make_edition(ticket: Ticket, typesetter: Typesetter) -> Printed:
    """Walk one edition to files that a person may print.

    Raises:
        EditionError: it does not fit, or fails preflight.
        UsageError: its pages do not go onto the paper wished for.
    """
    start = time.perf_counter()
    edition = ticket.edition
    pdf, expected, body, way = _print(ticket, typesetter)
    warnings = judge(read_proof(pdf, expected), profile_of(edition.press))
    files = {edition.file: pdf}
    if edition.press.name == SCREEN:
        files |= _pictures(pdf, edition.file)
    return Printed(files, body, way, warnings, seconds=time.perf_counter() - start)


def _print(ticket: Ticket, typesetter: Typesetter) -> tuple[bytes, Expected, float, str]:
    """The file, what it must hold, its body size and its way; the laid-out pages are let go."""
    fitted = [fit(layout, typesetter) for layout in ticket.layouts]
    pdf, imposed = finish_pages(ticket, fitted)
    body = min(each.body for each in fitted)
    return pdf, expected_of(ticket, fitted, imposed), body, imposed.way if imposed else ""


def finish_pages(ticket: Ticket, fitted: Sequence[Fitted]) -> tuple[bytes, Imposed | None]:
    """Laid-out pages as the file of their press, and at the office the sheets that it holds."""
    press = ticket.edition.press
    pages = back_to_back([write_pdf(each.document, press.variant) for each in fitted])
    imposed = None
    if press.name == OFFICE:
        completed = wishes_for(ticket.design, ticket.wishes, ticket.is_right_to_left)
        scheme = scheme_for(ticket.design, completed)
        imposed = impose(pages, scheme, completed, ticket.house.fonts)
    return finish(imposed.pdf if imposed else pages, _work(ticket)), imposed


def _pictures(pdf: bytes, file: Path) -> Iterator[tuple[Path, bytes]]:
    """Beside a file for the screen, what is sent in messages instead of it."""
    pictures = draw_pictures(pdf)
    for number, picture in enumerate(pictures.pages, 1):
        yield file.with_name(f"{file.stem}-{number}.png"), picture
    yield file.with_suffix(".jpg"), pictures.preview


def _work(ticket: Ticket) -> PressWork:
    """What the press is told of an edition."""
    edition = ticket.edition
    return PressWork(
        press=edition.press,
        title=ticket.title,
        tag=edition.tag,
        slug=" · ".join((edition.flyer, *edition.tags, edition.size)),
        created=ticket.created,
        house=ticket.house,
    )


def expected_of(ticket: Ticket, fitted: Sequence[Fitted], imposed: Imposed | None) -> Expected:
    """What the finished file must hold: pages, or at the office sheets."""
    design, layouts = ticket.design, ticket.layouts
    trim, pages, copies = design.trim, sum(len(each.document.pages) for each in fitted), 1
    if imposed:
        sheet = imposed.sheets[0]
        trim = Trim("the sheet", sheet.width / 72, sheet.height / 72)
        pages, copies = imposed.sides, imposed.copies
    return Expected(
        name=str(ticket.edition.file),
        tags=ticket.edition.tags,
        trim=trim,
        pages=pages,
        fonts=tuple(dict.fromkeys(font for layout in layouts for font in layout.fonts)),
        least_type=design.settings.least,
        text="".join(text_of(each.page) for each in fitted),
        code=layouts[0].code,
        copies=copies,
    )
