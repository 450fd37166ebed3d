"""The glyphs printed are those of the words.

Each text in the file carries its words. They are shaped anew with the vendored font, and the glyphs
must be the same; so a glyph that stands for another letter is found in any script.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from pathlib import Path

import uharfbuzz as hb

from press.preflight.check import Check, Fault, of_edition
from press.preflight.checks.fonts import asked_for
from press.preflight.proof import Expected, Proof
from press.preflight.shown import Shown

# A lone parenthesis may belong to either direction, and spaced headlines are set without ligatures.
_DIRECTIONS = (None, "ltr", "rtl")
_FEATURES: tuple[dict[str, bool], ...] = ({}, {"liga": False, "clig": False})


def _judge(proof: Proof, expected: Expected) -> Iterator[Fault]:
    ways = list(_ways(expected.tags))
    for words, runs in _spans(proof.matter):
        fonts = {run.font for run in runs}
        font = asked_for(runs[0].font, expected.fonts)
        if len(fonts) > 1 or font is None:
            continue
        printed = Counter(glyph for run in runs for glyph in run.glyphs)
        if not any(_same(printed, font.file, words, *how) for how in ways):
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
    buffer = hb.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    buffer.language = tag
    if direction:
        buffer.direction = direction
    hb.shape(_open(file), buffer, features)
    wanted = Counter([info.codepoint for info in buffer.glyph_infos])
    if wanted == printed:
        return True
    return all(wanted[g] == printed[g] for g in wanted | printed if _has_ink(file, g))


@lru_cache(maxsize=4000)
def _has_ink(file: Path, glyph: int) -> bool:
    """Whether a glyph is no space; a font may have several, and lines drop theirs at the end."""
    extents = _open(file).get_glyph_extents(glyph)
    return extents is None or extents.width != 0 or extents.height != 0


@lru_cache(maxsize=16)
def _open(file: Path) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(file))))


CHECK = Check(
    "glyphs.words",
    "A glyph of another letter says another word, while the file looks sound.",
    "Report this: fonts or the typesetting engine are mixed up.",
    of_edition(_judge),
)
