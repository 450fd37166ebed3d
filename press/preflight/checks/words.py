"""The glyphs printed are those of the words.

Each text in the file carries its words. They are shaped anew with the vendored font, and the glyphs
must be the same; so a glyph that stands for another letter is found in any script.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from pathlib import Path
from unicodedata import bidirectional

import uharfbuzz as hb
from bidi.mirror import MIRRORED

from press.catalog.fonts import open_font
from press.preflight.check import Check, Fault, of_edition
from press.preflight.checks.fonts import asked_for
from press.preflight.proof import Expected, Proof
from press.preflight.shown import Shown

# A lone parenthesis may belong to either direction, and spaced headlines are set without ligatures.
_DIRECTIONS = (None, "ltr", "rtl")
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_FEATURES: tuple[dict[str, bool], ...] = ({}, {"liga": False, "clig": False})


def _judge(proof: Proof, expected: Expected) -> Iterator[Fault]:
    ways = list(_ways(expected.tags))
    for words, runs in _spans(proof.matter):
        fonts = {run.font for run in runs}
        font = asked_for(runs[0].font, expected.fonts)
        if len(fonts) > 1 or font is None:
            continue
        printed = Counter(glyph for run in runs for glyph in run.glyphs)
        if any(_same(printed, font.file, words, *how) for how in ways):
            continue
        if not _is_same_by_parts(printed, font.file, words, expected.tags):
            page = runs[0].page
            yield Fault(
                f"page {page} does not print “{words.strip()[:60]}” with its own glyphs", page
            )


def _spans(shown: tuple[Shown, ...]) -> Iterator[tuple[str, list[Shown]]]:
    """Runs gathered under the words that the first of them carries."""
    words, runs = "", list[Shown]()
    for run in shown:
        if run.text and runs:
            yield words, runs
            runs = []
        words = run.text or words
        runs.append(run)
    if runs:
        yield words, runs


def _ways(tags: tuple[str, ...]) -> Iterator[tuple[str, str | None, dict[str, bool]]]:
    yield from product(dict.fromkeys((*tags, "en")), _DIRECTIONS, _FEATURES)


def _same(
    printed: Counter[int],
    file: Path,
    words: str,
    tag: str,
    direction: str | None,
    features: dict[str, bool],
) -> bool:
    wanted = Counter(_shaped(open_font(file), words, tag, direction, features))
    if wanted == printed:
        return True
    return all(wanted[g] == printed[g] for g in wanted | printed if _has_ink(file, g))


def _shaped(
    font: hb.Font, words: str, tag: str, direction: str | None, features: dict[str, bool]
) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    buffer.language = tag
    if direction:
        buffer.direction = direction
    hb.shape(font, buffer, features)
    return [info.codepoint for info in buffer.glyph_infos]


def _is_same_by_parts(printed: Counter[int], file: Path, words: str, tags: tuple[str, ...]) -> bool:
    """Whether words of both directions are printed, each part shaped in its own.

    Signs between the parts may be mirrored or not, by a rule that looks at the whole line.
    """
    parts = _parts(words)
    if len(parts) < 2:
        return False
    font = open_font(file)
    pairs = ((ord(c), ord(MIRRORED[c])) for c in words if c in MIRRORED)
    alike = {font.get_nominal_glyph(max(p)): font.get_nominal_glyph(min(p)) for p in pairs}
    shown = Counter([alike.get(glyph, glyph) for glyph in printed.elements()])
    for tag, features in product(dict.fromkeys((*tags, "en")), _FEATURES):
        wanted: Counter[int] = Counter()
        for direction, part in parts:
            glyphs = _shaped(font, part, tag, direction, features)
            wanted.update(alike.get(glyph, glyph) for glyph in glyphs)
        if all(wanted[g] == shown[g] for g in wanted | shown if _has_ink(file, g)):
            return True
    return False


def _parts(words: str) -> list[tuple[str, str]]:
    """Words cut where their direction turns, each part with its direction."""
    parts: list[tuple[str, str]] = []
    for character in words:
        direction = _STRONG.get(bidirectional(character))
        if not parts or (direction and parts[-1][0] not in ("", direction)):
            parts.append((direction or "", character))
        else:
            before, part = parts[-1]
            parts[-1] = before or direction or "", part + character
    return parts


@lru_cache(maxsize=4000)
def _has_ink(file: Path, glyph: int) -> bool:
    """Whether a glyph is no space; a font may have several, and lines drop theirs at the end."""
    extents = open_font(file).get_glyph_extents(glyph)
    return extents is None or extents.width != 0 or extents.height != 0


CHECK = Check(
    "glyphs.words",
    "A glyph of another letter says another word, while the file looks sound.",
    "Report this: fonts or the typesetting engine are mixed up.",
    of_edition(_judge),
)
