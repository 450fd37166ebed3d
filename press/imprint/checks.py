"""What is checked of every document: all that was drawn into it, read back from its content.

The rest of its bytes are those of the shell, which passed the whole profile of its press. Sizes,
inks and places are the shell's too; that a text keeps to its place is how it was set.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from struct import iter_unpack

import pikepdf
import pypdfium2

from press.catalog.fonts import FontFile, open_font
from press.content import read_content
from press.errors import PreflightError
from press.findings import Finding, Place
from press.imprint.drawing import Square, draw_code
from press.imprint.pieces import plain
from press.imprint.shell import Imprint, Shell
from press.preflight.rendering import CODE_DPI, read_codes

_PIXEL = 0.75  # points
_ONE_PAGE = (  # pdfium reads it without a table of places
    b"%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.4f %.4f]/Contents 4 0 R>>\nendobj\n"
    b"4 0 obj\n<</Length %d>>\nstream\n%b\nendstream\nendobj\n"
    b"trailer\n<</Root 1 0 R/Size 5>>\n%%%%EOF\n"
)
_BLANK = re.compile(r"[\s\u200b\u2060]+")
_NO_DIGIT = re.compile(r"[^0-9]+")

Drawn = list[tuple[FontFile, int]]


def check_imprint(shell: Shell, imprint: Imprint, drawn: Mapping[int, bytes], name: str) -> None:
    """Judge what was drawn into a shell for one chapter.

    Raises:
        PreflightError: a word is missing or changed, a digit stands elsewhere, a glyph is lacking,
            or a phone does not find the code.
    """
    findings = tuple(
        Finding("imprint.words", said, Place(name), "Report this: the imprint is not the row.")
        for said in (*_faults(shell, imprint, drawn), *_code_faults(shell, imprint))
    )
    if findings:
        raise PreflightError(
            "The imprinted file failed its checks and was not put into the output folder.",
            findings=findings,
        )


def _faults(shell: Shell, imprint: Imprint, drawn: Mapping[int, bytes]) -> Iterator[str]:
    read = _read(shell, drawn)
    for tag, spots in shell.sides:
        for spot in spots.texts:
            wanted = plain(imprint.given.lines[tag][spot.field])
            words, glyphs = read[spot.number]
            if _BLANK.sub("", words) != _BLANK.sub("", wanted):
                yield f"the field “{spot.field}” says “{words}” instead of “{wanted}”"
            if any(glyph == 0 for _, glyph in glyphs):
                yield f"a character of the field “{spot.field}” is printed as an empty box"
            if spot.field == "hotline":
                digits = "".join(_digits(font).get(glyph, "") for font, glyph in glyphs)
                if digits != _NO_DIGIT.sub("", wanted):
                    yield f"the hotline prints the digits {digits} instead of “{wanted}”"


def _read(shell: Shell, drawn: Mapping[int, bytes]) -> dict[int, tuple[str, Drawn]]:
    """The words that each spot carries, and its glyphs in the order in which they are drawn."""
    read = {}
    for number in (spot.number for _, spots in shell.sides for spot in spots.texts):
        words, glyphs = _read_spot(drawn[number])
        fonts = {f"/{name}": font for font, name in shell.names[number].items()}
        read[number] = words, [(fonts[name], code) for name, code in glyphs]
    return read


@lru_cache(maxsize=2_000)
def _read_spot(content: bytes) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The words of one spot, and its glyphs by the name of their font and their code."""
    words = font = ""
    glyphs: list[tuple[str, int]] = []
    with pikepdf.new() as document:
        for operands, operator in read_content(document.make_stream(content)):
            if operator == "BDC":
                words += str(operands[1].ActualText)
            elif operator == "Tf":
                font = str(operands[0])
            elif operator == "TJ":
                codes = b"".join(bytes(s) for s in operands[0] if isinstance(s, pikepdf.String))
                glyphs += [(font, code) for (code,) in iter_unpack(">H", codes)]
    return words, tuple(glyphs)


@lru_cache(maxsize=32)
def _digits(font: FontFile) -> Mapping[int, str]:
    """The digit that each glyph of a font prints."""
    opened = open_font(font.file)
    return {opened.get_nominal_glyph(ord(digit)): digit for digit in "0123456789"}


def _code_faults(shell: Shell, imprint: Imprint) -> Iterator[str]:
    for number, square in imprint.squares.items():
        if not shell.places[number].image:
            address = str(imprint.given.address)
            if not _is_found(address, round(square.width, 1)):
                yield f"a phone does not find the code that leads to {address}"


@lru_cache(maxsize=4_000)
def _is_found(address: str, width: float) -> bool:
    """Whether a code of some width (CSS pixels) is found by a phone, drawn alone on white."""
    side = width * _PIXEL
    turn = f"{_PIXEL} 0 0 {-_PIXEL} 0 {side:.4f} cm\n".encode()
    content = turn + draw_code(address, Square(0, 0, width, width), "0 g")
    pdf = _ONE_PAGE % (side, side, len(content), content)
    with pypdfium2.PdfDocument(pdf) as pages:
        return address in read_codes(pages[0].render(scale=CODE_DPI / 72, grayscale=True))
