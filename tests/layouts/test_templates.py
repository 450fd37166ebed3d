"""House rules of the templates: what is read aloud is what is meant."""

import re

import pytest

from press.house import find_house

TEMPLATES = sorted(find_house().layouts.rglob("*.html"))


def ambiguous_tables(template: str) -> list[str]:
    """Tables that neither say that they only lay out columns nor name the heads of their rows."""
    tables = re.split(r"(?=<table\b)", template)[1:]
    return [
        table.partition(">")[0]
        for table in tables
        if 'role="presentation"' not in table.partition(">")[0]
        and not re.search(r"<th [^>]*\bscope=", table)
    ]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda p: p.relative_to(p.parents[1]).as_posix())
def test_a_table_is_either_layout_or_facts(file) -> None:
    assert ambiguous_tables(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "count"),
    [
        ("<table><tr><td>", 1),
        ("<table><tr><th>", 1),
        ('<table role="presentation"><tr><td>', 0),
        ('<table class="a"><tr><th class="b" scope="row">', 0),
    ],
)
def test_the_rule_catches_them(template: str, count: int) -> None:
    assert len(ambiguous_tables(template)) == count
