"""Text stands out from what is printed below it."""

from collections.abc import Iterator

from press.preflight.check import Check
from press.preflight.proof import Proof, Shown

LEAST_CONTRAST = 7.0  # WCAG 2.2, level AAA


def contrast(run: Shown) -> float:
    """The ratio of luminances by the WCAG formula, from 1 to 21."""
    light, dark = max(run.ink, run.ground), min(run.ink, run.ground)
    return (light + 0.05) / (dark + 0.05)


def _judge(proof: Proof) -> Iterator[str]:
    for run in proof.shown:
        if run.text.strip() and contrast(run) < LEAST_CONTRAST - 0.005:
            yield (
                f"“{run.text.strip()[:40]}” on page {run.page} has a contrast of"
                f" {contrast(run):.1f} to 1; the least is {LEAST_CONTRAST:.0f} to 1"
            )


CHECK = Check(
    "contrast.least",
    "Pale text disappears on a photocopy and for weak eyes.",
    "Use the ink tokens of layouts/_base/tokens.css for text.",
    _judge,
)
