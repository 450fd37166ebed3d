"""Two renderers that share no code, poppler and pdfium, and how far their pages differ."""

import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

_DPI = 200
_PIXEL = ImageFilter.MaxFilter(3)
_WINDOW = ImageFilter.BoxBlur(4)  # 9 pixels, 3.2 points: about a small letter


def by_poppler(pdf: Path) -> list[Image.Image]:
    """Each page in gray, as poppler draws it."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-gray", "-r", str(_DPI), pdf, str(Path(folder) / "page")]
        subprocess.run(command, check=True)
        return [Image.open(file).copy() for file in sorted(Path(folder).iterdir())]


def by_pdfium(pdf: Path) -> list[Image.Image]:
    """Each page in gray, as pdfium draws it; twice as fine first, for it moves letters to pixels."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = (page.render(scale=2 * _DPI / 72, grayscale=True) for page in document)
        return [page.to_pil().convert("L").reduce(2) for page in drawn]


def difference(one: Image.Image, other: Image.Image) -> float:
    """The most ink of one picture that lacks in the other, in any small window, from 0 to 1.

    Ink that is there a pixel farther on lacks not, for renderers round edges in their own ways.
    """
    assert one.size == other.size
    inks = [ImageChops.invert(picture) for picture in (one, other)]
    near = [ink.filter(_PIXEL) for ink in inks]
    lacking = [ImageChops.subtract(inks[0], near[1]), ImageChops.subtract(inks[1], near[0])]
    _, most = ImageChops.lighter(*lacking).filter(_WINDOW).getextrema()
    assert isinstance(most, int)
    return most / 255
