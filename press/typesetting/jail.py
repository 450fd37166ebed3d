"""What a page may load: font files under `fonts/`, and pictures carried inside the page."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


class Jail(URLFetcher):  # type: ignore[misc]
    """Fetches `data:` addresses and files inside one folder; anything else ends the layout."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Fetch one address.

        Raises:
            FatalURLFetchingError: the address leads outside the folder.
        """
        parts = urlsplit(url)
        if parts.scheme == "data":
            return super().fetch(url, headers)
        if parts.scheme == "file" and not parts.netloc:
            file = Path(unquote(parts.path)).resolve()
            if file.is_relative_to(self._folder) and file.is_file():
                return super().fetch(file.as_uri(), headers)
        raise FatalURLFetchingError(f"refused: {url}")
