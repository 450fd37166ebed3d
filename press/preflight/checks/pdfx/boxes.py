"""Each page says where it is cut, and how far its ink goes on beyond."""

from collections.abc import Iterator

from press.preflight.boxes import holds
from press.preflight.check import Check, Fault
from press.preflight.proof import Proof


def _judge(proof: Proof) -> Iterator[Fault]:
    for boxes, page in zip(proof.boxes, proof.pdf.pages, strict=True):
        number = boxes.number
        named = [key for key in ("/TrimBox", "/ArtBox") if key in page.obj]
        if len(named) != 1:
            yield Fault(f"page {number} has {len(named)} of trim box and art box, not one", number)
        if not holds(boxes.media, boxes.bleed):
            yield Fault(f"the bleed box of page {number} is larger than its sheet", number)
        if not holds(boxes.bleed, boxes.trim):
            yield Fault(f"the trim box of page {number} reaches out of its bleed box", number)


CHECK = Check(
    "pdfx.boxes",
    "A shop cuts along the trim box, and cannot cut where there is none or one too many.",
    "Export the file with a trim box and a bleed box on each page.",
    _judge,
)
