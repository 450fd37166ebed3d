"""The bench measures whoever is there, says who is not, and works its ratios out rightly."""

import io
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench import page, results
from bench.competitors import Competitor
from bench.competitors.press_command import change_a_word
from bench.cost import Cost, measure, tree_cpu
from bench.house import write_chapters
from bench.material import runs_of
from bench.page import CLOSES, OPENS, put_in, results_page
from bench.remote import CompetitorError, Remote
from bench.run import line_up, measure_all
from bench.serve import serve
from bench.work import ROOT, Work, read_work
from press.catalog.catalog import Catalog
from press.catalog.po_file import read_po_file


def cost(documents: int, wall: float, cpu: float | None = None, memory: float | None = 90) -> Cost:
    return Cost(documents, wall, cpu, memory)


class Fake(Remote):
    """A competitor without a process."""

    def __init__(self, name: str, each: float = 1.0, missing: str = "", fails: str = "") -> None:
        super().__init__(name, sys.executable, "", "")
        self.each, self.reason, self.fails = each, missing, fails
        self.asked: list[str] = []

    def start(self, work: Path, log: Path) -> None:
        self.given = work, log
        self.asked.append("start")

    def missing(self) -> str:
        return self.reason

    def version(self) -> str:
        return f"{self.name} 1.0"

    def prepare(self) -> None:
        self.asked.append("prepare")

    def run(self) -> Cost:
        self.asked.append("run")
        if self.fails:
            raise CompetitorError(self.fails)
        return cost(4, 4 * self.each, 2 * self.each)

    def close(self) -> None:
        self.asked.append("close")


def measured_with(**fakes: Fake) -> dict[str, list[Cost] | str]:
    return measure_all(dict(fakes), 2, Path("work.json"), Path("log"))[0]


def test_all_are_measured_in_each_round_and_ended() -> None:
    ours, theirs = Fake("ours"), Fake("theirs", each=3)
    measured = measured_with(catalog=ours, weasyprint=theirs)
    assert ours.asked == theirs.asked == ["start", "prepare", "run", "run", "close"]
    assert results.times(measured, "catalog", "weasyprint") == 3


def test_a_missing_peer_is_skipped_and_said() -> None:
    peer = Fake("Typst", missing="not installed (PyPI: typst)")
    measured = measured_with(chapters=Fake("ours"), typst=peer)
    assert "run" not in peer.asked
    table = results_page(measured, {"chapters": "ours", "typst": "Typst"}, ["A machine."])
    assert "| Typst | not installed (PyPI: typst) |" in table
    assert re.search(r"against Typst \| at least 3 x \| – \| – \| not measured", table)


def test_a_peer_that_fails_does_not_stop_the_others() -> None:
    measured = measured_with(catalog=Fake("ours"), chromium=Fake("a browser", fails="it ended"))
    assert measured["chromium"] == "could not be measured: it ended"
    assert len(measured["catalog"]) == 2
    assert results.times(measured, "catalog", "chromium") is None


def test_an_error_of_several_lines_stays_in_its_cell(tmp_path: Path) -> None:
    class Failing(Told):
        def prepare(self) -> None:
            raise RuntimeError("first | line\nsecond line")

    answers = io.StringIO()
    serve(Failing(a_work(tmp_path)), io.StringIO("prepare\n"), answers)
    reason = json.loads(answers.getvalue())["failed"]
    row = results_page({"one": reason}, {"one": "ours"}, []).splitlines()[-1]
    assert row == "| ours | RuntimeError: first / line second line | | | | |"


def test_a_ratio_is_the_median_of_the_pairs_for_each_document() -> None:
    measured = {
        "ours": [cost(10, 10, 5), cost(10, 20, 5), cost(10, 10, 5)],
        "theirs": [cost(1, 2, 2), cost(1, 40, 2), cost(1, 3, 2)],
    }
    assert results.times(measured, "ours", "theirs") == 3  # of 2, 20 and 3
    assert results.times(measured, "ours", "theirs", cpu=True) == 4


def test_a_ratio_without_cpu_time_is_left_out() -> None:
    measured = {"ours": [cost(1, 1)], "theirs": [cost(1, 2)]}
    assert results.times(measured, "ours", "theirs") == 2
    assert results.times(measured, "ours", "theirs", cpu=True) is None


def test_a_share_is_of_the_whole_build_not_of_a_document() -> None:
    measured = {"unchanged": [cost(90, 1)], "catalog": [cost(90, 200)]}
    assert results.share(measured, "unchanged", "catalog") == 0.5


def test_the_memory_is_the_most_of_all_rounds() -> None:
    measured = {"catalog": [cost(1, 1, memory=80), cost(1, 1, memory=160)]}
    assert results.memory(measured, "catalog") == 160
    assert results.memory({"catalog": "not installed"}, "catalog") is None


@pytest.mark.parametrize(
    ("wall", "verdict"), [(1.0, "| reached |"), (100.0, "| **not reached** |")]
)
def test_a_goal_tells_whether_it_is_reached(wall: float, verdict: str) -> None:
    measured = {"catalog": [cost(10, wall, wall)], "weasyprint": [cost(10, 30, 20)]}
    names = {"catalog": "ours", "weasyprint": "theirs"}
    lines = results_page(measured, names, []).splitlines()
    assert [line for line in lines if "`weasyprint` command" in line][0].endswith(verdict)


def test_every_goal_names_competitors_of_the_line_up() -> None:
    everyone = {key: [cost(1, 1, 1)] for key in line_up(Path("peers"))}
    assert None not in [goal.of_wall(everyone) for goal in results.GOALS]


