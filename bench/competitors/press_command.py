"""This press by its command, as a volunteer runs it, in a copy of the house."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bench.competitors import Competitor
from bench.cost import Cost, measure_commands
from bench.work import FLYER, SIZE

NOT_YET = "not in this version"
_SAID = re.compile(r'(?<=^msgstr ")\w[^" ]{,20} [^"]*', re.MULTILINE)


class PressCommand(Competitor):
    """The command, with an output folder and a memory of its own."""

    room_name = "catalog"
    option = ""  # that the version must know

    def missing(self) -> str:
        """Why this version cannot be measured so."""
        if self.option and self.option not in self._help():
            return NOT_YET
        return ""

    def build(self, *arguments: str) -> Cost:
        """Measure one build."""
        command = [self.work.python, "make_flyers.py", "build", *arguments]
        memory = {"XDG_CACHE_HOME": str(self.room / "memory")}
        return measure_commands(
            [[*command, "-o", str(self.output)]], self.work.house, memory, self._count
        )

    def forget(self) -> None:
        """Leave nothing of an earlier build."""
        shutil.rmtree(self.room, ignore_errors=True)
        self.work.room(self.room_name)

    @property
    def room(self) -> Path:
        """Where the competitor keeps what it makes."""
        return self.work.room(self.room_name)

    @property
    def output(self) -> Path:
        """Where the PDFs go."""
        return self.room / "output"

    def _count(self) -> int:
        """PDFs that a person would print; hidden folders hold what the press remembers."""
        files = (file.relative_to(self.output) for file in self.output.rglob("*.pdf"))
        return sum(not any(part.startswith(".") for part in file.parts) for file in files)

    def _help(self) -> str:
        command = [self.work.python, "make_flyers.py", "build", "--help"]
        return subprocess.run(
            command, cwd=self.work.house, capture_output=True, text=True, check=True
        ).stdout


class ColdOne(PressCommand):
    """One edition by a command of its own, with nothing remembered."""

    room_name = "one"

    def run(self) -> Cost:
        """Make it."""
        self.forget()
        return self.build("-l", self.work.leading[0], "-f", FLYER, "-s", SIZE)


class Catalog(PressCommand):
    """Every flyer in every language asked for, with nothing remembered."""

    def run(self) -> Cost:
        """Make them."""
        self.forget()
        return self.build(*spoken(self.work.languages))


class Unchanged(PressCommand):
    """The same once more."""

    option = "--force"

    def run(self) -> Cost:
        """Find that nothing is to be made."""
        if not self._count():
            self.build(*spoken(self.work.languages))
        return self.build(*spoken(self.work.languages))


class OneWord(Unchanged):
    """The same after one word was changed in one translation."""

    def run(self) -> Cost:
        """Make what that word is part of."""
        if not self._count():
            self.build(*spoken(self.work.languages))
        change_a_word(self.work.house / "flyers" / FLYER / f"{self.work.leading[0]}.po")
        return self.build(*spoken(self.work.languages))


class Chapters(PressCommand):
    """One flyer for each chapter, in the leading languages."""

    room_name = "chapters"
    option = "--chapters"

    def run(self) -> Cost:
        """Make them."""
        self.forget()
        file = str(self.work.chapter_file)
        return self.build("--chapters", file, "-f", FLYER, "-s", SIZE, *spoken(self.work.leading))


def spoken(tags: Sequence[str]) -> tuple[str, ...]:
    """The options that ask for languages."""
    return tuple(part for tag in tags for part in ("-l", tag))


def change_a_word(file: Path) -> None:
    """Say a word of a translation twice, or take the second away again."""
    text = file.read_text(encoding="utf-8")
    said = max(_SAID.finditer(text), key=lambda found: len(found.group()))
    first, *rest = said.group().split(" ")
    changed = rest[1:] if rest[:1] == [first] else [first, *rest]
    words = " ".join([first, *changed])
    file.write_text(text[: said.start()] + words + text[said.end() :], encoding="utf-8")
