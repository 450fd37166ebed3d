"""The placer: the only part of imposition that touches PDFs.

Each page becomes a form, laid on its sheets as vectors. Links that lead to the web move with their
page; the output intent, the title and the language stay. What cannot survive is told.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name

from press.errors import StorageError
from press.imposition.keeping import carry, keep_whole, moved_links, rectangle
from press.imposition.sheet import Box, FlipEdge, Placement, Sheet, around

_POINT = ".4f"


@dataclass(frozen=True)
class Leaf:
    """A page of the file to impose: its trim and bleed boxes as displayed, in points."""

    trim: tuple[float, float]
    bleed: float


@dataclass(frozen=True)
class Imposed:
    """The imposed file, and what of the original it could not keep, in sentences.

    `edge` is the one to flip on, None when each sheet is printed on one side.
    """

    pdf: bytes
    lost: tuple[str, ...]
    edge: FlipEdge | None


def read_leaves(pdf: bytes) -> list[Leaf]:
    """The pages of a file, as they are displayed.

    Raises:
        StorageError: it is no PDF, has no pages, or needs a password.
    """
    with _open(pdf) as document:
        leaves = [_leaf(page) for page in document.pages]
    if not leaves:
        raise StorageError("The PDF has no pages.", "Name a PDF that has.")
    return leaves


def place_pages(
    pdf: bytes,
    sheets: Sequence[Sheet],
    overlays: Sequence[bytes | None] = (),
    edge: FlipEdge | None = None,
    how_to: bytes | None = None,
) -> Imposed:
    """Put the pages of a file on sheets.

    Args:
        pdf: the file.
        sheets: where its pages go.
        overlays: for each printed side, in order, a one-page PDF laid over it, or None.
        edge: the edge to flip on, which a printer is told; None for sheets printed on one side.
        how_to: a one-page PDF put at the end.

    Raises:
        StorageError: the file is no PDF, or needs a password.
    """
    with _open(pdf) as source, pikepdf.new() as target:
        forms: dict[int, pikepdf.Object] = {}
        sides = [(sheet, side) for sheet in sheets for side in sheet.sides()]
        for number, (sheet, side) in enumerate(sides):
            page = target.add_blank_page(page_size=(sheet.width, sheet.height))
            for used in {p.page for p in side if p.page is not None} - forms.keys():
                forms[used] = _form(source.pages[used - 1], source, target)
            _fill(page, side, source, target, forms)
            _box(page, sheet, side)
            if number < len(overlays) and (overlay := overlays[number]) is not None:
                _lay_over(page, overlay, target)
        if how_to:
            with pikepdf.open(io.BytesIO(how_to)) as page_of_words:
                target.pages.extend(page_of_words.pages)
            if edge:  # or the next copy would begin on the back of it
                target.add_blank_page(page_size=rectangle(target.pages[-1].mediabox)[2:])
        lost = tuple(keep_whole(source, target, edge))
        buffer = io.BytesIO()
        target.save(buffer, deterministic_id=True, min_version=source.pdf_version)
    return Imposed(buffer.getvalue(), lost, edge)


@contextmanager
def _open(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    """The file, and an error of ours for whatever is broken in it, at once or when it is read."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            yield document
    except pikepdf.PasswordError as error:
        raise StorageError("The PDF needs a password.", "Save it without one first.") from error
    except pikepdf.PdfError as error:
        raise StorageError(
            "The file is not a sound PDF.", "Open it in a viewer and save it anew."
        ) from error


def _leaf(page: pikepdf.Page) -> Leaf:
    x0, y0, x1, y1 = rectangle(page.trimbox)
    b0, c0, b1, c1 = rectangle(page.get("/BleedBox", page.cropbox))
    unit = _unit(page)
    size = unit * (x1 - x0), unit * (y1 - y0)
    bleed = unit * max(0.0, min(x0 - b0, y0 - c0, b1 - x1, c1 - y1))
    return Leaf(size[::-1] if _turns(page) % 2 else size, bleed)


