"""What of a file survives imposition: objects carried over, links moved, and losses told."""

from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name

from press.imposition.sheet import Box, FlipEdge, around


def rectangle(box: pikepdf.Object) -> tuple[float, float, float, float]:
    """A PDF rectangle as left, bottom, right, top."""
    x0, y0, x1, y1 = (float(edge) for edge in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def carry(thing: pikepdf.Object, source: pikepdf.Pdf, target: pikepdf.Pdf) -> pikepdf.Object:
    """A copy of an object in the target file; only indirect objects can be carried over."""
    return target.copy_foreign(thing if thing.is_indirect else source.make_indirect(thing))


def web_links(page: pikepdf.Page) -> list[pikepdf.Object]:
    """The links of a page that lead to the web."""
    return [
        annotation
        for annotation in page.get("/Annots", [])
        if annotation.get("/Subtype") == "/Link" and "/URI" in annotation.get("/A", {})
    ]


def moved_links(
    page: pikepdf.Page, matrix: Matrix, clip: Box, source: pikepdf.Pdf, target: pikepdf.Pdf
) -> Iterable[pikepdf.Object]:
    """The web links of a page of the source as ones of the target.

    Their rectangles move along with the page; what is not shown of them is cut off.
    """
    for link in web_links(page):
        x0, y0, x1, y1 = rectangle(link.Rect)
        corners = [matrix.transform(corner) for corner in ((x0, y0), (x1, y1))]
        moved = around([Box(x, y, 0, 0) for x, y in corners]).cut_to(clip)
        if moved.width and moved.height:
            yield Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(v, 4) for v in (moved.x, moved.y, moved.right, moved.top)]),
                Border=Array([0, 0, 0]),
                A=carry(link.A, source, target),
            )


_CLAIMS = {"pdfxid:GTS_PDFXVersion": "PDF/X", "pdfaid:part": "PDF/A"}  # names of XMP


def _claimed(source: pikepdf.Pdf) -> str:
    """The standards that a file claims to follow, which sheets made of it may not."""
    told = {"PDF/X"} if "/GTS_PDFXVersion" in source.docinfo else set()
    with source.open_metadata(update_docinfo=False) as metadata:
        told |= {standard for name, standard in _CLAIMS.items() if metadata.get(name)}
    return " and ".join(sorted(told))


_DUPLEX = {"long": "/DuplexFlipLongEdge", "short": "/DuplexFlipShortEdge", None: "/Simplex"}


def keep_whole(source: pikepdf.Pdf, target: pikepdf.Pdf, edge: FlipEdge | None) -> Iterable[str]:
    """Carry over what concerns the whole file, and tell what cannot be kept."""
    root = source.Root
    for name in ("/OutputIntents", "/OCProperties"):
        if name in root:
            target.Root[name] = carry(root[name], source, target)
    if "/Lang" in root:
        target.Root.Lang = root.Lang
    if "/Title" in source.docinfo:
        target.docinfo["/Title"] = str(source.docinfo["/Title"])
    target.Root.ViewerPreferences = Dictionary(
        PrintScaling=Name("/None"), Duplex=Name(_DUPLEX[edge])
    )
    if standards := _claimed(source):
        yield f"The sheets do not claim to be {standards}; the intended inks are kept."
    if "/StructTreeRoot" in root:
        yield "The tags for screen readers are left out: sheets are not in reading order."
    if "/Outlines" in root and root.Outlines.get("/Count", 0) != 0:
        yield "The bookmarks are left out: their pages are no pages any more."
    if "/AcroForm" in root:
        yield "Form fields are left out; what was typed into them may be missing."
    kinds = {
        str(annotation.get("/Subtype"))
        for page in source.pages
        for annotation in page.get("/Annots", [])
        if annotation not in web_links(page)
    }
    if kinds:
        yield "Notes and links inside the file are left out; links to the web are kept."
