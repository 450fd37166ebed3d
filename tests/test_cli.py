"""The command, run as an organizer runs it: words to stderr, JSON to stdout, honest exit codes."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from edits import replace_in

from press.house import House

ROOT = Path(__file__).parent.parent


def run(
    *arguments: str, house: House | None = None, folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in its own process, in a copied house when one is given."""
    script = "import sys; from press import cli, cli_build, house; "
    if house is not None:
        script += (
            "from pathlib import Path; "
            f"rooms = {[str(room) for room in vars(house).values()]}; "
            "cli.find_house = cli_build.find_house = lambda: house.House(*map(Path, rooms)); "
        )
    script += "sys.argv = ['make_flyers.py', *sys.argv[1:]]; cli.main()"
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=folder or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_one_flyer_is_made_under_a_name_that_is_understood_alone(tmp_path: Path) -> None:
    done = run("build", "-l", "en", "-f", "call-script", "-o", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    files = [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.*") if p.is_file()]
    assert [name for name in files if "/.made/" not in name] == [
        "out/en/call-script-en-quarter-letter-office.pdf"
    ]
    assert done.stdout == ""
    assert "1 of 1 flyers made" in done.stderr


def test_plain_lines_without_colors_where_there_is_no_terminal(tmp_path: Path) -> None:
    done = run("build", "-l", "en", "-f", "call-script", "-o", str(tmp_path))
    assert "\x1b" not in done.stderr
    assert "call-script-en-quarter-letter-office.pdf" in done.stderr


def test_no_color_is_kept_even_where_a_terminal_is_claimed() -> None:
    plain = run("build", "-l", "xx", NO_COLOR="1", FORCE_COLOR="1")
    colored = run("build", "-l", "xx", FORCE_COLOR="1")
    assert "\x1b[1;31m" in colored.stderr
    assert "\x1b[1;31m" not in plain.stderr


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("-l", "pt-Br", "-l", "ess"), "Did you mean es?"),
        (("-f", "know"), "Did you mean know-your-rights?"),
        (("-s", "leter"), "Did you mean letter?"),
        (("-p", "ofice"), "Did you mean office?"),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_what_was_meant(
    arguments: tuple[str, ...], meant: str
) -> None:
    done = run("build", *arguments)
    assert done.returncode == 2
    assert meant in done.stderr


def test_an_unknown_option_is_a_usage_error() -> None:
    assert run("build", "--nonesuch").returncode == 2


def test_the_list_names_languages_by_endonym_and_state() -> None:
    done = run("list")
    assert done.returncode == 0
    assert done.stdout == ""
    assert all(
        word in done.stderr
        for word in ("Español", "العربية", "简体中文", "draft", "letter", "needs a translator")
    )


def test_a_language_that_waits_for_its_translator_is_one_clear_error() -> None:
    done = run("build", "-l", "kjb")
    assert done.returncode == 2
    assert "needs a translator" in done.stderr
    assert "flyers/call-script/kjb.po" in done.stderr
    assert done.stderr.count("\n") == 2


def test_a_specimen_needs_no_translation(tmp_path: Path) -> None:
    done = run("specimen", "-l", "kjb", "-l", "es", "-o", str(tmp_path))
    assert done.returncode == 0, done.stderr
    made = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.pdf")}
    assert made == {"kjb/specimen-kjb.pdf", "es/specimen-es.pdf"}


def test_the_list_as_json_goes_to_standard_output() -> None:
    data = json.loads(run("list", "--json").stdout)
    arabic = next(language for language in data["languages"] if language["tag"] == "ar")
    assert arabic["direction"] == "rtl"
    assert arabic["endonym"] == "العربية"
    assert arabic["review_by_flyer"]["know-your-rights"] == "draft"
    assert {flyer["name"] for flyer in data["flyers"]} == {
        "know-your-rights",
        "call-script",
        "program-explainer",
    }


def test_the_doctor_finds_all_that_is_needed() -> None:
    done = run("doctor")
    assert done.returncode == 0, done.stderr
    assert "Pango and HarfBuzz" in done.stderr
    assert "NO " not in done.stderr


def test_the_doctor_says_what_to_run_for_missing_fonts(own_house: House, tmp_path: Path) -> None:
    (tmp_path / "fonts" / "noto-sans").mkdir(parents=True)
    bare = replace(own_house, fonts=tmp_path / "fonts")
    done = run("doctor", house=bare)
    assert done.returncode == 3
    assert "fonts/noto-sans (empty)" in done.stderr
    assert "git checkout -- fonts" in done.stderr


def test_every_fault_is_told_at_once_and_nothing_is_written(
    own_house: House, tmp_path: Path
) -> None:
    flyers = own_house.flyers
    kind = replace_in(flyers / "facts.toml", 'kind = "number"', 'kind = "nummer"')
    slip = replace_in(flyers / "know-your-rights/flyer.toml", "pages = 2", "pagse = 2")
    name = replace_in(flyers / "call-script/en.md", "{blank_name}", "{blank_nmae}")
    (flyers / "shared/es.po").write_text('msgid ""\nmsgstr ""\nmsgid broken\n')
    (flyers / "chapter.toml").write_text('name = "Us"\nlogo = "none.png"\nhotlin = "1"\n')
    done = run("build", "-l", "es", "-o", str(tmp_path / "out"), house=own_house)
    assert done.returncode == 4
    for place in (
        f"facts.toml:{kind}:",
        f"know-your-rights/flyer.toml:{slip}:",
        f"call-script/en.md:{name}:",
        "shared/es.po:3:",
        "chapter.toml:3:",
    ):
        assert place in done.stderr
    assert "Did you mean “pages”?" in done.stderr
    assert "Did you mean “hotline”?" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_fact_past_its_day_warns_and_strict_refuses(own_house: House, tmp_path: Path) -> None:
    line = replace_in(
        own_house.flyers / "facts.toml", "check_by = 2027-05-01", "check_by = 2020-01-01"
    )
    narrow = ("-l", "en", "-f", "call-script", "-o", str(tmp_path / "out"))
    warned = run("build", *narrow, house=own_house)
    assert warned.returncode == 0
    assert "was to be checked by 2020-01-01" in warned.stderr
    strict = run("build", "--strict", *narrow, house=own_house)
    assert strict.returncode == 4
    assert "past their day of checking" in strict.stderr
    assert line > 0


def test_a_flyer_that_cannot_fit_fails_alone_and_is_named(own_house: House, tmp_path: Path) -> None:
    line = "At church, at work, with friends and family."
    replace_in(own_house.flyers / "call-script/en.md", line, line + " Tell everyone you know." * 60)
    done = run("build", "-l", "en", "-o", str(tmp_path), house=own_house)
    assert done.returncode == 1
    assert "2 of 3 flyers made" in done.stderr
    assert "“organize”" in done.stderr
    names = {path.name.partition("-en-")[0] for path in tmp_path.rglob("en/*")}
    assert names == {"know-your-rights", "program-explainer"}


def test_a_flyer_that_does_not_go_onto_the_paper_fails_alone(tmp_path: Path) -> None:
    sizes = ("-s", "letter", "-s", "a4", "--paper", "a4")
    done = run("build", "-l", "en", "-f", "know-your-rights", *sizes, "-o", str(tmp_path))
    assert done.returncode == 2
    assert "1 of 2 flyers made" in done.stderr
    assert "A page of 8.5 x 11 in does not fit on paper of 8.268 x 11.69 in." in done.stderr
    assert "Choose larger paper, or a smaller edition." in done.stderr
    (made,) = tmp_path.rglob("*.pdf")
    assert made.name == "know-your-rights-en-a4-office.pdf"


def test_a_flyer_that_fails_warns_of_its_earlier_pdf(own_house: House, tmp_path: Path) -> None:
    narrow = ("build", "-l", "en", "-f", "call-script", "-o", str(tmp_path))
    assert run(*narrow, house=own_house).returncode == 0
    line = "At church, at work, with friends and family."
    replace_in(own_house.flyers / "call-script/en.md", line, line + " Tell everyone you know." * 60)
    done = run(*narrow, house=own_house)
    assert done.returncode == 1
    assert "An earlier PDF of it is still there: do not print it." in done.stderr


def test_a_file_in_the_place_of_the_output_folder_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    done = run("build", "-l", "en", "-f", "call-script", "-o", str(tmp_path / "out"))
    assert done.returncode == 5
    assert "cannot be made" in done.stderr
    assert (tmp_path / "out").read_text() == "in the way"


def test_a_missing_chapter_file_is_told(tmp_path: Path) -> None:
    done = run("build", "-l", "en", "--chapter", str(tmp_path / "none.toml"), "-o", str(tmp_path))
    assert done.returncode == 4
    assert "none.toml" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_our_own_fault_is_told_without_a_traceback_unless_asked() -> None:
    script = (
        "import sys; from press import cli, cli_build\n"
        "def broken(): raise RuntimeError('a slip of ours')\n"
        "cli_build.find_house = broken\n"
        "cli.main()"
    )
    for extra, traced in ((), False), (("--debug",), True):
        done = subprocess.run(
            [sys.executable, "-c", script, *extra, "list"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 70
        assert "a slip of ours" in done.stderr
        assert ("Traceback" in done.stderr) is traced


def test_ctrl_c_says_that_what_was_made_is_whole() -> None:
    script = (
        "import sys; from press import cli, cli_build\n"
        "def stopped(): raise KeyboardInterrupt\n"
        "cli_build.find_house = stopped\n"
        "sys.argv = ['make_flyers.py', 'list']\n"
        "cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert "Stopped. The files made so far are whole." in done.stderr
    assert "Run the same again to make the rest." in done.stderr


def test_help_names_every_exit_code() -> None:
    done = run("--help")
    words = " ".join(done.stdout.split())
    assert all(f"{code} " in words for code in (0, 1, 2, 3, 4, 5, 6, 70, 130))
