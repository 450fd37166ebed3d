"""Small PDFs made for tests: a sound file for each press, and ways to break it."""

import datetime
import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.lib.pagesizes import letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from press.house import find_house

Draw = Callable[[Canvas], None]
Change = Callable[[pikepdf.Pdf], None]
FONT = "made-sans"
SLUG, BLEED = 27.0, 9.0  # points of paper around the trim, and of ink
TRIM = (360.0, 540.0)
_WHEN = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)


def words(canvas: Canvas) -> None:
    """A line of black text in the middle of the page."""
    canvas.setFillGray(0)
    canvas.setFont(FONT, 12)
    canvas.drawString(144, 300, "You have the right to stay silent.")


def draw(
    *pages: Draw, size: tuple[float, float] = letter, change: Change | None = None, **save: object
) -> bytes:
    """A PDF with a page for each drawing, changed before it is saved."""
    pdfmetrics.registerFont(
        TTFont(FONT, str(find_house().fonts / "noto-sans" / "NotoSans-Regular.ttf"))
    )
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=True)
    for page in pages or (words,):
        page(canvas)
        canvas.showPage()
    canvas.save()

    def without_author(pdf: pikepdf.Pdf) -> None:
        for key in ("/Author", "/Subject", "/Keywords"):
            del pdf.docinfo[key]
        pdf.docinfo["/Title"] = "Rights"
        if change:
            change(pdf)

    return changed(stream.getvalue(), without_author, **save)


def changed(pdf: bytes, change: Change, **save: object) -> bytes:
    """A PDF after a change."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        stream = io.BytesIO()
        document.save(stream, **save)  # type: ignore[arg-type]
    return stream.getvalue()


def add_content(pdf: pikepdf.Pdf, content: bytes, page: int = 0, **resources: object) -> None:
    """Draw more onto a page, with resources by kind, such as XObject={"/X": form}."""
    own = pdf.pages[page].obj.Resources
    for kind, named in resources.items():
        held = own.get(f"/{kind}", Dictionary())
        for name, thing in named.items():  # type: ignore[attr-defined]
            held[name] = thing
        own[f"/{kind}"] = held
    pdf.pages[page].contents_add(pdf.make_stream(content))


def image(pdf: pikepdf.Pdf, width: int, height: int, space: str = "/DeviceGray") -> pikepdf.Object:
    """A dark picture of pixels."""
    parts = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}[space]
    return pdf.make_stream(
        bytes([200]) * width * height * parts,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        BitsPerComponent=8,
        ColorSpace=Name(space),
    )


def office(*pages: Draw, change: Change | None = None, **more: object) -> bytes:
    """A letter file that any office machine prints well, on both sides."""

    def finish(pdf: pikepdf.Pdf) -> None:
        duplex = "/DuplexFlipLongEdge" if len(pdf.pages) > 1 else "/Simplex"
        pdf.Root.ViewerPreferences = Dictionary(PrintScaling=Name("/None"), Duplex=Name(duplex))
        if change:
            change(pdf)

    return draw(*(pages or (words, words)), change=finish, **more)  # type: ignore[arg-type]


def bleeding(canvas: Canvas) -> None:
    """A band of ink from the head of the trim into the bleed, with words below, all in CMYK."""
    canvas.setFillColorCMYK(0, 0.5, 0.5, 0)
    width, height = TRIM
    foot, head = SLUG + height - 100, 100 + BLEED
    canvas.rect(SLUG - BLEED, foot, width + 2 * BLEED, head, stroke=0, fill=1)
    canvas.setFillColorCMYK(0, 0, 0, 1)
    canvas.setFont(FONT, 12)
    canvas.drawString(100, 200, "You have the right to stay silent.")


def profile(kind: bytes = b"prtr", space: bytes = b"CMYK") -> bytes:
    """The head of an ICC profile; no more of it is looked at."""
    return bytes(12) + kind + space + b"Lab " + bytes(12) + b"acsp" + bytes(88)


def shop(*pages: Draw, is_old: bool = False, change: Change | None = None, **more: object) -> bytes:
    """A PDF/X-4 file with bleed and slug; PDF/X-1a:2003 when it is to be old."""

    def finish(pdf: pikepdf.Pdf) -> None:
        width, height = TRIM
        for page in pdf.pages:
            page.obj.TrimBox = Array([SLUG, SLUG, SLUG + width, SLUG + height])
            start = SLUG - BLEED
            page.obj.BleedBox = Array(
                [start, start, start + width + 2 * BLEED, start + height + 2 * BLEED]
            )
        embedded = pdf.make_stream(profile(), N=4)
        pdf.Root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFX,
                    OutputConditionIdentifier="A press",
                    DestOutputProfile=embedded,
                )
            ]
        )
        _describe(pdf, is_old)
        if change:
            change(pdf)

    size = TRIM[0] + 2 * SLUG, TRIM[1] + 2 * SLUG
    mode = pikepdf.ObjectStreamMode.disable
    settings = {"force_version": "1.4" if is_old else "1.6", "object_stream_mode": mode} | more
    return draw(*(pages or (bleeding,)), size=size, change=finish, **settings)  # type: ignore[arg-type]


def _describe(pdf: pikepdf.Pdf, is_old: bool) -> None:
    pdf.docinfo["/Trapped"] = Name("/False")
    if is_old:
        pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-1a:2003"
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            metadata[key] = _WHEN.isoformat()
        metadata["xmpMM:DocumentID"] = "uuid:00000000-0000-4000-8000-000000000000"
        metadata["xmpMM:VersionID"] = "1"
        metadata["xmpMM:RenditionClass"] = "default"
        metadata["dc:title"] = "Rights"
        metadata["pdf:Trapped"] = "False"
        metadata["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] = "PDF/X-4"


def screen(*pages: Draw, change: Change | None = None) -> bytes:
    """A tagged file with a title, a language and a described picture."""

    def finish(pdf: pikepdf.Pdf) -> None:
        figure = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, Alt="A door"))
        pdf.Root.StructTreeRoot = pdf.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=Array([figure]))
        )
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = "en"
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:title"] = "Rights"
            metadata["pdfuaid:part"] = "1"
        if change:
            change(pdf)

    return draw(*pages, change=finish)
