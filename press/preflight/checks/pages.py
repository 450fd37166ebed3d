"""The page count, and each page's size."""

from collections.abc import Iterator

from press.preflight.check import Check
from press.preflight.proof import Proof

_TOLERANCE = 0.5  # points


def _judge(proof: Proof) -> Iterator[str]:
    expected = proof.expected
    if expected.pages is not None and len(proof.pdf.pages) != expected.pages:
        yield f"the file has {len(proof.pdf.pages)} pages, not {expected.pages}"
    for number, page in enumerate(proof.pdf.pages, 1):
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        size = right - left, top - bottom
        off = max(abs(a - b) for a, b in zip(size, expected.trim.points, strict=True))
        if off > _TOLERANCE:
            yield (
                f"page {number} is {size[0]:.1f} x {size[1]:.1f} pt;"
                f" {expected.trim.name} is {expected.trim.points[0]:.1f}"
                f" x {expected.trim.points[1]:.1f} pt"
            )


CHECK = Check(
    "pages.size",
    "A page of another size is scaled by the printer, or lands crooked.",
    "Set the page's size in its layout to that of its trim.",
    _judge,
)
