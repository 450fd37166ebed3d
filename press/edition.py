"""An edition: one PDF to make, by its names alone."""

from dataclasses import dataclass
from pathlib import Path

from press.presses import USUAL_PRESS, Press


@dataclass(frozen=True)
class Edition:
    """One PDF to make; `second` is the language on the backs, "" when there is but one."""

    flyer: str
    tag: str
    size: str
    press: Press = USUAL_PRESS
    second: str = ""

    @property
    def tags(self) -> tuple[str, ...]:
        """Its languages, the first one's pages in front."""
        return (self.tag, self.second) if self.second else (self.tag,)

    @property
    def file(self) -> Path:
        """Its path inside the output folder; the name is understood alone."""
        parts = (self.flyer, *self.tags, self.size, self.press.label)
        return Path(self.tag) / f"{'-'.join(parts)}.pdf"
