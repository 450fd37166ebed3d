"""Pictures have dots enough for their size on paper."""

from collections.abc import Iterator

from press.findings import Severity
from press.preflight.check import Check, Fault
from press.preflight.proof import Proof


def _check(code: str, least: float, most: float, severity: Severity) -> Check:
    """A check of pictures from `least` dots an inch up to, not including, `most`."""

    def judge(proof: Proof) -> Iterator[Fault]:
        for picture in proof.pictures:
            is_flat = 1 in (picture.width, picture.height)  # a tint, or one line of a blend
            if not is_flat and least <= round(picture.per_inch) < most:
                yield Fault(
                    f"a picture of {picture.width} x {picture.height} pixels on page"
                    f" {picture.page} has {picture.per_inch:.0f} dots an inch;"
                    f" the least is {most:.0f}",
                    picture.page,
                )

    return Check(
        code,
        "A picture with too few dots for its size comes out blurred or in steps.",
        "Use a larger picture, print it smaller, or use a drawing of lines (SVG, PDF).",
        judge,
        severity,
    )


OFFICE = _check("pictures.coarse", 0, 150, "error")
SHOP = _check("pictures.coarse", 0, 200, "error")
SHOP_SOFT = _check("pictures.soft", 200, 300, "warning")
