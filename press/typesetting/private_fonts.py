"""Private fonts: fontconfig sees only `fonts/`, and each folder has a family name of its own."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from xml.sax.saxutils import escape

from weasyprint.text.fonts import FontConfiguration

from press.catalog.fonts import FontFile

_FALLBACK = "noto-sans"  # fontconfig crashes with no font at all; preflight catches any use of it


@cache
def isolate_fontconfig(fonts: Path) -> Path:
    """Point fontconfig at the vendored fonts alone, for this process.

    No font of the machine can then be printed, wherever the press runs.

    Returns:
        A folder for what is made of fonts, which goes when the process ends, a worker's too.
    """
    folder = Path(tempfile.mkdtemp(prefix="flyer-press-"))
    Finalize(None, shutil.rmtree, (folder,), {"ignore_errors": True}, exitpriority=0)
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><dir>{escape(str(fonts / _FALLBACK))}</dir>"
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(config)
    return folder


def new_configuration(folder: Path) -> FontConfiguration:
    """A set of fonts, still empty, whose files are kept in a folder of its own under another."""
    configuration = FontConfiguration()
    configuration._folder = Path(tempfile.mkdtemp(dir=folder))
    return configuration


def font_faces(fonts: Iterable[FontFile]) -> str:
    """The `@font-face` rules of font files. Never `unicode-range`: it mixes up glyphs silently."""
    return "\n".join(
        f'@font-face {{ font-family: "{font.family}"; font-weight: {font.weight};'
        f' src: url("{font.file.resolve().as_uri()}") }}'
        for font in fonts
    )
