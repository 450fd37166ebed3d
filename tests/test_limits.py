"""An edition that takes too long, or too much memory, is stopped and told of."""

import signal
import time
from pathlib import Path

import pytest
from conftest import TODAY

from press.catalog.catalog import read_catalog
from press.driver import make_all
from press.errors import EditionError
from press.house import House
from press.limits import Limits, limited
from press.outcome import Failed
from press.plan import plan_editions
from press.pool import Here
from press.wanted import Wanted


def never_end() -> None:
    while True:
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(seconds=0.3), "took longer than 0 seconds"),
        (Limits(memory=1 << 20), "took more than 0.0 GB of memory"),
    ],
)
def test_work_beyond_a_limit_is_stopped(limits: Limits, words: str) -> None:
    with pytest.raises(EditionError, match=words) as stopped, limited(limits):
        never_end()
    assert "see what was last changed" in stopped.value.hint
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_work_within_its_limits_is_left_alone() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with limited(Limits()):
        done = sum(range(1000))
    assert done == 499500
    assert signal.getsignal(signal.SIGALRM) is before


def test_an_edition_that_takes_too_long_fails_with_words_and_leaves_no_file(
    house: House, tmp_path: Path
) -> None:
    wanted = Wanted(("en",), ("know-your-rights",))
    catalog = read_catalog(house, TODAY, None, wanted)
    (failed,) = make_all(
        catalog,
        plan_editions(catalog, wanted),
        tmp_path,
        lambda _: None,
        executor=Here(),
        limits=Limits(seconds=0.05),
    )
    assert isinstance(failed, Failed)
    assert "took longer than" in failed.error.message
    assert list(tmp_path.rglob("*.pdf")) == []
