"""PDF/X: who the file is, when it was made, and for which printing condition."""

import hashlib
import io
import uuid
from dataclasses import dataclass
from datetime import date
from typing import Literal
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Standard = Literal["x-4", "x-1a"]

STANDARD_NAMES: dict[Standard, str] = {"x-4": "PDF/X-4", "x-1a": "PDF/X-1a:2003"}
_PDF_VERSIONS: dict[Standard, str] = {"x-4": "1.6", "x-1a": "1.4"}
_MAKER = "The flyer press"
_KEPT = {"/Type", "/Pages", "/Lang"}

# The printing condition of profiles/fogra39l-coated, by its name in the ICC's registry.
_CONDITION = "FOGRA39"
_REGISTRY = "http://www.color.org"
_CONDITION_IN_WORDS = "Offset printing on coated paper, ISO 12647-2:2004/Amd 1"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{maker}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>{identity}
<xmp:CreateDate>{time}</xmp:CreateDate>
<xmp:ModifyDate>{time}</xmp:ModifyDate>
<xmp:MetadataDate>{time}</xmp:MetadataDate>
<xmp:CreatorTool>{maker}</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
<xmpMM:VersionID>uuid:{version}</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True)
class Identity:
    """What a PDF/X file says of itself.

    `profile` is an ICC output profile of four inks; `content` is what the file was made from, from
    which its identifiers are drawn.
    """

    standard: Standard
    title: str
    created: date
    profile: bytes
    content: bytes


def is_press_profile(profile: bytes) -> bool:
    """Whether bytes are an ICC profile of a press that prints in four inks."""
    return profile[12:20] == b"prtrCMYK" and profile[36:40] == b"acsp"


def save_as_pdfx(document: pikepdf.Pdf, identity: Identity) -> bytes:
    """Write a document as PDF/X; the same document always gives the same bytes.

    Args:
        document: in the inks of the press; all that acts or speaks of the file as a whole is
            replaced in it.
        identity: what it says of itself.
    """
    for key in set(document.Root.keys()) - _KEPT:
        del document.Root[key]
    document.Root.OutputIntents = Array([_output_intent(document, identity.profile)])
    document.Root.Metadata = document.make_stream(
        _xmp(identity), Type=Name.Metadata, Subtype=Name.XML
    )
    if "/Info" in document.trailer:
        del document.trailer.Info
    document.trailer.Info = document.make_indirect(_info(identity))
    document.remove_unreferenced_resources()
    buffer = io.BytesIO()
    document.save(
        buffer,
        force_version=_PDF_VERSIONS[identity.standard],
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=True,
        deterministic_id=True,
    )
    return buffer.getvalue()


def _output_intent(document: pikepdf.Pdf, profile: bytes) -> pikepdf.Object:
    return document.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputConditionIdentifier=String(_CONDITION),
            OutputCondition=String(_CONDITION_IN_WORDS),
            RegistryName=String(_REGISTRY),
            Info=String(_CONDITION_IN_WORDS),
            DestOutputProfile=document.make_stream(profile, N=4),
        )
    )


def _info(identity: Identity) -> Dictionary:
    time = String(f"D:{identity.created:%Y%m%d}000000Z")
    info = Dictionary(
        Title=String(identity.title),
        Creator=String(_MAKER),
        Producer=String(_MAKER),
        CreationDate=time,
        ModDate=time,
        Trapped=Name("/False"),
    )
    if identity.standard == "x-1a":
        info.GTS_PDFXVersion = String(STANDARD_NAMES["x-1a"])
    return info


def _xmp(identity: Identity) -> bytes:
    seed = hashlib.sha256(identity.content).hexdigest()
    name = STANDARD_NAMES[identity.standard]
    pdfx = f"\n<pdfxid:GTS_PDFXVersion>{name}</pdfxid:GTS_PDFXVersion>"
    return _XMP.format(
        title=escape(identity.title),
        maker=_MAKER,
        identity=pdfx if identity.standard == "x-4" else "",
        time=f"{identity.created.isoformat()}T00:00:00Z",
        document=uuid.uuid5(uuid.NAMESPACE_OID, f"document {seed}"),
        version=uuid.uuid5(uuid.NAMESPACE_OID, f"version {seed} {name} {identity.created}"),
    ).encode()
