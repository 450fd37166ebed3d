"""Text stands out from what is printed below it."""

from collections.abc import Iterator

from press.preflight.check import Check, Fault
from press.preflight.proof import Proof
from press.preflight.shown import Shown

# WCAG 2.2, success criterion 1.4.6: large is 18 pt, or 14 pt in bold.
LEAST_CONTRAST, LEAST_OF_LARGE = 7.0, 4.5
_LARGE, _LARGE_BOLD = 18.0, 14.0
_BOLD = ("Bold", "Heavy", "Black")


def contrast(run: Shown) -> float | None:
    """The ratio of luminances by the WCAG formula, from 1 to 21; None where it cannot be told."""
    if run.ink is None or run.ground is None:
        return None
    light, dark = max(run.ink, run.ground), min(run.ink, run.ground)
    return (light + 0.05) / (dark + 0.05)


def _least(run: Shown) -> float:
    large = _LARGE_BOLD if run.font.endswith(_BOLD) else _LARGE
    return LEAST_OF_LARGE if run.size >= large else LEAST_CONTRAST


def _judge(proof: Proof) -> Iterator[Fault]:
    for run in proof.matter:
        ratio = contrast(run)
        if run.text.strip() and ratio is not None and ratio < _least(run) - 0.005:
            yield Fault(
                f"“{run.text.strip()[:40]}” on page {run.page} has a contrast of"
                f" {ratio:.1f} to 1; the least is {_least(run):g} to 1",
                run.page,
            )


CHECK = Check(
    "contrast.least",
    "Pale text disappears on a photocopy and for weak eyes.",
    "Print text in black on light ground, in a layout of ours with the ink tokens of tokens.css.",
    _judge,
)
