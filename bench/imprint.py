"""How many documents a second one process imprints: CPU time, layouts of shells told apart.

Run it from the checkout: `.venv/bin/python bench/imprint.py [LANGUAGE] [ROWS]`.
"""

import datetime
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from press.catalog import read_catalog
from press.catalog.chapter import Chapter, ChapterFile
from press.catalog.chapters import ChapterRow
from press.edition import Edition
from press.findings import Place
from press.house import find_house
from press.imprint.run import imprint_all
from press.wanted import Wanted

_FLYER, _SIZE = "know-your-rights", "letter"
_NAMES = ("Centro Vecinal", "Harbor Watch", "Mission Hill Neighbors", "Red de Apoyo")
_HOURS = ("day and night", "every day, 5 am to 9 pm")
_MEETINGS = ("City Hall, Friday, 2 pm", "Parker Hill Library, Tuesday December 8, 6:30 pm")
_TABLE = Path("chapters.csv")


def rows(count: int, first: int) -> list[ChapterRow]:
    """Chapters with a hotline and an address each, in a few shapes."""
    made = []
    for number in range(first, first + count):
        entry = ChapterFile(
            name=_NAMES[number % len(_NAMES)],
            hotline=f"{201 + number % 700}-555-{number % 10_000:04d}",
            hours=_HOURS[number % len(_HOURS)],
            languages=("en", "es"),
            meeting=_MEETINGS[number // 2 % len(_MEETINGS)],
            sources_address=f"https://example.org/{number:05d}",
        )
        chapter = Chapter(_TABLE, entry, None)
        made.append(ChapterRow(f"c{number:05d}", chapter, Place(_TABLE, number + 2)))
    return made


def main(tag: str = "en", count: int = 200) -> None:
    """Measure a few chapters, then many more: the difference is what a document costs."""
    wanted = Wanted((tag,), (_FLYER,), (_SIZE,))
    catalog = read_catalog(find_house(), datetime.date(2026, 11, 24), None, wanted)
    edition = Edition(_FLYER, tag, _SIZE)
    spent = []
    for chapters in (rows(8, 0), rows(8 + count, 0)):
        with tempfile.TemporaryDirectory() as folder:
            start = time.process_time()
            (done,) = imprint_all(catalog, [edition], chapters, Path(folder), lambda _: None)
            spent.append(time.process_time() - start)
        assert done.imprinted == len(chapters), done.failures
    each = (spent[1] - spent[0]) / count
    print(f"{done.shells} layouts and 8 documents: {spent[0]:.2f} s of CPU time")
    print(f"each further document: {1000 * each:.2f} ms, {1 / each:.0f} a second")


if __name__ == "__main__":
    main(*sys.argv[1:2], *map(int, sys.argv[2:3]))
