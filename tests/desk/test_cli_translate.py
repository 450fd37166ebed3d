"""The commands of the desk, run as a translator runs them."""

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import watchfiles
from edits import replace_in

from press.catalog.po import has_begun
from press.house import House

Desk = Callable[..., tuple[int, str, str]]
SAMOAN = """
[sm]
endonym = "Gagana Samoa"
english = "Samoan"
script = "Latn"
fonts = ["noto-sans"]
line_height = 1.33
headline_line_height = 1.0
"""


@pytest.fixture
def with_samoan(own_house: House) -> House:
    """With a language that CLDR does not know, and nobody has begun."""
    file = own_house.flyers / "languages.toml"
    file.write_text(file.read_text("utf-8") + SAMOAN, encoding="utf-8")
    return own_house


def files(house: House, tag: str) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in house.flyers.glob(f"*/{tag}.po")}


def test_new_makes_empty_files_once(desk: Desk, with_samoan: House) -> None:
    code, words, _ = desk("translate", "new", "sm")
    assert code == 0, words
    made = files(with_samoan, "sm")
    assert len(made) == 4
    code, words, _ = desk("translate", "new", "sm")
    assert code == 2
    assert "There are PO files for sm already: " in words
    assert "call-script/sm.po" in words
    assert "translate update sm" in words
    assert files(with_samoan, "sm") == made


@pytest.mark.parametrize("command", ["update", "check", "pdf"])
def test_a_language_that_cldr_does_not_know_has_a_desk_too(
    desk: Desk, with_samoan: House, command: str
) -> None:
    assert desk("translate", "new", "sm")[0] == 0
    code, words, _ = desk("translate", command, "sm")
    assert code == 0, words
    assert "sm all needs a translator" in desk("translate", "status")[1]


@pytest.mark.parametrize("tag", ["xx", "en"])
def test_new_refuses_what_is_not_registered(desk: Desk, with_samoan: House, tag: str) -> None:
    code, words, _ = desk("translate", "new", tag)
    assert code == 2
    assert f"no language “{tag}”" in words


def test_update_changes_nothing_when_the_english_has_not(desk: Desk, own_house: House) -> None:
    before = files(own_house, "*")
    code, words, _ = desk("translate", "update")
    assert code == 0
    assert "fuzzy" not in words
    assert files(own_house, "*") == before


def test_update_turns_what_changed_fuzzy_in_every_language(desk: Desk, own_house: House) -> None:
    replace_in(own_house.flyers / "call-script" / "en.md", "## Whom to call", "## Whom you call")
    code, words, _ = desk("translate", "update")
    assert code == 0
    begun = [file for file in files(own_house, "*") if has_begun(file)]
    assert words.count("1 changed, 0 new, 0 gone") == len(begun) // 4
    text = (own_house.flyers / "call-script" / "es.po").read_text("utf-8")
    assert '#, fuzzy\n#| msgid "Whom to call"\nmsgctxt "whom"\nmsgid "Whom you call"\n' in text
    assert "1 changed" not in desk("translate", "update")[1]


def test_update_of_one_language_leaves_the_others(desk: Desk, own_house: House) -> None:
    replace_in(own_house.flyers / "call-script" / "en.md", "## Whom to call", "## Whom you call")
    arabic = files(own_house, "ar")
    assert desk("translate", "update", "es")[0] == 0
    assert files(own_house, "ar") == arabic


def test_update_leaves_a_broken_file_as_it_is(desk: Desk, own_house: House) -> None:
    file = own_house.flyers / "call-script" / "es.po"
    replace_in(file, 'msgstr "', "msgstr ")
    before = file.read_bytes()
    code, words, _ = desk("translate", "update", "es")
    assert code == 4
    assert "stay as they are" in words
    assert file.read_bytes() == before


def test_update_adds_the_file_that_a_new_flyer_needs(desk: Desk, own_house: House) -> None:
    (own_house.flyers / "call-script" / "es.po").unlink()
    assert desk("translate", "update", "es")[0] == 0
    assert len(files(own_house, "es")) == 4


@pytest.mark.parametrize("command", ["update", "check", "pdf"])
def test_a_language_without_files_is_told_how_to_begin(
    desk: Desk, with_samoan: House, command: str
) -> None:
    code, words, _ = desk("translate", command, "sm")
    assert code == 2
    assert "translate new sm" in words


def test_status_counts_and_says_who_is_wanted(desk: Desk, with_samoan: House) -> None:
    file = with_samoan.flyers / "shared" / "es.po"
    replace_in(file, 'msgstr "Horario"', 'msgstr ""')
    replace_in(file, 'msgctxt "panel-meeting"', '#, fuzzy\nmsgctxt "panel-meeting"')
    code, words, out = desk("translate", "status")
    assert (code, out) == (0, "")
    assert "sm all needs a translator" in words
    data = json.loads(desk("translate", "status", "--json")[2])
    by_tag = {language["tag"]: language for language in data["languages"]}
    assert "en" not in by_tag
    assert by_tag["sm"]["needs_translator"]
    shared = next(work for work in by_tag["es"]["works"] if work["name"] == "shared")
    assert (shared["fuzzy"], shared["missing"], shared["review"]) == (1, 1, "draft")
    assert shared["done"] == shared["messages"] - 2


