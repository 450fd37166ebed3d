"""What a check is: an id, why it matters, what to do, and a pure judgement of a proof."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from press.findings import Finding, Place
from press.preflight.proof import Proof


@dataclass(frozen=True)
class Check:
    """One check of finished files.

    `judge` gives one sentence for each fault that it sees, and none for a sound file.
    """

    id: str
    reason: str
    remedy: str
    judge: Callable[[Proof], Iterable[str]]

    def findings(self, proof: Proof) -> tuple[Finding, ...]:
        """The faults of a proof as findings, each said once."""
        place = Place(proof.expected.name)
        hint = f"{self.reason} {self.remedy}"
        said = dict.fromkeys(self.judge(proof))
        return tuple(Finding(self.id, sentence, place, hint) for sentence in said)
