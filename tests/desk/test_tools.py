"""The tools that translators and their platforms use accept every PO file."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from press.house import find_house

PO_FILES = sorted(find_house().flyers.glob("*/*.po"))
IDS = [f"{file.parent.name}-{file.stem}" for file in PO_FILES]


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not on this machine")
@pytest.mark.parametrize("file", PO_FILES, ids=IDS)
def test_msgfmt_compiles_it(file: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        ["msgfmt", "-c", "-o", str(tmp_path / "out.mo"), str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not importlib.util.find_spec("dennis"), reason="dennis is not installed")
def test_dennis_finds_no_error() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dennis.cmdline", "lint", "--errorsonly", *map(str, PO_FILES)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not on this machine")
def test_msgfmt_would_catch_a_lost_placeholder(tmp_path: Path) -> None:
    file = tmp_path / "es.po"
    file.write_text('#, python-brace-format\nmsgid "{a} b"\nmsgstr "b"\n', encoding="utf-8")
    done = subprocess.run(
        ["msgfmt", "-c", "-o", str(tmp_path / "out.mo"), str(file)],
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0