def test_check_passes_and_fails_with_its_own_code(desk: Desk, own_house: House) -> None:
    code, words, _ = desk("translate", "check")
    assert code == 0
    assert "No fault found in es" in words
    file = own_house.flyers / "shared" / "es.po"
    line = replace_in(file, 'msgstr "Próxima reunión"', "msgstr \"Próxima 'reunión'\"")
    code, words, _ = desk("translate", "check", "es")
    assert code == 6
    assert f"es.po:{line - 1}: error: a quotation mark" in words
    assert "Faults in translations: " in words
    assert "Mend the lines named above." in words


def test_a_signature_holds_until_the_text_changes(desk: Desk, own_house: House) -> None:
    code, words, _ = desk(
        "translate", "sign", "es", "--reviewer", "Ana Souza", "--date", "2026-11-20"
    )
    assert code == 0, words
    assert "reviewed by Ana Souza on 2026-11-20" in desk("translate", "status")[1]
    file = own_house.flyers / "shared" / "es.po"
    assert "X-Review-Date: 2026-11-20" in file.read_text("utf-8")
    replace_in(file, "Próxima reunión", "Próxima junta")
    words = desk("translate", "status")[1]
    assert words.count("draft: changed since Ana Souza") == 1
    assert words.count("reviewed by Ana Souza") == 3


def test_notes_brought_up_do_not_undo_a_signature(desk: Desk, own_house: House) -> None:
    desk("translate", "sign", "es", "--reviewer", "Ana Souza")
    english = own_house.flyers / "call-script" / "en.md"
    english.write_text("\n" + english.read_text("utf-8"), encoding="utf-8")
    assert "notes for translators alone" in desk("translate", "update", "es")[1]
    assert "changed since" not in desk("translate", "status")[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [('msgstr "Horario"', 'msgstr ""'), ('msgctxt "panel"', '#, fuzzy\nmsgctxt "panel"')],
)
def test_only_a_whole_text_can_be_signed(desk: Desk, own_house: House, old: str, new: str) -> None:
    replace_in(own_house.flyers / "shared" / "es.po", old, new)
    before = files(own_house, "es")
    code, words, _ = desk("translate", "sign", "es", "--reviewer", "Ana Souza")
    assert code == 4
    assert "Only a whole text can be signed." in words
    assert "[po.unfinished]" in words
    assert "shared/es.po: error: " in words
    assert "messages are missing and" in words
    assert "compare the fuzzy ones with the English that changed" in words
    assert files(own_house, "es") == before


def test_a_broken_file_cannot_be_signed_and_tells_its_line(desk: Desk, own_house: House) -> None:
    file = own_house.flyers / "shared" / "es.po"
    line = replace_in(file, 'msgstr "Horario"', "msgstr Horario")
    code, words, _ = desk("translate", "sign", "es", "--reviewer", "Ana Souza")
    assert code == 4
    assert f"es.po:{line}: error: this line cannot be read" in words


def test_a_signature_needs_a_name(desk: Desk, own_house: House) -> None:
    assert desk("translate", "sign", "es")[0] == 2
    code, words, _ = desk("translate", "sign", "es", "--reviewer", " ")
    assert code == 2
    assert 'A signature needs a name. Write it as --reviewer "First Last".' in words


def test_the_proof_goes_to_the_folder_of_its_language(
    desk: Desk, own_house: House, tmp_path: Path
) -> None:
    for name in ("know-your-rights", "program-explainer"):
        (own_house.flyers / name / "flyer.toml").unlink()
    code, words, _ = desk("translate", "pdf", "es")
    assert code == 0, words
    assert (tmp_path / "output" / "es" / "proof-es.pdf").read_bytes()[:5] == b"%PDF-"
    assert desk("translate", "pdf", "es", "--paper", "leter")[0] == 2


def test_the_preview_is_set_anew_after_each_save(
    desk: Desk, own_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = own_house.flyers / "call-script" / "es.po"
    seen = threading.Event()

    def save() -> None:
        while not seen.wait(0.1):
            file.write_bytes(file.read_bytes())

    def first_change(*rooms: Path) -> Iterator[object]:
        threading.Thread(target=save, daemon=True).start()
        yield next(watch(*rooms))
        seen.set()

    watch = watchfiles.watch
    monkeypatch.setattr(watchfiles, "watch", first_change)
    code, words, _ = desk("preview", "es", "-f", "call-script")
    assert code == 0, words
    assert words.count("output/preview/index.html") == 2
    assert (tmp_path / "output" / "preview" / "index.html").exists()


def test_a_preview_of_an_unknown_size_is_told(desk: Desk, own_house: House) -> None:
    assert desk("preview", "es", "-s", "leter")[0] == 2
