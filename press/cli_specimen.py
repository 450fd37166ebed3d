"""The command that shows what a language is set in."""

from pathlib import Path

from press.cli_build import Languages, Output, checked_catalog
from press.report import near, say
from press.wanted import Wanted, choose


def specimen(language: Languages = None, output: Output = "output") -> None:
    """Show the fonts, letters, digits and longest words of a language on one page.

    It needs no translation: where there is none, the letters are those of the font.
    """
    from press.output import prepare_folder
    from press.specimens import make_specimen
    from press.typesetting.engine import Typesetter

    wanted = Wanted(languages=tuple(language or ()))
    catalog = checked_catalog(None, strict=False, wanted=wanted)
    folder = Path(output)
    prepare_folder(folder)
    typesetter = Typesetter(catalog.house.fonts)
    for tag in choose("language", wanted.languages, catalog.languages):
        say(near(make_specimen(catalog, tag, typesetter, folder)))
