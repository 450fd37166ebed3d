"""The checks of a print shop and of PDF/X, each on a sound file and on one with its fault."""

from collections.abc import Callable

import made
import pikepdf
import pytest
from judging import said
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from press.preflight import SHOP_X1A, SHOP_X4
from press.preflight.check import Check
from press.preflight.checks import bleed, complete, embedded, resolution, total_ink
from press.preflight.checks.pdfx import (
    annotations,
    boxes,
    color,
    identity,
    intent,
    relics,
    transparency,
    version,
)


@pytest.mark.parametrize("check", SHOP_X4, ids=lambda check: check.id)
def test_a_sound_x4_file_passes(check: Check) -> None:
    assert said(check, made.shop()) == []


@pytest.mark.parametrize("check", SHOP_X1A, ids=lambda check: check.id)
def test_a_sound_x1a_file_passes(check: Check) -> None:
    assert said(check, made.shop(is_old=True)) == []


def short_of_the_bleed(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0, 0.5, 0.5, 0)
    canvas.rect(made.SLUG, 400, 100, 50, stroke=0, fill=1)


def at_the_knife(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0, 0, 0, 1)
    canvas.setFont(made.FONT, 12)
    canvas.drawString(made.SLUG + 4, 300, "cut")


def in_the_slug(canvas: Canvas) -> None:
    made.bleeding(canvas)
    canvas.setFont(made.FONT, 5)
    canvas.drawString(100, 4, "rights letter 1 of 2")


def content(instructions: bytes, **resources: object) -> made.Change:
    return lambda pdf: made.add_content(pdf, instructions, **resources)


def a_picture(pixels: int, inches: float, level: int = 0) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        picture = made.image(pdf, pixels, pixels, "/DeviceCMYK")
        picture.write(bytes([level]) * pixels * pixels * 4)
        side = inches * 72
        made.add_content(
            pdf, f"q {side} 0 0 {side} 100 300 cm /P Do Q".encode(), XObject={"/P": picture}
        )

    return change


def no_bleed_box(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.BleedBox = pdf.pages[0].obj.TrimBox


def link(*rect: float, **more: object) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        annotation = Dictionary(Subtype=Name.Link, Rect=Array(rect), **more)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annotation)])

    return change


def without(*path: str) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        thing: pikepdf.Object = pdf.trailer
        for key in path[:-1]:
            thing = thing[0] if key == "0" else thing[key]
        del thing[path[-1]]

    return change


def page_box(name: str, box: list[float]) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[name] = Array(box)

    return change


def intent_with(**entries: object) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.Root.OutputIntents[0][f"/{key}"] = value

    return change


def profile(kind: bytes) -> made.Change:
    return lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(made.profile(kind))


def two_intents(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def xmp(key: str, value: str | None) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            if value is None:
                del metadata[key]
            else:
                metadata[key] = value

    return change


def packed_xmp() -> bytes:
    """Packed on the bytes, for pikepdf would write the packet plain."""
    plain = b"/Subtype /XML /Type /Metadata"
    return made.shop().replace(plain, b"/Filter /FlateDecode".ljust(len(plain)))


def in_lzw() -> bytes:
    """Packed on the bytes, for pikepdf would pack it anew."""
    return made.shop(change=stream(Filter=Name.JPXDecode)).replace(b"/JPXDecode", b"/LZWDecode")


def info(key: str, value: object) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo[key] = value  # type: ignore[assignment]

    return change


def group(space: str) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name(space))

    return change


def state(**entries: object) -> made.Change:
    return content(b"/S gs", ExtGState={"/S": Dictionary(Type=Name.ExtGState, **entries)})


def stream(**entries: object) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        made.add_content(pdf, b"", XObject={"/X": pdf.make_stream(b"", **entries)})

    return change


def cff_font(pdf: pikepdf.Pdf) -> None:
    for font in pdf.objects:
        if isinstance(font, pikepdf.Dictionary) and "/FontFile2" in font:
            font.FontFile3 = pdf.make_stream(b"OTTO", Subtype=Name.OpenType)
            del font.FontFile2


def layers(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())


def opens(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]))


LAB = Array([Name.Lab, Dictionary(WhitePoint=[0.95, 1, 1.09])])


