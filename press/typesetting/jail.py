"""What a page may load: font files under `fonts/`, and PNG pictures carried inside the page."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname
from xml.etree.ElementTree import Element

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

_CARRIED = "data:image/png;base64,"
_FONT = ".ttf"


class Jail(URLFetcher):  # type: ignore[misc]
    """Fetches carried PNGs and the fonts inside one folder; anything else ends the layout."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)
        self.folder = folder.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Fetch one address.

        Raises:
            FatalURLFetchingError: the address is neither a font of the folder nor a carried PNG.
        """
        if url.startswith(_CARRIED):
            return super().fetch(url, headers)
        if file := self.font_at(url):
            return super().fetch(file.as_uri(), headers)
        raise FatalURLFetchingError(f"refused: {url[:200]}")

    def font_at(self, url: str) -> Path | None:
        """The font file that an address leads to, links followed; None for anything else."""
        try:
            parts = urlsplit(url)
            # Two slashes or a backslash name another machine, which merely resolving would call.
            is_local = not parts.netloc and not parts.path.startswith("//") and "\\" not in url
            if parts.scheme != "file" or not is_local or "%5c" in url.lower():
                return None
            file = Path(url2pathname(parts.path)).resolve()
        except (OSError, ValueError):
            return None
        is_font = file.suffix == _FONT and file.is_relative_to(self.folder)
        return file if is_font and file.is_file() else None


def foreign_parts(root: Element) -> Iterator[str]:
    """Where drawings of a page use parts of others; WeasyPrint would leave them out in silence."""
    for element in root.iter():
        if str(element.tag).rpartition("}")[2] == "use":
            for name, target in element.items():
                if name.rpartition("}")[2] in ("href", "xlink:href") and not target.startswith("#"):
                    yield f"refused: {target[:200]}"
