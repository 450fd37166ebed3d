"""A font as a file declares it: how its codes are read, how wide they run, what they mean."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from fontTools import agl

_CMAP_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_CMAP_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_CMAP_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_CMAP_RANGE = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([^\]]*)\])"
)
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")
_CODE_SPACE = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
_IDENTITY = ("/Identity-H", "/Identity-V")
_CODECS = {"/MacRomanEncoding": "mac_roman"}
_USUAL_WIDTH = 500.0  # thousandths of the size, about that of Helvetica, which files may leave out
_WIDEST_RANGE = 0x10000
_OFTEN = 2  # bytes: one code, as most strings are, and no more of them than may be remembered
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(frozen=True, eq=False)
class Face:
    """A font of a file; `font` is its dictionary.

    `kind` is its subtype, such as Type0; `program` the key of the embedded file, None when there is
    none; widths are in units of the size. Codes are of one or two bytes; when `names_glyphs` they
    are the numbers of glyphs. `meanings` is None for a font that does not say what it means.
    """

    font: Any
    name: str
    kind: str
    program: str | None
    descriptor: Any
    widths: Mapping[int, float]
    usual_width: float
    code_bytes: int
    names_glyphs: bool
    meanings: Mapping[int, str] | None
    _measured: dict[bytes, tuple[tuple[int, ...], float]] = field(default_factory=dict, repr=False)

    @property
    def is_embedded(self) -> bool:
        """Whether the file carries the outlines."""
        return self.kind == "Type3" or self.program is not None

    def codes(self, string: bytes) -> tuple[int, ...]:
        """The codes of a string shown."""
        step = self.code_bytes
        return tuple(int.from_bytes(string[i : i + step]) for i in range(0, len(string), step))

    def measured(self, string: bytes) -> tuple[tuple[int, ...], float]:
        """The codes of a string shown, and how far they move on in units of the size."""
        known = self._measured.get(string)
        if known is None:
            codes = self.codes(string)
            known = codes, sum(map(self.width, codes))
            if len(string) <= _OFTEN:
                self._measured[string] = known
        return known

    def text(self, codes: tuple[int, ...]) -> str:
        """What codes mean; one replacement character each where the font does not say."""
        if self.meanings is None:
            return "\ufffd" * len(codes)
        return "".join(self.meanings.get(code, "") for code in codes)

    def width(self, code: int) -> float:
        """How far a code moves on, in units of the size."""
        return self.widths.get(code, self.usual_width)


def read_face(font: pikepdf.Object) -> Face:
    """A font from its dictionary; what is malformed raises as pikepdf and Python do."""
    kind = str(font.get("/Subtype", "/Type1"))[1:]
    own = font.DescendantFonts[0] if kind == "Type0" else font
    descriptor = own.get("/FontDescriptor", pikepdf.Dictionary())
    encoding = font.get("/Encoding")
    widths, usual = _cid_widths(own) if kind == "Type0" else _simple_widths(font, kind, descriptor)
    return Face(
        font=font,
        name=str(font.get("/BaseFont", font.get("/Name", "/unnamed"))),
        kind=kind,
        program=next((key for key in _PROGRAMS if key in descriptor), None),
        descriptor=descriptor,
        widths=widths,
        usual_width=usual,
        code_bytes=_code_bytes(encoding) if kind == "Type0" else 1,
        names_glyphs=kind == "Type0" and str(encoding) in _IDENTITY,
        meanings=_meanings(font, encoding, kind),
    )


def _code_bytes(encoding: pikepdf.Object | None) -> int:
    if isinstance(encoding, pikepdf.Stream) and (
        space := _CODE_SPACE.search(encoding.read_bytes())
    ):
        return max(1, len(space[1]) // 2)
    return 2


def _simple_widths(
    font: pikepdf.Object, kind: str, descriptor: pikepdf.Object
) -> tuple[dict[int, float], float]:
    first = int(font.get("/FirstChar", 0))
    unit = 0.001
    if kind == "Type3":
        unit = abs(float(font.FontMatrix[0]))
    widths = {first + i: float(w) * unit for i, w in enumerate(font.get("/Widths", ()))}
    return widths, float(descriptor.get("/MissingWidth", 0 if widths else _USUAL_WIDTH)) * unit


def _cid_widths(font: pikepdf.Object) -> tuple[dict[int, float], float]:
    widths: dict[int, float] = {}
    entries = list(font.get("/W", ()))
    while len(entries) > 1:
        first = int(entries.pop(0))
        following = entries.pop(0)
        if isinstance(following, pikepdf.Array):
            widths |= {first + i: float(w) / 1000 for i, w in enumerate(following)}
        else:
            last = min(int(following), first + _WIDEST_RANGE)
            widths |= dict.fromkeys(range(first, last + 1), float(entries.pop(0)) / 1000)
    return widths, float(font.get("/DW", 1000)) / 1000


def _meanings(
    font: pikepdf.Object, encoding: pikepdf.Object | None, kind: str
) -> dict[int, str] | None:
    stream = font.get("/ToUnicode")
    if isinstance(stream, pikepdf.Stream):
        return dict(_mapped(stream.read_bytes()))
    if kind == "Type0":
        return None
    return _encoded(encoding)


def _mapped(cmap: bytes) -> Iterator[tuple[int, str]]:
    """The text of each code, from a ToUnicode map."""
    for block in _CMAP_CHARS.findall(cmap):
        for code, text in _CMAP_CHAR.findall(block):
            yield int(code, 16), _utf16(text)
    for block in _CMAP_RANGES.findall(cmap):
        for low, high, text, listed in _CMAP_RANGE.findall(block):
            first = int(low, 16)
            count = min(int(high, 16) - first + 1, _WIDEST_RANGE)
            if listed:
                for i, each in enumerate(_HEX.findall(listed)[:count]):
                    yield first + i, _utf16(each)
            elif start := _utf16(text):
                for i in range(count):
                    yield first + i, start[:-1] + chr(min(ord(start[-1]) + i, 0x10FFFF))


def _utf16(digits: bytes) -> str:
    digits = digits if len(digits) % 2 == 0 else digits + b"0"
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def _encoded(encoding: pikepdf.Object | None) -> dict[int, str]:
    """The text of each code of a font of single bytes, from its encoding."""
    if not isinstance(encoding, pikepdf.Dictionary):
        encoding = pikepdf.Dictionary(BaseEncoding=encoding or pikepdf.Name.StandardEncoding)
    base = str(encoding.get("/BaseEncoding"))
    codec = _CODECS.get(base, "cp1252")
    meanings = {code: bytes([code]).decode(codec, "replace") for code in range(256)}
    code = 0
    for entry in encoding.get("/Differences", ()):
        if isinstance(entry, pikepdf.Name):
            meanings[code] = agl.toUnicode(str(entry)[1:]) or "\ufffd"
            code += 1
        else:
            code = int(entry)
    return meanings
