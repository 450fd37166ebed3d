"""Which editions to make, from what was asked for."""

from collections.abc import Iterator

from press.catalog.catalog import Catalog
from press.edition import Edition
from press.errors import UsageError
from press.presses import SCREEN
from press.wanted import ALL, Wanted, choose

_BACK_TO_BACK = ("flat", "poster")


def plan_editions(catalog: Catalog, wanted: Wanted) -> tuple[Edition, ...]:
    """The editions to make, language by language.

    Raises:
        UsageError: a name is not known, with the nearest that is; no flyer has the size; or what
            was asked for is not printed in two languages.
    """
    tags = choose("language", wanted.languages, tuple(catalog.languages))
    second = choose("language", [wanted.second], catalog.languages)[0] if wanted.second else ""
    if second and wanted.press.name == SCREEN:
        raise UsageError(
            "A file for the screen has one language.", "Leave out --with, and send two files."
        )
    _check_translated(catalog, wanted, second)
    editions = tuple(
        Edition(flyer, tag, size, wanted.press, second)
        for tag in tags
        if tag != second
        for flyer, size in _designs(catalog, wanted, second)
        if {tag, second or tag} <= catalog.flyers[flyer].tags
    )
    if not editions:
        raise UsageError(
            f"An edition in {second} and {second} is no edition in two languages.",
            "Name another language with -l or with --with.",
        )
    return editions


def _check_translated(catalog: Catalog, wanted: Wanted, second: str) -> None:
    """A language that was named has a text of what was asked for; others are passed over.

    Raises:
        UsageError: it waits for a translator.
    """
    names = choose("flyer", wanted.flyers, tuple(catalog.flyers))
    named = choose("language", wanted.languages, catalog.languages) if wanted.languages else ()
    for tag in dict.fromkeys((*named, *([second] if second else ()))):
        lacking = [name for name in names if tag not in catalog.flyers[name].tags]
        if lacking and (wanted.flyers or len(lacking) == len(names)):
            files = ", ".join(f"flyers/{name}/{tag}.po" for name in lacking)
            language = catalog.languages[tag]
            raise UsageError(
                f"{language.english} ({tag}) needs a translator: there is no text yet in {files}.",
                "Whoever speaks it can help: docs/translating.md tells how."
                " Leave the language out until then.",
            )


def _designs(catalog: Catalog, wanted: Wanted, second: str) -> tuple[tuple[str, str], ...]:
    """Flyers with their sizes: of each its first alone when no size was asked for."""
    names = choose("flyer", wanted.flyers, tuple(catalog.flyers))
    known = dict.fromkeys(s for f in catalog.flyers.values() for s in f.settings.size)
    asked = choose("size", () if ALL in wanted.sizes else wanted.sizes, known)
    designed = [
        (name, size) for name in names for size in _sizes(catalog, name, wanted) if size in asked
    ]
    if not designed:
        raise UsageError(
            f"No flyer asked for is designed for {' or '.join(asked)}.",
            "See make_flyers.py list for the sizes of each flyer.",
        )
    if not second:
        return tuple(designed)
    paired = [
        (name, size)
        for name, size in designed
        if catalog.flyers[name].settings.size[size].form in _BACK_TO_BACK
    ]
    if not paired:
        raise UsageError(
            "Cards, booklets and other folded sizes are not printed in two languages.",
            "Leave out --with, and make one edition a language.",
        )
    return tuple(paired)


def _sizes(catalog: Catalog, flyer: str, wanted: Wanted) -> Iterator[str]:
    for number, size in enumerate(catalog.flyers[flyer].settings.size):
        if wanted.sizes or number == 0:
            yield size
