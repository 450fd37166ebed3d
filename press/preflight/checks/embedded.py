"""The file carries its fonts, so that every machine prints the same letters."""

import io
from collections.abc import Iterator

from fontTools.ttLib import TTFont, TTLibError

from press.preflight.check import Check, Fault
from press.preflight.checks.fonts import plain_name
from press.preflight.face import Face
from press.preflight.proof import Proof


def _judge(proof: Proof) -> Iterator[Fault]:
    for page, face in dict.fromkeys((run.page, run.face) for run in proof.shown):
        if not face.is_embedded:
            yield Fault(f"the font “{plain_name(face.name)}” of page {page} is not embedded", page)


def _judge_outlines(proof: Proof) -> Iterator[Fault]:
    for face in dict.fromkeys(run.face for run in proof.shown):
        if face.program and not _is_of_its_time(face):
            yield Fault(f"the font “{plain_name(face.name)}” is embedded as OpenType with CFF")


def _is_of_its_time(face: Face) -> bool:
    """Whether a font file is of a kind that PDF 1.4 knows: TrueType outlines, or bare Type 1."""
    file = face.descriptor[face.program]
    if face.program == "/FontFile3":
        return bool(file.get("/Subtype") in ("/Type1C", "/CIDFontType0C"))
    if face.program == "/FontFile2":
        try:
            return "glyf" in TTFont(io.BytesIO(file.read_bytes()), lazy=True)
        except TTLibError:
            return False
    return True


CHECK = Check(
    "fonts.embedded",
    "A machine without the font prints other letters, or empty boxes.",
    "Embed all fonts when the PDF is made.",
    _judge,
)

OUTLINES = Check(
    "fonts.outlines",
    "The presses that ask for PDF/X-1a cannot read such fonts.",
    "Embed the fonts with TrueType outlines, or make PDF/X-4.",
    _judge_outlines,
)
