"""Every character of the text is on the pages, and within reach of the printer."""

import re
from collections import Counter
from collections.abc import Iterator

from press.preflight.check import Check
from press.preflight.proof import Proof

_UNSEEN = re.compile(r"[\s\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060\u2066-\u2069\ufeff]+")


def _judge_complete(proof: Proof) -> Iterator[str]:
    wanted = Counter(_UNSEEN.sub("", proof.expected.text))
    got = Counter(_UNSEEN.sub("", "".join(run.text for run in proof.shown)))
    if missing := wanted - got:
        sample = "".join(sorted(missing))[:20]
        yield f"{missing.total()} characters of the text are not on the pages: {sample}"


def _judge_inside(proof: Proof) -> Iterator[str]:
    width, height = proof.expected.trim.points
    clear = proof.expected.trim.clear
    for run in proof.shown:
        if not run.text.strip():
            continue
        within = clear <= run.x <= width - clear and clear <= run.y <= height - clear
        if not within:
            yield f"“{run.text[:40]}” stands outside the printable area of page {run.page}"


COMPLETE = Check(
    "text.complete",
    "A lost line may be the one that the reader needs.",
    "Make room for the text in its layout, or shorten it.",
    _judge_complete,
)

INSIDE = Check(
    "text.inside",
    "Office machines cannot print near the edge of the sheet, and knives stray.",
    "Keep the text inside the margins of its layout.",
    _judge_inside,
)
