"""House rules of the style sheets."""

import re
from pathlib import Path

import pytest

from press.house import find_house

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
    if sheet.name != "tokens.css":
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb\(|device-cmyk\(", rules(sheet)) == []


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
