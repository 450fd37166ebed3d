"""Which editions to make, from what was asked for."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from press.catalog import Catalog
from press.errors import UsageError

OFFICE = "office"
PRESSES = (OFFICE,)


@dataclass(frozen=True)
class Edition:
    """One PDF to make."""

    flyer: str
    tag: str
    size: str
    press: str

    @property
    def file(self) -> Path:
        """Its path inside the output folder; the name is understood alone."""
        return Path(self.tag) / f"{self.flyer}-{self.tag}-{self.size}-{self.press}.pdf"


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line; an empty tuple means all."""

    languages: tuple[str, ...] = ()
    flyers: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    press: str = OFFICE


def plan_editions(catalog: Catalog, wanted: Wanted) -> tuple[Edition, ...]:
    """The editions to make, language by language.

    Raises:
        UsageError: a name is not known, with the nearest that is, or no flyer has the size.
    """
    known_sizes = dict.fromkeys(s for f in catalog.flyers.values() for s in f.settings.size)
    press = choose("press", [wanted.press], PRESSES)[0]
    tags = choose("language", wanted.languages, tuple(catalog.languages))
    names = choose("flyer", wanted.flyers, tuple(catalog.flyers))
    sizes = choose("size", wanted.sizes, tuple(known_sizes))
    editions = tuple(
        Edition(name, tag, size, press)
        for tag in tags
        for name in names
        for size in catalog.flyers[name].settings.size
        if size in sizes
    )
    if not editions:
        raise UsageError(
            f"No flyer asked for is designed for {' or '.join(sizes)}.",
            "See make_flyers.py list for the sizes of each flyer.",
        )
    return editions


def choose(what: str, asked: Sequence[str], known: Iterable[str]) -> tuple[str, ...]:
    """The known names that were asked for, in the order asked; all when none was.

    Case and the underscore of "pt_BR" do not matter.
    """
    names = {name.casefold(): name for name in known}
    if not asked:
        return tuple(names.values())
    chosen = []
    for name in asked:
        folded = name.replace("_", "-").casefold()
        if folded not in names:
            close = difflib.get_close_matches(folded, names, 1, 0.5) or [
                known_name for known_name in names if known_name.startswith(folded)
            ]
            hint = f"Did you mean {names[close[0]]}? " if close else ""
            raise UsageError(
                f"There is no {what} “{name}”.", f"{hint}There are: {', '.join(names.values())}."
            )
        chosen.append(names[folded])
    return tuple(dict.fromkeys(chosen))