def icc(pdf: pikepdf.Pdf) -> None:
    space = Array([Name.ICCBased, pdf.make_stream(made.profile(b"mntr", b"RGB "), N=3)])
    made.add_content(pdf, b"/I cs 0 0 1 scn 100 100 9 9 re f", ColorSpace={"/I": space})


MUCH = b"1 1 .5 .5 k 100 300 50 50 re f"
FAULTS: list[tuple[Check, Callable[[], bytes], str]] = [
    (bleed.CHECK, lambda: made.shop(short_of_the_bleed), "left trim of page 1, but ends before"),
    (bleed.CHECK, lambda: made.shop(change=no_bleed_box), "whose bleed is 0.000 in"),
    (complete.SAFE, lambda: made.shop(at_the_knife), "“cut” stands outside"),
    (total_ink.CHECK, lambda: made.shop(change=content(MUCH)), "page 1 has 300 % of ink: area"),
    (total_ink.CHECK, lambda: made.shop(change=a_picture(300, 1, 230)), "361 % of ink in a pict"),
    (resolution.SHOP, lambda: made.shop(change=a_picture(199, 1)), "has 199 dots an inch"),
    (resolution.SHOP_SOFT, lambda: made.shop(change=a_picture(250, 1)), "has 250 dots an inch"),
    (boxes.CHECK, lambda: made.shop(change=without("/Root", "/Pages", "/Kids", "0", "/TrimBox")), "has 0 of trim box"),
    (boxes.CHECK, lambda: made.shop(change=page_box("/ArtBox", [0, 0, 9, 9])), "has 2 of trim box"),
    (boxes.CHECK, lambda: made.shop(change=page_box("/BleedBox", [-9, 0, 900, 900])), "larger than its sheet"),
    (boxes.CHECK, lambda: made.shop(change=page_box("/TrimBox", [0, 0, 99, 99])), "reaches out"),
    (annotations.ANNOTATIONS, lambda: made.shop(change=link(99, 99, 199, 199)), "annotation on it: Link"),
    (annotations.ACTIONS, lambda: made.shop(change=link(0, 0, 9, 9, A=Dictionary(S=Name.URI))), "links or fields"),
    (annotations.ACTIONS, lambda: made.shop(change=opens), "acts when it is opened"),
    (identity.X4_IDENTITY, lambda: made.shop(is_old=True), "names nothing, not PDF/X-4"),
    (identity.X4_IDENTITY, lambda: made.shop(change=xmp("pdfxid:GTS_PDFXVersion", "PDF/X-4p")), "PDF/X-4p"),
    (identity.X1A_IDENTITY, made.shop, "name nothing, not PDF/X-1a:2003"),
    (identity.X4_METADATA, lambda: made.shop(change=xmp("xmp:ModifyDate", None)), "lacks xmp:ModifyDate"),
    (identity.X4_METADATA, lambda: made.shop(change=xmp("xmpMM:DocumentID", None)), "xmpMM:DocumentID"),
    (identity.X4_METADATA, lambda: made.shop(change=xmp("pdf:Trapped", "Unknown")), "trapped"),
    (identity.X4_METADATA, packed_xmp, "missing or compressed"),
    (identity.X1A_METADATA, lambda: made.shop(is_old=True, change=without("/Info", "/Title")), "lack Title"),
    (identity.X1A_METADATA, lambda: made.shop(is_old=True, change=info("/Trapped", Name.Unknown)), "trapped"),
    (identity.ID, lambda: made.shop().replace(b"/ID ", b"/IX "), "no ID"),
    (version.X4_VERSION, lambda: made.shop(force_version="1.7"), "the file is PDF 1.7"),
    (version.X1A_VERSION, lambda: made.shop(is_old=True, force_version="1.5"), "knows 1.4 at most"),
    (version.X1A_VERSION, lambda: made.shop(is_old=True, force_version="1.6", object_stream_mode=pikepdf.ObjectStreamMode.generate), "object streams"),
    (version.X1A_VERSION, lambda: made.shop(is_old=True, change=layers), "layers"),
    (intent.X4_INTENT, lambda: made.shop(change=two_intents), "has 2 output intents"),
    (intent.X4_INTENT, lambda: made.shop(change=without("/Root", "/OutputIntents")), "has 0 output"),
    (intent.X4_INTENT, lambda: made.shop(change=profile(b"mntr")), "not that of a printing press"),
    (intent.X4_INTENT, lambda: made.shop(change=without("/Root", "/OutputIntents", "0", "/DestOutputProfile")), "carries no profile"),
    (intent.X4_INTENT, lambda: made.shop(change=intent_with(OutputConditionIdentifier="x" * 33)), "no short name"),
    (intent.X1A_INTENT, lambda: made.shop(is_old=True, change=without("/Root", "/OutputIntents", "0", "/DestOutputProfile")), "carries no profile"),
    (color.X4_COLOR, lambda: made.shop(change=content(b"1 0 0 rg 99 99 9 9 re f")), "DeviceRGB: area"),
    (color.X1A_COLOR, lambda: made.shop(change=content(b"1 0 0 RG 99 99 9 9 re S")), "DeviceRGB: line"),
    (color.X1A_COLOR, lambda: made.shop(change=icc), "colors in ICCBased"),
    (color.X1A_COLOR, lambda: made.shop(change=content(b"/L cs 9 9 9 sc 9 9 9 9 re f", ColorSpace={"/L": LAB})), "in Lab"),
    (transparency.X1A_TRANSPARENCY, lambda: made.shop(change=group("/DeviceCMYK")), "blended as one"),
    (transparency.X1A_TRANSPARENCY, lambda: made.shop(change=state(ca=0.5)), "seen through"),
    (transparency.X1A_TRANSPARENCY, lambda: made.shop(change=state(BM=Name.Multiply)), "seen through"),
    (transparency.X1A_TRANSPARENCY, lambda: made.shop(change=state(SMask=Dictionary(S=Name.Alpha))), "seen through"),
    (transparency.X4_BLENDING, lambda: made.shop(change=group("/DeviceRGB")), "blends colors in DeviceRGB"),
    (relics.X4_RELICS, lambda: made.shop(change=state(TR=Name.Identity)), "transfer functions"),
    (relics.X4_RELICS, lambda: made.shop(change=state(TR2=Name.Identity)), "transfer functions"),
    (relics.X4_RELICS, lambda: made.shop(change=stream(Subtype=Name.Form, OPI=Dictionary())), "OPI"),
    (relics.X4_RELICS, lambda: made.shop(change=stream(Subtype=Name.PS)), "PostScript"),
    (relics.X4_RELICS, in_lzw, "LZW"),
    (relics.X1A_RELICS, lambda: made.shop(change=stream(Filter=Name.JPXDecode)), "JPEG 2000"),
    (relics.X1A_RELICS, lambda: made.shop(change=stream(Filter=Name.JBIG2Decode)), "JBIG2"),
    (embedded.OUTLINES, lambda: made.shop(is_old=True, change=cff_font), "OpenType with CFF"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "make", "sentence"), FAULTS)
