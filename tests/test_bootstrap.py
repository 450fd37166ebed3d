"""Set-up: what is looked for, and the exact line an organizer is given when it is not there."""

import subprocess
import sys
from pathlib import Path

import pytest

from press import bootstrap, needs

ROOT = Path(__file__).parent.parent


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty PATH to put programs into."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(folder: Path, name: str, script: str = "exit 0") -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "missing_libraries", lambda: ("libpango-1.0.so.0",))


@pytest.fixture
def a_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)


def test_this_machine_lacks_nothing() -> None:
    assert needs.missing_libraries() == ()
    assert all(need.present for need in needs.system_needs())


def test_a_library_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needs, "_LINUX_LIBRARIES", ("libc.so.6", "libnonesuch.so.9"))
    assert needs.missing_libraries() == ("libnonesuch.so.9",)
    absent = [need for need in needs.system_needs() if not need.present]
    assert ["libnonesuch.so.9" in need.name for need in absent] == [True]


@pytest.mark.parametrize(
    ("program", "line"),
    [
        ("apt-get", "sudo apt-get install -y --no-install-recommends python3-venv"),
        ("dnf", "sudo dnf install -y python3-pip pango"),
        ("pacman", "sudo pacman -S --needed"),
    ],
)
def test_each_kind_of_linux_gets_its_line(
    programs: Path, a_user: None, program: str, line: str
) -> None:
    put(programs, program)
    assert needs.install_line().startswith(line)


def test_macos_gets_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert needs.install_line() == "brew install python pango"


def test_without_sudo_the_line_for_an_administrator_is_printed(
    programs: Path, no_pango: None, a_user: None, capsys: pytest.CaptureFixture[str]
) -> None:
    put(programs, "apt-get", "echo called >&2; exit 9")
    with pytest.raises(SystemExit) as stop:
        bootstrap._prepare(bootstrap.RUN_LOCK)
    assert stop.value.code == 3
    said = capsys.readouterr().err
    assert "Please ask an administrator to run:" in said
    assert "\n    apt-get install -y --no-install-recommends python3-venv" in said


def test_without_apt_the_exact_line_is_printed_and_nothing_run(
    programs: Path, no_pango: None, a_user: None, capsys: pytest.CaptureFixture[str]
) -> None:
    put(programs, "dnf", "echo called >&2; exit 9")
    with pytest.raises(SystemExit) as stop:
        bootstrap._prepare(bootstrap.RUN_LOCK)
    assert stop.value.code == 3
    assert "sudo dnf install" in capsys.readouterr().err


