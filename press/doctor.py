"""What is present on this machine, and what to run for what is missing."""

from collections.abc import Iterator
from importlib import metadata

from press.catalog.fonts import read_fonts
from press.house import House
from press.needs import Need, system_needs

_PACKAGES = (
    "weasyprint",
    "pikepdf",
    "jinja2",
    "babel",
    "icu4py",
    "reportlab",
    "typer",
    "pypdfium2",
    "zxing-cpp",
)
_INSTALL = "python3 make_flyers.py list"


def examine(house: House) -> Iterator[Need]:
    """Everything that the press needs, in the order in which it is needed."""
    yield from system_needs()
    for name in _PACKAGES:
        try:
            yield Need(f"{name} {metadata.version(name)}", True, _INSTALL)
        except metadata.PackageNotFoundError:
            yield Need(name, False, _INSTALL)
    for folder, files in read_fonts(house.fonts).items():
        weights = ", ".join(str(file.weight) for file in files)
        yield Need(f"fonts/{folder} ({weights or 'empty'})", bool(files), "git checkout -- fonts")
    yield Need(
        f"your chapter file {house.chapter}"
        + ("" if house.chapter.exists() else " (none: ruled lines are printed)"),
        True,
        "",
    )
