"""The results as Markdown tables, and their place in the documentation."""

from collections.abc import Mapping, Sequence

from bench.cost import Cost
from bench.results import GOALS, Goal, Measured, middle

OPENS, CLOSES = "<!-- results: begin -->", "<!-- results: end -->"
_ABSENT = "–"


def results_page(measured: Measured, names: Mapping[str, str], about: Sequence[str]) -> str:
    """What was measured, as Markdown.

    Args:
        measured: the rounds of each competitor, or why there are none.
        names: what the table calls them.
        about: sentences on the machine, the day and the versions.
    """
    goals = [
        "| goal | to reach | time | CPU time | |",
        "|---|---|---|---|---|",
        *(_goal_row(goal, measured) for goal in GOALS),
    ]
    rows = [
        "| | documents | ms each | CPU ms each | cores busy | largest process, MB |",
        "|---|---:|---:|---:|---:|---:|",
        *(_row(names[who], rounds) for who, rounds in measured.items()),
    ]
    return "\n".join((*about, "", *goals, "", *rows))


def put_in(document: str, results: str) -> str:
    """A document with the results between its two markers.

    Raises:
        ValueError: a marker is missing.
    """
    before, opens, rest = document.partition(OPENS)
    _, closes, after = rest.partition(CLOSES)
    if not (opens and closes):
        raise ValueError(f"The results belong between {OPENS} and {CLOSES}; one is missing.")
    return f"{before}{OPENS}\n{results}\n{CLOSES}{after}"


def _goal_row(goal: Goal, measured: Measured) -> str:
    wanted = f"at least {goal.least:g}" if goal.least is not None else f"under {goal.most:g}"
    wall = goal.of_wall(measured)
    cpu = goal.of_cpu(measured) if goal.of_cpu else None
    verdict = "not measured"
    if wall is not None:
        verdict = "reached" if goal.is_reached(wall) else "**not reached**"
    figures = (_figure(wall, goal.unit), _figure(cpu, goal.unit))
    return f"| {goal.words} | {wanted} {goal.unit} | {figures[0]} | {figures[1]} | {verdict} |"


def _row(name: str, rounds: Sequence[Cost] | str) -> str:
    if isinstance(rounds, str):
        reason = rounds.replace("|", "/")  # a bar would open another cell
        return f"| {name} | {reason} | | | | |"
    cost = middle(rounds)
    each = 1000 / cost.documents
    figures = (
        f"{cost.documents:,}",
        f"{cost.wall * each:,.1f}",
        _ABSENT if cost.cpu is None else f"{cost.cpu * each:,.1f}",
        _ABSENT if cost.cores is None else f"{cost.cores:.1f}",
        _ABSENT if cost.memory is None else f"{cost.memory:.0f}",
    )
    return f"| {name} | {' | '.join(figures)} |"


def _figure(value: float | None, unit: str) -> str:
    return _ABSENT if value is None else f"{value:.3g} {unit}"
