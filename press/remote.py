"""A shelf that is reached by its address, such as s3://bucket/folder, through fsspec."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from press.errors import MissingError, StorageError
from press.output import Folder, Shelf


def shelf_at(output: str) -> Shelf:
    """The shelf that was named: a folder, or an address.

    Raises:
        MissingError: an address needs packages that are not there.
        StorageError: there is no way to such an address.
    """
    return Store(output) if "://" in output else Folder(Path(output))


class Store:
    """A shelf at an address. Each file is whole; that two builds take turns is up to you."""

    def __init__(self, address: str) -> None:
        try:
            import fsspec
        except ImportError as error:
            raise MissingError(
                f"To write to {address}, a package is missing.",
                "Run: pip install 'flyer-press[cluster]', or name a folder with -o.",
            ) from error
        try:
            self._files: Any
            self._files, self._root = fsspec.core.url_to_fs(address)
        except (ImportError, OSError, ValueError) as error:
            raise StorageError(
                f"{address} cannot be reached: {error}.", "Name a folder, or another address."
            ) from error
        self._address = address.rstrip("/")

    def where(self, name: Path) -> str:
        """A file of it, by its address."""
        return f"{self._address}/{name.as_posix()}" if name.parts else self._address

    def write(self, name: Path, content: bytes) -> None:
        """Put a file there, under another name first."""
        place = self._place(name)
        part = f"{place}.part"
        try:
            self._files.makedirs(place.rpartition("/")[0], exist_ok=True)
            self._files.pipe_file(part, content)
            self._files.mv(part, place)
        except OSError as error:
            raise StorageError(
                f"{self.where(name)} cannot be written: {error}.", "Name another place with -o."
            ) from error

    def read(self, name: Path) -> bytes | None:
        """A file of it, None when it cannot be read."""
        try:
            return bytes(self._files.cat_file(self._place(name)))
        except OSError:
            return None

    def mark(self, name: Path) -> str:
        """What its place knows of it."""
        try:
            return str(self._files.ukey(self._place(name)))
        except OSError:
            return ""

    def names(self, folder: Path) -> tuple[Path, ...]:
        """The files in a folder of it."""
        try:
            found = self._files.ls(self._place(folder), detail=False)
        except OSError:
            return ()
        return tuple(folder / file.rpartition("/")[2] for file in sorted(found))

    def remove(self, name: Path) -> None:
        """Take a file away."""
        try:
            self._files.rm_file(self._place(name))
        except OSError as error:
            raise StorageError(
                f"{self.where(name)} cannot be removed: {error}.", "Remove it yourself."
            ) from error

    def lock(self, _waiting: Callable[[], None]) -> AbstractContextManager[None]:
        """Nothing: addresses know no locks."""
        return nullcontext()

    def _place(self, name: Path) -> str:
        return f"{self._root.rstrip('/')}/{name.as_posix()}"
