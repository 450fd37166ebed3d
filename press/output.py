"""Putting files where people print them: written beside, synced, then renamed, never half."""

import os
from pathlib import Path

from press.errors import StorageError


def prepare_folder(folder: Path) -> None:
    """Make the output folder.

    Raises:
        StorageError: it cannot be made, or a file stands in its place.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"The folder {folder} cannot be made: {error.strerror}.",
            "Choose another folder with -o, or move what stands in its place.",
        ) from error


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that it is either whole or not there.

    Raises:
        StorageError: the disk is full, or the folder may not be written to.
    """
    prepare_folder(file.parent)
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except OSError as error:
        raise StorageError(
            f"{file} cannot be written: {error.strerror}.",
            "Free some space, or choose another folder with -o.",
        ) from error
    finally:
        part.unlink(missing_ok=True)
