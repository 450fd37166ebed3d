"""What a file says about itself: its Info dictionary and its XMP packet."""

from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf
from pikepdf.models import PdfMetadata

from press.preflight.notes import UNREADABLE


@dataclass(frozen=True)
class Metadata:
    """`info` by key, such as Title; `xmp` by prefix and name, such as dc:title.

    A list of XMP is one text, its items joined by "; ". `is_plain` when the packet is there and not
    compressed, so that a machine can find it without reading PDF; `is_sound` when it can be read.
    """

    info: Mapping[str, str]
    xmp: Mapping[str, str]
    is_plain: bool
    is_sound: bool


_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}


def read_metadata(pdf: pikepdf.Pdf) -> Metadata:
    """What a file says about itself; what it does not say is not there."""
    stream = pdf.Root.get("/Metadata")
    try:
        xmp = _xmp(pdf) if isinstance(stream, pikepdf.Stream) else {}
        is_sound = True
    except UNREADABLE:
        xmp, is_sound = {}, False
    return Metadata(
        info=_info(pdf),
        xmp=xmp,
        is_plain=isinstance(stream, pikepdf.Stream) and "/Filter" not in stream,
        is_sound=is_sound,
    )


def _info(pdf: pikepdf.Pdf) -> dict[str, str]:
    info = pdf.trailer.get("/Info")
    if not isinstance(info, pikepdf.Dictionary):
        return {}
    return {key[1:]: str(info[key]) for key in info.keys()}  # noqa: SIM118 -- of pikepdf


def _xmp(pdf: pikepdf.Pdf) -> dict[str, str]:
    metadata: PdfMetadata = pdf.open_metadata(
        set_pikepdf_as_editor=False, update_docinfo=False, strict=True
    )
    read = {}
    for key in metadata:
        space, _, name = key.lstrip("{").partition("}")
        value = metadata[key]
        text = value if isinstance(value, str) else "; ".join(map(str, value))
        read[f"{_PREFIXES.get(space, space)}:{name}"] = text
    return read
