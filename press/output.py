"""Putting files where people print them: written beside, synced, then renamed, never half."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Protocol

from press.errors import StorageError

_PART = re.compile(r"\..+\.(\d+)\.part")


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
        with suppress(OSError):
            part.unlink(missing_ok=True)


class Shelf(Protocol):
    """Where editions are put: a folder, or a place that is reached by its address."""

    def where(self, name: Path) -> Path | str:
        """A file of it, as it is told to people; an empty path is the shelf itself."""

    def write(self, name: Path, content: bytes) -> None:
        """Put a file there, whole or not at all; raises StorageError."""

    def read(self, name: Path) -> bytes | None:
        """A file of it, None when it cannot be read."""

    def mark(self, name: Path) -> str:
        """What changes whenever the file does, "" when it is not there."""

    def names(self, folder: Path) -> tuple[Path, ...]:
        """The files in a folder of it."""

    def remove(self, name: Path) -> None:
        """Take a file away; raises StorageError."""

    def lock(self, waiting: Callable[[], None]) -> AbstractContextManager[None]:
        """Be the only one who puts files there; `waiting` is called before a long wait."""


class Folder:
    """A shelf on this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def where(self, name: Path) -> Path:
        """A file of it."""
        return self.root / name

    def write(self, name: Path, content: bytes) -> None:
        """Put a file there, whole or not at all."""
        write_whole(self.root / name, content)

    def read(self, name: Path) -> bytes | None:
        """A file of it, None when it cannot be read."""
        try:
            return (self.root / name).read_bytes()
        except OSError:
            return None

    def mark(self, name: Path) -> str:
        """Its size and the time of its last change."""
        try:
            status = (self.root / name).stat()
        except OSError:
            return ""
        return f"{status.st_size}:{status.st_mtime_ns}"

    def names(self, folder: Path) -> tuple[Path, ...]:
        """The files in a folder of it."""
        return tuple(
            file.relative_to(self.root)
            for file in sorted((self.root / folder).glob("*"))
            if file.is_file()
        )

    def remove(self, name: Path) -> None:
        """Take a file away."""
        file = self.root / name
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(
                f"{file} cannot be removed: {error.strerror}.", "Remove it yourself."
            ) from error

    @contextmanager
    def lock(self, waiting: Callable[[], None]) -> Iterator[None]:
        """Be the only one who puts files there, and sweep up what others left half.

        Raises:
            StorageError: the folder may not be written to.
        """
        from filelock import FileLock, Timeout

        file = self.root / ".made" / "lock"
        prepare_folder(file.parent)
        lock = FileLock(file)
        try:
            try:
                lock.acquire(timeout=0.2)
            except Timeout:
                waiting()
                lock.acquire()
        except OSError as error:
            raise StorageError(
                f"{file.parent} cannot be written to: {error.strerror}.",
                "Free some space, or choose another folder with -o.",
            ) from error
        try:
            self._sweep()
            yield
        finally:
            self._sweep()  # what a worker was writing when it was stopped
            lock.release()

    def _sweep(self) -> None:
        """Remove the parts of files whose writer was killed."""
        for depth in ("", "*/", "*/*/"):  # the last for the flyers of many chapters
            for file in self.root.glob(f"{depth}.*.part"):
                named = _PART.fullmatch(file.name)
                if named and not _is_alive(int(named[1])):
                    with suppress(OSError):
                        file.unlink()


def _is_alive(process: int) -> bool:
    if os.name == "nt":  # there, a file that someone still writes cannot be removed
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()
