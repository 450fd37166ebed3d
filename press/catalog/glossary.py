"""Glossaries: the renderings of the trade's terms that each language keeps to."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from press.catalog.markup import plain
from press.catalog.toml_file import lines_of, read_toml
from press.findings import Finding, Place

ENGLISH_TERMS = "en.toml"
_VOWEL_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670]")  # of Arabic; few writers set them all
_Terms = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Glossary:
    """Terms with their English forms, and the renderings accepted in one language."""

    file: Path
    forms: Mapping[str, tuple[str, ...]]
    renderings: Mapping[str, tuple[str, ...]]

    def terms_in(self, english: str) -> tuple[str, ...]:
        """The terms that an English message holds, as whole words."""
        said = fold(english)
        return tuple(
            term
            for term, forms in self.forms.items()
            if any(re.search(rf"(?<!\w){re.escape(fold(form))}(?!\w)", said) for form in forms)
        )

    def keeps(self, term: str, text: str) -> bool:
        """Whether a translation holds a rendering of a term; true for a term without any."""
        said = fold(text)
        accepted = self.renderings.get(term, ())
        return not accepted or any(fold(rendering) in said for rendering in accepted)


def read_glossary(folder: Path, tag: str) -> tuple[Glossary | None, list[Finding]]:
    """Read the glossary of one language.

    Args:
        folder: `flyers/glossary/`.
        tag: the language.

    Returns:
        The glossary, or None where there is none or its findings hold an error.
    """
    file = folder / f"{tag}.toml"
    if not file.exists():
        return None, []
    forms, findings = read_toml(folder / ENGLISH_TERMS, _Terms)
    renderings, faults = read_toml(file, _Terms)
    if forms is None or renderings is None:
        return None, [*findings, *faults]
    lines = lines_of(file)
    unknown = [
        Finding(
            "glossary.term",
            f"“{term}” is no term of {ENGLISH_TERMS}",
            Place(file, lines.get((term,))),
            f"Spell it as there, or add it there: {folder / ENGLISH_TERMS}.",
        )
        for term in renderings.keys() - forms.keys()
    ]
    return (None, unknown) if unknown else (Glossary(file, forms, renderings), [])


def fold(text: str) -> str:
    """A text without bold marks, case, Arabic vowel signs and two ways of coding a letter."""
    return _VOWEL_SIGNS.sub("", unicodedata.normalize("NFC", plain(text)).casefold())
