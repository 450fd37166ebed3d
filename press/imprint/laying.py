"""Laying out a shell: an edition's usual walk, with its spots kept open."""

import io
from collections.abc import Iterable
from dataclasses import replace

import pikepdf

from press.catalog.catalog import Catalog
from press.catalog.chapter import Chapter
from press.catalog.fonts import FontFile
from press.edition import Edition
from press.finishing.inks import contents_of
from press.imposition.impose import Wishes
from press.imprint.fonts import add_glyphs, embedded
from press.imprint.given import Given, given_by
from press.imprint.pieces import plain
from press.imprint.said import Said, Sides
from press.imprint.shell import Shell
from press.imprint.shell_file import flattened, open_shell, picture_of
from press.imprint.template import Template, cut
from press.job import expected_of, finish_pages
from press.preflight.checks.fonts import asked_for
from press.ticket import write_ticket
from press.typesetting.engine import Typesetter
from press.typesetting.fit import Fitted, fit, fit_alike
from press.typesetting.spots import clear_spots, find_spots, mark_spots


def lay_out_shell(
    catalog: Catalog,
    edition: Edition,
    typesetter: Typesetter,
    wishes: Wishes,
    chapter: Chapter,
    said: Said,
    near: Shell | None = None,
) -> Shell:
    """Lay an edition out for a chapter, as a shell for all chapters of its shape.

    Args:
        catalog: the content.
        edition: for a press that has spots: the office or the shop.
        typesetter: of the press.
        wishes: paper and edges of the office's sheets.
        chapter: whose lines decide the shape.
        said: by all chapters, so that the shell's fonts hold their glyphs.
        near: a shell of the same edition, whose type size is kept where it can be.

    Raises:
        EditionError: it does not fit, or the press cannot print it.
        ValueError: its spots lie so that other chapters cannot be drawn there.
    """
    catalog = replace(catalog, chapter=chapter)
    ticket = write_ticket(catalog, edition, wishes)
    fitted = [
        fit_alike(layout, typesetter, near.sizes[i]) if near else fit(layout, typesetter)
        for i, layout in enumerate(ticket.layouts)
    ]
    try:
        sides = _spots(edition.tags, fitted)
        pdf, imposed = finish_pages(ticket, fitted)
    finally:
        for each in fitted:
            clear_spots(each.page.html)
    expected = expected_of(ticket, fitted, imposed)
    fonts = expected.fonts
    with pikepdf.open(io.BytesIO(pdf)) as document:
        add_glyphs(document, said.glyphs(sides), fonts)
        pdf = flattened(document)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        templates = _templates(document)
        opened = [(number, place) for number, each in templates.items() for place in each.places]
        names = {
            place.number: _names(document.get_object(number, 0), fonts) for number, place in opened
        }
        images = frozenset(
            picture_of(document, number, place.image) for number, place in opened if place.image
        )
    given = given_by(catalog, edition, chapter)
    return Shell(
        edition=edition,
        case=said.case,
        sides=sides,
        file=open_shell(pdf, templates),
        places={place.number: place for _, place in opened},
        names=names,
        glyphs=embedded(pdf, fonts),
        images=images,
        shape=given.fields,
        expected=replace(expected, text=_without(expected.text, sides, given)),
        sizes=tuple(each.size for each in fitted),
        way=imposed.way if imposed else "",
    )


def _spots(tags: Iterable[str], fitted: Iterable[Fitted]) -> Sides:
    """The spots of each language, numbered through."""
    sides = []
    first = 0
    for tag, each in zip(tags, fitted, strict=True):
        mark_spots(each.page.html, first)
        spots = find_spots(each.document, each.page.html)
        numbers = [spot.number for spot in spots.texts] + [frame.number for frame in spots.frames]
        first = 1 + max(numbers, default=first)
        sides.append((tag, spots))
    return tuple(sides)


def _templates(document: pikepdf.Pdf) -> dict[int, Template]:
    """The contents with spots, by the number of their object."""
    return {
        content.objgen[0]: template
        for content in contents_of(document)
        if isinstance(content, pikepdf.Stream) and (template := cut(content))
    }


def _names(content: pikepdf.Object, fonts: tuple[FontFile, ...]) -> dict[FontFile, str]:
    """What a content calls the fonts of ours that it may name."""
    named = content.Resources.get("/Font", pikepdf.Dictionary())
    return {
        font: name[1:]
        for name, face in named.items()
        if (font := asked_for(str(face.BaseFont), fonts)) is not None
    }


def _without(text: str, sides: Sides, given: Given) -> str:
    """The text of an edition without a chapter's own lines."""
    for tag, spots in sides:
        for spot in spots.texts:
            text = text.replace(plain(given.lines[tag][spot.field]), "", 1)
    return text
