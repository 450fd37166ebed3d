"""A shell: a flyer laid out once, into which the lines of any chapter of the same shape are drawn."""

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pikepdf

from press.catalog import Catalog
from press.catalog.chapter import Chapter
from press.catalog.fonts import FontFile
from press.composition.compose import Layout, compose
from press.errors import EditionError
from press.finishing import finish
from press.finishing.inks import contents_of
from press.imposition.forms import scheme_for, wishes_for
from press.imposition.impose import Wishes, impose
from press.imposition.joining import back_to_back
from press.imprint.drawing import Square, draw_code, draw_logo, draw_text, place_logo
from press.imprint.fonts import add_glyphs, embedded
from press.imprint.pieces import Lines, own_lines
from press.imprint.pictures import Logo, read_logo, size_in
from press.imprint.setting import Case, Part, set_lines
from press.imprint.shaping import shape
from press.imprint.shell_file import ShellFile, flattened, open_shell, picture_of
from press.imprint.template import Place, cut
from press.job import expected_of, work_of
from press.plan import Edition
from press.preflight.proof import Expected
from press.presses import OFFICE
from press.translation.panel import set_panel
from press.translation.translate import translate
from press.typesetting.engine import Typesetter, write_pdf
from press.typesetting.fit import Fitted, fit, fit_near
from press.typesetting.spots import Frame, Spot, Spots, find_spots, mark_spots

# A layout shows nothing of these where a chapter has none, and so cannot be asked for their place.
_ALWAYS = ("hotline", "logo", "address")


@dataclass(frozen=True)
class Given:
    """What a chapter gives an edition: its lines in each of the languages, its code and logo."""

    lines: Mapping[str, Lines]
    address: str | None
    logo: Logo | None

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have something to print."""
        named = {name for lines in self.lines.values() for name in lines}
        return frozenset(named | ({"logo"} if self.logo else set()))


def given_by(catalog: Catalog, edition: Edition, chapter: Chapter) -> Given:
    """What a chapter gives an edition."""
    languages = catalog.languages
    usual = catalog.flyers[edition.flyer].settings.sources_address
    address = chapter.entry.sources_address or usual
    panels = {tag: set_panel(chapter, tag, languages) for tag in edition.tags}
    return Given(
        {tag: own_lines(panels[tag], address, tag, languages[tag]) for tag in edition.tags},
        address,
        read_logo(chapter.logo.png) if chapter.logo else None,
    )


@dataclass(frozen=True)
class Imprint:
    """A chapter's lines set in a shell: the parts of each spot, and the pictures, by number."""

    texts: Mapping[int, tuple[Part, ...]]
    squares: Mapping[int, Square]
    given: Given


@dataclass(frozen=True)
class Shell:
    """A finished edition with spots; `sides` are its languages with their spots.

    `names` are what the content of a spot calls its fonts, `glyphs` those that the file holds of
    each font, `images` the numbers of the logo's image objects. `expected` is told of the chapter
    that it was laid out for; `fitted` are its layouts.
    """

    edition: Edition
    case: Case
    sides: tuple[tuple[str, Spots], ...]
    file: ShellFile
    places: Mapping[int, Place]
    names: Mapping[int, Mapping[FontFile, str]]
    glyphs: Mapping[FontFile, frozenset[int]]
    images: frozenset[int]
    shape: frozenset[str]
    expected: Expected
    fitted: tuple[Fitted, ...]
    way: str

    def set(self, given: Given) -> Imprint | None:
        """The lines of a chapter in this shell; None when they need another one."""
        if given.fields & self._asked() != self.shape & self._asked():
            return None
        texts: dict[int, tuple[Part, ...]] = {}
        squares: dict[int, Square] = {}
        for tag, spots in self.sides:
            for spot in spots.texts:
                parts = set_lines(spot, given.lines[tag][spot.field], self.case)
                if parts is None or not self._holds(spot, parts):
                    return None
                texts[spot.number] = parts
            for frame in spots.frames:
                square = _square(frame, given)
                if square is None:
                    return None
                squares[frame.number] = square
        return Imprint(texts, squares, given)

    def print(self, imprint: Imprint, key: str) -> bytes:
        """The finished file of a chapter."""
        return self.file.document(self.drawn(imprint), self._pictures(imprint), key)

    def drawn(self, imprint: Imprint) -> dict[int, bytes]:
        """What is drawn in each spot."""
        drawn = {
            number: draw_text(parts, self.names[number]) for number, parts in imprint.texts.items()
        }
        for number, square in imprint.squares.items():
            place = self.places[number]
            if place.image:
                drawn[number] = draw_logo(square, place.image)
            else:
                drawn[number] = draw_code(str(imprint.given.address), square, place.ink)
        return drawn

    def _pictures(self, imprint: Imprint) -> dict[int, bytes]:
        logo = imprint.given.logo
        return {number: logo.image for number in self.images} if logo else {}

    def _asked(self) -> frozenset[str]:
        """The fields whose presence changes the layout."""
        return frozenset(_ALWAYS).union(*(spots.fields for _, spots in self.sides))

    def _holds(self, spot: Spot, parts: Iterable[Part]) -> bool:
        """Whether the file carries the glyphs, under a name that the content of the spot knows."""
        return all(
            run.font in self.names[spot.number]
            and all(glyph.number in self.glyphs[run.font] for glyph in run.glyphs)
            for part in parts
            for run in part.runs
        )


