"""What a process makes of fonts goes with it."""

import subprocess
import sys
from pathlib import Path

from press.house import find_house

SCRIPT = """
from pathlib import Path
import sys
from press.catalog.fonts import read_fonts
from press.typesetting.engine import Typesetter, write_pdf
fonts = Path(sys.argv[1])
page = Typesetter(fonts).open("<p lang=en>x", "p { font-family: press-noto-sans }", read_fonts(fonts)["noto-sans"])
write_pdf(page.lay_out(""))
assert list(Path(sys.argv[2]).iterdir())
"""


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", SCRIPT, str(find_house().fonts), str(tmp_path)],
        env={"TMPDIR": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )
    assert not list(tmp_path.iterdir())
