"""A folding table: pages that a machine can read, and sheets printed, cut and folded as pixels."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageStat
from reportlab.pdfgen.canvas import Canvas

from press.house import find_house
from press.imposition.impose import Wishes, impose
from press.imposition.schemes import SCHEMES

LETTER = (612.0, 792.0)
FONTS = find_house().fonts
DOT = 6.0  # points a pixel; all that is measured here is a multiple of it
_BITS = 6

Size = tuple[float, float]
Picture = Image.Image


@cache
def numbered(pages: int, *sizes: Size) -> bytes:
    """A file whose pages carry their number in black blocks, and a mark in the upper left corner.

    Args:
        pages: how many.
        sizes: of the pages in order; the last one goes on.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for number in range(1, pages + 1):
        width, height = sizes[min(number, len(sizes)) - 1]
        canvas.setPageSize((width, height))
        canvas.rect(0, height * 0.85, width * 0.3, height * 0.15, stroke=0, fill=1)
        for bit, (x, y) in enumerate(_places(width, height)):
            if number >> bit & 1:
                canvas.rect(x, y, width / 5, height / 5, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _places(width: float, height: float) -> list[tuple[float, float]]:
    """The lower left corners of the blocks, one a bit."""
    return [
        (width * (0.1 + 0.3 * (bit % 3)), height * (0.1 + 0.35 * (bit // 3)))
        for bit in range(_BITS)
    ]


def pictures(pdf: bytes) -> list[Picture]:
    """Each page in gray."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=1 / DOT).to_pil().convert("L") for page in document]


def pixels(points: float) -> int:
    """A length in pixels."""
    return round(points / DOT)


@dataclass(frozen=True)
class Printed:
    """A sheet on the table: its front, and its back as seen when it is turned like a page."""

    front: Picture
    back: Picture | None

    def piece(self, box: tuple[int, int, int, int]) -> tuple[Picture, Picture | None]:
        """What is cut out (left, upper, right, lower): its front and its back."""
        left, upper, right, lower = box
        width = self.front.width
        behind = self.back and self.back.crop((width - right, upper, width - left, lower))
        return self.front.crop(box), behind


def print_sheets(
    pdf: bytes, scheme: str, askew: tuple[int, int] = (0, 0), **wishes: object
) -> list[Printed]:
    """Impose a file and print it the way its viewer preferences tell the machine.

    Args:
        pdf: the file.
        scheme: the scheme's name.
        askew: pixels by which the machine prints its backs too far right and up, as one reads them.
        wishes: fields of `Wishes`.
    """
    wanted = Wishes(**({"paper": LETTER, "marks": False} | wishes))  # type: ignore[arg-type]
    imposed = impose(pdf, SCHEMES[scheme], wanted, FONTS).pdf
    with pikepdf.open(io.BytesIO(imposed)) as document:
        duplex = str(document.Root.ViewerPreferences.Duplex)
    sides = pictures(imposed)
    if duplex == "/Simplex":
        return [Printed(side, None) for side in sides]
    assert len(sides) % 2 == 0, "the next copy would begin on the back of this one"
    return [
        Printed(front, _as_turned(back, duplex, askew))
        for front, back in zip(sides[::2], sides[1::2], strict=True)
    ]


def _as_turned(back: Picture, duplex: str, askew: tuple[int, int]) -> Picture:
    upright = back.height >= back.width
    about_the_upright_axis = upright == (duplex == "/DuplexFlipLongEdge")
    moved = Image.new("L", back.size, 255)
    moved.paste(back if about_the_upright_axis else back.rotate(180), (askew[0], -askew[1]))
    return moved


def read(piece: Picture, pdf: bytes, slack: float = 1.0) -> int | None:
    """The number of the page that a piece shows, None for a blank.

    Fails when the piece is not that page as a whole, upright and not mirrored: each pixel is
    compared, and may differ by `slack` of 255 on the average.
    """
    if piece.getextrema() == (255, 255):
        return None
    number = 0
    for bit, (x, y) in enumerate(_places(*piece.size)):
        middle = x + piece.width / 10, piece.height - (y + piece.height / 10)
        number |= (piece.getpixel((int(middle[0]), int(middle[1]))) < 128) << bit
    pages = originals(pdf)
    assert 1 <= number <= len(pages), f"no page is numbered {number}"
    assert unlike(piece, pages[number - 1]) <= slack, f"page {number} is turned, moved or cut"
    return number


@cache
def originals(pdf: bytes) -> list[Picture]:
    """The pages before they were imposed."""
    return pictures(pdf)


def unlike(one: Picture, other: Picture) -> float:
    """How far two pictures of nearly the same size differ, from 0 to 255."""
    assert max(abs(one.width - other.width), abs(one.height - other.height)) <= 1
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def read_all(pieces: Iterable[Picture | None], pdf: bytes, slack: float = 1.0) -> list[int | None]:
    """The numbers of pieces in their order."""
    return [piece and read(piece, pdf, slack) for piece in pieces]


def fold_and_nest(sheets: Sequence[Printed], size: Size, right_bound: bool) -> list[Picture]:
    """Lay sheets into each other, the first one outside, fold them in the middle, trim the stack to
    a size in points, and turn the pages.
    """
    first: list[Picture] = []
    last: list[Picture] = []
    for sheet in sheets:
        middle, upper = sheet.front.width // 2, (sheet.front.height - pixels(size[1])) // 2
        lower = upper + pixels(size[1])
        halves = [
            (middle - pixels(size[0]), upper, middle, lower),
            (middle, upper, middle + pixels(size[0]), lower),
        ]
        ahead, behind = halves if right_bound else halves[::-1]
        for leaf, half in (first, ahead), (last, behind):
            front, back = sheet.piece(half)
            assert back is not None
            leaf[:] = [*leaf, front, back] if leaf is first else [back, front, *leaf]
    return first + last
