"""The list of flyers, languages and sizes, as plain data."""

from typing import Any

from press.catalog.catalog import Catalog
from press.catalog.flyers import Flyer
from press.catalog.languages import ENGLISH
from press.catalog.po import read_review_state


def listing(catalog: Catalog) -> dict[str, Any]:
    """What `list --json` prints.

    Returns:
        `flyers` (name, title, sizes), `languages` (tag, endonym, english, direction, review of all
        and by flyer) and `sizes` (name, width and height in inches).
    """
    used = {s: f.settings.design(s).trim for f in catalog.flyers.values() for s in f.settings.size}
    return {
        "flyers": [
            {"name": flyer.name, "title": _title(flyer), "sizes": list(flyer.settings.size)}
            for flyer in catalog.flyers.values()
        ],
        "languages": [_language(catalog, tag) for tag in catalog.languages],
        "sizes": [
            {"name": name, "width": round(trim.width, 3), "height": round(trim.height, 3)}
            for name, trim in used.items()
        ],
    }


def _title(flyer: Flyer) -> str:
    return next(b.message.text for b in flyer.source.sections[0].blocks if b.kind == "title")


def _language(catalog: Catalog, tag: str) -> dict[str, Any]:
    language = catalog.languages[tag]
    states = {
        flyer.name: flyer.settings.review
        if tag == ENGLISH
        else read_review_state(flyer.po_file(tag))
        for flyer in catalog.flyers.values()
    }
    return {
        "tag": tag,
        "endonym": language.endonym,
        "english": language.english,
        "direction": language.direction,
        "review": _of_all(set(states.values())),
        "review_by_flyer": states,
    }


def _of_all(states: set[str]) -> str:
    """One state for all flyers: a text that is begun and not reviewed everywhere is a draft."""
    return states.pop() if len(states) == 1 else "draft"
