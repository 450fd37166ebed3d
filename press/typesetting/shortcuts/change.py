"""One place where WeasyPrint goes another way, and back again."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Shortcut:
    """What a module or class of WeasyPrint holds under a name, and what it is to hold instead."""

    place: Any
    name: str
    way: Any
    _own: Any = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_own", getattr(self.place, self.name))

    def take(self) -> None:
        """Go the shorter way from now on."""
        setattr(self.place, self.name, self.way)

    def leave(self) -> None:
        """Go WeasyPrint's own way again."""
        setattr(self.place, self.name, self._own)


def everywhere(own: Callable[..., Any], way: Callable[..., Any]) -> Iterator[Shortcut]:
    """Another function wherever a module of WeasyPrint knows this one by name."""
    for module in [sys.modules[name] for name in sys.modules if name.startswith("weasyprint.")]:
        for name, held in list(vars(module).items()):
            if held is own:
                yield Shortcut(module, name, way)
