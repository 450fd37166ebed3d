"""No character is printed as an empty box."""

from collections.abc import Iterator

from press.preflight.check import Check, Fault
from press.preflight.proof import Proof


def _judge(proof: Proof) -> Iterator[Fault]:
    for run in proof.shown:
        if 0 in run.glyphs:
            yield Fault(f"page {run.page} prints an empty box in “{run.text}”", run.page)


CHECK = Check(
    "glyphs.missing",
    "An empty box is a letter that the reader never gets.",
    "Replace the character in the text, or give the language a font that has it.",
    _judge,
)
