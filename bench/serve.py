"""One competitor in a process of its own, asked line by line and answering in JSON.

`python -m bench.serve MODULE CLASS WORK_FILE`, with MODULE a name under `bench.competitors`.
"""

import importlib
import json
import os
import sys
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from bench.competitors import Competitor
from bench.work import read_work

_LONGEST = 300  # characters that a row of the table holds of an error


def answer(competitor: Competitor, asked: str) -> object:
    """What a competitor answers: why it is missing, "" once prepared, or the cost of a run."""
    told = getattr(competitor, asked)()
    return asdict(told) if asked == "run" else told or ""


def serve(competitor: Competitor, questions: TextIO, answers: TextIO) -> None:
    """Answer until the questions end."""
    for line in questions:
        reply: dict[str, object]
        try:
            reply = {"told": answer(competitor, line.strip())}
        except Exception as error:
            traceback.print_exc()
            said = " ".join(f"{type(error).__name__}: {error}".split())
            reply = {"failed": said[-_LONGEST:]}
        print(json.dumps(reply), file=answers, flush=True)


def main() -> None:
    """Serve the competitor that is named on the command line."""
    module, name, work = sys.argv[1:]
    # Answers have a channel of their own: whatever a peer prints must not mix with them.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    kind = getattr(importlib.import_module(f"bench.competitors.{module}"), name)
    competitor = kind(read_work(Path(work)))
    try:
        serve(competitor, sys.stdin, answers)
    finally:
        competitor.close()


if __name__ == "__main__":
    main()
