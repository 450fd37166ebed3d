"""No socket is ever opened during a build, by the press or by any process that it starts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parent.parent

# Python runs this at the start of each process, so that workers are watched too. Sockets between
# the processes of one machine (AF_UNIX) are how a pool talks; none of them leaves the machine.
WATCH = """
import os, socket, sys

def watch(event, arguments):
    if not event.startswith(("socket.", "ftplib.", "http.client.", "smtplib.")):
        return
    if event == "socket.__new__" and arguments[1] == socket.AF_UNIX:
        return
    if event in ("socket.bind", "socket.connect") and arguments[0].family == socket.AF_UNIX:
        return
    if event != "socket.gethostname":
        line = f"{event} {arguments!r}\\n".encode()
        seen = os.open(os.environ["SEEN"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(seen, line)
        os.close(seen)

sys.addaudithook(watch)
"""


def run(folder: Path, *command: str, alone: bool = False) -> tuple[int, str, str]:
    """Run Python watched: its exit code, its words, and the sockets that were seen.

    Where the machine allows it, a run that is to be `alone` has no network to reach either.
    """
    (folder / "sitecustomize.py").write_text(WATCH)
    seen = folder / "seen"
    apart = ["unshare", "--net"] if alone and _can_be_alone() else []
    done = subprocess.run(
        [*apart, sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{folder}:{ROOT}", "SEEN": str(seen)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr, seen.read_text() if seen.exists() else ""


def _can_be_alone() -> bool:
    tool = shutil.which("unshare")
    return bool(tool) and subprocess.run([str(tool), "--net", "true"], check=False).returncode == 0


@pytest.mark.parametrize(
    ("press", "flyer"), [("office", "know-your-rights"), ("screen", "call-script")]
)
def test_a_build_opens_no_socket(press: str, flyer: str, tmp_path: Path) -> None:
    Image.new("RGB", (600, 200), (90, 20, 20)).save(tmp_path / "logo.png")
    chapter = tmp_path / "chapter.toml"
    chapter.write_text(
        'name = "Us"\nhotline = "617-555-0142"\nlanguages = ["ar", "en"]\nlogo = "logo.png"\n'
        'sources_address = "https://example.org/kyr"\n'
    )
    code, words, seen = run(
        tmp_path,
        "-c", "from press.cli import main; main()",
        "build", "-l", "ar", "-f", flyer, "-p", press, "--chapter", str(chapter),
        "-o", str(tmp_path / "out"),
        alone=True,
    )  # fmt: skip
    assert code == 0, words
    assert list((tmp_path / "out").rglob("*.pdf"))
    assert seen == ""


@pytest.mark.parametrize(
    "call",
    [
        "socket.create_connection(('127.0.0.1', 9), 1)",
        "socket.getaddrinfo('localhost', 9)",
        "socket.socket().bind(('127.0.0.1', 0))",
        "urllib.request.urlopen('http://127.0.0.1:9')",
        "subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'])",
    ],
)
def test_a_socket_would_be_seen(call: str, tmp_path: Path) -> None:
    _, _, seen = run(tmp_path, "-c", f"import socket, subprocess, sys, urllib.request; {call}")
    assert "socket." in seen
