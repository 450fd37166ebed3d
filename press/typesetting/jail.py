"""What a page may load: font files under `fonts/`, and pictures carried inside the page."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


class Jail(URLFetcher):  # type: ignore[misc]
    """Fetches `data:` addresses and files inside one folder; anything else ends the layout."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)
        self.folder = folder.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Fetch one address.

        Raises:
            FatalURLFetchingError: the address leads outside the folder.
        """
        if urlsplit(url).scheme == "data":
            return super().fetch(url, headers)
        if file := self.file_at(url):
            return super().fetch(file.as_uri(), headers)
        raise FatalURLFetchingError(f"refused: {url}")

    def file_at(self, url: str) -> Path | None:
        """The file inside the folder that an address means; None when it means none."""
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            return None
        file = Path(unquote(parts.path)).resolve()
        return file if file.is_relative_to(self.folder) and file.is_file() else None
