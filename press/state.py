"""The state of what goes in: digests of files, code and libraries, found without opening texts."""

import ctypes
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from press.house import House

_PRESS = Path(__file__).parent
# What may change the bytes of a page, by the name of its package.
_PACKAGES = {
    "babel", "fonttools", "icu4py", "jinja2", "markdown_it_py", "mdit_py_plugins", "pikepdf",
    "pillow", "py_svg_hush", "pydyf", "pypdfium2", "python_bidi", "python_lucide", "reportlab",
    "tinycss2", "tinyhtml5", "uharfbuzz", "weasyprint",
    "zxing_cpp",
}  # fmt: skip
_LIBRARIES = {
    "pango_version_string": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "hb_version_string": ("libharfbuzz.so.0", "libharfbuzz.dylib", "libharfbuzz-0.dll"),
}


@cache
def state_of_code() -> str:
    """What stands for the code of the press."""
    return digest_of_text(_contents(sorted(_PRESS.rglob("*.py")), _PRESS))


@cache
def state_of_libraries() -> str:
    """What stands for the libraries that it calls, by their versions."""
    return digest_of_text([sys.version, *_versions(), *_libraries()])


def state_of_press() -> str:
    """What stands for the code and the libraries."""
    return digest_of_text([state_of_code(), state_of_libraries()])


def state_of_fonts(folder: Path) -> str:
    """What stands for the fonts, by their content."""
    return digest_of_text(_contents(sorted(folder.rglob("*.ttf")), folder))


def state_of_house(house: House, chapter: Path | None, today: date) -> str:
    """What stands for all that a build reads.

    Texts, layouts and the chapter count by their content; fonts and profiles, which are large, by
    their size and the time of their last change.
    """
    parts = [state_of_press(), today.isoformat(), str(chapter)]
    for room in (house.flyers, house.layouts):
        parts += _contents(_files(room), room)
    for room in (house.fonts, house.profiles):
        parts += [f"{file.relative_to(room)} {mark(file)}" for file in _files(room)]
    return digest_of_text([*parts, *_contents(_beside(chapter or house.chapter), None)])


def digest_of(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digest_of_text(parts: Iterable[str]) -> str:
    """The SHA-256 of texts, each for itself."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def mark(file: Path) -> str:
    """A file's size and the time of its last change."""
    status = file.stat()
    return f"{status.st_size}:{status.st_mtime_ns}"


def _files(folder: Path) -> list[Path]:
    return sorted(Path(top, name) for top, _, names in os.walk(folder) for name in names)


def _contents(files: list[Path], folder: Path | None) -> Iterator[str]:
    for file in files:
        name = file.relative_to(folder) if folder else file
        yield f"{name} {digest_of(file) if file.is_file() else 'none'}"


def _beside(chapter: Path) -> list[Path]:
    """A chapter file and its logo."""
    import tomllib

    try:
        logo = tomllib.loads(chapter.read_text(encoding="utf-8")).get("logo")
    except (OSError, ValueError):
        return [chapter]
    return [chapter, chapter.parent / logo] if isinstance(logo, str) else [chapter]


def _versions() -> list[str]:
    """The packages with their versions, as the folders of their records are named."""
    folders = [Path(entry) for entry in sys.path if Path(entry).name == "site-packages"]
    return sorted(
        record.name
        for folder in folders
        for record in folder.glob("*.dist-info")
        if record.name.split("-")[0].lower() in _PACKAGES
    )


def _libraries() -> Iterator[str]:
    for function, names in _LIBRARIES.items():
        for name in names:
            try:
                say = getattr(ctypes.CDLL(name), function)
            except (OSError, AttributeError):
                continue
            say.restype = ctypes.c_char_p
            yield f"{function} {say().decode()}"
            break
