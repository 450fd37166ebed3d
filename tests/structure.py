"""The structure tree of a tagged PDF, and what its pages mark, as plain values."""

import io
from collections.abc import Iterator
from functools import lru_cache

import pikepdf

from press.content import read_content


@lru_cache(maxsize=8)
def opened(pdf: bytes) -> pikepdf.Pdf:
    """A PDF, kept open for as long as a test may look at what is in it."""
    return pikepdf.open(io.BytesIO(pdf))


def elements(pdf: bytes) -> list[pikepdf.Dictionary]:
    """Every structure element in reading order."""
    return list(_walk(opened(pdf).Root.StructTreeRoot.K))


def _walk(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _walk(kid)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from _walk(node.get("/K", pikepdf.Array()))


def kinds(pdf: bytes) -> str:
    """The kinds of all elements in reading order; those without a meaning of their own left out."""
    names = [str(element.S)[1:] for element in elements(pdf)]
    return " ".join(name for name in names if name not in ("Document", "NonStruct", "Span"))


def artifacts(pdf: bytes) -> list[str]:
    """The brackets of artifacts that stand around text or pictures, by their subtype."""
    found = []
    for page in opened(pdf).pages:
        open_marks: list[tuple[str, str]] = []
        for operands, name in read_content(page):
            if name in ("BDC", "BMC"):
                more = operands[1] if len(operands) > 1 else {}
                open_marks.append((str(operands[0])[1:], str(more.get("/Subtype", ""))[1:]))
            elif name == "EMC":
                open_marks.pop()
            elif name in ("Tj", "TJ", "Do"):
                found += [subtype for mark, subtype in open_marks if mark == "Artifact"]
    return found
