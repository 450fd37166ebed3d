"""One walk over all colors of a document: each device RGB color is set in the inks of a press."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal

import pikepdf
from pikepdf import Array, Dictionary, Name

from press.content import Change, Instruction, rewrite_content

Space = Literal["/DeviceGray", "/DeviceCMYK"]
Convert = Callable[[float, float, float], Sequence[float]]
Content = pikepdf.Page | pikepdf.Object

_OPERATORS = {
    "/DeviceGray": {"rg": "g", "RG": "G"},
    "/DeviceCMYK": {"rg": "k", "RG": "K"},
}
_FINEST = Decimal("0.0001")


def recolor(document: pikepdf.Pdf, space: Space, convert: Convert) -> None:
    """Set each device RGB color of a document in other inks, in place.

    Text, strokes, fills, tiles, gradients and blend spaces are set anew; pictures stay as they are.

    Args:
        document: as WeasyPrint wrote it.
        space: what the colors are given in.
        convert: from red, green and blue (0 to 1) to the components of the space (0 to 1).
    """
    changes = {old: _change(new, convert) for old, new in _OPERATORS[space].items()}
    for content in contents_of(document):
        data = rewrite_content(content, changes)
        if isinstance(content, pikepdf.Page):
            content.Contents = document.make_stream(data)
        else:
            content.write(data)
        group = content.get("/Group")
        if group is not None and group.get("/CS") == "/DeviceRGB":
            group.CS = Name(space)
    for thing in document.objects:
        if isinstance(thing, Dictionary) and thing.get("/ColorSpace") == "/DeviceRGB":
            _recolor_gradient(thing, space, convert)


def contents_of(document: pikepdf.Pdf) -> Iterator[Content]:
    """Everything that paints: pages, forms and tiles."""
    yield from document.pages
    for thing in document.objects:
        if isinstance(thing, pikepdf.Stream) and (
            thing.get("/Subtype") == "/Form" or thing.get("/PatternType") == 1
        ):
            yield thing


def resources_of(content: Content) -> pikepdf.Object:
    """What a page, form or tile may name; empty when it names nothing."""
    if isinstance(content, pikepdf.Page):
        return content.resources
    return content.get("/Resources", Dictionary())


def _change(operator: str, convert: Convert) -> Change:
    """From the operands of a device RGB color to the instruction that sets it anew."""

    def change(operands: list[Any]) -> Instruction:
        red, green, blue = map(float, operands)
        return list(_exact(convert(red, green, blue))), operator

    return change


def _recolor_gradient(shading: pikepdf.Object, space: Space, convert: Convert) -> None:
    """A gradient set anew at its stops; one that is not made of stops stays as it is."""
    blends = list(_blends(shading.Function)) if "/Function" in shading else []
    if not blends:
        return
    for blend in blends:
        for stop in ("/C0", "/C1"):
            red, green, blue = map(float, blend[stop])
            blend[stop] = Array(_exact(convert(red, green, blue)))
    shading.ColorSpace = Name(space)


def _blends(function: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The parts of a gradient that run from one color to the next."""
    if function.FunctionType == 2:
        yield function
    elif function.FunctionType == 3:
        for part in function.Functions:
            yield from _blends(part)


def _exact(components: Sequence[float]) -> list[Decimal]:
    return [Decimal(component).quantize(_FINEST) for component in components]
