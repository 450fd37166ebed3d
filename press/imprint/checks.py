"""What is checked of every document: all that was drawn into it, read back from its content.

The rest of its bytes are those of the shell, which passed the whole profile of its press. Sizes,
inks and places are the shell's too; that a text keeps to its place is how it was set.
"""

import io
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import pikepdf
import pypdfium2
import zxingcpp
from pikepdf import Array, Name

from press.catalog.fonts import FontFile
from press.content import read_content
from press.errors import PreflightError
from press.findings import Finding, Place
from press.imprint.drawing import Square, draw_code
from press.imprint.pieces import plain
from press.imprint.shaping import open_font
from press.imprint.shell import Imprint, Shell

_DPI = 200  # as the whole profile reads codes
_PIXEL = 0.75  # points
_BLANK = re.compile(r"[\s\u200b\u2060]+")
_LEFT_TO_RIGHT = ("hotline", "address")


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
    for tag, spots in shell.sides:
        for spot in spots.texts:
            fonts = {f"/{name}": font for font, name in shell.names[spot.number].items()}
            wanted = plain(imprint.given.lines[tag][spot.field])
            words, glyphs = _read(drawn[spot.number], fonts)
            if _BLANK.sub("", words) != _BLANK.sub("", wanted):
                yield f"the field “{spot.field}” says “{words}” instead of “{wanted}”"
            if any(glyph == 0 for _, glyph in glyphs):
                yield f"a character of the field “{spot.field}” is printed as an empty box"
            if spot.field in _LEFT_TO_RIGHT:
                letters = "".join(_letters(font).get(glyph, "\ufffd") for font, glyph in glyphs)
                if letters != wanted:
                    yield f"the field “{spot.field}” prints “{letters}” instead of “{wanted}”"


def _read(content: bytes, fonts: Mapping[str, FontFile]) -> tuple[str, list[tuple[FontFile, int]]]:
    """The words that a content carries, and its glyphs in the order in which they are drawn."""
    words: list[str] = []
    glyphs: list[tuple[FontFile, int]] = []
    font = next(iter(fonts.values()))
    with pikepdf.new() as document:
        for operands, operator in read_content(document.make_stream(content)):
            if operator == "BDC":
                words.append(str(operands[1].ActualText))
            elif operator == "Tf":
                font = fonts[str(operands[0])]
            elif operator == "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        codes = bytes(part)
                        glyphs += [
                            (font, int.from_bytes(codes[i : i + 2]))
                            for i in range(0, len(codes), 2)
                        ]
    return "".join(words), glyphs


@lru_cache(maxsize=32)
def _letters(font: FontFile) -> Mapping[int, str]:
    """The printable ASCII character of each glyph."""
    opened = open_font(font.file)
    return {
        glyph: chr(code)
        for code in range(0x7E, 0x1F, -1)
        if (glyph := opened.get_nominal_glyph(code)) is not None
    }


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
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(side, side))
        drawn = draw_code(address, Square(0, 0, width, width), "0 g")
        turn = f"{_PIXEL} 0 0 {-_PIXEL} 0 {side:.4f} cm\n".encode()
        page.obj.Contents = document.make_stream(turn + drawn)
        page.obj.MediaBox = Array([0, 0, side, side])
        page.obj.Type = Name.Page
        buffer = io.BytesIO()
        document.save(buffer)
    with pypdfium2.PdfDocument(buffer.getvalue()) as pages:
        picture = pages[0].render(scale=_DPI / 72, grayscale=True).to_pil()
    return any(code.text == address for code in zxingcpp.read_barcodes(picture))
