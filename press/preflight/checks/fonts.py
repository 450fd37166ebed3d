"""Every font is embedded, and is the very font asked for, outline by outline.

Two files under one family name make WeasyPrint print other real characters without a warning, and
text extraction still looks right; so the embedded outlines themselves are compared.
"""

from collections.abc import Iterator

import pikepdf

from press.catalog.fonts import FontFile
from press.preflight.check import Check, Fault, of_edition
from press.preflight.outlines import strange_glyphs
from press.preflight.proof import Expected, Proof

_WEIGHT_WORDS = {"Bold": 700, "Heavy": 900, "Black": 900}


def _judge(proof: Proof, expected: Expected) -> Iterator[Fault]:
    shown: dict[str, set[int]] = {}
    for run in proof.matter:
        shown.setdefault(run.font, set()).update(run.glyphs)
    embedded = dict(_embedded(proof.pdf))
    for font, glyphs in shown.items():
        name = plain_name(font)
        asked = asked_for(font, expected.fonts)
        if asked is None:
            yield Fault(f"the font “{name}” is not one that this edition asks for")
        elif (file := embedded.get(font)) is None:
            yield Fault(f"the font “{name}” is not embedded")
        elif strange := strange_glyphs(file, asked.file, glyphs):
            yield Fault(f"{len(strange)} glyphs of “{name}” are not those of {asked.file.name}")


def _embedded(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes | None]]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == "/Type0":
            file = thing.DescendantFonts[0].FontDescriptor.get("/FontFile2")
            yield str(thing.BaseFont), file.read_bytes() if file is not None else None


def plain_name(font: str) -> str:
    """A PDF font's name without the tag of its subset: "press-noto-sans-Bold"."""
    return font.partition("+")[2] or font.lstrip("/")


def asked_for(font: str, fonts: tuple[FontFile, ...]) -> FontFile | None:
    """The vendored file behind a PDF font's name, None when it is not one of ours."""
    name = plain_name(font)
    family, _, word = name.rpartition("-")
    weight = _WEIGHT_WORDS.get(word)
    if weight is None:
        family, weight = name, 400
    return next((f for f in fonts if f.family == family and f.weight == weight), None)


CHECK = Check(
    "fonts.ours",
    "A font that is missing or mixed up prints other characters than those of the text.",
    "Keep each family of fonts/ under a name of its own, and every language's fonts listed.",
    of_edition(_judge),
)
