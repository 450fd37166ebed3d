"""One specimen a font stack: set, shaped and judged as an edition is."""

from pathlib import Path

import pytest

from press.catalog.catalog import Catalog
from press.catalog.languages import Language
from press.catalog.toml_file import read_tables
from press.house import find_house
from press.specimens import make_specimen
from press.typesetting.engine import Typesetter

LANGUAGES = read_tables(find_house().flyers / "languages.toml", Language).sound
ONE_A_STACK = {language.fonts: tag for tag, language in LANGUAGES.items()}


@pytest.mark.parametrize("tag", ONE_A_STACK.values())
def test_a_specimen_passes_the_checks_of_an_edition(
    catalog: Catalog, typesetter: Typesetter, tag: str, tmp_path: Path
) -> None:
    file = make_specimen(catalog, tag, typesetter, tmp_path)
    assert file.relative_to(tmp_path).as_posix() == f"{tag}/specimen-{tag}.pdf"
    assert file.read_bytes().startswith(b"%PDF")
