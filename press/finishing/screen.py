"""The screen press: phones, e-mail and screen readers. PDF/UA, to be read aloud and tapped."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Standard = Literal["pdf/ua-1", "pdf/ua-2"]

_HEADS = tuple(f"/H{level}" for level in range(1, 7))


@dataclass(frozen=True)
class ScreenWork:
    """What a file for the screen says of itself: its `title`, the `tag` of its language."""

    title: str
    tag: str
    standard: Standard = "pdf/ua-1"


def finish_for_screen(pdf: bytes, work: ScreenWork) -> bytes:
    """Make a tagged PDF right for phones and screen readers.

    Args:
        pdf: as typeset by the variant named in `work.standard`.
        work: what it says of itself.

    Returns:
        The same pages, that name their standard, title and language, and nothing of who made them,
        when or with what; the same input always gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        heads = list(_heads(document.Root.StructTreeRoot.K))
        _start_at_first_level(heads)
        if work.standard == "pdf/ua-2":
            _point_bookmarks(document, heads)
        document.Root.Lang = String(work.tag)
        document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _say_what_it_is(document, work)
        buffer = io.BytesIO()
        document.save(
            buffer,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return buffer.getvalue()


def _heads(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """The heads of a structure tree, in reading order."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _heads(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") in _HEADS:
            yield node
        elif "/K" in node:
            yield from _heads(node.K)


def _start_at_first_level(heads: list[pikepdf.Dictionary]) -> None:
    """Where a page has no title, as the wallet card, its heads are of the first level."""
    if heads:
        above = int(str(heads[0].S)[2:]) - 1
        for head in heads:
            head.S = Name(f"/H{max(int(str(head.S)[2:]) - above, 1)}")


def _point_bookmarks(document: pikepdf.Pdf, heads: list[pikepdf.Dictionary]) -> None:
    """PDF/UA-2 wants bookmarks to lead to heads, not to places on pages (ISO 14289-2, 8.8)."""
    if "/Outlines" in document.Root:
        bookmarks = _bookmarks(document.Root.Outlines)
        for bookmark, head in zip(bookmarks, heads, strict=True):
            bookmark.Dest = Array([head, *list(bookmark.Dest)[1:]])


def _bookmarks(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    bookmark = parent.get("/First")
    while bookmark is not None:
        yield bookmark
        yield from _bookmarks(bookmark)
        bookmark = bookmark.get("/Next")


def _say_what_it_is(document: pikepdf.Pdf, work: ScreenWork) -> None:
    del document.docinfo
    document.docinfo = document.make_indirect(Dictionary(Title=String(work.title)))
    if "/Metadata" in document.Root:
        del document.Root.Metadata
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        told["dc:title"] = work.title
        told["dc:language"] = {work.tag}
        told["pdfuaid:part"] = work.standard[-1]
        if work.standard == "pdf/ua-2":
            told["pdfuaid:rev"] = "2024"
