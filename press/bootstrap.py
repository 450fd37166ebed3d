"""First things first: brings what is missing, then runs the command inside its own environment.

`python3 make_flyers.py` needs nothing but Python. This module, which imports only the standard
library, installs the system libraries (on Debian and Ubuntu), builds `.venv` from the hash-pinned
lock file and starts the command again in there. When all is present it only looks, and is quick.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from press.needs import (
    APT_PACKAGES,
    LEAST_PYTHON,
    apt_line,
    has_venv,
    install_line,
    missing_libraries,
    missing_proof_tools,
    system_needs,
)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"

MISSING = 3
STORAGE = 5


def ensure_ready() -> None:
    """Return when the command can run here; otherwise install, or say what to run and exit."""
    asked = sys.argv[1:]
    if asked[:1] == ["doctor"] and not _is_inside() and not _is_current(RUN_LOCK):
        sys.exit(_diagnose())
    if asked[:1] == ["test"]:
        _prepare(TEST_LOCK)
        _bring_proof_tools()
        _restart(["-m", "pytest", *asked[1:]])
    if not _is_inside() or not _is_current(RUN_LOCK):
        _prepare(RUN_LOCK)
        _restart([str(ROOT / "make_flyers.py"), *asked])


def _is_inside() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()


def _stamp(lock: Path) -> Path:
    return VENV / f".{lock.stem}.sha256"


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _is_current(lock: Path) -> bool:
    """Whether the environment holds just what the lock file names."""
    stamp = _stamp(lock)
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == _digest(lock)


def _prepare(lock: Path) -> None:
    if sys.version_info < LEAST_PYTHON:
        _stop(
            f"Python {LEAST_PYTHON[0]}.{LEAST_PYTHON[1]} or newer is needed;"
            f" this is {sys.version.split()[0]}."
        )
    if missing_libraries() or not (has_venv() or PYTHON.exists()):
        if not shutil.which("apt-get"):
            _stop(f"Some system libraries are missing. Please run:\n    {install_line()}")
        if hindered := _install_system("system libraries", APT_PACKAGES):
            _stop(hindered)
        if missing_libraries():
            _stop(f"Some system libraries are still missing. Please run:\n    {install_line()}")
    if not _is_current(lock):
        _install_packages(lock)


def _bring_proof_tools() -> None:
    """Bring what the proofs of the tests call; without it, say which of them are skipped."""
    if not (missing := missing_proof_tools()):
        return
    if shutil.which("apt-get"):
        if hindered := _install_system("tools of the proofs", missing):
            _say(hindered)
        missing = missing_proof_tools()
    if missing:
        _say(f"The proofs that need these are skipped: {', '.join(missing)}.")


def _install_system(what: str, packages: Sequence[str]) -> str:
    """Install packages with apt-get; returns what to do when nobody lets it, "" when it is done."""
    line = apt_line(packages)
    root = os.geteuid() == 0
    if not root and not shutil.which("sudo"):
        return f"Please ask an administrator to run:\n    {line.removeprefix('sudo ')}"
    if sys.stdin.isatty() and not root:
        answer = input(f"[set-up] Some {what} are missing. Run this?\n    {line}\n[Y/n] ")
        if answer.strip().lower().startswith("n"):
            return "Nothing was installed."
    sudo = [] if root else ["sudo"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _say(f"Installing {what} …")
    _run([*sudo, "apt-get", "update", "-qq"], quiet)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if _run([*sudo, *install], quiet):
        _stop(f"The {what} could not be installed. Please run:\n    {line}")
    return ""


def _install_packages(lock: Path) -> None:
    """Build the environment from a lock file; every package is checked against its hash."""
    if not os.access(ROOT, os.W_OK):
        _stop(f"{ROOT} may not be written to; copy the folder to a place of your own.", STORAGE)
    _say("Installing Python packages, once; this takes about a minute …")
    clear = [] if _has_pip() else ["--clear"]
    if _run([sys.executable, "-m", "venv", *clear, str(VENV)]):
        _stop("The Python environment could not be made; see the lines above.")
    for other in (RUN_LOCK, TEST_LOCK):
        _stamp(other).unlink(missing_ok=True)
    pip = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]
    if _run([str(PYTHON), *pip, "-r", str(lock)]):
        _stop("The Python packages could not be installed. Is this machine online?")
    # The test lock holds all of the run lock, so it vouches for both.
    for done in {lock, RUN_LOCK}:
        _stamp(done).write_text(_digest(done))


def _has_pip() -> bool:
    return PYTHON.exists() and _run([str(PYTHON), "-c", "import pip"]) == 0


def _restart(arguments: Sequence[str]) -> None:
    """Go on inside the environment; does not return."""
    command = [str(PYTHON), *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if arguments[0] == "-m":
        os.chdir(ROOT)
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


def _diagnose() -> int:
    """The doctor's words while the environment is not there yet."""
    needs = system_needs()
    for need in needs:
        print(f"{'yes' if need.present else 'NO ':3}  {need.name}", file=sys.stderr)
        if not need.present:
            print(f"     run: {need.remedy}", file=sys.stderr)
    print("NO   Python packages\n     run: python3 make_flyers.py list", file=sys.stderr)
    return MISSING


def _run(command: Sequence[str], environment: dict[str, str] | None = None) -> int:
    return subprocess.run(command, env=environment, check=False).returncode


def _say(words: str) -> None:
    print(f"[set-up] {words}", file=sys.stderr, flush=True)


def _stop(words: str, code: int = MISSING) -> None:
    _say(words)
    sys.exit(code)
