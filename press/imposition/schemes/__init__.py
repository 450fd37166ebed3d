"""The schemes by name. Each module's docstring is the instruction at the folding table."""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

from press.imposition.schemes import (
    cards,
    flat,
    grid,
    poster,
    saddle,
    signatures,
    stack,
    trifold,
    zine,
)
from press.imposition.sheet import Sheet
from press.imposition.work import Work


@dataclass(frozen=True)
class Scheme:
    """A way of putting pages on sheets; `instruction` says how to print, fold and cut."""

    name: str
    instruction: str
    plan: Callable[[Work], list[Sheet]]

    def paragraphs(self) -> tuple[str, ...]:
        """The instruction without the breaks of its lines: what it is, then what to do."""
        return tuple(" ".join(part.split()) for part in self.instruction.split("\n\n"))


def _scheme(name: str, module: ModuleType) -> Scheme:
    return Scheme(name, str(module.__doc__).strip(), module.plan)


SCHEMES = {
    name: _scheme(name, module)
    for name, module in {
        "flat": flat,
        "saddle": saddle,
        "signatures": signatures,
        "grid": grid,
        "cards": cards,
        "stack": stack,
        "tri-fold": trifold,
        "zine": zine,
        "poster": poster,
    }.items()
}
