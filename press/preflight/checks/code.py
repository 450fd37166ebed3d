"""The code for phones, seen as a phone sees it."""

from collections.abc import Iterator

from press.preflight.check import Check, Fault, of_edition
from press.preflight.proof import Expected, Proof


def _judge(proof: Proof, expected: Expected) -> Iterator[Fault]:
    if expected.code is None:
        return
    read = set[str]()
    for number in range(len(proof.boxes), 0, -1):  # most codes stand on the back
        read.update(proof.rendering.codes(number))
        if expected.code in read:
            return
    found = f"; what it finds is {', '.join(sorted(read))}" if read else ""
    yield Fault(f"a phone does not find the code that leads to {expected.code}{found}")


CHECK = Check(
    "code.reads",
    "A code that does not scan, or leads elsewhere, leaves the reader alone.",
    "Print it larger and in black on white, with its white border, or use a shorter address.",
    of_edition(_judge),
)
