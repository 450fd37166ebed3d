"""The installed package: it carries its rooms, works from any folder, and writes to ./output."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built through the sdist and unpacked where no checkout is near."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run([*build, "-t", "sdist"], cwd=ROOT, check=True, capture_output=True)
    (sdist,) = folder.glob("*.tar.gz")
    subprocess.run(["tar", "xzf", sdist.name], cwd=folder, check=True)
    source = folder / sdist.name.removesuffix(".tar.gz")
    subprocess.run([*build, "-t", "wheel"], cwd=source, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from press.command import main; main()", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_carries_texts_layouts_fonts_profiles_and_licences(installed: Path) -> None:
    shipped = installed / "press" / "shipped"
    for name in (
        "flyers/facts.toml",
        "flyers/know-your-rights/ar.po",
        "layouts/_base/page.html",
        "fonts/noto-sans/NotoSans-Black.ttf",
        "fonts/noto-sans-sc/OFL.txt",
        "profiles/fogra39l-coated/FOGRA39L_coated.icc",
        "profiles/fogra39l-coated/LICENSE.txt",
    ):
        assert (shipped / name).is_file(), name
    assert not (shipped / "flyers" / "chapter.toml").exists()
    entry = (next(installed.glob("*.dist-info")) / "entry_points.txt").read_text()
    assert "make-flyers = press.command:main" in entry


def test_the_installed_command_writes_to_output_where_it_is_called(
    installed: Path, tmp_path: Path
) -> None:
    done = run(installed, tmp_path, "build", "-l", "en", "-f", "call-script")
    assert done.returncode == 0, done.stderr
    made = [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.pdf")]
    assert made == ["output/en/call-script-en-quarter-letter-office.pdf"]
