"""The house keeps its order: data walks one way, and each room holds what its name says."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRESS = ROOT / "press"

# Each row may import those above it, and itself.
WALK = (
    ("findings", "sizes", "placeholders", "needs", "content", "house"),
    ("errors",),
    ("presses", "lengths"),
    ("wanted", "edition", "limits", "state"),
    ("catalog",),
    ("translation",),
    ("composition",),
    ("typesetting",),
    ("imposition",),
    ("finishing",),
    ("preflight",),
    ("outcome",),
    ("output",),
    ("plan", "remote", "cluster"),
    ("records", "ticket"),
    ("desk",),
    ("job", "specimens"),
    ("worker",),
    ("pool",),
    ("driver",),
    ("imprint",),
    ("report", "listing", "doctor"),
    ("standing",),
    ("cli_sheets", "cli_check", "cli_chapters"),
    ("cli_build",),
    ("cli_specimen", "cli_translate", "cli_cache"),
    ("cli",),
    ("command",),
)
RANK = {name: row for row, names in enumerate(WALK) for name in names}
MODULES = sorted(path for path in PRESS.rglob("*.py") if "shipped" not in path.parts)


def imports_of(path: Path) -> set[str]:
    """The absolute names that a module imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where data comes from"
            names.add(str(node.module))
    return names


def stage_of(path: Path) -> str:
    return path.relative_to(PRESS).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_stage_imports_only_earlier_stages(path: Path) -> None:
    stage = stage_of(path)
    if stage in ("__init__", "bootstrap"):
        return
    assert stage in RANK, f"{stage} has no place in the walk"
    for name in imports_of(path):
        if name.startswith("press."):
            other = name.split(".")[1]
            assert RANK[other] <= RANK[stage], f"{stage} imports {other}, which comes later"


def test_only_typesetting_imports_weasyprint() -> None:
    importers = {
        stage_of(path)
        for path in MODULES
        if any(name.split(".")[0] == "weasyprint" for name in imports_of(path))
    }
    assert importers == {"typesetting"}


@pytest.mark.parametrize("name", ["__init__.py", "bootstrap.py", "needs.py"])
def test_what_runs_before_the_installation_imports_only_the_standard_library(name: str) -> None:

    for imported in imports_of(PRESS / name):
        top = imported.split(".")[0]
        assert top in sys.stdlib_module_names or imported == "press.needs", imported


def test_a_worker_loads_nothing_that_reads_texts() -> None:
    script = "import sys, press.worker, press.job; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert {"weasyprint", "press.ticket", "press.preflight"} <= loaded
    reading = {"press.catalog.catalog", "press.translation.translate", "press.composition.compose"}
    assert not loaded & {*reading, "markdown_it", "babel", "jinja2", "icu4py"}


@pytest.mark.parametrize("room", ["flyers", "layouts", "fonts", "profiles"])
def test_translators_designers_type_people_and_printers_meet_no_python(room: str) -> None:
    assert list((ROOT / room).rglob("*.py")) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_module_stays_small(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 250, f"{lines} lines: split it by what it does"


@pytest.mark.parametrize("family", sorted(p.name for p in (ROOT / "fonts").iterdir() if p.is_dir()))
def test_every_font_comes_with_its_licence(family: str) -> None:
    licence = (ROOT / "fonts" / family / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize(
    "profile", sorted(p.name for p in (ROOT / "profiles").iterdir() if p.is_dir())
)
def test_every_color_profile_comes_with_its_licence(profile: str) -> None:
    licence = (ROOT / "profiles" / profile / "LICENSE.txt").read_text(encoding="utf-8")
    assert "The zlib/libpng License" in licence


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)", text, re.MULTILINE))


def test_the_test_lock_holds_all_of_the_run_lock() -> None:
    run, test = pins("requirements.lock"), pins("requirements-test.lock")
    assert run.items() <= test.items()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_dependency_is_pinned_by_hash_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9_.-]+==)", text, flags=re.MULTILINE)
    assert all("--hash=sha256:" in entry for entry in entries if entry.strip())
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_every_dependency_of_the_project_is_in_the_lock() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=]", line)[0] for line in project["dependencies"]}
    assert wanted <= pins("requirements.lock").keys()
