"""A specimen set in its layout: one letter page."""

from collections.abc import Mapping
from dataclasses import dataclass

from press.catalog.coverage import unprintable
from press.catalog.fonts import FontFile
from press.catalog.languages import Language
from press.catalog.layouts import Layouts
from press.composition.compose import fill_template, tokens
from press.composition.layout import Layout
from press.presses import USUAL_PRESS
from press.sizes import TRIMS
from press.translation.specimen import Specimen

_BODY = (6.0, 12.0)
_LATIN = "Aa Gg Qq 0123456789"


@dataclass(frozen=True)
class _Family:
    """One family of the stack, with words that it can set."""

    name: str
    fonts: tuple[FontFile, ...]
    words: str


def compose_specimen(
    specimen: Specimen,
    layouts: Layouts,
    languages: Mapping[str, Language],
    fonts: Mapping[str, tuple[FontFile, ...]],
) -> Layout:
    """Set a specimen, with every font of its language and those of English."""
    language = specimen.language
    stack = [_family(specimen, name, fonts[name]) for name in language.fonts]
    shown = {specimen.tag: language, "en": languages["en"]}
    files = {file for each in shown.values() for name in each.fonts for file in fonts[name]}
    trim = TRIMS["letter"]
    script = language.script.lower()
    sheets = layouts.style("specimen", "layout", "letter", USUAL_PRESS.sheets, script)
    return Layout(
        html=fill_template(layouts, "specimen/layout.html", specimen=specimen, families=stack),
        style=tokens(trim, shown) + sheets,
        trim=trim,
        pages=(1,),
        floor=_BODY[0],
        ceiling=_BODY[1],
        language=language,
        fonts=tuple(sorted(files, key=lambda font: (font.family, font.weight))),
    )


def _family(specimen: Specimen, name: str, fonts: tuple[FontFile, ...]) -> _Family:
    own = specimen.language.endonym
    is_lacking = any(unprintable(word, specimen.tag, (fonts[0].file,)) for word in own.split())
    return _Family(name, fonts, _LATIN if is_lacking else own)
