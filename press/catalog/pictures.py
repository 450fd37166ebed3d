"""A chapter's logo: checked to be a picture, and made plain gray PNG without metadata."""

import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from press.catalog.svg import DrawingError
from press.findings import Finding, Place

_FORMATS = ("PNG", "JPEG")
_DRAWING = ".svg"
_MOST_BYTES = 20_000_000
_MOST_PIXELS = 40_000_000
_LONGEST_SIDE = 1200
_FAINTEST = 230  # of 255 grays; lighter ones are lost on paper
_LEAST_INK = 0.001  # of the picture
_TOO_LARGE = "it has more than 40 million pixels"


@dataclass(frozen=True)
class Picture:
    """A gray PNG on white, at most 1200 pixels on its longer side (4 in at 300 ppi)."""

    png: bytes
    width: int
    height: int


def read_picture(file: Path, named_at: Place) -> tuple[Picture | None, list[Finding]]:
    """Read a PNG, JPEG or SVG file.

    Args:
        file: the picture.
        named_at: the line that names it, for findings.
    """
    try:
        content = file.read_bytes() if file.stat().st_size <= _MOST_BYTES else b""
    except (OSError, ValueError):
        return None, [
            Finding(
                "logo.missing",
                f"there is no file “{file.name}” in {file.parent}",
                named_at,
                "Put the picture beside the chapter file, or remove the line.",
            )
        ]
    if not content:
        return None, [_not_a_picture(file, named_at, "it is empty, or larger than 20 MB")]
    try:
        gray = _read(content, file.suffix.lower() == _DRAWING).convert("L")
    except DrawingError as error:
        return None, [_not_a_picture(file, named_at, str(error))]
    if sum(gray.histogram()[:_FAINTEST]) < _LEAST_INK * gray.width * gray.height:
        why = "nothing of it can be seen on white paper"
        return None, [_not_a_picture(file, named_at, why)]
    gray.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    gray.save(buffer, "PNG", optimize=False)
    return Picture(buffer.getvalue(), gray.width, gray.height), []


def _read(content: bytes, is_drawing: bool) -> Image.Image:
    """A picture or drawing on white.

    Raises:
        DrawingError: it cannot be used.
    """
    if is_drawing:
        from press.catalog.svg.draw import draw  # reportlab and PDFium, which few chapters need

        return draw(content, _LONGEST_SIDE)
    return _on_white(content)


def _on_white(content: bytes) -> Image.Image:
    """The first picture of a file, upright, with white behind what is see-through.

    Raises:
        DrawingError: it cannot be used.
    """
    # WeasyPrint lets half pictures pass, for the whole process; a logo must be whole.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
                if image.width * image.height > _MOST_PIXELS:
                    raise DrawingError(_TOO_LARGE)
                layer = _eight_bits(ImageOps.exif_transpose(image)).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise DrawingError(_TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise DrawingError("it is not a PNG or JPEG picture") from error
    except DrawingError:
        raise
    # Pillow's readers raise many kinds of errors over what is broken.
    except Exception as error:
        raise DrawingError(f"it is damaged: {error}") from error
    sheet = Image.new("RGBA", layer.size, "white")
    sheet.alpha_composite(layer)
    return sheet


def _eight_bits(image: Image.Image) -> Image.Image:
    """A picture that Pillow can lay on white: what has finer grays is brought to 256 of them."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image.convert("RGB") if image.mode == "CMYK" else image


def _not_a_picture(file: Path, named_at: Place, why: str) -> Finding:
    return Finding(
        "logo.not-a-picture",
        f"the logo “{file.name}” cannot be used: {why}",
        named_at,
        "Save the logo as a PNG or JPEG picture under 40 million pixels, or as an SVG drawing of"
        " plain shapes.",
    )
