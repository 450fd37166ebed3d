"""Pictures of pixels, as they stand on a page."""

from collections.abc import Iterable
from math import hypot
from typing import Any

import pikepdf
from pikepdf import Matrix

from press.preflight.shown import Picture
from press.preflight.spaces import GRAY, Space, read_space


def read_picture(
    page: int, image: pikepdf.Object, resources: pikepdf.Object, matrix: Matrix
) -> Picture:
    """A picture from its stream, or from the dictionary of one written into the content.

    Args:
        page: counted from 1.
        image: its stream or dictionary, with the full names of its keys.
        resources: where named color spaces are looked up.
        matrix: from the unit square that the picture fills to the points of the page.
    """
    width, height = int(image.Width), int(image.Height)
    across, up = hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
    densities = [n * 72 / length for n, length in ((width, across), (height, up)) if length > 0]
    return Picture(
        page=page,
        width=width,
        height=height,
        per_inch=min(densities, default=float("inf")),
        space=_space(image, resources),
        filters=filters_of(image),
        stream=image if isinstance(image, pikepdf.Stream) else None,
    )


def filters_of(thing: pikepdf.Object) -> tuple[str, ...]:
    """The filters of a stream by name, such as FlateDecode."""
    named: Any = thing.get("/Filter", ())
    listed: Iterable[Any] = [named] if isinstance(named, pikepdf.Name) else named
    return tuple(str(name)[1:] for name in listed)


def _space(image: pikepdf.Object, resources: pikepdf.Object) -> Space | None:
    if image.get("/ImageMask", False):
        return None
    if "/ColorSpace" in image:
        return read_space(image.ColorSpace, resources)
    if "JPXDecode" in filters_of(image):  # it may carry its own; that it is color is the safe guess
        return Space("JPXDecode", 3)
    return GRAY
