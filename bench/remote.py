"""The bench's end of a competitor: it starts its process, asks it, and ends it."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from bench.cost import Cost
from bench.work import ROOT


class CompetitorError(Exception):
    """A competitor could not do what it was asked; the message says why."""


class Remote:
    """A competitor in a process of its own.

    `name` is what the table calls it. Its words on stderr go to `log`.
    """

    def __init__(self, name: str, python: str, module: str, kind: str) -> None:
        self.name = name
        self._python = python
        self._served = (module, kind)
        self._process: subprocess.Popen[str] | None = None

    def start(self, work: Path, log: Path) -> None:
        """Start its process, which waits; where its Python is missing, there is none."""
        if not Path(self._python).exists():
            return
        with log.open("a", encoding="utf-8") as said:
            self._process = subprocess.Popen(
                [self._python, "-m", "bench.serve", *self._served, str(work)],
                cwd=work.parent / "house",  # so that the press of that copy is imported
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            )

    def missing(self) -> str:
        """Why it cannot be measured here, "" when it can."""
        if not self._process:
            return "not installed (no Python in its environment)"
        try:
            return str(self._ask("missing"))
        except CompetitorError as failure:
            return str(failure)

    def version(self) -> str:
        """Its name and version, "" when it does not tell.

        Raises:
            CompetitorError: it cannot be asked.
        """
        return str(self._ask("version"))

    def prepare(self) -> None:
        """Do what is not measured.

        Raises:
            CompetitorError: it cannot.
        """
        self._ask("prepare")

    def run(self) -> Cost:
        """Do the work once.

        Raises:
            CompetitorError: it cannot.
        """
        return Cost(**self._ask("run"))

    def close(self) -> None:
        """End its process."""
        if self._process:
            self._process.communicate()

    def _ask(self, what: str) -> Any:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise CompetitorError("was not started")
        try:
            print(what, file=process.stdin, flush=True)
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise CompetitorError("its process ended; see the log")
        reply = json.loads(line)
        if "failed" in reply:
            raise CompetitorError(reply["failed"])
        return reply["told"]
