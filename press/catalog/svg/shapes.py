"""The outlines of a drawing: every shape as path data, every transform as a matrix."""

import math
import re
from xml.etree.ElementTree import Element

from press.catalog.svg import DrawingError

Matrix = tuple[float, float, float, float, float, float]

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_LENGTH = re.compile(rf"({_NUMBER.pattern})\s*(px|pt|pc|mm|cm|in)?")
_PATH = re.compile(r"[MmZzLlHhVvCcSsQqTtAa0-9eE+\-.,\s]*")
_TRANSFORM = re.compile(r"\s*,?\s*(\w+)\s*\(([^()]*)\)\s*")
_UNITS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_LARGEST = 1e7


def length(text: str) -> float:
    """A length in user units.

    Raises:
        DrawingError: it is no length, a share of another, or out of all measure.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise DrawingError(f"“{text[:40]}” is no length in millimeters, points or pixels")
    return _sane(float(match[1]) * _UNITS[match[2] or ""])


def numbers(text: str) -> list[float]:
    """All numbers of a list, such as points or a view box."""
    if _NUMBER.sub("", text).strip(", \t\r\n"):
        raise DrawingError(f"“{text[:40]}” is no list of numbers")
    return [_sane(float(each)) for each in _NUMBER.findall(text)]


def _sane(value: float) -> float:
    if not abs(value) <= _LARGEST:
        raise DrawingError("it holds a measure beyond all size")
    return value


def outline(element: Element) -> str | None:
    """A shape as path data of absolute numbers; None for what is no shape."""

    def get(name: str) -> float:
        return length(element.get(name, "0"))

    if element.tag == "path":
        data = element.get("d", "")
        if not _PATH.fullmatch(data):
            raise DrawingError(f"“{data[:40]}” is no path")
        return " ".join(data.split())
    if element.tag == "line":
        return f"M{get('x1')} {get('y1')}L{get('x2')} {get('y2')}"
    if element.tag in ("polyline", "polygon"):
        points = " ".join(map(str, numbers(element.get("points", ""))))
        return f"M{points}{'Z' if element.tag == 'polygon' else ''}" if points else ""
    if element.tag == "rect":
        return _box(get("x"), get("y"), get("width"), get("height"), *_corners(element))
    if element.tag in ("circle", "ellipse"):
        rx, ry = (get("r"), get("r")) if element.tag == "circle" else (get("rx"), get("ry"))
        return _box(get("cx") - rx, get("cy") - ry, 2 * rx, 2 * ry, rx, ry)
    return None


def _corners(rect: Element) -> tuple[float, float]:
    x, y = rect.get("rx", "auto"), rect.get("ry", "auto")
    x, y = (y if x == "auto" else x), (x if y == "auto" else y)
    return (0, 0) if x == "auto" else (length(x), length(y))


def _box(x: float, y: float, width: float, height: float, rx: float, ry: float) -> str:
    """A box with round corners, from its upper left; an ellipse where they meet."""
    if width <= 0 or height <= 0:
        return ""
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, foot = x + width, y + height
    if rx <= 0 or ry <= 0:
        return f"M{x} {y}L{right} {y}L{right} {foot}L{x} {foot}Z"
    turn = f"A{rx} {ry} 0 0 1"
    return (
        f"M{x + rx} {y}L{right - rx} {y}{turn} {right} {y + ry}L{right} {foot - ry}"
        f"{turn} {right - rx} {foot}L{x + rx} {foot}{turn} {x} {foot - ry}L{x} {y + ry}"
        f"{turn} {x + rx} {y}Z"
    )


def matrices(text: str) -> list[Matrix]:
    """The matrices of a transform list, in the order in which they are applied to the canvas."""
    if _TRANSFORM.sub("", text).strip() or text == "none":
        raise DrawingError(f"“{text[:40]}” is no transform")
    return [
        matrix
        for name, given in _TRANSFORM.findall(text)
        for matrix in _turns(name, numbers(given))
    ]


def _turns(name: str, given: list[float]) -> list[Matrix]:
    match name, given:
        case "matrix", [a, b, c, d, e, f]:
            return [(a, b, c, d, e, f)]
        case "translate", [x, *y]:
            return [(1, 0, 0, 1, x, y[0] if y else 0)]
        case "scale", [x, *y]:
            return [(x, 0, 0, y[0] if y else x, 0, 0)]
        case "rotate", [angle]:
            cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            return [(cosine, sine, -sine, cosine, 0, 0)]
        case "rotate", [angle, x, y]:
            return [(1, 0, 0, 1, x, y), *_turns("rotate", [angle]), (1, 0, 0, 1, -x, -y)]
        case "skewX", [angle]:
            return [(1, 0, math.tan(math.radians(angle)), 1, 0, 0)]
        case "skewY", [angle]:
            return [(1, math.tan(math.radians(angle)), 0, 1, 0, 0)]
    raise DrawingError(f"“{name}” is no transform")
