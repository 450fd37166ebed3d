"""The `weasyprint` command in a loop: a new process for each page file."""

from importlib.metadata import version
from pathlib import Path

from bench.competitors import Competitor
from bench.cost import Cost, measure_commands


class WeasyPrintCommand(Competitor):
    """Lays out each edition once, at the size that the press has found."""

    def missing(self) -> str:
        """Why it cannot be measured here."""
        return "" if self._command.exists() else "not installed (no weasyprint command)"

    def version(self) -> str:
        """Its name and version."""
        return f"WeasyPrint {version('weasyprint')}"

    def run(self) -> Cost:
        """Make them one after another."""
        pages, room = sorted(self.work.pages.glob("*.html")), self.work.room("weasyprint")
        commands = [
            [str(self._command), "-q", str(page), str(room / f"{page.stem}.pdf")] for page in pages
        ]
        return measure_commands(commands, self.work.folder, {}, lambda: len(pages))

    @property
    def _command(self) -> Path:
        return Path(self.work.python).with_name("weasyprint")
