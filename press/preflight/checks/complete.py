"""Every character of the text is on the pages, and within reach of the printer."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from press.preflight.boxes import Boxes, holds
from press.preflight.check import Check, Fault, of_edition
from press.preflight.checks.sheet import trim_of
from press.preflight.drawing import Edges
from press.preflight.proof import Expected, Proof

_UNSEEN = re.compile(r"[\s\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060\u2066-\u2069\ufeff]+")
_SAFE = 9.0  # points inside the trim, where no knife strays
_CLEAR = 18.0  # points inside the sheet, where every machine prints


def _judge_complete(proof: Proof, expected: Expected) -> Iterator[Fault]:
    wanted = Counter(_UNSEEN.sub("", expected.text * expected.copies))
    got = Counter(_UNSEEN.sub("", "".join(run.text for run in proof.matter)))
    if missing := wanted - got:
        sample = "".join(sorted(missing))[:20]
        yield Fault(f"{missing.total()} characters of the text are not on the pages: {sample}")


def _on_sheet(proof: Proof, boxes: Boxes) -> Edges:
    trim = proof.expected.trim if proof.expected else trim_of(boxes)
    return _shrunk(boxes.media, trim.clear if trim else _CLEAR)


def _in_trim(_: Proof, boxes: Boxes) -> Edges:
    return _shrunk(boxes.trim, _SAFE)


def _inside(area_of: Callable[[Proof, Boxes], Edges]) -> Check:
    def judge(proof: Proof) -> Iterator[Fault]:
        areas = {boxes.number: area_of(proof, boxes) for boxes in proof.boxes}
        for run in proof.matter:
            start, end = (run.x, run.y, run.x, run.y), (run.end_x, run.end_y) * 2
            area = areas[run.page]
            if run.text.strip() and not (holds(area, start) and holds(area, end)):
                yield Fault(
                    f"“{run.text[:40]}” stands outside the printable area of page {run.page}",
                    run.page,
                )

    return Check(
        "text.inside",
        "Office machines cannot print near the edge of the sheet, and knives stray.",
        "Keep the text inside the margins of its layout.",
        judge,
    )


def _shrunk(box: Edges, by: float) -> Edges:
    left, bottom, right, top = box
    return left + by, bottom + by, right - by, top - by


COMPLETE = Check(
    "text.complete",
    "A lost line may be the one that the reader needs.",
    "Make room for the text in its layout, or shorten it.",
    of_edition(_judge_complete),
)

INSIDE = _inside(_on_sheet)
SAFE = _inside(_in_trim)
