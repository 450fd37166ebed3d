"""Help, lists and builds in which nothing changed are told at once, and load next to nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {"weasyprint", "pydantic", "babel", "pikepdf", "reportlab", "jinja2"}
SCRIPT = (
    "import sys; sys.argv[0] = 'make_flyers.py'; from press.command import main\n"
    "try: main()\n"
    "finally: print(*sorted(sys.modules), file=open(sys.argv.pop(), 'w'))\n"
)


def run(folder: Path, *arguments: str) -> tuple[subprocess.CompletedProcess[str], set[str]]:
    """Run the command in a folder; what it said, and the packages that it loaded."""
    loaded = folder / "loaded"
    script = SCRIPT.replace("sys.argv.pop()", repr(str(loaded)))
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done, set(loaded.read_text().split()) & HEAVY


BUILD = ("build", "-l", "en", "-f", "call-script", "-o")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which one flyer was made."""
    folder = tmp_path_factory.mktemp("built")
    done, loaded = run(folder, *BUILD, "out")
    assert done.returncode == 0, done.stderr
    assert "weasyprint" in loaded
    return folder


def test_help_loads_no_typesetting_and_no_catalog(tmp_path: Path) -> None:
    done, loaded = run(tmp_path, "--help")
    assert done.returncode == 0
    assert loaded == set()


def test_a_build_in_which_nothing_changed_is_told_from_its_record(built: Path) -> None:
    done, loaded = run(built, *BUILD, "out")
    assert done.returncode == 0
    assert loaded == set()
    assert "out/en/call-script-en-quarter-letter-office.pdf" in done.stderr
    assert "unchanged)" in done.stderr
    assert "1 of 1 flyers made, 1 of them unchanged. The PDFs are in out." in done.stderr


def test_a_folder_named_with_an_equals_sign_is_told_from_its_record_too(built: Path) -> None:
    command = (*BUILD[:-1], "--output=out")
    run(built, *command)
    done, loaded = run(built, *command)
    assert loaded == set()
    assert "1 of 1 flyers made, 1 of them unchanged. The PDFs are in out." in done.stderr


@pytest.mark.parametrize("change", ["damage", "delete", "record"])
def test_a_build_is_not_told_from_a_record_that_is_no_longer_true(built: Path, change: str) -> None:
    (pdf,) = (built / "out").rglob("*.pdf")
    if change == "damage":
        pdf.write_bytes(b"%PDF cut off")
    elif change == "delete":
        pdf.unlink()
    else:
        for file in (built / "out/.made").glob("*.json"):
            file.write_text("{}")
    done, loaded = run(built, *BUILD, "out")
    assert done.returncode == 0
    assert "weasyprint" in loaded
    assert "unchanged" not in done.stderr
    assert pdf.read_bytes().rstrip().endswith(b"%%EOF")


def test_another_wish_is_another_build_and_lays_nothing_out_in_vain(built: Path) -> None:
    run(built, *BUILD, "out")
    done, loaded = run(built, *BUILD, "out", "--strict")
    assert done.returncode == 0
    assert "weasyprint" not in loaded
    assert "1 of them unchanged" in done.stderr


def test_a_dry_run_tells_what_would_be_made_and_why_and_makes_nothing(
    built: Path, tmp_path: Path
) -> None:
    done, loaded = run(built, *BUILD, str(tmp_path / "none"), "--dry-run")
    assert "en/call-script-en-quarter-letter-office.pdf: new" in done.stderr.replace("\\", "/")
    assert "1 of 1 flyers would be made." in done.stderr
    assert not (tmp_path / "none").exists()
    run(built, *BUILD, "out")
    done, loaded = run(built, *BUILD, "out", "--dry-run")
    assert done.stderr.splitlines()[-1] == "0 of 1 flyers would be made."
    done, loaded = run(built, *BUILD, "out", "--flip", "short", "--dry-run")
    assert "office.pdf: changed" in done.stderr
    assert "weasyprint" not in loaded


def test_the_cache_tells_what_it_holds_and_forgets_it(built: Path) -> None:
    run(built, *BUILD, "out")
    done, _ = run(built, "cache", "info", "-o", "out")
    assert "1 flyers remembered, 1 as they were made." in done.stderr
    done, _ = run(built, "cache", "clear", "-o", "out")
    assert "1 flyers forgotten" in done.stderr
    assert len(list((built / "out").rglob("*.pdf"))) == 1
    done, _ = run(built, *BUILD, "out", "--dry-run")
    assert "1 of 1 flyers would be made." in done.stderr


def test_a_list_is_told_again_from_its_record(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    first, _ = run(tmp_path, "list", "--json")
    again, loaded = run(tmp_path, "list", "--json")
    assert again.stdout == first.stdout != ""
    assert loaded == set()
    shown, _ = run(tmp_path, "list")
    assert "Español" in shown.stderr


def test_a_list_leaves_nothing_where_there_is_no_output(tmp_path: Path) -> None:
    done, loaded = run(tmp_path, "list")
    assert done.returncode == 0
    assert "weasyprint" not in loaded
    assert {path.name for path in tmp_path.iterdir()} == {"loaded"}