def test_a_fault_is_found(check: Check, make: Callable[[], bytes], sentence: str) -> None:
    assert any(sentence in each for each in said(check, make()))


SOUND: list[tuple[Check, Callable[[], bytes]]] = [
    (annotations.ANNOTATIONS, lambda: made.shop(change=link(0, 0, 9, 9))),
    (annotations.ACTIONS, lambda: made.shop(change=link(0, 0, 9, 9))),
    (color.X4_COLOR, lambda: made.shop(change=icc)),
    (transparency.X4_BLENDING, lambda: made.shop(change=group("/DeviceCMYK"))),
    (transparency.X1A_TRANSPARENCY, lambda: made.shop(change=state(ca=1, BM=Name.Normal))),
    (relics.X4_RELICS, lambda: made.shop(change=state(TR2=Name.Default))),
    (relics.X4_RELICS, lambda: made.shop(change=stream(Filter=Name.JPXDecode))),
    (intent.X1A_INTENT, lambda: made.shop(is_old=True, change=intent_with(RegistryName="x"))),
    (total_ink.CHECK, lambda: made.shop(change=a_picture(300, 1, 170))),
    *((check, lambda: made.shop(in_the_slug)) for check in SHOP_X4),
]


@pytest.mark.parametrize(("check", "make"), SOUND)
def test_what_is_allowed_passes(check: Check, make: Callable[[], bytes]) -> None:
    assert said(check, make()) == []
