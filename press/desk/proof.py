"""The proof for a reviewer with a pen: English beside each message, with room to write."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from markupsafe import Markup

from press.catalog.catalog import Catalog
from press.catalog.languages import ENGLISH
from press.catalog.po import hash_texts
from press.catalog.po_file import Entry, PoFile, read_po_file
from press.composition.compose import fill_template, tokens
from press.desk.works import Work, works_in
from press.errors import ContentError
from press.sizes import TRIMS
from press.translation.inline import Values, to_html
from press.translation.values import fill_values
from press.typesetting.engine import Typesetter, write_pdf

_TEMPLATE = "_proof/proof.html"
_BODY = ":root { --body: 10.5pt }"
_LATER = Markup('<span class="later"></span>')  # filled in only when a flyer is made


@dataclass(frozen=True)
class ProofLine:
    """One message to read; `text` is empty where nothing is translated."""

    number: int
    note: str
    english: Markup
    text: Markup
    fuzzy: bool


@dataclass(frozen=True)
class ProofPart:
    """One PO file to read; `mark` is the hash of its texts, the one that a signature names."""

    name: str
    mark: str
    lines: tuple[ProofLine, ...]


def draw_proof(catalog: Catalog, tag: str, paper: str, typesetter: Typesetter) -> bytes:
    """The bilingual proof of a language as a PDF.

    Args:
        catalog: the content; PO files are read here, whatever they lack.
        tag: a language with PO files.
        paper: a name of `sizes.TRIMS`.
        typesetter: with the fonts of the house.

    Raises:
        ContentError: a PO file cannot be read.
        EditionError: a character is in no font of the language.
    """
    language = catalog.languages[tag]
    html = fill_template(
        catalog.layouts, _TEMPLATE, tag=tag, language=language, parts=_parts(catalog, tag)
    )
    shown = {name: catalog.languages[name] for name in (ENGLISH, tag)}
    folders = dict.fromkeys(folder for each in shown.values() for folder in each.fonts)
    fonts = tuple(file for folder in folders for file in catalog.fonts[folder])
    sheets = catalog.layouts.style("_proof", "proof", paper, (), language.script.lower())
    page = typesetter.open(html, tokens(TRIMS[paper], shown) + sheets, fonts)
    return write_pdf(page.lay_out(_BODY))


def _parts(catalog: Catalog, tag: str) -> tuple[ProofPart, ...]:
    numbers = count(1)
    return tuple(
        _part(catalog, tag, work, numbers) for work in works_in(catalog, tag) if work.file.exists()
    )


def _part(catalog: Catalog, tag: str, work: Work, numbers: Iterable[int]) -> ProofPart:
    po, faults = read_po_file(work.file)
    if po is None:
        raise ContentError("A PO file cannot be read.", findings=tuple(faults))
    english, own = _values(catalog, ENGLISH), _values(catalog, tag)
    texts = _texts(po)
    lines = []
    for asked, number in zip(work.template, numbers, strict=False):
        entry = texts.get(asked.key, asked)
        lines.append(
            ProofLine(
                number,
                " ".join(note for note in asked.notes if not note.startswith("{")),
                to_html(asked.english, catalog.languages[ENGLISH], english),
                to_html(entry.text, catalog.languages[tag], own),
                entry.fuzzy,
            )
        )
    return ProofPart(work.name, hash_texts(po), tuple(lines))


def _texts(po: PoFile) -> dict[tuple[str, str], Entry]:
    return {entry.key: entry for entry in po.entries}


class _Later(dict[str, Markup]):
    """Values of which those that only an edition knows are a blank."""

    def __missing__(self, name: str) -> Markup:
        return _LATER


def _values(catalog: Catalog, tag: str) -> Values:
    return _Later(fill_values(catalog.facts, tag, catalog.languages[tag]))
