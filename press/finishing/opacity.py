"""Transparency: what changes nothing is taken away, so that what is left is meant."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from press.finishing.inks import contents_of, resources_of

# Each key of a graphics state that makes things transparent, with the values that do not.
_IDLE: dict[str, tuple[Any, ...]] = {
    "/ca": (1,),
    "/CA": (1,),
    "/BM": ("/Normal", "/Compatible"),
    "/SMask": ("/None",),
}


def drop_idle_transparency(document: pikepdf.Pdf) -> bool:
    """Take transparency away, in place, from a document in which all is opaque.

    Returns:
        Whether the document is opaque now; one with real transparency is left as it is.
    """
    states = list(_states(document))
    if any(state[key] not in _IDLE[key] for state in states for key in _IDLE.keys() & state.keys()):
        return False
    if any("/SMask" in thing for thing in document.objects if isinstance(thing, pikepdf.Stream)):
        return False
    for state in states:
        for key in _IDLE.keys() & state.keys():
            del state[key]
    for content in contents_of(document):
        if "/Group" in content:
            del content["/Group"]
    return True


def _states(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The graphics states that contents may switch to."""
    for content in contents_of(document):
        yield from resources_of(content).get("/ExtGState", pikepdf.Dictionary()).as_dict().values()
