"""Editions made by the workers of a cluster, who must be as we are; files put at an address."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import TODAY

from press import cluster
from press.catalog.catalog import read_catalog
from press.cluster import check_workers, executor_named
from press.driver import make_all
from press.errors import MissingError, StorageError, UsageError
from press.house import House
from press.outcome import Made
from press.plan import plan_editions
from press.remote import Store, shelf_at
from press.wanted import Wanted


@pytest.fixture
def memory() -> Iterator[str]:
    """An address whose files are in memory."""
    import fsspec

    address = "memory://flyers/out"
    yield address
    fsspec.filesystem("memory").rm("/flyers", recursive=True)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster of one worker, a process of its own."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as running:
        yield running.scheduler_address


@pytest.mark.filterwarnings("default")
def test_a_worker_of_a_cluster_makes_an_edition_and_it_is_put_at_an_address(
    house: House, scheduler: str, memory: str
) -> None:
    wanted = Wanted(("en",), ("call-script",))
    catalog = read_catalog(house, TODAY, None, wanted)
    editions = plan_editions(catalog, wanted)
    with executor_named(f"dask:{scheduler}") as executor:
        (made,) = make_all(catalog, editions, Store(memory), lambda _: None, executor=executor)
    assert isinstance(made, Made)
    name = "en/call-script-en-quarter-letter-office.pdf"
    assert made.file == f"{memory}/{name}"
    pdf = Store(memory).read(Path(name))
    assert pdf is not None
    assert pdf.startswith(b"%PDF")
    (again,) = make_all(catalog, editions, Store(memory), lambda _: None)
    assert isinstance(again, Made)
    assert again.is_unchanged


def test_a_worker_that_is_not_as_we_are_is_named() -> None:
    here = ("code", "libraries", "fonts")
    check_workers(here, {"tcp://one": here})
    other = ("code", "others", "other")
    with pytest.raises(MissingError) as differs:
        check_workers(here, {"tcp://one": here, "tcp://two": other})
    assert differs.value.message == (
        "The worker tcp://two has another version of: libraries, fonts."
    )
    with pytest.raises(MissingError, match="The cluster has no workers"):
        check_workers(here, {})


@pytest.mark.filterwarnings("default")
def test_a_cluster_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", "1s")
    answers = pytest.raises(MissingError, match="No cluster answers at tcp:")
    with answers, executor_named("dask:tcp://127.0.0.1:1"):
        pass


@pytest.mark.parametrize("name", ["threads", "dask:", "ray:tcp://host"])
def test_an_executor_that_is_not_known_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError, match="There is no executor"), executor_named(name):
        pass


def test_no_name_is_no_cluster() -> None:
    with executor_named("") as executor:
        assert executor is None


@pytest.mark.parametrize("package", ["distributed", "fsspec"])
def test_without_the_extra_its_line_is_told(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingError) as missing:
        if package == "fsspec":
            shelf_at("memory://flyers")
        else:
            with executor_named("dask:tcp://127.0.0.1:1"):
                pass
    assert "pip install 'flyer-press[cluster]'" in missing.value.hint
    words = {
        "distributed": "To use a cluster, packages are missing.",
        "fsspec": "To write to memory://flyers, a package is missing.",
    }
    assert missing.value.message == words[package]


def test_an_address_that_leads_nowhere_is_told() -> None:
    with pytest.raises(StorageError, match="nowhere://x cannot be reached"):
        shelf_at("nowhere://x")


def test_a_file_at_an_address_is_put_read_marked_and_removed(memory: str) -> None:
    shelf, name = Store(memory), Path("en/a.pdf")
    assert (shelf.read(name), shelf.mark(name), shelf.names(Path("en"))) == (None, "", ())
    shelf.write(name, b"one")
    first = shelf.mark(name)
    shelf.write(name, b"other")
    assert shelf.read(name) == b"other"
    assert shelf.mark(name) != first != ""
    assert shelf.names(Path("en")) == (name,)
    assert shelf.where(Path()) == memory
    shelf.remove(name)
    assert shelf.read(name) is None
    with pytest.raises(StorageError, match="cannot be removed"):
        shelf.remove(name)
