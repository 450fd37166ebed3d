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
        The same pages in device gray, with viewers told not to scale them; the same input always
        gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            page.Contents = document.make_stream(_gray(page))
            if "/Annots" in page:  # links, which paper has not
                del page.Annots
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
                thing.write(_gray(thing))
        document.Root.ViewerPreferences = Dictionary(PrintScaling=Name("/None"))
        document.remove_unreferenced_resources()
        buffer = io.BytesIO()
        document.save(buffer, deterministic_id=True, compress_streams=True)
    return buffer.getvalue()


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
