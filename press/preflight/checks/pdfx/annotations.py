"""Nothing lies on the printed page that is not ink, and nothing acts."""

from collections.abc import Iterator

from press.preflight.check import Check, Fault
from press.preflight.drawing import meet
from press.preflight.proof import Proof

_OF_THE_PRESS = ("/PrinterMark", "/TrapNet")


def _judge(proof: Proof) -> Iterator[Fault]:
    for boxes, page in zip(proof.boxes, proof.pdf.pages, strict=True):
        for annotation in page.obj.get("/Annots", ()):
            kind = annotation.get("/Subtype")
            x0, y0, x1, y1 = map(float, annotation.Rect)
            area = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            shared = meet(area, boxes.bleed)
            is_on_page = shared[0] < shared[2] and shared[1] < shared[3]
            if kind not in _OF_THE_PRESS and is_on_page:
                yield Fault(
                    f"page {boxes.number} has an annotation on it: {str(kind)[1:]}", boxes.number
                )


def _judge_actions(proof: Proof) -> Iterator[Fault]:
    root = proof.pdf.Root
    if "/OpenAction" in root or "/AA" in root or "/JavaScript" in root.get("/Names", {}):
        yield Fault("the file acts when it is opened")
    for part in proof.parts:
        if part.get("/Subtype") and "/Rect" in part and ("/A" in part or "/AA" in part):
            yield Fault("the file has links or fields that act")


ANNOTATIONS = Check(
    "pdfx.annotations",
    "Notes and links are printed by one press and left out by the next.",
    "Export the file without links, notes and fields.",
    _judge,
)

ACTIONS = Check(
    "pdfx.actions",
    "A file that acts is refused at the shop's door.",
    "Export the file without links, buttons and scripts.",
    _judge_actions,
)
