"""Small edits to a copied house, for tests that break one thing."""

from pathlib import Path


def replace_in(file: Path, old: str, new: str) -> int:
    """Replace a text that must be there; returns its line."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file} does not hold {old!r}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1
