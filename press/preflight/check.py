"""What a check is: an id, why it matters, what to do, and a pure judgement of a proof."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from press.findings import Finding, Place, Severity
from press.preflight.notes import UNREADABLE
from press.preflight.proof import Expected, Proof

_TOLD = 4  # of the faults of one page; a page that is all wrong is not told a hundred times


@dataclass(frozen=True)
class Fault:
    """One sentence about a fault, and the page that it is on when it is on one."""

    says: str
    page: int | None = None


Judge = Callable[[Proof], Iterable[Fault]]


@dataclass(frozen=True)
class Check:
    """One check of finished files.

    `judge` gives a fault for each that it sees, and none for a sound file.
    """

    id: str
    reason: str
    remedy: str
    judge: Judge
    severity: Severity = "error"

    def findings(self, proof: Proof) -> tuple[Finding, ...]:
        """The faults of a proof as findings, each said once, the first few of each page."""
        hint = f"{self.reason} {self.remedy}"
        return tuple(
            Finding(self.id, fault.says, Place(proof.name, page=fault.page), hint, self.severity)
            for fault in _gathered(self._faults(proof))
        )

    def _faults(self, proof: Proof) -> Iterable[Fault]:
        """What the judge says; a file that it cannot read does not pass."""
        try:
            return tuple(dict.fromkeys(self.judge(proof)))
        except UNREADABLE as error:
            return (Fault(f"the file is too damaged for this check ({error})"),)


def _gathered(faults: Iterable[Fault]) -> Iterator[Fault]:
    for page, group in groupby(faults, lambda fault: fault.page):
        same = list(group)
        yield from same[:_TOLD]
        if len(same) > _TOLD:
            place = f"page {page}" if page else "the file"
            yield Fault(f"{place} has {len(same) - _TOLD} more faults of this kind", page)


def of_edition(judge: Callable[[Proof, Expected], Iterable[Fault]]) -> Judge:
    """A judgement that needs to know what was expected; of other files it says nothing."""
    return lambda proof: judge(proof, proof.expected) if proof.expected else ()
