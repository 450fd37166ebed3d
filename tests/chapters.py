"""Chapters for tests, as a table would give them."""

from pathlib import Path

from press.catalog.chapter import Chapter, ChapterFile
from press.catalog.chapters import ChapterRow
from press.findings import Place

# A first chapter and a second of the same shape, each with the words of its language.
PAIRS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "en": (
        {"name": "Centro Vecinal", "hours": "day and night", "meeting": "City Hall, Friday, 2 pm"},
        {"name": "Harbor Watch", "hours": "6 am to 8 pm", "meeting": "Town Hall, Monday, 7 pm"},
    ),
    "es": (
        {"name": "Centro Vecinal", "hours": "día y noche", "meeting": "Ayuntamiento, lunes 7"},
        {"name": "Red de Apoyo", "hours": "de 6 a 20 h", "meeting": "Biblioteca, jueves 10"},
    ),
    "ar": (
        {"name": "لجنة الحي", "hours": "من 5 إلى 9", "meeting": "قاعة البلدية، الأحد 6"},
        {"name": "مركز الجيران", "hours": "ليلًا ونهارًا", "meeting": "المكتبة، الثلاثاء 8"},
    ),
    "hi": (
        {"name": "पड़ोसी समिति", "hours": "दिन और रात", "meeting": "सामुदायिक भवन, रविवार 6"},
        {"name": "मित्र मंडल", "hours": "सुबह 6 से 8", "meeting": "पुस्तकालय, मंगलवार 8"},
    ),
    "zh-Hans": (
        {"name": "邻里互助会", "hours": "全天", "meeting": "市政厅，星期日"},
        {"name": "华人社区中心", "hours": "早6点至晚8点", "meeting": "图书馆，星期二"},
    ),
    "ur": (
        {"name": "محلہ کمیٹی", "hours": "دن رات", "meeting": "کمیونٹی ہال، اتوار 6"},
        {"name": "پڑوسی مرکز", "hours": "صبح 6 سے 8", "meeting": "لائبریری، منگل 8"},
    ),
}


def chapter(hotline: str = "617-555-0142", **said: object) -> Chapter:
    """A chapter without a logo."""
    given = {"name": "Centro Vecinal", "languages": ("en", "es"), **said}
    return Chapter(Path("chapters.csv"), ChapterFile(hotline=hotline, **given), None)  # type: ignore[arg-type]


def row(name: str, line: int, **said: object) -> ChapterRow:
    """A row of a table."""
    return ChapterRow(name, chapter(**said), Place("chapters.csv", line))  # type: ignore[arg-type]
