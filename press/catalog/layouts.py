"""The layouts as text: templates and style sheets by their path under `layouts/`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from press.catalog.cast_offs import CastOffs, read_cast_offs
from press.catalog.text_file import read_text
from press.findings import Finding

_BASE_SHEETS = ("reset", "tokens", "base", "form")


@dataclass(frozen=True)
class Layouts:
    """`templates` and `sheets` by relative path, such as "know-your-rights/letter.css"."""

    templates: Mapping[str, str]
    sheets: Mapping[str, str]
    cast_offs: CastOffs = field(default_factory=dict)

    def style(self, flyer: str, layout: str, size: str, presses: Iterable[str], script: str) -> str:
        """The style sheets of one edition as one text, in the order of the cascade.

        Those of `_base/` must exist; a layout, size, press or script has one where it needs it.
        """
        shared = [f"_base/{name}.css" for name in _BASE_SHEETS]
        own = [f"{flyer}/{name}.css" for name in dict.fromkeys((flyer, layout, size))]
        inks = [f"_base/presses/{name}.css" for name in presses]
        names = [*shared, *own, *inks, f"_base/scripts/{script}.css"]
        return "\n".join(self.sheets[name] for name in names if name in self.sheets)


def read_layouts(folder: Path) -> tuple[Layouts, list[Finding]]:
    """Read every template and style sheet under `layouts/`, and the cast-offs."""
    templates: dict[str, str] = {}
    sheets: dict[str, str] = {}
    findings: list[Finding] = []
    for file in sorted(folder.rglob("*")):
        shelf = {".html": templates, ".css": sheets}.get(file.suffix)
        if shelf is None or not file.is_file():
            continue
        text, faults = read_text(file)
        findings += faults
        shelf[file.relative_to(folder).as_posix()] = text or ""
    cast_offs, faults = read_cast_offs(folder / "cast-off.csv")
    return Layouts(templates, sheets, cast_offs), findings + faults
