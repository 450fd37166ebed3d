"""What the press needs of a machine, and the exact line that brings it. Standard library only."""

import ctypes
import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass

LEAST_PYTHON = (3, 11)

_LINUX_LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
)
APT_PACKAGES = (
    "python3-venv",
    "ca-certificates",
    "libpango-1.0-0",
    "libpangoft2-1.0-0",
    "libharfbuzz-subset0",
)
# What the proofs of the tests call, by the Debian package that brings it.
JAXB = "/usr/share/java/jaxb-runtime.jar"
PROOF_TOOLS = {
    "ghostscript": "gs",
    "qpdf": "qpdf",
    "poppler-utils": "pdffonts",
    "default-jre-headless": "java",
    "libjaxb-java": JAXB,
    "npm": "npm",
}
_WINDOWS_LINES = (
    "winget install --id MSYS2.MSYS2; "
    r"C:\msys64\usr\bin\pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango; "
    r"setx WEASYPRINT_DLL_DIRECTORIES C:\msys64\ucrt64\bin"
)


@dataclass(frozen=True)
class Need:
    """One thing that must be on the machine; `remedy` is what to run when it is not."""

    name: str
    present: bool
    remedy: str


def missing_libraries() -> tuple[str, ...]:
    """The shared libraries that cannot be loaded here; looked for on Linux alone."""
    if not sys.platform.startswith("linux"):
        return ()
    missing = []
    for name in _LINUX_LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return tuple(missing)


def missing_proof_tools() -> tuple[str, ...]:
    """The packages of the proofs whose tool is not on this machine."""
    return tuple(
        package for package, tool in PROOF_TOOLS.items() if not shutil.which(tool, os.F_OK)
    )


def apt_line(packages: Sequence[str]) -> str:
    """The exact line that installs packages on Debian and Ubuntu."""
    return _as_root(f"apt-get install -y --no-install-recommends {' '.join(packages)}")


def install_line() -> str:
    """The exact line that installs what this kind of machine lacks."""
    if sys.platform == "darwin":
        return "brew install python pango"
    if os.name == "nt":
        return _WINDOWS_LINES
    if shutil.which("apt-get"):
        return apt_line(APT_PACKAGES)
    for program, line in (
        ("dnf", "dnf install -y python3-pip pango harfbuzz"),
        ("zypper", "zypper install -y python3-pip libpango-1_0-0 libharfbuzz-subset0"),
        ("pacman", "pacman -S --needed --noconfirm python-pip pango"),
    ):
        if shutil.which(program):
            return _as_root(line)
    return "install Pango 1.44 or newer and HarfBuzz with your system's package manager"


def _as_root(line: str) -> str:
    return line if os.geteuid() == 0 else f"sudo {line}"


def has_venv() -> bool:
    """Whether this Python can make virtual environments; Debian splits that off."""
    return importlib.util.find_spec("ensurepip") is not None


def system_needs() -> tuple[Need, ...]:
    """What the system must bring before any package can be installed."""
    missing = missing_libraries()
    return (
        Need(
            f"Python {platform.python_version()}"
            f" (at least {LEAST_PYTHON[0]}.{LEAST_PYTHON[1]} is needed)",
            sys.version_info >= LEAST_PYTHON,
            "install a newer Python from your system's package manager or python.org",
        ),
        Need("virtual environments (venv)", has_venv(), install_line()),
        Need(
            "Pango and HarfBuzz" + (f" (missing: {', '.join(missing)})" if missing else ""),
            not missing,
            install_line(),
        ),
    )
