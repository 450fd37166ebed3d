"""The page count, and each page's size: of the sheet at the office, of the trim at a shop."""

from collections.abc import Callable, Iterator

from press.preflight.boxes import Boxes, size_of
from press.preflight.check import Check, Fault, of_edition
from press.preflight.drawing import Edges
from press.preflight.proof import Expected, Proof

_TOLERANCE = 0.5  # points


def _check(box: Callable[[Boxes], Edges]) -> Check:
    def judge(proof: Proof, expected: Expected) -> Iterator[Fault]:
        if len(proof.boxes) != expected.pages:
            yield Fault(f"the file has {len(proof.boxes)} pages, not {expected.pages}")
        for boxes in proof.boxes:
            size = size_of(box(boxes))
            off = max(abs(a - b) for a, b in zip(size, expected.trim.points, strict=True))
            if off > _TOLERANCE:
                yield Fault(
                    f"page {boxes.number} is {size[0]:.1f} x {size[1]:.1f} pt;"
                    f" {expected.trim.name} is {expected.trim.points[0]:.1f}"
                    f" x {expected.trim.points[1]:.1f} pt",
                    boxes.number,
                )

    return Check(
        "pages.size",
        "A page of another size is scaled by the printer, or lands crooked.",
        "Set the page's size in its layout to that of its trim.",
        of_edition(judge),
    )


CHECK = _check(lambda boxes: boxes.media)
TRIMMED = _check(lambda boxes: boxes.trim)
