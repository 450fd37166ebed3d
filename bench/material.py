"""What the peers are given, made by the press: pages at their fitted size, copy, unfolded PDFs.

`python -m bench.material WORK_FILE`, inside the copy of the house.
"""

import datetime
import io
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from html.parser import HTMLParser
from multiprocessing import get_context
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont

from bench.work import FLYER, SIZE, Work, read_work
from press.catalog.catalog import Catalog, read_catalog
from press.composition.compose import compose
from press.composition.icons import draw_icon
from press.composition.layout import Layout
from press.composition.qr import draw_qr
from press.house import find_house
from press.plan import plan_editions
from press.presses import USUAL_PRESS
from press.translation.copy import Copy, Line
from press.translation.translate import translate
from press.typesetting.attempts import fitted_style
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import Fitted, fit
from press.typesetting.private_fonts import font_faces
from press.wanted import Wanted

_UNFOLDED = {"saddle": ("program-explainer", "half-letter"), "cards": (FLYER, "card")}
_CARDS_ON_A_SHEET = 10
_FAMILY, _OLD_FAMILY = 16, 1  # of a font's name table
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
_END_ISOLATE = "\u2069"


def prepare(work: Work) -> None:
    """Write it all, on every core."""
    for folder in (work.pages, work.copies, work.unfolded, work.tenfold):
        folder.mkdir(exist_ok=True)
    catalog = _catalog(work)
    pages = plan_editions(catalog, Wanted(work.languages))
    sheets = [
        (scheme, edition.flyer, edition.tag, edition.size)
        for scheme, (flyer, size) in _UNFOLDED.items()
        for edition in plan_editions(catalog, Wanted(work.leading, (flyer,), (size,)))
    ]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        done = [pool.submit(write_page, work, each.flyer, each.tag, each.size) for each in pages]
        done += [pool.submit(write_unfolded, work, *each) for each in sheets]
        for each in done:
            each.result()


def write_page(work: Work, flyer: str, tag: str, size: str) -> None:
    """Write one edition as HTML with its style; the leading ones' copy as JSON too."""
    copy, layout, fitted = _fitted(work, flyer, tag, size)
    style = "\n".join(
        (
            font_faces(layout.fonts),
            fitted.setting.style(layout),
            fitted_style(fitted.body, fitted.air),
        )
    )
    html = layout.html.replace("</head>", f"<style>\n{style}\n</style>\n</head>")
    (work.pages / f"{flyer}-{tag}-{size}.html").write_text(html, encoding="utf-8")
    if (flyer, size) == (FLYER, SIZE) and tag in work.leading:
        told = tell_copy(copy, layout, fitted)
        file = work.copies / f"{tag}.json"
        file.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


def write_unfolded(work: Work, scheme: str, flyer: str, tag: str, size: str) -> None:
    """Write one edition's pages as a PDF; cards also ten times over, as a sheet holds them."""
    _, _, fitted = _fitted(work, flyer, tag, size)
    pdf = write_pdf(fitted.document)
    name = f"{scheme}-{tag}.pdf"
    (work.unfolded / name).write_bytes(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = list(document.pages)
        for _ in range(_CARDS_ON_A_SHEET - 1 if scheme == "cards" else 0):
            document.pages.extend(pages)
        document.save(work.tenfold / name)


def tell_copy(copy: Copy, layout: Layout, fitted: Fitted) -> dict[str, object]:
    """The copy of one edition, with the sizes that the press has found, for a Typst page."""
    language = copy.language
    if fitted.setting.closer:
        closer = language.compact.model_dump(exclude={"headline_scale"}, exclude_defaults=True)
        language = language.model_copy(update=closer)
    folders = dict.fromkeys(font.file.parent for font in layout.fonts)
    return {
        "title": copy.title,
        "lang": copy.tag.partition("-")[0],
        "dir": language.direction,
        "fonts": [family_of(folder) for folder in folders],
        "font_folders": [str(folder.resolve()) for folder in folders],
        "body": fitted.body,
        "leading": language.line_height,
        "headline_leading": language.headline_line_height,
        "headline_weight": language.headline_weight,
        "headline_scale": language.compact.headline_scale if fitted.setting.closer else 1,
        "display": 3.8 if copy.tag.startswith("zh") else 4.2,
        "spaced": language.is_latin,
        "air": [[air.gap, air.sink] for air in fitted.air] or [[0, 0]] * 2,
        "sections": {
            section.id: {
                "icon": _standing_alone(draw_icon(section.icon)) if section.icon else None,
                "heading": _tell_line(section.heading) if section.heading else None,
                "lines": [_tell_line(line) for line in section.lines],
            }
            for section in copy.sections
        },
        "shared": {key: runs_of(html) for key, html in copy.shared.items()},
        "draft": [runs_of(words) for _, _, words in copy.draft],
        "address": copy.sources_address,
        "qr": draw_qr(copy.sources_address) if copy.sources_address else None,
    }


def _tell_line(line: Line) -> dict[str, object]:
    return {
        "kind": line.kind,
        "classes": line.classes,
        "runs": runs_of(line.html),
        "english": runs_of(line.english),
    }


class _Runs(HTMLParser):
    """Takes inline HTML apart into runs of regular and bold text, isolates kept as characters."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[tuple[str, bool]] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isolate = _ISOLATES.get(dict(attrs).get("dir") or "", "")
        self._open.append((tag, isolate))
        if isolate:
            self.handle_data(isolate)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (given by the parser)
        if self._open.pop()[1]:
            self.handle_data(_END_ISOLATE)

    def handle_data(self, data: str) -> None:
        self.runs.append((data, any(tag == "strong" for tag, _ in self._open)))


def runs_of(html: str) -> list[tuple[str, bool]]:
    """Inline HTML as runs: the text, and whether it is bold."""
    parser = _Runs()
    parser.feed(html)
    parser.close()
    return parser.runs


def family_of(folder: Path) -> str:
    """The family by which a font's own name table knows it."""
    with TTFont(next(folder.glob("*-Regular.ttf")), lazy=True) as face:
        return str(face["name"].getDebugName(_FAMILY) or face["name"].getDebugName(_OLD_FAMILY))


def _standing_alone(svg: str) -> str:
    return str(svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


@cache
def _catalog(work: Work) -> Catalog:
    wanted = Wanted(work.languages and (*dict.fromkeys(work.languages + work.leading),))
    return read_catalog(find_house(), datetime.date.today(), None, wanted)


@cache
def _typesetter() -> Typesetter:
    return Typesetter(find_house().fonts)


def _fitted(work: Work, name: str, tag: str, size: str) -> tuple[Copy, Layout, Fitted]:
    catalog = _catalog(work)
    flyer = catalog.flyers[name]
    copy = translate(catalog, flyer, tag)
    layout = compose(
        copy,
        flyer.settings.design(size, tag),
        USUAL_PRESS,
        catalog.layouts,
        catalog.languages,
        catalog.fonts,
    )
    return copy, layout, fit(layout, _typesetter())


if __name__ == "__main__":
    prepare(read_work(Path(sys.argv[1])))
