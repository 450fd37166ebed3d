"""Who is measured, each in a process of its own; one small module a competitor."""

from bench.cost import Cost
from bench.work import Work


class Competitor:
    """What each one answers; its `run` is what is measured."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def missing(self) -> str:
        """Why it cannot be measured here, "" when it can."""
        return ""

    def version(self) -> str:
        """Its name and version."""
        return ""

    def prepare(self) -> None:
        """Do what is not measured: load, start, warm up."""

    def run(self) -> Cost:
        """Do the work once, and tell what it cost."""
        raise NotImplementedError

    def close(self) -> None:
        """End what was started."""
