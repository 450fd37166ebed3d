"""The command's first step: told from its record where nothing has changed, else run."""

import sys

from press.standing import answer


def main() -> None:
    """Run the command, loading only what it needs."""
    if not answer(sys.argv[1:]):
        from press.cli import main as run

        run()
