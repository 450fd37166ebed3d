"""The pool: each result comes, whoever dies or hangs, and no process is left behind."""

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import faults
import pytest

from press import pool
from press.catalog.catalog import Catalog
from press.edition import Edition
from press.errors import EditionError
from press.imposition.impose import USUAL
from press.limits import USUAL_LIMITS, Limits
from press.outcome import Printed
from press.pool import Here, run_in_pool, run_on
from press.ticket import Ticket, write_ticket


@pytest.fixture(scope="module")
def ticket(catalog: Catalog) -> Ticket:
    return write_ticket(catalog, Edition("call-script", "en", "card"), USUAL)


def results(ticket: Ticket, *titles: str, limits: Limits = USUAL_LIMITS) -> dict[str, str]:
    """What became of tickets of these titles: "made", or the words of the failure."""
    tickets = [replace(ticket, title=title) for title in titles]
    told = {}
    for done, result in run_in_pool(tickets, limits, faults.by_title):
        assert done.title not in told
        told[done.title] = "made" if isinstance(result, Printed) else str(result)
    assert multiprocessing.active_children() == []
    return told


def test_all_results_come(ticket: Ticket) -> None:
    titles = ("a", "b", "c", "d", "e")
    assert results(ticket, *titles) == dict.fromkeys(titles, "made")


def test_one_whose_worker_is_killed_is_tried_once_more(ticket: Ticket, tmp_path: Path) -> None:
    once = f"once {tmp_path / 'died'}"
    assert results(ticket, once, "a", "b") == dict.fromkeys((once, "a", "b"), "made")
    assert (tmp_path / "died").exists()


def test_one_whose_worker_dies_each_time_fails_alone(ticket: Ticket) -> None:
    told = results(ticket, "a", "die", "b")
    assert "ended from outside, or crashed, twice" in told.pop("die")
    assert told == {"a": "made", "b": "made"}


def test_one_that_hangs_where_no_signal_reaches_it_fails_alone(
    ticket: Ticket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_GRACE", 0.0)
    told = results(ticket, "hang", limits=Limits(seconds=1))
    assert told == {"hang": "It was stopped: it took longer than 1 seconds."}


def test_a_run_that_is_left_leaves_no_process(ticket: Ticket) -> None:
    tickets = [replace(ticket, title=title) for title in ("a", "hang")]
    running = run_in_pool(tickets, Limits(), faults.by_title)
    assert isinstance(next(running)[1], Printed)
    assert multiprocessing.active_children() != []
    running.close()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("executor", [Here(), ThreadPoolExecutor(2)])
def test_any_executor_does_the_work(ticket: Ticket, executor: Here) -> None:
    tickets = [replace(ticket, title=title) for title in ("a", "b", "c")]
    results = run_on(executor, tickets, Limits(), faults.by_title)
    done = {each.title: result for each, result in results}
    assert done.keys() == {"a", "b", "c"}
    assert not any(isinstance(result, EditionError) for result in done.values())
    executor.shutdown()
