"""A chapter's logo as an image object, and the size that a layout gives it."""

import io
import zlib
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from press.imprint.shell_file import image_object
from press.typesetting.spots import Frame

_SAME = 0.05  # of a pixel


@dataclass(frozen=True)
class Logo:
    """A gray picture: its size in pixels, and the object that holds it."""

    width: int
    height: int
    image: bytes


@lru_cache(maxsize=256)
def read_logo(png: bytes) -> Logo:
    """The logo from the gray PNG that the catalog made of it."""
    with Image.open(io.BytesIO(png)) as picture:
        rows = picture.convert("L").tobytes()
        width, height = picture.size
    return Logo(width, height, image_object(width, height, zlib.compress(rows, 6)))


def size_in(frame: Frame, logo: Logo) -> tuple[float, float] | None:
    """The size of a logo as high as the one that was laid out; None when it would be lower.

    A layout scales logos down to a height, and to the width of their column.
    """
    height = frame.height
    width = height * logo.width / logo.height
    if width > frame.room + _SAME or logo.height < height - _SAME:
        return None
    return width, height
