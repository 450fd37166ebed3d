"""The walk of a specimen, from a language to a judged file."""

from pathlib import Path

from press.catalog.catalog import Catalog
from press.catalog.fonts import letters_in
from press.composition.specimen import compose_specimen
from press.finishing.office import finish_for_office
from press.output import write_whole
from press.preflight import judge
from press.preflight.checks import complete, fonts, glyphs, words
from press.preflight.proof import Expected, read_proof
from press.translation.specimen import show
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import fit
from press.typesetting.overset import text_of

_LETTERS = (fonts.CHECK, glyphs.CHECK, words.CHECK, complete.COMPLETE)


def make_specimen(catalog: Catalog, tag: str, typesetter: Typesetter, folder: Path) -> Path:
    """Make the specimen of a language; its letters pass the checks of an edition.

    Raises:
        EditionError: its fonts do not print it as they should.
    """
    language = catalog.languages[tag]
    texts = [
        text
        for (_, said_in), translation in sorted(catalog.translations.items())
        if said_in == tag
        for text, _ in translation.said()
    ]
    letters = letters_in(catalog.fonts[language.fonts[0]][0], language.script)
    shown = show(tag, language, texts, letters)
    layout = compose_specimen(shown, catalog.layouts, catalog.languages, catalog.fonts)
    fitted = fit(layout, typesetter)
    pdf = finish_for_office(write_pdf(fitted.document))
    file = folder / tag / f"specimen-{tag}.pdf"
    expected = Expected(
        name=str(file),
        tags=(tag, "en"),
        trim=layout.trim,
        pages=1,
        fonts=layout.fonts,
        least_type=layout.floor,
        text=text_of(fitted.page),
    )
    judge(read_proof(pdf, expected), _LETTERS)
    write_whole(file, pdf)
    return file
