"""The preview: pages as pictures in a plain HTML file, set anew after each save."""

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pypdfium2
from markupsafe import Markup

from press.catalog.catalog import Catalog, read_catalog
from press.composition.compose import compose
from press.edition import Edition
from press.errors import EditionError, PressError
from press.house import House
from press.output import write_whole
from press.plan import plan_editions
from press.translation.translate import translate
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import Fitted, fit, fit_near
from press.wanted import Wanted

_SCALE = 110 / 72  # pixels a point
_PAGE = Markup("""<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="1">
<title>Preview</title>
<style>
body {{ margin: 1em; background: #ddd; font-family: sans-serif }}
img {{ background: #fff; margin: 0 1em 1em 0; vertical-align: top; max-width: 100% }}
li {{ margin-block: .5em }}
</style>
{}
</html>
""")
_PICTURE = Markup('<img src="{}?{}" alt="page {}">\n')
_FAULT = Markup("<p><strong>{}</strong> {}</p>\n<ul>\n{}</ul>\n")
_LINE = Markup("<li>{}: {}<br>{}</li>\n")


class Preview:
    """Pictures of editions, kept up with the texts and layouts.

    It remembers the last fit of each edition, and starts from there.
    """

    def __init__(self, house: House, wanted: Wanted, folder: Path) -> None:
        self.file = folder / "index.html"
        self._house = house
        self._wanted = wanted
        self._typesetter = Typesetter(house.fonts)
        self._fits: dict[Edition, Fitted] = {}
        self._shown: dict[Edition, Markup] = {}
        self._count = 0

    def show(self, today: date, changed: Iterable[Path] = ()) -> tuple[PressError, ...]:
        """Set the editions anew, write their pictures, then the page that shows them.

        Args:
            today: the day, for facts that are due.
            changed: the files that were saved; none means all.

        Returns:
            What went wrong; the page shows it too.

        Raises:
            UsageError: at the first call, when there is no such edition.
        """
        self._count += 1
        try:
            catalog = read_catalog(self._house, today, None, self._wanted)
            editions = plan_editions(catalog, self._wanted)
        except PressError as error:
            if not self._shown and not error.findings:
                raise
            self._write([_say_error(error)])
            return (error,)
        errors = []
        touched = {self._flyer_of(file, catalog) for file in changed}
        for edition in editions:
            if edition in self._shown and touched and not touched & {edition.flyer, None}:
                continue
            try:
                self._shown[edition] = self._set(catalog, edition)
            except EditionError as error:
                self._shown[edition] = _say_error(error)
                errors.append(error)
        self._write(self._shown[edition] for edition in editions)
        return tuple(errors)

    def _flyer_of(self, file: Path, catalog: Catalog) -> str | None:
        """The flyer whose folder a file stands in; None when it may concern every one."""
        return next((name for name in catalog.flyers if name == file.parent.name), None)

    def _set(self, catalog: Catalog, edition: Edition) -> Markup:
        """Set one edition and write a picture of each page."""
        flyer = catalog.flyers[edition.flyer]
        layout = compose(
            translate(catalog, flyer, edition.tag),
            flyer.settings.design(edition.size, edition.tag),
            edition.press,
            catalog.layouts,
            catalog.languages,
            catalog.fonts,
        )
        last = self._fits.get(edition)
        fitted = fit_near(layout, self._typesetter, last) if last else fit(layout, self._typesetter)
        self._fits[edition] = fitted
        return Markup("").join(
            self._picture(edition, number, png)
            for number, png in enumerate(_draw(write_pdf(fitted.document)), 1)
        )

    def _picture(self, edition: Edition, number: int, png: bytes) -> Markup:
        name = f"{edition.file.stem}-{number}.png"
        write_whole(self.file.parent / name, png)
        return _PICTURE.format(name, self._count, number)

    def _write(self, parts: Iterable[Markup]) -> None:
        write_whole(self.file, _PAGE.format(Markup("").join(parts)).encode())


def _draw(pdf: bytes) -> Iterable[bytes]:
    """A PNG of each page."""
    for page in pypdfium2.PdfDocument(pdf):
        stream = io.BytesIO()
        page.render(scale=_SCALE).to_pil().save(stream, "PNG", compress_level=1)
        yield stream.getvalue()


def _say_error(error: PressError) -> Markup:
    lines = Markup("").join(
        _LINE.format(finding.where or "", finding.message, finding.hint)
        for finding in error.findings
    )
    return _FAULT.format(error.message, error.hint, lines)
