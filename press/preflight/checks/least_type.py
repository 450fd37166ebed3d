"""No type is smaller than the size allows."""

from collections.abc import Iterator

from press.preflight.check import Check
from press.preflight.proof import Proof

_TOLERANCE = 0.05  # points


def _judge(proof: Proof) -> Iterator[str]:
    least = proof.expected.least_type
    for run in proof.shown:
        if run.text.strip() and run.size < least - _TOLERANCE:
            yield (
                f"page {run.page} sets “{run.text.strip()[:40]}” at {run.size:.1f} pt;"
                f" the least here is {least:.1f} pt"
            )


CHECK = Check(
    "type.least",
    "Old and tired eyes cannot read smaller type, and a worn copier loses it.",
    "Set it larger in the layout, or allow it under “least” in flyer.toml.",
    _judge,
)
