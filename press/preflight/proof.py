"""A finished PDF read for judging: what is shown on each page, at what size, in what color."""

import io
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from press.catalog.fonts import FontFile
from press.errors import StorageError
from press.preflight.anatomy import parts_of
from press.preflight.boxes import Boxes, read_boxes
from press.preflight.metadata import Metadata, read_metadata
from press.preflight.notes import ENDLESS, UNREADABLE, Faces
from press.preflight.reader import read_page
from press.preflight.rendering import Rendering
from press.preflight.shown import Ink, Picture, Shown
from press.sizes import Trim


@dataclass(frozen=True)
class Expected:
    """What an edition should be: `least_type` in points, `text` all that it says.

    `tags` are its languages, `trim` the size of its pages, which are sheets at the office, where
    each text is printed in `copies`. `code` is the address that its code for phones leads to, None
    when it has no code.
    """

    name: str
    tags: tuple[str, ...]
    trim: Trim
    pages: int
    fonts: tuple[FontFile, ...]
    least_type: float
    text: str
    code: str | None = None
    copies: int = 1


@dataclass(frozen=True)
class Unread:
    """A part of a page that could not be read."""

    page: int
    what: str


@dataclass(frozen=True)
class Proof:
    """A finished PDF, beside what was expected of it when it is an edition of ours."""

    pdf: pikepdf.Pdf
    data: bytes
    name: str
    expected: Expected | None
    shown: tuple[Shown, ...]
    inks: tuple[Ink, ...]
    pictures: tuple[Picture, ...]
    unread: tuple[Unread, ...]

    @cached_property
    def boxes(self) -> tuple[Boxes, ...]:
        """The boxes of each page."""
        return tuple(read_boxes(page, number) for number, page in enumerate(self.pdf.pages, 1))

    @cached_property
    def matter(self) -> tuple[Shown, ...]:
        """What is shown for the reader: all but marks and slug, which are for the shop."""
        return tuple(
            run
            for run in self.shown
            if not run.is_aid and not self.boxes[run.page - 1].is_slug(run.x, run.y)
        )

    @cached_property
    def parts(self) -> tuple[pikepdf.Object, ...]:
        """Every dictionary and stream of the file."""
        return tuple(parts_of(self.pdf))

    @cached_property
    def metadata(self) -> Metadata:
        """What the file says about itself."""
        return read_metadata(self.pdf)

    @cached_property
    def rendering(self) -> Rendering:
        """The pages as they look; those that never end are not drawn."""
        endless = {missed.page for missed in self.unread if missed.what == ENDLESS}
        return Rendering(self.data, frozenset(endless))


def read_proof(pdf: bytes, expected: Expected | None = None, name: str = "") -> Proof:
    """Read a finished PDF, of ours or not.

    Args:
        pdf: its bytes.
        expected: what it should be, when it is an edition of ours.
        name: what to call it in findings; an edition has its own name.

    Raises:
        StorageError: it is no PDF, has no pages, or needs a password.
    """
    name = expected.name if expected else name
    document = _open(pdf, name)
    faces: Faces = {}
    notes = [read_page(page, number, faces) for number, page in enumerate(document.pages, 1)]
    return Proof(
        pdf=document,
        data=pdf,
        name=name,
        expected=expected,
        shown=tuple(run for page in notes for run in page.shown),
        inks=tuple(ink for page in notes for ink in page.inks),
        pictures=tuple(picture for page in notes for picture in page.pictures),
        unread=tuple(Unread(page.number, what) for page in notes for what in page.unread),
    )


def _open(pdf: bytes, name: str) -> pikepdf.Pdf:
    try:
        document = pikepdf.open(io.BytesIO(pdf))
        count = len(document.pages)
    except pikepdf.PasswordError as error:
        raise StorageError(f"{name} needs a password.", "Save it without one first.") from error
    except UNREADABLE as error:
        raise StorageError(
            f"{name} is not a sound PDF.", "Open it in a viewer and save it anew."
        ) from error
    if not count:
        raise StorageError(f"{name} has no pages.", "Make it anew.")
    return document
