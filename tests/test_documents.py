"""What the papers say is so: every command documented, every error drawn, every link alive."""

import re
from pathlib import Path

import pytest
import typer

from press import errors
from press.cli import app
from press.errors import PressError

ROOT = Path(__file__).parent.parent
PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(commands) == {
        "build",
        "list",
        "doctor",
        "impose",
        "schemes",
        "calibrate",
        "check",
        "specimen",
        "translate",
        "preview",
        "cache",
    }
    for name in (*commands, "test"):
        assert f"make_flyers.py {name}" in readme


def test_the_readme_leads_with_its_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    (python3 .*)$", readme, re.MULTILINE)
    assert commands[:2] == ["python3 make_flyers.py", "python3 make_flyers.py test"]
    assert readme.index(commands[1]) < readme.index("![")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_what_a_paper_points_at_is_there(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (paper.parent / target).exists(), target
    for named in re.findall(r"`((?:press|flyers|layouts|fonts|tests|docs)/[\w./-]+)`", text):
        assert (ROOT / named).exists() or named == "flyers/chapter.toml", named


def test_the_tree_of_errors_is_the_classes() -> None:
    drawn = re.findall(r"^ +[│├└─ ]*(\w+Error) +(\d+)", str(errors.__doc__), re.MULTILINE)

    def below(kind: type[PressError]) -> list[tuple[str, str]]:
        here = [(kind.__name__, str(kind.exit_code))]
        return here + [row for child in kind.__subclasses__() for row in below(child)]

    assert drawn == below(PressError)
