"""Colors read from finished files, by the operators that set them."""

import io

import pikepdf

from press.content import read_content
from press.finishing.inks import contents_of

_COLOR_OPERATORS = {"rg", "RG", "k", "K", "g", "G", "sc", "scn", "SC", "SCN", "cs", "CS"}


def color_operators(pdf: bytes) -> set[str]:
    """The operators that set colors, in pages, forms and tiles."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            name
            for content in contents_of(document)
            for _, name in read_content(content)
            if name in _COLOR_OPERATORS
        }


def colors_set(pdf: bytes, operator: str) -> set[tuple[float, ...]]:
    """The operands of one color operator wherever it is used."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            tuple(float(value) for value in operands)
            for content in contents_of(document)
            for operands, name in read_content(content)
            if name == operator
        }


def names_in(pdf: bytes) -> str:
    """All objects of a file as text, to look for a name anywhere in it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        things = [
            pikepdf.Dictionary(dict(thing.items())) if isinstance(thing, pikepdf.Stream) else thing
            for thing in document.objects
        ]
        return "\n".join(thing.unparse(resolved=True).decode("latin-1") for thing in things)
