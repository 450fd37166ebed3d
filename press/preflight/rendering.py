"""Pages as they look: drawn in gray by pdfium when a check asks for it, and kept."""

from dataclasses import dataclass

import pypdfium2
from PIL import Image

from press.preflight.drawing import Edges

_MOST_PIXELS = 30_000_000
_COARSE = 72  # dots an inch
CODE_DPI = 200  # at which codes are read
_PAPER = 250  # of 255: what is lighter is paper


@dataclass(frozen=True)
class Drawn:
    """A page drawn in gray from its media box; `left` and `top` are that box's edges in points.

    `scale` is how many pixels a point has across and down: pdfium stretches a page to whole ones.
    """

    image: Image.Image
    scale: tuple[float, float]
    left: float
    top: float

    def inked(self) -> Edges | None:
        """The edges of all that is printed, in points; None when nothing is."""
        found = self._ink(self.image).getbbox()
        if found is None:
            return None
        across, down = self.scale
        x0, y0, x1, y1 = (edge / each for edge, each in zip(found, (across, down) * 2, strict=True))
        return self.left + x0, self.top - y1, self.left + x1, self.top - y0

    def ink_in(self, area: Edges) -> Image.Image:
        """The part of the page inside an area, white where there is ink and black where none is."""
        left, bottom, right, top = area
        box = (left - self.left, self.top - top, right - self.left, self.top - bottom)
        x0, y0, x1, y1 = (
            round(edge * each) for edge, each in zip(box, self.scale * 2, strict=True)
        )
        return self._ink(self.image.crop((x0, y0, max(x1, x0 + 1), max(y1, y0 + 1))))

    def coverage(self) -> float:
        """How much of the page is ink, from 0 to 1."""
        levels = self.image.histogram()
        total = sum(levels)
        return 1 - sum(level * count for level, count in enumerate(levels)) / (255 * total)

    @staticmethod
    def _ink(image: Image.Image) -> Image.Image:
        return image.point([255] * _PAPER + [0] * (256 - _PAPER))


class Rendering:
    """Draws the pages of a file, but for those that are left out."""

    def __init__(self, pdf: bytes, left_out: frozenset[int] = frozenset()) -> None:
        self._pdf = pdf
        self._left_out = left_out
        self._document: pypdfium2.PdfDocument | None = None
        self._drawn: dict[int, Drawn] = {}

    def page(self, number: int, dpi: int = _COARSE) -> Drawn:
        """A page, counted from 1; one drawn coarsely is kept.

        Raises:
            ValueError: pdfium cannot draw it.
        """
        if dpi != _COARSE:
            return self._draw(number, dpi)
        if number not in self._drawn:
            self._drawn[number] = self._draw(number, dpi)
        return self._drawn[number]

    def codes(self, number: int) -> set[str]:
        """What a phone reads in the codes of a page, counted from 1.

        Raises:
            ValueError: pdfium cannot draw it.
        """
        return read_codes(self._render(number, CODE_DPI / 72)[0])

    def _draw(self, number: int, dpi: int) -> Drawn:
        bitmap, page = self._render(number, dpi / 72)
        width, height = page.get_size()
        left, bottom, right, top = page.get_mediabox()
        image = bitmap.to_pil()
        stretched = image.width / width, image.height / height
        return Drawn(image, stretched, min(left, right), max(bottom, top))

    def _render(self, number: int, scale: float) -> tuple[pypdfium2.PdfBitmap, pypdfium2.PdfPage]:
        """A page in gray, from its media box; a very large one is drawn more coarsely."""
        if number in self._left_out:
            raise ValueError(f"page {number} is too much to draw")
        try:
            if self._document is None:
                self._document = pypdfium2.PdfDocument(self._pdf)
            page = self._document[number - 1]
            page.set_rotation(0)
            left, bottom, right, top = page.get_mediabox()
            page.set_cropbox(left, bottom, right, top)
            width, height = page.get_size()
            scale *= min(1.0, (_MOST_PIXELS / max(1.0, width * height * scale**2)) ** 0.5)
            return page.render(scale=scale, grayscale=True), page
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise ValueError(f"page {number} cannot be drawn") from error


def read_codes(bitmap: pypdfium2.PdfBitmap) -> set[str]:
    """What a phone reads in a picture in gray: QR codes, dark on light as most phones want them."""
    import zxingcpp

    levels = memoryview(bitmap.buffer).cast("B")  # not as a PIL image, which would be copied
    found = zxingcpp.read_barcodes(
        levels.cast("B", (bitmap.height, bitmap.stride)),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
        try_rotate=False,  # of use to codes of bars alone
        try_invert=False,
    )
    return {code.text for code in found}
