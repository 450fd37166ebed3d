"""Pictures of the pages, for those who get a flyer in a message instead of a file."""

import io
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops

# Guides agree that WhatsApp scales a photo to 1600 pixels on its long side; what is no larger is
# not scaled again. Telegram and Delta Chat have sent 1280, which is also enough for a first look.
_PAGE_SIDE = 1600
_PREVIEW_SIDE = 1280
_PREVIEW_BYTES = 200_000
_QUALITIES = range(85, 25, -5)
_GRAYS = 16
_COLORS = 64


@dataclass(frozen=True)
class Pictures:
    """A PNG of each page, in order, and a small JPEG of the first."""

    pages: tuple[bytes, ...]
    preview: bytes


def draw_pictures(pdf: bytes) -> Pictures:
    """Draw the pages of a finished PDF as on white paper.

    Returns:
        PNGs whose long side is 1600 pixels, in few grays or colors so that they are small, and one
        JPEG of 1280 pixels and at most 200 kB as far as its text stays readable. None carries
        metadata; the same input always gives the same bytes.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = tuple(_png(_draw(page, _PAGE_SIDE)) for page in document)
        return Pictures(pages, _small_jpeg(_draw(document[0], _PREVIEW_SIDE)))
    finally:
        document.close()


def _draw(page: pypdfium2.PdfPage, side: int) -> Image.Image:
    """A page in gray where it holds no color."""
    picture: Image.Image = page.render(scale=side / max(page.get_size())).to_pil().convert("RGB")
    gray = picture.convert("L")
    colored = ImageChops.difference(picture, gray.convert("RGB")).getbbox() is not None
    return picture if colored else gray


def _png(picture: Image.Image) -> bytes:
    # Other methods of choosing the colors lose an accent that covers little of the page.
    few = picture.quantize(
        _GRAYS if picture.mode == "L" else _COLORS,
        method=Image.Quantize.MAXCOVERAGE,
        dither=Image.Dither.NONE,
    )
    return _save(few, "PNG")


def _small_jpeg(picture: Image.Image) -> bytes:
    jpeg = b""
    for quality in _QUALITIES:
        jpeg = _save(picture, "JPEG", quality=quality, subsampling=0)
        if len(jpeg) <= _PREVIEW_BYTES:
            break
    return jpeg


def _save(picture: Image.Image, form: str, **how: int) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form, optimize=True, **how)
    return buffer.getvalue()
