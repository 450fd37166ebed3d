"""Two languages back to back: one on the fronts, the other on the backs."""

import io
from collections.abc import Sequence
from itertools import zip_longest

import pikepdf
from pikepdf import Dictionary, Name

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def back_to_back(languages: Sequence[bytes]) -> bytes:
    """The pages of files of one page size taken in turn, a blank where one file is shorter.

    A single file comes back as it is.
    """
    if len(languages) == 1:
        return languages[0]
    sources = [pikepdf.open(io.BytesIO(pdf)) for pdf in languages]
    with pikepdf.new() as target:
        for number, source in enumerate(sources):
            _tell_fonts_apart(source, number)
        blank = tuple(float(edge) for edge in sources[0].pages[0].mediabox[2:])
        for pages in zip_longest(*(source.pages for source in sources)):
            for page in pages:
                if page is None:
                    target.add_blank_page(page_size=(blank[0], blank[1]))
                else:
                    target.pages.append(page)
        titles = dict.fromkeys(str(source.docinfo.get("/Title", "")) for source in sources)
        target.docinfo["/Title"] = " · ".join(filter(None, titles))
        target.Root.Lang = pikepdf.String(str(sources[0].Root.get("/Lang", "")))
        buffer = io.BytesIO()
        target.save(buffer, deterministic_id=True)
    for source in sources:
        source.close()
    return buffer.getvalue()


def _tell_fonts_apart(source: pikepdf.Pdf, number: int) -> None:
    """Give the subsets of one file tags of their own, for machines keep fonts by their names."""
    for thing in source.objects:
        for key in ("/BaseFont", "/FontName"):
            if isinstance(thing, Dictionary) and key in thing:
                tag, plus, name = str(thing[key]).lstrip("/").partition("+")
                thing[key] = Name(f"/{_shifted(tag, number)}+{name}" if plus else f"/{tag}")


def _shifted(tag: str, number: int) -> str:
    return "".join(_LETTERS[(_LETTERS.index(letter) + number) % 26] for letter in tag)
