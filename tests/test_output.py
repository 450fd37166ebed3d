"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from press.errors import StorageError
from press.output import prepare_folder, write_whole


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "c.pdf"
    write_whole(file, b"whole")
    assert file.read_bytes() == b"whole"
    assert list(file.parent.iterdir()) == [file]


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "c.pdf"
    file.write_bytes(b"old")
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(StorageError, match="cannot be made") as error:
        prepare_folder(tmp_path / "out")
    assert error.value.exit_code == 5
    assert (tmp_path / "out").read_text() == "mine"


def test_a_full_disk_leaves_the_earlier_file_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "c.pdf"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="cannot be written: No space left on device") as error:
        write_whole(file, b"new")
    assert error.value.exit_code == 5
    assert "Free some space" in error.value.hint
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