def test_the_results_take_their_place_between_the_markers_and_nothing_else_changes() -> None:
    document = f"before\n{OPENS}\nold\n{CLOSES}\nafter\n"
    once = put_in(document, "new")
    assert once == f"before\n{OPENS}\nnew\n{CLOSES}\nafter\n"
    assert put_in(once, "new") == once


@pytest.mark.parametrize("document", ["no marker", OPENS, CLOSES])
def test_a_document_without_both_markers_is_refused(document: str) -> None:
    with pytest.raises(ValueError, match="one is missing"):
        put_in(document, "new")


def test_the_paper_on_performance_has_its_markers() -> None:
    document = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert page.OPENS in put_in(document, "new")


class Told(Competitor):
    """A competitor that prints while it works, and then fails."""

    def run(self) -> Cost:
        return measure(lambda: 7)

    def prepare(self) -> None:
        raise RuntimeError("no fonts")


def test_a_competitor_answers_line_by_line_and_outlives_its_own_failure(tmp_path: Path) -> None:
    answers = io.StringIO()
    serve(Told(a_work(tmp_path)), io.StringIO("missing\nprepare\nrun\n"), answers)
    missing, prepared, ran = map(json.loads, answers.getvalue().splitlines())
    assert missing == {"told": ""}
    assert prepared == {"failed": "RuntimeError: no fonts"}
    assert ran["told"]["documents"] == 7


def a_work(folder: Path) -> Work:
    (folder / "house").mkdir(exist_ok=True)
    return Work(str(folder), sys.executable, (), ("es", "ar"), 3)


def test_the_work_is_read_as_it_was_written(tmp_path: Path) -> None:
    work = a_work(tmp_path)
    assert read_work(work.write()) == work


def test_a_real_process_tells_that_its_peer_is_not_installed(tmp_path: Path) -> None:
    peer = Remote("pdfimpose", sys.executable, "pdfimpose_sheets", "PdfImpose")
    peer.start(a_work(tmp_path).write(), tmp_path / "log")
    try:
        assert peer.missing() == "not installed (PyPI: pdfimpose)"
        with pytest.raises(CompetitorError, match="No package metadata"):
            peer.version()
    finally:
        peer.close()


def test_a_peer_without_an_environment_is_not_installed(tmp_path: Path) -> None:
    peer = line_up(tmp_path / "nowhere")["typst"]
    peer.start(a_work(tmp_path).write(), tmp_path / "log")
    assert peer.missing() == "not installed (no Python in its environment)"


def test_the_time_of_what_a_command_leaves_behind_is_counted(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < .3: pass"
    leaves = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {busy!r}])"
    measures = f"""
import sys
from pathlib import Path
from bench.cost import measure_commands
cost = measure_commands([[sys.executable, "-c", {leaves!r}]], Path("."), {{}}, lambda: 1)
print(cost.cpu)
"""
    said = subprocess.run(
        [sys.executable, "-c", measures], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert float(said.stdout) > 0.29


def test_a_command_that_fails_says_why() -> None:
    measures = """
import sys
from pathlib import Path
from bench.cost import measure_commands
measure_commands([[sys.executable, "-c", "sys.exit('no such page')"]], Path("."), {}, lambda: 1)
"""
    said = subprocess.run(
        [sys.executable, "-c", measures], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "CommandError" in said.stderr


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_the_time_of_a_tree_holds_that_of_its_children() -> None:
    busy = "import time\nwhile time.process_time() < .3: pass\ninput()"
    waits = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    shell = subprocess.Popen([sys.executable, "-c", waits], stdin=subprocess.PIPE)
    try:
        deadline = time.monotonic() + 60
        while (tree_cpu(shell.pid) or 0) < 0.29 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert (tree_cpu(shell.pid) or 0) >= 0.29
    finally:
        shell.communicate(b"\n")


def test_the_same_chapters_are_written_each_time(tmp_path: Path) -> None:
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    write_chapters(one, 20)
    write_chapters(other, 20)
    assert one.read_bytes() == other.read_bytes()
    assert len(one.read_text(encoding="utf-8").splitlines()) == 21


@pytest.mark.parametrize("tag", ["es", "ar", "vi"])
def test_one_word_of_a_translation_is_changed_and_changed_back(tag: str, tmp_path: Path) -> None:
    file = tmp_path / f"{tag}.po"
    original = (ROOT / "flyers" / "know-your-rights" / f"{tag}.po").read_bytes()
    file.write_bytes(original)
    change_a_word(file)
    changed = file.read_bytes()
    assert 0 < len(changed) - len(original) < 40
    assert read_po_file(file)[1] == []
    change_a_word(file)
    assert file.read_bytes() == original


def test_inline_html_is_taken_apart_for_a_page_that_is_not_html() -> None:
    html = 'Ask for <strong>48 hours</strong> &amp; call <bdi dir="ltr">617-555-0142</bdi>.'
    runs = runs_of(html)
    assert ("48 hours", True) in runs
    assert "".join(words for words, _ in runs) == (
        "Ask for 48 hours & call \u2066617-555-0142\u2069."
    )


def test_the_typst_page_sets_every_section_of_the_flyer(catalog: Catalog) -> None:
    template = (ROOT / "bench" / "pages" / "know-your-rights.typ").read_text(encoding="utf-8")
    for section in catalog.flyers["know-your-rights"].source.sections:
        if "english" not in section.classes:
            assert f'"{section.id}"' in template or f"sections.{section.id}" in template


@pytest.mark.parametrize("module", sorted((ROOT / "bench").rglob("*.py")), ids=lambda p: p.stem)
def test_a_module_of_the_bench_stays_small(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 250
