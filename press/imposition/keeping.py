"""What of a file survives imposition: objects carried over, links moved, and losses told."""

from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name

from press.imposition.sheet import FlipEdge


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


def moved_link(
    link: pikepdf.Object, matrix: Matrix, source: pikepdf.Pdf, target: pikepdf.Pdf
) -> pikepdf.Object:
    """A link of the source as one of the target, its rectangle moved along with its page."""
    x0, y0, x1, y1 = rectangle(link.Rect)
    corners = [matrix.transform(corner) for corner in ((x0, y0), (x1, y1))]
    xs, ys = zip(*corners, strict=True)
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([round(v, 4) for v in (min(xs), min(ys), max(xs), max(ys))]),
        Border=Array([0, 0, 0]),
        A=carry(link.A, source, target),
    )


_DUPLEX = {"long": "/DuplexFlipLongEdge", "short": "/DuplexFlipShortEdge", None: "/Simplex"}


def keep_whole(source: pikepdf.Pdf, target: pikepdf.Pdf, edge: FlipEdge | None) -> Iterable[str]:
    """Carry over what concerns the whole file, and tell what cannot be kept."""
    root = source.Root
    for name in ("/OutputIntents", "/Lang"):
        if name in root:
            target.Root[name] = root[name] if name == "/Lang" else carry(root[name], source, target)
    if "/Title" in source.docinfo:
        target.docinfo["/Title"] = str(source.docinfo["/Title"])
    target.Root.ViewerPreferences = Dictionary(
        PrintScaling=Name("/None"), Duplex=Name(_DUPLEX[edge])
    )
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
