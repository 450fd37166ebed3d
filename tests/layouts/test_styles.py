"""House rules of the style sheets."""

import re
from pathlib import Path

import pytest

from press.house import find_house
from press.preflight.checks.contrast import LEAST_OF_LARGE

SHEETS = sorted(find_house().layouts.rglob("*.css"))
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PAGE_RULE = re.compile(r"@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
_PHYSICAL = re.compile(
    r"(?:margin|padding|border|inset)-(?:left|right)\b|(?:^|[;{\s])(?:left|right)\s*:"
    r"|(?:float|clear|text-align)\s*:\s*(?:left|right)\b"
)
_COSTLY = re.compile(r"display\s*:\s*(?:inline-)?(?:flex|grid)|columns?\s*:|column-count")
_SILENT_LOSS = re.compile(r"line-clamp|overflow\s*:\s*hidden|transform\s*:|unicode-range")


def rules(sheet: Path) -> str:
    return _COMMENT.sub("", sheet.read_text(encoding="utf-8"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda p: p.name)
def test_sides_are_logical_so_that_right_to_left_pages_mirror(sheet: Path) -> None:
    assert _PHYSICAL.findall(_PAGE_RULE.sub("", rules(sheet))) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda p: p.name)
def test_layouts_are_block_flow_tables_and_floats(sheet: Path) -> None:
    assert _COSTLY.findall(rules(sheet)) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda p: p.name)
def test_nothing_hides_text_from_the_overset_checks(sheet: Path) -> None:
    assert _SILENT_LOSS.findall(rules(sheet)) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda p: p.name)
def test_inks_are_tokens(sheet: Path) -> None:
    if sheet.name != "tokens.css" and sheet.parent.name != "presses":
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb\(|device-cmyk\(", rules(sheet)) == []


def contrast_on_white(color: str) -> float:
    """The ratio of WCAG 2.2 of an sRGB color, such as "#b00e28", on white."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    luminance = sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def test_the_accent_can_be_read_as_large_text() -> None:
    sheet = next(sheet for sheet in SHEETS if sheet.name == "color.css")
    accents = re.findall(r"--accent: (#\w{6})", rules(sheet))
    assert [contrast_on_white(accent) >= LEAST_OF_LARGE for accent in accents] == [True]
    assert contrast_on_white("#e8304e") < LEAST_OF_LARGE


@pytest.mark.parametrize(
    ("css", "caught"),
    [
        ("p { margin-left: 1em }", True),
        ("p { float: right }", True),
        ("p { left: 0 }", True),
        ("p { margin-inline-start: 1em }", False),
        ("@page { @bottom-left { content: none } margin-left: 1in }", False),
    ],
)
def test_the_ban_on_physical_sides_catches_them(css: str, caught: bool) -> None:
    assert bool(_PHYSICAL.search(_PAGE_RULE.sub("", css))) is caught
