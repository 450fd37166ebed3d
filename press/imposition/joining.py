"""Two languages back to back: one on the fronts, the other on the backs."""

import io
from collections.abc import Sequence
from itertools import zip_longest

import pikepdf


def back_to_back(languages: Sequence[bytes]) -> bytes:
    """The pages of files of one page size taken in turn, a blank where one file is shorter.

    A single file comes back as it is.
    """
    if len(languages) == 1:
        return languages[0]
    sources = [pikepdf.open(io.BytesIO(pdf)) for pdf in languages]
    with pikepdf.new() as target:
        width, height = (float(edge) for edge in sources[0].pages[0].mediabox[2:])
        for pages in zip_longest(*(source.pages for source in sources)):
            for page in pages:
                if page is None:
                    target.add_blank_page(page_size=(width, height))
                else:
                    target.pages.append(page)
        titles = [str(source.docinfo.get("/Title", "")) for source in sources]
        target.docinfo["/Title"] = " · ".join(dict.fromkeys(filter(None, titles)))
        target.Root.Lang = sources[0].Root.get("/Lang", pikepdf.String(""))
        buffer = io.BytesIO()
        target.save(buffer, deterministic_id=True)
    for source in sources:
        source.close()
    return buffer.getvalue()
