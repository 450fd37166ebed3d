"""A cleaned drawing set on white, once, at the size of a picture."""

import io
from typing import Any
from xml.etree.ElementTree import Element

import pypdfium2
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from press.catalog.svg import DrawingError
from press.catalog.svg.clean import clean
from press.catalog.svg.shapes import length, matrices, numbers, outline
from press.catalog.svg.style import INITIAL, Sheet, Style, number, paint

_MOST_SHAPES = 20_000
_DEEPEST_USE = 8
_SLIMMEST = 40  # times as long as wide
_RULES = {"evenodd": 0, "nonzero": 1}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2, "arcs": 0, "miter-clip": 0}
_GROUPS = ("g", "a", "symbol")
_SILENT = (
    "title", "desc", "defs", "style", "metadata", "clipPath", "linearGradient", "radialGradient",
    "pattern", "mask", "filter", "marker", "animate", "animateTransform", "set", "view",
)  # fmt: skip
_REFUSED = {
    "text": "words that are still text: turn them into outlines",
    "image": "a picture",
    "switch": "a choice for screens",
    "svg": "a drawing in a drawing",
}


def draw(svg: bytes, longest: int) -> Image.Image:
    """Draw an SVG file on white.

    Args:
        svg: the file.
        longest: the longer side of the picture, in pixels.

    Returns:
        An RGB picture.

    Raises:
        DrawingError: the file is no drawing, or cannot be printed as it is meant.
    """
    root = clean(svg)
    left, top, width, height = _window(root)
    scale = longest / max(width, height)
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(width * scale, height * scale), invariant=True)
    canvas.transform(scale, 0, 0, -scale, -left * scale, (top + height) * scale)
    try:
        _Hand(root, canvas).draw(root, INITIAL)
    except DrawingError:
        raise
    # What takes paths and styles apart raises many kinds of errors over what is broken.
    except Exception as error:
        raise DrawingError("it is damaged") from error
    canvas.save()
    with pypdfium2.PdfDocument(stream.getvalue()) as pdf:
        picture: Image.Image = pdf[0].render(scale=1).to_pil().convert("RGB")
    return picture


def _window(root: Element) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is shown, in user units."""
    if box := root.get("viewBox"):
        window = numbers(box)
    else:
        sides = [root.get(side, "") for side in ("width", "height")]
        if not all(sides) or any(side.endswith("%") for side in sides):
            raise DrawingError("it says no size: it needs a viewBox, or width and height")
        window = [0, 0, *map(length, sides)]
    if len(window) != 4 or min(window[2:]) <= 0:
        raise DrawingError("its size is no size")
    if max(window[2:]) > _SLIMMEST * min(window[2:]):
        raise DrawingError("it is too long and thin")
    return window[0], window[1], window[2], window[3]


class _Pen(BasePen):  # type: ignore[misc]
    """Draws path data on a reportlab path."""

    def __init__(self, path: Any) -> None:
        super().__init__(None)
        self.path = path

    def _moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self.path.moveTo(*to)

    def _lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self.path.lineTo(*to)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.path.curveTo(*(part for point in points for part in point))

    def _closePath(self) -> None:  # noqa: N802
        self.path.close()


class _Hand:
    """Draws the parts of one drawing on a canvas, in their order."""

    def __init__(self, root: Element, canvas: Canvas) -> None:
        self.sheet = Sheet(root)
        self.root = root
        self.canvas = canvas
        self.named = {each.get("id"): each for each in root.iter()}
        self.count = 0

    def draw(self, element: Element, parent: Style, uses: int = 0) -> None:
        self.count += 1
        if self.count > _MOST_SHAPES:
            raise DrawingError("it holds too many parts")
        if element.tag in _SILENT:
            return
        style = self.sheet.style(element, parent)
        if style["display"] == "none":
            return
        self.canvas.saveState()
        for matrix in matrices(style["transform"]):
            self.canvas.transform(*matrix)
        self._clip(style)
        if element.tag in _GROUPS or element is self.root:
            self._draw_all(list(element), style, uses)
        elif element.tag == "use":
            used = self._find(element, uses)
            self.canvas.translate(length(element.get("x", "0")), length(element.get("y", "0")))
            self._draw_all([used], style, uses + 1)
        elif (data := outline(element)) is not None:
            self._shape(data, style)
        else:
            words = _REFUSED.get(element.tag, f"a part “{element.tag[:40]}”")
            raise DrawingError(f"it holds {words}")
        self.canvas.restoreState()

    def _draw_all(self, parts: list[Element], style: Style, uses: int) -> None:
        if number(style["opacity"]) < 1:
            raise DrawingError("a group of its parts is see-through")
        for part in parts:
            self.draw(part, style, uses)

    def _find(self, use: Element, uses: int) -> Element:
        used = self.named.get(use.get("href", "").removeprefix("#"))
        if used is None or uses >= _DEEPEST_USE or used.get("viewBox"):
            raise DrawingError("it repeats a part that is not in it, or in a way that never ends")
        return used

    def _path(self, data: str, path: Any) -> None:
        if data:
            parse_path(data, _Pen(path))

    def _clip(self, style: Style) -> None:
        """Narrow what is drawn next to a clip path of plain shapes."""
        name = style["clip-path"]
        if name == "none":
            return
        clip = self.named.get(name.removeprefix("url(").rstrip(")").strip("\"' ").lstrip("#"))
        if (
            clip is None
            or clip.tag != "clipPath"
            or clip.get("clipPathUnits") == "objectBoundingBox"
        ):
            raise DrawingError("it is cut out in a way that cannot be drawn")
        path = self.canvas.beginPath()
        rule = "nonzero"
        for part in clip:
            data = outline(part)
            own = self.sheet.style(part, style)
            if data is None or own["transform"] or clip.get("transform"):
                raise DrawingError("it is cut out in a way that cannot be drawn")
            self._path(data, path)
            rule = own["clip-rule"]
        self.canvas.clipPath(path, stroke=0, fill=0, fillMode=_RULES[rule])

    def _shape(self, data: str, style: Style) -> None:
        fill, stroke = paint(style, "fill"), paint(style, "stroke")
        width = length(style["stroke-width"])
        if style["visibility"] != "visible" or not data:
            return
        if fill:
            self.canvas.setFillColorRGB(*fill)
        if stroke and width:
            self.canvas.setStrokeColorRGB(*stroke)
            self.canvas.setLineWidth(width)
            self.canvas.setLineCap(_choose(_CAPS, style["stroke-linecap"]))
            self.canvas.setLineJoin(_choose(_JOINS, style["stroke-linejoin"]))
            self.canvas.setMiterLimit(max(length(style["stroke-miterlimit"]), 1))
            dashes = style["stroke-dasharray"]
            if dashes != "none" and any(lengths := numbers(dashes)):
                self.canvas.setDash(lengths, length(style["stroke-dashoffset"]))
        path = self.canvas.beginPath()
        self._path(data, path)
        rule = _choose(_RULES, style["fill-rule"])
        self.canvas.drawPath(
            path, stroke=int(bool(stroke and width)), fill=int(bool(fill)), fillMode=rule
        )


def _choose(known: dict[str, int], name: str) -> int:
    if name not in known:
        raise DrawingError(f"“{name[:40]}” is not known")
    return known[name]
