"""The file can be read to its end."""

from collections.abc import Iterator

from press.preflight.check import Check, Fault
from press.preflight.proof import Proof


def _judge(proof: Proof) -> Iterator[Fault]:
    for missed in proof.unread:
        yield Fault(f"page {missed.page} has what cannot be read: {missed.what}", missed.page)


def _judge_repaired(proof: Proof) -> Iterator[Fault]:
    if count := len(proof.pdf.get_warnings()):
        yield Fault(f"the file is damaged in {count} places and had to be repaired to be read")


READ = Check(
    "file.read",
    "What one program cannot read, a printer may leave out, or print as it likes.",
    "Make the file anew, or print it into a new PDF.",
    _judge,
)

REPAIRED = Check(
    "file.repaired",
    "Each program repairs a damaged file in its own way.",
    "Open it in a viewer and save it anew.",
    _judge_repaired,
    severity="warning",
)
