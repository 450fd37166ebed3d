"""A chapter's logo: checked to be a picture, and made plain gray PNG without metadata."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageFile, UnidentifiedImageError

from press.findings import Finding, Place

_FORMATS = ("PNG", "JPEG")
_MOST_PIXELS = 40_000_000
_LONGEST_SIDE = 1200


@dataclass(frozen=True)
class Picture:
    """A gray PNG on white, at most 1200 pixels on its longer side (4 in at 300 ppi)."""

    png: bytes
    width: int
    height: int


def read_picture(file: Path, named_at: Place) -> tuple[Picture | None, list[Finding]]:
    """Read a PNG or JPEG file.

    Args:
        file: the picture.
        named_at: the line that names it, for findings.
    """
    if not file.is_file():
        return None, [
            Finding(
                "logo.missing",
                f"there is no file “{file.name}” in {file.parent}",
                named_at,
                "Put the picture beside the chapter file, or remove the line.",
            )
        ]
    # WeasyPrint lets half pictures pass, for the whole process; a logo must be whole.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(file, formats=_FORMATS) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None, [_not_a_picture(file, named_at, "it has more than 40 million pixels")]
            layer = image.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError):
        return None, [_not_a_picture(file, named_at, "it is not a PNG or JPEG picture")]
    except (OSError, SyntaxError, ValueError) as error:
        return None, [_not_a_picture(file, named_at, f"it is damaged: {error}")]
    sheet = Image.new("RGBA", layer.size, "white")
    sheet.alpha_composite(layer)
    gray = sheet.convert("L")
    gray.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    gray.save(buffer, "PNG", optimize=False)
    return Picture(buffer.getvalue(), gray.width, gray.height), []


def _not_a_picture(file: Path, named_at: Place, why: str) -> Finding:
    return Finding(
        "logo.not-a-picture",
        f"the logo “{file.name}” cannot be used: {why}",
        named_at,
        "Save the logo as a PNG or JPEG picture under 40 million pixels.",
    )
