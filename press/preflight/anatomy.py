"""The parts of a file: every dictionary and stream that can be reached from its trailer."""

from collections.abc import Iterator

import pikepdf

_HOLDERS = (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)


def parts_of(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Each dictionary and stream of a file, once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[pikepdf.Object] = [pdf.trailer]
    while waiting:
        thing = waiting.pop()
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, pikepdf.Array):
            held = list(thing)
        else:
            yield thing
            held = [thing[key] for key in thing.keys()]  # noqa: SIM118 -- a dictionary of pikepdf
        waiting += [each for each in held if isinstance(each, _HOLDERS)]