def test_sudo_and_apt_are_called_and_their_failure_is_told(
    programs: Path, no_pango: None, a_user: None, capfd: pytest.CaptureFixture[str]
) -> None:
    put(programs, "apt-get")
    put(programs, "sudo", 'echo "sudo $*" >&2; exit 1')
    with pytest.raises(SystemExit) as stop:
        bootstrap._prepare(bootstrap.RUN_LOCK)
    assert stop.value.code == 3
    said = capfd.readouterr().err
    assert "sudo apt-get update" in said
    assert "libharfbuzz-subset0" in said
    assert "could not be installed" in said


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A machine on which all but the tools of the proofs is there; how the command went on."""
    went_on: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "_prepare", lambda _: None)
    monkeypatch.setattr(bootstrap, "_restart", went_on.append)
    monkeypatch.setattr(bootstrap, "_is_inside", lambda: True)
    monkeypatch.setattr(bootstrap, "_is_current", lambda _: True)
    monkeypatch.setattr(needs, "PROOF_TOOLS", {"ghostscript": "gs", "libjaxb-java": "/none.jar"})
    return went_on


def test_a_tool_of_the_proofs_is_a_program_or_a_file(programs: Path, ready: object) -> None:
    assert needs.missing_proof_tools() == ("ghostscript", "libjaxb-java")
    put(programs, "gs")
    assert needs.missing_proof_tools() == ("libjaxb-java",)
    needs.PROOF_TOOLS["libjaxb-java"] = str(programs / "gs")
    assert needs.missing_proof_tools() == ()


def test_the_tests_bring_the_tools_of_the_proofs_that_are_missing(
    programs: Path,
    ready: list[list[str]],
    root: None,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    put(programs, "gs")
    put(programs, "apt-get", f'echo "apt-get $*" >&2; echo > "{programs}/jar"')
    needs.PROOF_TOOLS["libjaxb-java"] = str(programs / "jar")
    monkeypatch.setattr(sys, "argv", ["make_flyers.py", "test", "-x"])
    bootstrap.ensure_ready()
    said = capfd.readouterr().err
    assert "apt-get install -y -qq --no-install-recommends libjaxb-java\n" in said
    assert "skipped" not in said
    assert ready == [["-m", "pytest", "-x"]]


def test_no_other_command_brings_the_tools_of_the_proofs(
    programs: Path,
    ready: list[list[str]],
    root: None,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    put(programs, "apt-get", "echo called >&2")
    monkeypatch.setattr(sys, "argv", ["make_flyers.py", "list"])
    bootstrap.ensure_ready()
    assert capfd.readouterr().err == ""
    assert not set(needs.APT_PACKAGES) & needs.PROOF_TOOLS.keys()


def test_without_apt_the_tests_say_which_proofs_they_skip(
    programs: Path, ready: object, a_user: None, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap._bring_proof_tools()
    said = capsys.readouterr().err
    assert "The proofs that need these are skipped: ghostscript, libjaxb-java." in said


def test_without_sudo_the_tests_name_the_line_and_go_on(
    programs: Path, ready: object, a_user: None, capsys: pytest.CaptureFixture[str]
) -> None:
    put(programs, "apt-get")
    bootstrap._bring_proof_tools()
    said = capsys.readouterr().err
    line = "apt-get install -y --no-install-recommends ghostscript libjaxb-java"
    assert f"Please ask an administrator to run:\n    {line}\n" in said
    assert "are skipped: ghostscript, libjaxb-java." in said


def test_a_failure_to_install_the_tools_of_the_proofs_stops_the_tests(
    programs: Path, ready: object, root: None, capfd: pytest.CaptureFixture[str]
) -> None:
    put(programs, "apt-get", "exit 100")
    with pytest.raises(SystemExit) as stop:
        bootstrap._bring_proof_tools()
    assert stop.value.code == 3
    assert "The tools of the proofs could not be installed." in capfd.readouterr().err


def test_an_old_python_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "LEAST_PYTHON", (9, 9))
    with pytest.raises(SystemExit) as stop:
        bootstrap._prepare(bootstrap.RUN_LOCK)
    assert stop.value.code == 3
    assert "Python 9.9 or newer is needed" in capsys.readouterr().err


def test_a_changed_lock_file_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "PYTHON", Path(sys.executable))
    lock = tmp_path / "requirements.lock"
    lock.write_text("one==1")
    assert not bootstrap._is_current(lock)
    bootstrap._stamp(lock).write_text(bootstrap._digest(lock))
    assert bootstrap._is_current(lock)
    lock.write_text("one==2")
    assert not bootstrap._is_current(lock)


def test_the_doctor_speaks_before_anything_is_installed(tmp_path: Path) -> None:
    for name in ("make_flyers.py", "requirements.lock", "requirements-test.lock"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    package = tmp_path / "press"
    package.mkdir()
    for name in ("__init__.py", "bootstrap.py", "needs.py"):
        (package / name).write_bytes((ROOT / "press" / name).read_bytes())
    done = subprocess.run(
        [sys.executable, "-S", "make_flyers.py", "doctor"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "Pango and HarfBuzz" in done.stderr
    assert "NO   Python packages" in done.stderr
    assert not (tmp_path / ".venv").exists()
