"""The only importer of WeasyPrint: lays pages out and writes them, with every warning an error."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from press.catalog.fonts import FontFile
from press.errors import EditionError
from press.findings import Finding
from press.typesetting.actual_text import carry_words
from press.typesetting.cut_fonts import CuttingJail, characters_of, is_large
from press.typesetting.glyph_places import keep_places
from press.typesetting.jail import Jail, foreign_parts
from press.typesetting.private_fonts import font_faces, isolate_fontconfig, new_configuration
from press.typesetting.shortcuts import (
    RememberingPage,
    forget_lines,
    remembering,
    take_shortcuts,
)
from press.typesetting.tags import tell_truly

_FONT_SETS_KEPT = 1
_PAGES_KEPT = 1
_SHEETS_KEPT = 4


class Typesetter:
    """Lays out editions, and keeps what several of them share: pages, style sheets and fonts."""

    def __init__(self, fonts: Path) -> None:
        self._jail = Jail(fonts)
        self._folder = isolate_fontconfig(fonts)
        carry_words()
        keep_places()
        tell_truly()
        take_shortcuts()
        gc.freeze()  # what was imported and read stays, and need not be searched for garbage
        self._configuration = lru_cache(_FONT_SETS_KEPT)(self._load)
        self._page = lru_cache(_PAGES_KEPT)(self._parse)
        self._sheet = lru_cache(_SHEETS_KEPT)(self._css)

    def open(self, html: str, style: str, fonts: tuple[FontFile, ...]) -> "OpenPage":
        """Parse a page once, to lay it out several times.

        Raises:
            EditionError: WeasyPrint warned, or the page asked for something outside the jail.
        """
        characters = characters_of(html) if any(map(is_large, fonts)) else None
        with loud_warnings() as said, uncollected():
            configuration = self._configuration(fonts, characters)
            forget_lines(configuration)
            page = OpenPage(self._page(html), self._sheet(style), configuration)
            said += foreign_parts(page.html.etree_element)
        return page

    def _load(
        self, fonts: tuple[FontFile, ...], characters: frozenset[int] | None
    ) -> FontConfiguration:
        """Fonts ready for use; the large ones are cut to some characters."""
        configuration = new_configuration(self._folder)
        jail = self._jail if characters is None else CuttingJail(self._jail, characters)
        CSS(string=font_faces(fonts), font_config=configuration, url_fetcher=jail)
        return configuration

    def _parse(self, html: str) -> HTML:
        return RememberingPage(html, self._jail)

    def _css(self, style: str) -> CSS:
        return CSS(string=style, url_fetcher=self._jail)


class OpenPage:
    """A parsed page with its style sheet."""

    def __init__(self, html: HTML, style: CSS, fonts: FontConfiguration) -> None:
        self.html = html
        self._style = remembering(style)
        self._fonts = fonts

    def lay_out(self, fitted_style: str) -> Document:
        """Lay the pages out with a small style sheet that gives the fitted tokens.

        Raises:
            EditionError: WeasyPrint warned, or the page asked for something outside the jail.
        """
        with loud_warnings(), uncollected():
            fitted = CSS(string=fitted_style, url_fetcher=self.html.url_fetcher)
            return self.html.render(font_config=self._fonts, stylesheets=[fitted, self._style])

    def forget_lines(self) -> None:
        """Let go of the lines shaped, which take megabytes; a further layout shapes them anew."""
        forget_lines(self._fonts)


def write_pdf(document: Document, variant: str | None = None) -> bytes:
    """The PDF of laid-out pages.

    Args:
        document: the pages.
        variant: a standard by WeasyPrint's name, such as "pdf/ua-1"; None for a plain file.

    Raises:
        EditionError: WeasyPrint warned, for instance of a glyph that the font lacks.
    """
    with loud_warnings(), uncollected():
        pdf: bytes = document.write_pdf(pdf_variant=variant)
    return pdf


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage meanwhile, for a layout has next to none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Gather(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def loud_warnings() -> Iterator[list[str]]:
    """Turn WeasyPrint's log lines of missing glyphs, pictures and styles into one error.

    More may be added to the lines given.
    """
    logger = logging.getLogger("weasyprint")
    gather = _Gather()
    spreads, logger.propagate = logger.propagate, False
    logger.addHandler(gather)
    try:
        yield gather.said
    except FatalURLFetchingError as error:
        gather.said.append(str(error))
    finally:
        logger.removeHandler(gather)
        logger.propagate = spreads
    if gather.said:
        hint = "Mend the style, picture or character that the line names, in layouts/."
        findings = tuple(
            Finding("layout.warning", said, hint=hint) for said in dict.fromkeys(gather.said)
        )
        raise EditionError(
            "The page could not be laid out as its layout asks.",
            "A wrong style, picture or character: see the lines above.",
            findings,
        )
