"""A desk to work at: a copied house, and the command run in it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from press import cli, cli_translate
from press.house import House


@pytest.fixture
def desk(
    own_house: House,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., tuple[int, str, str]]:
    """Runs the command in the copied house; gives exit code, words and standard output."""
    monkeypatch.setattr(cli_translate, "find_house", lambda: own_house)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["make_flyers.py", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, words = capsys.readouterr()
        return int(ended.value.code or 0), " ".join(words.split()), out

    return run
