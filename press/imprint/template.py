"""A finished page cut at its spots: what never changes, and the places between.

The content of a spot is taken out of the page but for its color and state, which what follows may
lean on. Streams are joined from parts that were compressed before: deflate lets finished blocks
stand beside one another (RFC 1951).
"""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import pikepdf

from press.content import Instruction, read_content, write_content

_TEXT = {"BT", "ET", "Tm", "Td", "TD", "T*", "Tj", "TJ", "Ts", "BDC", "BMC", "EMC", "'", '"'}
_INKS = {"g", "rg", "k", "G", "RG", "K"}
_SPOT = "/Spot"
_HEADER = b"\x78\x9c"
_LAST_BLOCK = b"\x03\x00"


@dataclass(frozen=True)
class Place:
    """A spot by its number: what fills a picture's area, `ink`, and the name of its image."""

    number: int
    ink: str = ""
    image: str = ""


@dataclass(frozen=True)
class Chunk:
    """Content that never changes, and the same compressed."""

    plain: bytes
    packed: bytes


@dataclass(frozen=True)
class Template:
    """A content stream in the order in which it is drawn."""

    parts: tuple[Chunk | Place, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """Its spots."""
        return tuple(part for part in self.parts if isinstance(part, Place))

    def filled(self, drawn: Mapping[int, bytes]) -> bytes:
        """The compressed stream with what is drawn in each spot; nothing where there is none."""
        pieces, check = [_HEADER], 1
        for part in self.parts:
            if isinstance(part, Place):
                plain = drawn.get(part.number, b"") + b"\n"
                packed = _pack_spot(plain)
            else:
                plain, packed = part.plain, part.packed
            pieces.append(packed)
            check = zlib.adler32(plain, check)
        return b"".join([*pieces, _LAST_BLOCK, struct.pack(">I", check)])


def cut(content: pikepdf.Page | pikepdf.Object) -> Template | None:
    """The template of a content; None when it has no spot."""
    parts: list[Chunk | Place] = []
    kept: list[Instruction] = []
    seen: set[int] = set()
    within: list[Instruction] | None = None
    depth = number = 0
    for operands, operator in read_content(content):
        if within is None:
            if operator == "BDC" and str(operands[0]) == _SPOT:
                within, depth, number = [], 0, int(operands[1].N)
            else:
                kept.append((operands, operator))
            continue
        depth += (operator in ("BDC", "BMC")) - (operator == "EMC")
        if depth >= 0:
            within.append((operands, operator))
            continue
        place, state = _emptied(number, within)
        kept += state
        within = None
        if number not in seen:
            seen.add(number)
            parts += [_chunk(kept), place]
            kept = []
    return Template((*parts, _chunk(kept))) if parts else None


def _emptied(number: int, within: Iterable[Instruction]) -> tuple[Place, list[Instruction]]:
    """What was drawn in a spot as a place, and what it leaves to those after it."""
    ink = image = ""
    state: list[Instruction] = []
    depth = 0
    for operands, operator in within:
        if operator in _INKS:
            ink = " ".join([*map(str, operands), operator.lower()])
        if operator == "Do":
            image = str(operands[0])
        if depth == 0 and operator not in _TEXT and operator != "q":
            state.append((operands, operator))
        depth += (operator == "q") - (operator == "Q")
    return Place(number, ink, image), state


def _chunk(instructions: list[Instruction]) -> Chunk:
    plain = write_content(instructions) + b"\n"
    return Chunk(plain, _pack(plain))


@lru_cache(maxsize=4_000)
def _pack_spot(plain: bytes) -> bytes:
    return _pack(plain)


def _pack(plain: bytes) -> bytes:
    """Deflated, ending at a whole byte and looking back on nothing before."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(plain) + packer.flush(zlib.Z_FULL_FLUSH)
