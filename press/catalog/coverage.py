"""Whether the fonts of a language can set its text: asked of HarfBuzz, word by word.

A character map does not tell: a letter and its marks must come from one font, and a mark out of
its order is drawn on a dotted circle. So each word is shaped as it will be printed.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import uharfbuzz as hb
from icu4py.breakers import CharacterBreaker

from press.catalog.fonts import FontFile, open_font
from press.catalog.text_file import name_of, pinpoint
from press.findings import Finding, Place
from press.placeholders import without_placeholders

_MISSING = 0  # the glyph of the empty box
_NAMED = 4  # characters of a letter with its marks
_CIRCLE = "\N{DOTTED CIRCLE}"


def check_coverage(
    said: Iterable[tuple[str, Place]], tag: str, fonts: Iterable[FontFile]
) -> list[Finding]:
    """Letters that a language's fonts cannot print, message by message.

    Args:
        said: the messages, inline Markdown, with their places.
        tag: the language, which may choose other shapes in a font.
        fonts: one font of each family that it is set in, in order of preference.
    """
    files = tuple(font.file for font in fonts)
    findings = []
    for text, place in said:
        words = without_placeholders(text).replace("**", "").split()
        faults = dict.fromkeys(fault for word in words for fault in unprintable(word, tag, files))
        findings += [
            Finding(
                "language.letters",
                f"“{fault}” ({', '.join(map(name_of, fault[:_NAMED]))}) cannot be printed with the"
                f" fonts of {tag}",
                pinpoint(place, fault, after="msgstr" if str(place.file).endswith(".po") else ""),
                "Replace the character, mend the order of its marks, or give the language"
                " a font that has it in languages.toml.",
            )
            for fault in faults
        ]
    return findings


@cache
def unprintable(word: str, tag: str, files: tuple[Path, ...]) -> tuple[str, ...]:
    """The letters (with their marks) of a word that no one font of a stack prints whole."""
    if any(_prints(word, tag, file) for file in files):
        return ()
    return tuple(
        cluster
        for cluster in _clusters(word)
        if not any(_prints(cluster, tag, file) for file in files)
    ) or (() if _is_mixed(word, tag, files) else (word,))


def _is_mixed(word: str, tag: str, files: tuple[Path, ...]) -> bool:
    """Whether a word is one of several scripts, each of whose parts some font prints whole."""
    parts: list[tuple[int, str]] = []
    for cluster in _clusters(word):
        font = next(n for n, file in enumerate(files) if _prints(cluster, tag, file))
        if parts and parts[-1][0] == font:
            parts[-1] = font, parts[-1][1] + cluster
        else:
            parts.append((font, cluster))
    return all(_prints(part, tag, files[font]) for font, part in parts)


def _clusters(word: str) -> Iterator[str]:
    return (word[start:end] for start, end in CharacterBreaker(word, "en").segments())


def _prints(text: str, tag: str, file: Path) -> bool:
    """Whether one font has every glyph of a text, and no mark of it stands alone."""
    font = open_font(file)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = tag
    hb.shape(font, buffer)
    glyphs = {info.codepoint for info in buffer.glyph_infos}
    circle = font.get_nominal_glyph(ord(_CIRCLE))
    return _MISSING not in glyphs and (circle not in glyphs or _CIRCLE in text)
