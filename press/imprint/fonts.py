"""The fonts of a shell: cut anew to the glyphs of all chapters, and embedded once."""

import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import pikepdf
import uharfbuzz as hb
from pikepdf import Array

from press.catalog.fonts import FontFile
from press.imprint.drawing import width_of
from press.preflight.checks.fonts import asked_for
from press.preflight.face import read_face

Glyphs = Mapping[FontFile, Mapping[int, str]]

_DROPPED = ("BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT")
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_BLOCK = 100  # entries, the most that a map may hold in one


def add_glyphs(document: pikepdf.Pdf, more: Glyphs, fonts: tuple[FontFile, ...]) -> None:
    """Let each font of ours in a finished document hold more glyphs, in place.

    Args:
        document: with fonts whose codes are the glyphs of the vendored files.
        more: the glyphs to add to a font, with what they mean.
        fonts: all that the document may hold.
    """
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == "/Type0":
            font = asked_for(str(thing.BaseFont), fonts)
            if font is not None and more.get(font):
                _add(document, thing, font, more[font])


def _add(
    document: pikepdf.Pdf, font: pikepdf.Object, file: FontFile, more: Mapping[int, str]
) -> None:
    face = read_face(font)
    meanings = {**more, **(face.meanings or {})}
    glyphs = sorted({*meanings, *face.widths})
    own = font.DescendantFonts[0]
    own.W = Array([part for glyph in glyphs for part in (glyph, Array([width_of(file, glyph)]))])
    own.FontDescriptor.FontFile2 = document.make_stream(_cut(file.file, glyphs))
    if "/CIDSet" in own.FontDescriptor:
        del own.FontDescriptor["/CIDSet"]
    font.ToUnicode = document.make_stream(_map(meanings))


def _cut(file: Path, glyphs: list[int]) -> bytes:
    """A font with some of its glyphs, under the numbers that they have."""
    face = hb.Face(hb.Blob.from_file_path(str(file)))  # of one kept open, all that is read stays
    few = _subset(face, glyphs, hb.SubsetFlags.RETAIN_GIDS)
    # Cut once more, it ends at its last glyph.
    return bytes(_subset(few, range(glyphs[-1] + 1), hb.SubsetFlags.NO_HINTING).blob.data)


def _subset(face: hb.Face, glyphs: Iterable[int], flags: hb.SubsetFlags) -> hb.Face:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(_tag(name) for name in _DROPPED)
    wanted.flags = flags | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    return hb.subset(face, wanted)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode())


def _map(meanings: Mapping[int, str]) -> bytes:
    entries = [
        f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>"
        for glyph, text in sorted(meanings.items())
        if text
    ]
    blocks = [entries[i : i + _BLOCK] for i in range(0, len(entries), _BLOCK)]
    said = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return _CMAP.format(blocks=said).encode()


def embedded(pdf: bytes, fonts: tuple[FontFile, ...]) -> dict[FontFile, frozenset[int]]:
    """The glyphs of each font of ours that a finished file holds."""
    held = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == "/Type0":
                font = asked_for(str(thing.BaseFont), fonts)
                if font is not None:
                    held[font] = frozenset(read_face(thing).widths)
    return held
