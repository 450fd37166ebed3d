"""Nothing is left over from PostScript, or packed in a way that a press may not know."""

from collections.abc import Iterator

import pikepdf

from press.preflight.check import Check, Fault
from press.preflight.checks.pdfx.standard import X1A, X4, Standard
from press.preflight.pictures import filters_of
from press.preflight.proof import Proof

_PACKED = {"LZWDecode": "LZW", "LZW": "LZW", "Crypt": "encryption"}
_NEWLY_PACKED = {"JBIG2Decode": "JBIG2", "JPXDecode": "JPEG 2000"}


def _check(standard: Standard) -> Check:
    packed = _PACKED | (_NEWLY_PACKED if standard.is_old else {})

    def judge(proof: Proof) -> Iterator[Fault]:
        for part in proof.parts:
            yield from _relics(part)
            if isinstance(part, pikepdf.Stream):
                yield from _packing(filters_of(part), packed)
        for picture in proof.pictures:
            yield from _packing(picture.filters, packed)

    return Check(
        "pdfx.relics",
        "Presses read such parts in different ways, or stop at them.",
        f"Export the file anew as {standard.name}.",
        judge,
    )


def _packing(filters: tuple[str, ...], packed: dict[str, str]) -> Iterator[Fault]:
    for name in filters:
        if name in packed:
            yield Fault(f"the file is packed in part with {packed[name]}")


def _relics(part: pikepdf.Object) -> Iterator[Fault]:
    is_state = part.get("/Type") == "/ExtGState" or "/TR2" in part
    if (is_state and "/TR" in part) or part.get("/TR2", "/Default") != "/Default":
        yield Fault("the file has transfer functions")
    if "/OPI" in part:
        yield Fault("the file has stand-ins for pictures (OPI)")
    if "/PS" in (part.get("/Subtype"), part.get("/Subtype2")):
        yield Fault("the file has pieces of PostScript")


X4_RELICS, X1A_RELICS = _check(X4), _check(X1A)