def _square(frame: Frame, given: Given) -> Square | None:
    """Where a picture stands; None when its height would move what is below it."""
    if frame.field == "code":
        return Square(frame.x, frame.y, frame.width, frame.height)
    size = size_in(frame, given.logo) if given.logo else None
    return place_logo(frame, *size) if size else None


def lay_out_shell(
    catalog: Catalog,
    edition: Edition,
    typesetter: Typesetter,
    wishes: Wishes,
    chapter: Chapter,
    all_given: Sequence[Given],
    near: Shell | None = None,
) -> Shell:
    """Lay an edition out for a chapter, as a shell for all chapters of its shape.

    Args:
        catalog: the content.
        edition: for a press that has spots: the office or the shop.
        typesetter: of the press.
        wishes: paper and edges of the office's sheets.
        chapter: whose lines decide the shape.
        all_given: what any chapter gives, so that the shell's fonts hold their glyphs.
        near: a shell of the same edition, whose type size is kept where it can be.

    Raises:
        EditionError: it does not fit, or the press cannot print it.
        ValueError: its spots lie so that other chapters cannot be drawn there.
    """
    catalog = replace(catalog, chapter=chapter)
    flyer = catalog.flyers[edition.flyer]
    design = flyer.settings.design(edition.size)
    copies = [translate(catalog, flyer, tag) for tag in edition.tags]
    layouts = [
        compose(
            copy,
            flyer.settings.design(edition.size, copy.tag),
            edition.press,
            catalog.layouts,
            catalog.languages,
            catalog.fonts,
        )
        for copy in copies
    ]
    fitted = [
        fit_near(layout, typesetter, near.fitted[i]) if near else fit(layout, typesetter)
        for i, layout in enumerate(layouts)
    ]
    sides: list[tuple[str, Spots]] = []
    first = 0
    for copy, each in zip(copies, fitted, strict=True):
        mark_spots(each.page.html, first)
        spots = find_spots(each.document, each.page.html)
        first += 1 + max((s.number for s in (*spots.texts, *spots.frames)), default=first) - first
        sides.append((copy.tag, spots))
    pages = back_to_back([write_pdf(each.document) for each in fitted])
    imposed = None
    if edition.press.name == OFFICE:
        completed = wishes_for(design, wishes, copies[0].language.direction == "rtl")
        imposed = impose(pages, scheme_for(design, completed), completed, catalog.house.fonts)
    pdf = finish(imposed.pdf if imposed else pages, work_of(catalog, edition, copies))
    case = Case(catalog.fonts, catalog.languages)
    expected = expected_of(edition, design, layouts, fitted, imposed)
    fonts = _fonts(layouts)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        add_glyphs(document, glyphs_of(sides, all_given, case), fonts)
        pdf = flattened(document)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        templates = {
            content.objgen[0]: template
            for content in contents_of(document)
            if isinstance(content, pikepdf.Stream) and (template := cut(content))
        }
        places = {p.number: p for template in templates.values() for p in template.places}
        names = {
            place.number: _names(document.get_object(number, 0), fonts)
            for number, template in templates.items()
            for place in template.places
        }
        images = frozenset(
            picture_of(document, number, place.image)
            for number, template in templates.items()
            for place in template.places
            if place.image
        )
    given = given_by(catalog, edition, chapter)
    return Shell(
        edition=edition,
        case=case,
        sides=tuple(sides),
        file=open_shell(pdf, templates),
        places=places,
        names=names,
        glyphs=embedded(pdf, fonts),
        images=images,
        shape=given.fields,
        expected=expected,
        fitted=tuple(fitted),
        way=imposed.way if imposed else "",
    )


def glyphs_of(
    sides: Iterable[tuple[str, Spots]], all_given: Iterable[Given], case: Case
) -> dict[FontFile, dict[int, str]]:
    """The glyphs that the lines of all chapters need in the spots of a shell, with their meanings."""
    glyphs: dict[FontFile, dict[int, str]] = {}
    wanted = {
        (piece.text, piece.direction, piece.tag, case.stack(type_), type_.letter_gap != 0)
        for tag, spots in sides
        for spot in spots.texts
        for kind, type_ in spot.types.items()
        for given in all_given
        for piece in given.lines[tag].get(spot.field, ())
        if case.kind(piece.element, piece.tag) == case.kind(*kind)
    }
    for each in wanted:
        for run in shape(*each):
            held = glyphs.setdefault(run.font, {})
            for glyph in run.glyphs:
                held.setdefault(glyph.number, glyph.text)
    return glyphs


def _fonts(layouts: Iterable[Layout]) -> tuple[FontFile, ...]:
    return tuple(dict.fromkeys(font for layout in layouts for font in layout.fonts))


def _names(content: pikepdf.Object, fonts: tuple[FontFile, ...]) -> dict[FontFile, str]:
    """What a content calls the fonts of ours that it may name."""
    from press.preflight.checks.fonts import asked_for

    named = content.Resources.get("/Font", pikepdf.Dictionary())
    return {
        font: name[1:]
        for name, face in named.items()
        if (font := asked_for(str(face.BaseFont), fonts)) is not None
    }


def key_of(*said: object) -> str:
    """32 hexadecimal digits that stand for what is said."""
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def unfit(error: ValueError) -> EditionError:
    """The error of a layout whose spots cannot be drawn in."""
    return EditionError(f"The layout cannot be imprinted: {error}.", "Build it chapter by chapter.")
