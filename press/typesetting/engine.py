"""The only importer of WeasyPrint: lays pages out and writes them, with every warning an error."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from press.catalog.fonts import FontFile
from press.errors import EditionError
from press.findings import Finding
from press.typesetting.actual_text import carry_words
from press.typesetting.jail import Jail, foreign_parts
from press.typesetting.private_fonts import font_faces, isolate_fontconfig
from press.typesetting.tags import tell_truly


class Typesetter:
    """Lays out editions; keeps one font configuration a set of fonts, for loading them is slow."""

    def __init__(self, fonts: Path) -> None:
        isolate_fontconfig(fonts)
        carry_words()
        tell_truly()
        self._jail = Jail(fonts)
        self._configurations: dict[tuple[FontFile, ...], FontConfiguration] = {}

    def open(self, html: str, style: str, fonts: tuple[FontFile, ...]) -> "OpenPage":
        """Parse a page once, to lay it out several times."""
        if fonts not in self._configurations:
            self._configurations[fonts] = FontConfiguration()
        return OpenPage(html, font_faces(fonts) + style, self._configurations[fonts], self._jail)


class OpenPage:
    """A parsed page with its style sheet."""

    def __init__(self, html: str, style: str, fonts: FontConfiguration, jail: Jail) -> None:
        self._fonts = fonts
        self._jail = jail
        with loud_warnings() as said:
            self.html = HTML(string=html, base_url=None, url_fetcher=jail)
            said += foreign_parts(self.html.etree_element)
            self._style = self._css(style)

    def lay_out(self, fitted_style: str) -> Document:
        """Lay the pages out with a small style sheet that gives the fitted tokens.

        Raises:
            EditionError: WeasyPrint warned, or the page asked for something outside the jail.
        """
        with loud_warnings():
            return self.html.render(
                font_config=self._fonts, stylesheets=[self._css(fitted_style), self._style]
            )

    def _css(self, text: str) -> CSS:
        return CSS(string=text, font_config=self._fonts, url_fetcher=self._jail)


def write_pdf(document: Document, variant: str | None = None) -> bytes:
    """The PDF of laid-out pages.

    Args:
        document: the pages.
        variant: a standard by WeasyPrint's name, such as "pdf/ua-1"; None for a plain file.

    Raises:
        EditionError: WeasyPrint warned, for instance of a glyph that the font lacks.
    """
    with loud_warnings():
        pdf: bytes = document.write_pdf(pdf_variant=variant)
    return pdf


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
