"""An SVG file without anything but a drawing: no scripts, no addresses, no bombs."""

import re
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from py_svg_hush import filter_svg

from press.catalog.svg import DrawingError

_MOST_BYTES = 2_000_000
_MOST_ELEMENTS = 20_000
_DEEPEST = 64
_MOST_ENTITY = 200  # characters; drawing programs name their namespaces so

_NAMESPACE = re.compile(r"\{[^}]*\}")


def clean(svg: bytes) -> Element:
    """The root of a cleaned drawing, its names without namespaces.

    Raises:
        DrawingError: it is no SVG, or it holds what would never end.
    """
    _check_size(svg)
    try:
        root = fromstring(filter_svg(svg))
    except (ValueError, ParseError) as error:
        raise DrawingError("it is not an SVG drawing, or it is damaged") from error
    for element in root.iter():
        element.tag = _NAMESPACE.sub("", element.tag)
        element.attrib = {_NAMESPACE.sub("", key): value for key, value in element.items()}
    if root.tag != "svg":
        raise DrawingError("it is not an SVG drawing, or it is damaged")
    return root


def _check_size(svg: bytes) -> None:
    """Read through a file once, before anything takes its text apart.

    Raises:
        DrawingError: it is too large or too deep, or its entities hide more than they show.
    """
    if len(svg) > _MOST_BYTES:
        raise DrawingError("it is larger than 2 MB")
    parser = expat.ParserCreate()
    depth = count = 0

    def start(*_: object) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _DEEPEST or count > _MOST_ELEMENTS:
            raise DrawingError("it holds too many parts, or parts in parts in parts")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(_name: str, is_parameter: bool, value: str | None, *_place: object) -> None:
        if value is None:
            raise DrawingError("it names another file to be read")
        if is_parameter or len(value) > _MOST_ENTITY or "&" in value or "%" in value:
            raise DrawingError("it holds entities, which could grow without end")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(svg, True)
    except expat.ExpatError as error:
        raise DrawingError("it is not an SVG drawing, or it is damaged") from error
