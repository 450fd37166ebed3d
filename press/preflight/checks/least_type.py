"""No type is smaller than the size allows."""

from collections.abc import Iterator

from press.preflight.check import Check, Fault
from press.preflight.proof import Proof

LEAST = 7.5  # points, on files that are not ours; an edition has its own least
_TOLERANCE = 0.05  # points


def _judge(proof: Proof) -> Iterator[Fault]:
    least = proof.expected.least_type if proof.expected else LEAST
    for run in proof.matter:
        if run.text.strip() and run.size < least - _TOLERANCE:
            yield Fault(
                f"page {run.page} sets “{run.text.strip()[:40]}” at {run.size:.1f} pt;"
                f" the least here is {least:.1f} pt",
                run.page,
            )


CHECK = Check(
    "type.least",
    "Old and tired eyes cannot read smaller type, and a worn copier loses it.",
    "Set it larger; a layout of ours may allow it under “least” in flyer.toml.",
    _judge,
)
