"""Which editions to make, from what was asked for."""

from dataclasses import dataclass
from pathlib import Path

from press.catalog import Catalog
from press.errors import UsageError
from press.wanted import ALL, PRESSES, Wanted, choose


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


def _sizes_of(catalog: Catalog, flyer: str, wanted: Wanted) -> tuple[str, ...]:
    """The sizes of a flyer; its first alone when no size was asked for."""
    sizes = tuple(catalog.flyers[flyer].settings.size)
    return sizes if wanted.sizes else sizes[:1]


def plan_editions(catalog: Catalog, wanted: Wanted) -> tuple[Edition, ...]:
    """The editions to make, language by language.

    Raises:
        UsageError: a name is not known, with the nearest that is, or no flyer has the size.
    """
    known = dict.fromkeys(s for f in catalog.flyers.values() for s in f.settings.size)
    usual = {next(iter(f.settings.size)) for f in catalog.flyers.values()}
    press = choose("press", [wanted.press], PRESSES)[0]
    tags = choose("language", wanted.languages, tuple(catalog.languages))
    names = choose("flyer", wanted.flyers, tuple(catalog.flyers))
    asked = () if ALL in wanted.sizes else wanted.sizes
    sizes = choose("size", asked, tuple(known)) if wanted.sizes else tuple(usual)
    editions = tuple(
        Edition(name, tag, size, press)
        for tag in tags
        for name in names
        for size in _sizes_of(catalog, name, wanted)
        if size in sizes
    )
    if not editions:
        raise UsageError(
            f"No flyer asked for is designed for {' or '.join(sizes)}.",
            "See make_flyers.py list for the sizes of each flyer.",
        )
    return editions
