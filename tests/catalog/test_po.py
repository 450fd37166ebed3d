"""PO files: every entry complete, none fuzzy, and each fault told by file and line."""

from dataclasses import replace
from pathlib import Path

import pytest
from edits import replace_in

from press.catalog.po import (
    Review,
    for_translators,
    has_begun,
    read_review_state,
    read_translation,
    review_of,
    sign,
)
from press.catalog.po_file import read_po_file, say_po_file
from press.catalog.source import Message
from press.findings import Place

HEAD = '# Remarks.\nmsgid ""\nmsgstr ""\n"Language: pt_BR\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
MESSAGES = (
    Message("a", "door", "Stay **calm**.", Place("en.md", 3)),
    Message("b", "door", "Up to {hours} hours from {hours.date}.", Place("en.md", 5)),
)
SOUND = """
msgctxt "door"
msgid "Stay **calm**."
msgstr "Fique **calmo**."

msgctxt "door"
msgid "Up to {hours} hours from {hours.date}."
msgstr "De {hours.date}, até {hours} horas."
"""


def write(folder: Path, body: str, head: str = HEAD) -> Path:
    file = folder / "pt-BR.po"
    file.write_text(head + body, encoding="utf-8")
    return file


def test_a_sound_file_gives_every_text(tmp_path: Path) -> None:
    translation, findings = read_translation(write(tmp_path, SOUND), "pt-BR", MESSAGES)
    assert findings == []
    assert translation is not None
    assert translation.texts["door", "Stay **calm**."] == "Fique **calmo**."
    assert translation.review == "draft"


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "words"),
    [
        ('"Fique **calmo**."', '""', "po.missing", 8, "not translated: “Stay **calm**.”"),
        ('"Stay **calm**."', '"Keep **calm**."', "po.missing", None, "The English stands at en.md:3"),
        ('"door"', '"gate"', "po.missing", None, "section “door”"),
        ('\nmsgctxt "door"\nmsgid "Stay', '\n#, fuzzy\nmsgctxt "door"\nmsgid "Stay', "po.fuzzy", 9, "marked fuzzy"),
        ("{hours} horas", "{horas} horas", "po.placeholder-missing", 12, "it says {horas}"),
        (" até {hours} horas", " muitas horas", "po.placeholder-missing", 12, "{hours}"),
        ("{hours} horas", "{hours} {hours} horas", "po.placeholder-extra", 13, "{hours}"),
        ("{hours.date},", "{hours.date} {Foo},", "po.placeholder-extra", 13, "{Foo}"),
        ("até {hours}", "até 48 {hours}", "po.digits", 13, "“48”"),
        ("até {hours}", "até ٤٨ {hours}", "po.digits", 13, "“٤٨”"),
        ("**calmo**", "**calmo", "po.markup", 8, "bold"),
        ("**calmo**", "calmo", "po.markup", 8, "bold"),
        ("**calmo**", "** calmo**", "po.markup", 8, "no space inside"),
        ("**calmo**", "*calmo*", "po.markup", 8, "bold"),
        ('msgstr "Fique', "msgstr Fique", "po.syntax", 9, "cannot be read"),
        ("calmo**.\"", "calmo**.", "po.syntax", 9, "cannot be read"),
        ("pt_BR", "es", "po.language", 1, "its header says “es”"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, code: str, line: int | None, words: str
) -> None:
    text = HEAD + SOUND
    assert old in text
    file = write(tmp_path, text.replace(old, new, 1), head="")
    translation, findings = read_translation(file, "pt-BR", MESSAGES)
    assert translation is None
    first = findings[0]
    assert first.code == code
    assert words in f"{first.message} {first.hint}"
    assert first.where is not None
    assert replace(first.where, column=None) == Place(file, line)


def test_every_fault_of_a_file_is_told(tmp_path: Path) -> None:
    body = SOUND.replace("**calmo**", "calmo 3").replace("{hours}", "{horas}")
    _, findings = read_translation(write(tmp_path, body), "pt-BR", MESSAGES)
    assert {f.code for f in findings} >= {"po.digits", "po.markup", "po.missing"}


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    _, findings = read_translation(tmp_path / "pt-BR.po", "pt-BR", MESSAGES)
    assert [f.code for f in findings] == ["po.no-file"]
    assert "-l" in findings[0].hint


def test_a_text_named_elsewhere_may_be_missing(tmp_path: Path) -> None:
    body = SOUND.replace('"Fique **calmo**."', '""')
    translation, findings = read_translation(
        write(tmp_path, body), "pt-BR", MESSAGES, frozenset({"Stay **calm**."})
    )
    assert findings == []
    assert translation is not None


def test_an_obsolete_entry_is_no_fault(tmp_path: Path) -> None:
    body = SOUND + '\n#~ msgid "Gone"\n#~ msgstr "Foi"\n'
    assert read_translation(write(tmp_path, body), "pt-BR", MESSAGES)[1] == []


@pytest.mark.parametrize(
    ("body", "begun"),
    [
        (SOUND, True),
        ('\nmsgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr ""\n', False),
        ('\nmsgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr ""\n"long"\n', True),
        ('\nmsgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "b"\n', True),
        ("broken", True),
    ],
)
def test_a_file_is_begun_once_it_holds_a_translation(
    tmp_path: Path, body: str, begun: bool
) -> None:
    assert has_begun(write(tmp_path, body)) is begun


def test_an_empty_file_waits_for_its_translator(tmp_path: Path) -> None:
    assert not has_begun(tmp_path / "none.po")
    assert read_review_state(write(tmp_path, '\nmsgid "a"\nmsgstr ""\n')) == "missing"


def test_a_signed_text_is_reviewed_until_it_changes(tmp_path: Path) -> None:
    file = write(tmp_path, SOUND)
    assert read_review_state(tmp_path / "none.po") == "missing"
    assert read_review_state(file) == "draft"
    po, _ = read_po_file(file)
    assert po is not None
    file.write_text(say_po_file(sign(po, "Ana “Nina” Souza", "2026-11-20")), encoding="utf-8")
    assert read_review_state(file) == "reviewed"
    signed = read_po_file(file)[0]
    assert signed is not None
    assert review_of(signed) == Review("reviewed", "Ana “Nina” Souza", "2026-11-20")

    replace_in(file, "Fique **calmo**", "Fiquem **calmos**")
    assert read_review_state(file) == "draft"
    changed = read_po_file(file)[0]
    assert changed is not None
    assert review_of(changed).changed


def test_a_signature_outlives_the_headers_and_folds_of_weblate(tmp_path: Path) -> None:
    file = write(tmp_path, SOUND)
    po, _ = read_po_file(file)
    assert po is not None
    file.write_text(say_po_file(sign(po, "Ana Souza", "2026-11-20")), encoding="utf-8")
    replace_in(
        file,
        '"Language: pt_BR\\n"',
        '"Language-Team: Portuguese (Brazil) <http://weblate.example/projects/flyers/"\n'
        '"door/pt_BR/>\\n"\n"Language: pt-BR\\n"\n"Plural-Forms: nplurals=2; plural=n > 1;\\n"',
    )
    replace_in(file, 'msgstr "De {hours.date}, ', 'msgstr ""\n"De {hours.date}, "\n"')
    translation, findings = read_translation(file, "pt-BR", MESSAGES)
    assert findings == []
    assert translation is not None
    assert translation.review == "reviewed"


def test_a_state_typed_by_hand_is_no_signature(tmp_path: Path) -> None:
    typed = HEAD + '"X-Review-State: reviewed\\n"\n'
    assert read_review_state(write(tmp_path, SOUND, typed)) == "draft"


def test_what_holds_no_words_or_is_for_an_officer_is_not_translated() -> None:
    place = Place("en.md", 1)
    figure = Message("c", "door", "{hours}", place)
    officer = Message("d", "officer", "I want a lawyer.", place, english_only=True)
    assert for_translators((*MESSAGES, figure, officer)) == MESSAGES