def _turns(page: pikepdf.Page) -> int:
    """How many quarter turns clockwise a viewer shows the page."""
    return int(page.get("/Rotate", 0)) // 90 % 4


def _unit(page: pikepdf.Page) -> float:
    """How many points one unit of the page is; more than one on very large pages."""
    return float(page.get("/UserUnit", 1))


def _upright(page: pikepdf.Page) -> Matrix:
    """From the page's own space to one in which its trim stands upright at the origin."""
    x0, y0, x1, y1 = rectangle(page.trimbox)
    unit = _unit(page)
    turned = (
        Matrix(1, 0, 0, 1, -x0, -y0),
        Matrix(0, -1, 1, 0, -y0, x1),
        Matrix(-1, 0, 0, -1, x1, y1),
        Matrix(0, 1, -1, 0, y1, -x0),
    )[_turns(page)]
    return turned @ Matrix(unit, 0, 0, unit, 0, 0)


def _onto(placement: Placement) -> Matrix:
    """From an upright trim at the origin to its place on the sheet."""
    trim = placement.trim
    if placement.turn:
        return Matrix(-1, 0, 0, -1, trim.right, trim.top)
    return Matrix(1, 0, 0, 1, trim.x, trim.y)


def _form(page: pikepdf.Page, source: pikepdf.Pdf, target: pikepdf.Pdf) -> pikepdf.Object:
    """The page as a form of the target file, with all of its content and bleed."""
    page.contents_coalesce()
    form = target.make_stream(page.Contents.read_bytes() if "/Contents" in page else b"")
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array(list(rectangle(page.mediabox)))
    form.Resources = carry(page.resources, source, target)
    if "/Group" in page:
        form.Group = carry(page.Group, source, target)
    return form


def _fill(
    page: pikepdf.Page,
    side: Iterable[Placement],
    source: pikepdf.Pdf,
    target: pikepdf.Pdf,
    forms: dict[int, pikepdf.Object],
) -> None:
    """Lay the forms of one side onto its page, and move their links along."""
    content: list[str] = []
    names = Dictionary()
    links: list[pikepdf.Object] = []
    for placement in side:
        if placement.page is None:
            continue
        original = source.pages[placement.page - 1]
        matrix = _upright(original) @ _onto(placement)
        clip = placement.clip
        names[f"/P{placement.page}"] = forms[placement.page]
        content.append(
            f"q {_numbers(clip.x, clip.y, clip.width, clip.height)} re W n"
            f" {_numbers(*matrix.shorthand)} cm /P{placement.page} Do Q"
        )
        links += moved_links(original, matrix, clip, source, target)
    page.obj.Resources = Dictionary(XObject=names)
    page.obj.Contents = target.make_stream("\n".join(content).encode())
    if links:
        page.obj.Annots = Array([target.make_indirect(link) for link in links])


def _numbers(*values: float) -> str:
    return " ".join(f"{value:{_POINT}}".rstrip("0").rstrip(".") for value in values)


def _box(page: pikepdf.Page, sheet: Sheet, side: Iterable[Placement]) -> None:
    """The sheet's boxes: the trim holds all pages on it, the bleed all that they show."""
    paper = Box(0, 0, sheet.width, sheet.height)
    shown = [placement for placement in side if placement.page is not None]
    for name, boxes in (
        ("/TrimBox", [placement.trim.cut_to(placement.clip) for placement in shown]),
        ("/BleedBox", [placement.clip for placement in shown]),
    ):
        held = around(boxes).cut_to(paper) if boxes else paper
        page.obj[name] = Array([round(v, 4) for v in (held.x, held.y, held.right, held.top)])


def _lay_over(page: pikepdf.Page, overlay: bytes, target: pikepdf.Pdf) -> None:
    """Draw a one-page PDF of the same size over the page, under a name that never varies."""
    with pikepdf.open(io.BytesIO(overlay)) as marks:
        page.obj.Resources.XObject["/Marks"] = _form(marks.pages[0], marks, target)
    page.contents_add(target.make_stream(b"q /Marks Do Q"))
