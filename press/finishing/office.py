"""The office press: copiers, lasers and inkjets. Gray only, printed at its true size."""

import io
from decimal import Decimal

import pikepdf
from pikepdf import Dictionary, Name

from press.content import Instruction, read_content, write_content

# Luminance of sRGB, so that a color keeps its weight against the paper.
_LUMINANCE = (0.2126, 0.7152, 0.0722)
_FINEST = Decimal("0.0001")
_GRAY_OPERATORS = {"rg": "g", "RG": "G"}


def finish_for_office(pdf: bytes) -> bytes:
    """Make a laid-out PDF right for an office machine.

    Args:
        pdf: as WeasyPrint wrote it, in device RGB.

    Returns:
        The same pages in device gray, with viewers told not to scale them and on which edge to flip
        the sheet; an odd page gets a blank back. The same input always gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            page.Contents = document.make_stream(_gray(page))
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
                thing.write(_gray(thing))
        document.Root.ViewerPreferences = _preferences(document)
        document.remove_unreferenced_resources()
        buffer = io.BytesIO()
        document.save(buffer, deterministic_id=True, compress_streams=True)
    return buffer.getvalue()


def _preferences(document: pikepdf.Pdf) -> Dictionary:
    """How to print it: sheets are turned like the leaf of a book, about their upright edge."""
    pages = document.pages
    if len(pages) == 1:
        return Dictionary(PrintScaling=Name("/None"), Duplex=Name("/Simplex"))
    left, bottom, right, top = (float(edge) for edge in pages[0].mediabox)
    if len(pages) % 2:
        document.add_blank_page(page_size=(right - left, top - bottom))
    edge = "Short" if right - left > top - bottom else "Long"
    return Dictionary(PrintScaling=Name("/None"), Duplex=Name(f"/DuplexFlip{edge}Edge"))


def _gray(content: pikepdf.Page | pikepdf.Object) -> bytes:
    """A content stream with each RGB color set in gray instead."""
    instructions: list[Instruction] = []
    for operands, operator in read_content(content):
        if gray := _GRAY_OPERATORS.get(operator):
            level = sum(w * float(c) for w, c in zip(_LUMINANCE, operands, strict=True))
            instructions.append(([Decimal(level).quantize(_FINEST)], gray))
        else:
            instructions.append((operands, operator))
    return write_content(instructions)
