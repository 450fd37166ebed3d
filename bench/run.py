"""The bench: `python3 bench/run.py`. Measures this press and its peers, and prints ratios."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

if __name__ == "__main__":  # the folder of the bench itself is no place to import from
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from bench.cost import Cost
from bench.house import copy_house, write_chapters
from bench.machine import describe_machine
from bench.page import put_in, results_page
from bench.remote import CompetitorError, Remote
from bench.work import ROOT, Work

PEERS = ROOT / "bench" / ".venv"
QUICK_LANGUAGES, QUICK_CHAPTERS = ("es", "zh-Hans", "ar"), 40
ELSEWHERE = ("typst", "pdfimpose")  # whose packages the press does not need
CHAPTERS, ROUNDS, LEADING = 1000, 3, 3


def line_up(peers: Path) -> dict[str, Remote]:
    """Who is measured, peers right after what they are compared with.

    Args:
        peers: the environment of Typst and pdfimpose.
    """
    press, other = str(ROOT / ".venv/bin/python"), str(peers.absolute() / "bin/python")
    seats = {
        "one": ("one edition, cold", "press_command", "ColdOne"),
        "warm": ("one edition, warm", "press_warm", "WarmOne"),
        "catalog": ("**whole catalog**", "press_command", "Catalog"),
        "weasyprint": (
            "— the `weasyprint` command in a loop",
            "weasyprint_command",
            "WeasyPrintCommand",
        ),
        "chromium": ("— Chromium, warm", "chromium", "Chromium"),
        "unchanged": ("nothing changed", "press_command", "Unchanged"),
        "word": ("one word changed", "press_command", "OneWord"),
        "chapters": ("**chapters**", "press_command", "Chapters"),
        "typst": ("— Typst, warm", "typst_page", "Typst"),
        "sheets": ("**imposition**, warm", "press_warm", "Sheets"),
        "pdfimpose": ("— pdfimpose, warm", "pdfimpose_sheets", "PdfImpose"),
    }
    return {
        key: Remote(name, other if key in ELSEWHERE else press, module, kind)
        for key, (name, module, kind) in seats.items()
    }


def measure_all(
    competitors: dict[str, Remote], rounds: int, work: Path, log: Path
) -> tuple[dict[str, list[Cost] | str], dict[str, str]]:
    """Measure whoever is here, round by round, and say who is not; the versions come with it."""
    measured: dict[str, list[Cost] | str] = {}
    versions: dict[str, str] = {}
    for key, one in competitors.items():
        one.start(work, log)
        measured[key] = []
        if missing := one.missing():
            measured[key] = missing
            _say(f"skipped: {one.name}: {missing}")
            continue
        try:
            versions[key] = one.version()
            one.prepare()
        except CompetitorError as failure:
            measured[key] = f"could not be measured: {failure}"
            _say(f"skipped: {one.name}: {failure}")
    for number in range(1, rounds + 1):
        for key, one in competitors.items():
            costs = measured[key]
            if isinstance(costs, str):
                continue
            try:
                costs.append(one.run())
            except CompetitorError as failure:
                measured[key] = f"could not be measured: {failure}"
                _say(f"round {number}: {one.name}: {failure}")
                continue
            _say(f"round {number}: {one.name}: {costs[-1].documents} in {costs[-1].wall:.2f} s")
    for one in competitors.values():
        one.close()
    return measured, versions


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the tables; `--help` tells the rest."""
    asked = _parser().parse_args(arguments)
    asked.rounds = asked.rounds or (1 if asked.quick else ROUNDS)
    competitors = line_up(asked.peers)
    if asked.only:
        competitors = {key: one for key, one in competitors.items() if key in asked.only}
    with tempfile.TemporaryDirectory(prefix="flyer-bench-") as folder:
        scratch = asked.keep or Path(folder)
        work = _prepare(asked, scratch.resolve())
        log = scratch / "log"
        measured, versions = measure_all(competitors, asked.rounds, work.write(), log)
        if any(isinstance(told, str) and "could not" in told for told in measured.values()):
            _say(log.read_text(encoding="utf-8")[-4000:])
    about = [describe_machine(), "", _describe(work, asked.rounds, versions)]
    names = {key: one.name for key, one in competitors.items()}
    results = results_page(measured, names, about)
    print(results)
    if asked.json:
        asked.json.write_text(_raw(measured, about), encoding="utf-8")
    if asked.write:
        document = asked.write.read_text(encoding="utf-8")
        asked.write.write_text(put_in(document, results), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="three languages, few chapters, one round"
    )
    parser.add_argument(
        "--languages", help="those of the catalog, such as es,zh-Hans,ar; all by default"
    )
    parser.add_argument("--rounds", type=int, help=f"how often all is measured; {ROUNDS}")
    parser.add_argument("--only", nargs="+", metavar="WHO", choices=line_up(PEERS))
    parser.add_argument(
        "--peers", type=Path, default=PEERS, help="the environment of Typst and pdfimpose"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write each round's figures")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="put the tables between its two markers"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="a folder for all that is made, kept to look at"
    )
    return parser


def _prepare(asked: argparse.Namespace, scratch: Path) -> Work:
    """The house, the chapters and what the peers are given; none of it is measured."""
    languages = tuple(asked.languages.split(",")) if asked.languages else ()
    if asked.quick:
        languages = languages or QUICK_LANGUAGES
    work = Work(
        scratch=str(scratch),
        python=str(ROOT / ".venv/bin/python"),
        languages=languages,
        leading=languages[:LEADING] or QUICK_LANGUAGES,
        chapters=QUICK_CHAPTERS if asked.quick else CHAPTERS,
    )
    scratch.mkdir(parents=True, exist_ok=True)
    _say("preparing: fitting every edition for the peers")
    copy_house(work)
    write_chapters(work.chapter_file, work.chapters)
    subprocess.run(
        [work.python, "-m", "bench.material", str(work.write())],
        cwd=work.house,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    return work


def _describe(work: Work, rounds: int, versions: dict[str, str]) -> str:
    spoken = f"in {', '.join(work.languages)}" if work.languages else "in every language"
    named = ", ".join(dict.fromkeys(filter(None, versions.values())))
    return (
        f"{rounds} {'round' if rounds == 1 else 'rounds'}; the catalog {spoken}; the single"
        f" edition, the sheets and {work.chapters:,} chapters in {', '.join(work.leading)}."
        f" {named}."
    )


def _raw(measured: dict[str, list[Cost] | str], about: Sequence[str]) -> str:
    told = {
        key: costs if isinstance(costs, str) else [asdict(cost) for cost in costs]
        for key, costs in measured.items()
    }
    return json.dumps({"about": about, "measured": told}, indent=1, ensure_ascii=False)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
