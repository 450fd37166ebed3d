"""Headless Chromium, warm: one browser prints page after page, told through the DevTools pipe."""

import base64
import fcntl
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from bench.competitors import Competitor
from bench.cost import Cost, measure_tree

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_READS, _WRITES = 3, 4  # the file descriptors that --remote-debugging-pipe talks on
_PRINT = {"preferCSSPageSize": True, "printBackground": True, "generateTaggedPDF": False}


class Chromium(Competitor):
    """Lays out each edition once, at the size that the press has found."""

    browser: "Browser | None" = None

    def missing(self) -> str:
        """Why it cannot be measured here."""
        return "" if _executable() else f"not installed (none of {', '.join(_NAMES)})"

    def version(self) -> str:
        """Its name and version."""
        return (
            subprocess.run(
                [str(_executable()), "--version"], capture_output=True, text=True, check=True
            )
            .stdout.partition(" built")[0]
            .strip()
        )

    def prepare(self) -> None:
        """Start the browser, and print every page once."""
        self.browser = Browser(str(_executable()), self.work.room("profile"))
        self._print_all()

    def run(self) -> Cost:
        """Print every page."""
        assert self.browser
        return measure_tree(self.browser.pid, self._print_all)

    def close(self) -> None:
        """End the browser."""
        if self.browser:
            self.browser.close()

    def _print_all(self) -> int:
        assert self.browser
        pages, room = sorted(self.work.pages.glob("*.html")), self.work.room("chromium")
        for page in pages:
            (room / f"{page.stem}.pdf").write_bytes(self.browser.print(page.as_uri()))
        return len(pages)


class Browser:
    """One browser with one page open."""

    def __init__(self, executable: str, profile: Path) -> None:
        reads, self._commands = os.pipe()
        self._events, writes = os.pipe()
        # Above the two that they become, so that neither is lost when they are copied.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (reads, writes)]

        def talk() -> None:
            os.dup2(ends[0], _READS)
            os.dup2(ends[1], _WRITES)

        self._process = subprocess.Popen(
            [
                executable,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--allow-file-access-from-files",  # the fonts are files
                f"--user-data-dir={profile}",
                "--remote-debugging-pipe",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            close_fds=False,
            preexec_fn=talk,  # no thread runs here
        )
        for end in (reads, writes, *ends):
            os.close(end)
        self._rest, self._count, self._session = b"", 0, ""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self._ask("Page.enable")

    @property
    def pid(self) -> int:
        """Its first process."""
        return self._process.pid

    def print(self, address: str) -> bytes:
        """Print one page, once its fonts are there."""
        self._ask("Page.navigate", url=address)
        self._wait(lambda said: said.get("method") == "Page.loadEventFired")
        self._ask("Runtime.evaluate", expression="document.fonts.ready", awaitPromise=True)
        return base64.b64decode(self._ask("Page.printToPDF", **_PRINT)["data"])

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()

    def _ask(self, method: str, **parameters: object) -> Any:
        self._count += 1
        number = self._count
        asked: dict[str, object] = {"id": number, "method": method, "params": parameters}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._commands, json.dumps(asked).encode() + b"\0")
        said = self._wait(lambda said: said.get("id") == number)
        if "error" in said:
            raise RuntimeError(f"{method}: {said['error']['message']}")
        return said["result"]

    def _wait(self, wanted: Any) -> Any:
        """The next message that is wanted; others are passed over."""
        while True:
            while b"\0" not in self._rest:
                if not (more := os.read(self._events, 1 << 20)):
                    raise RuntimeError("the browser ended")
                self._rest += more
            message, self._rest = self._rest.split(b"\0", 1)
            if wanted(said := json.loads(message)):
                return said


def _executable() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)
