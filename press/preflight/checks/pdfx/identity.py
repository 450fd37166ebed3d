"""The file names its standard, says what it is and when it was made, and can be told apart."""

from collections.abc import Iterator

import pikepdf

from press.preflight.check import Check, Fault
from press.preflight.checks.pdfx.standard import X1A, X4
from press.preflight.proof import Proof

_REASON = "Print shops sort files by what they say of themselves, before anyone looks at them."
_REMEDY = "Export the file anew as the standard asks; make_flyers.py build --press shop does."
_XMP = (
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
    "dc:title",
)
_INFO = ("Title", "CreationDate", "ModDate")
_TRAPPED = ("True", "False")


def _judge_x4_identity(proof: Proof) -> Iterator[Fault]:
    said = proof.metadata.xmp.get("pdfxid:GTS_PDFXVersion", "nothing")
    if said != X4.name:
        yield Fault(f"the XMP packet of the file names {said}, not {X4.name}")


def _judge_x1a_identity(proof: Proof) -> Iterator[Fault]:
    said = proof.metadata.info.get("GTS_PDFXVersion", "nothing")
    if said != X1A.name:
        yield Fault(f"the properties of the file name {said}, not {X1A.name}")


def _judge_x4_metadata(proof: Proof) -> Iterator[Fault]:
    metadata = proof.metadata
    if not metadata.is_plain:
        yield Fault("the XMP packet of the file is missing or compressed")
    for key in _XMP:
        if not metadata.xmp.get(key, "").strip():
            yield Fault(f"the XMP packet of the file lacks {key}")
    if metadata.xmp.get("pdf:Trapped", metadata.info.get("Trapped", "")[1:]) not in _TRAPPED:
        yield Fault("the file does not say whether it is trapped")


def _judge_x1a_metadata(proof: Proof) -> Iterator[Fault]:
    info = proof.metadata.info
    for key in _INFO:
        if not info.get(key, "").strip():
            yield Fault(f"the properties of the file lack {key}")
    if info.get("Trapped", "")[1:] not in _TRAPPED:
        yield Fault("the file does not say whether it is trapped")


def _judge_id(proof: Proof) -> Iterator[Fault]:
    own = proof.pdf.trailer.get("/ID")
    if not isinstance(own, pikepdf.Array) or len(own) != 2 or not all(map(bytes, own)):
        yield Fault("the file has no ID in its trailer")


X4_IDENTITY = Check("pdfx.identity", _REASON, _REMEDY, _judge_x4_identity)
X1A_IDENTITY = Check("pdfx.identity", _REASON, _REMEDY, _judge_x1a_identity)
X4_METADATA = Check("pdfx.metadata", _REASON, _REMEDY, _judge_x4_metadata)
X1A_METADATA = Check("pdfx.metadata", _REASON, _REMEDY, _judge_x1a_metadata)
ID = Check("pdfx.id", _REASON, _REMEDY, _judge_id)
