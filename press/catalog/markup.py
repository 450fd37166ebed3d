"""The inline markup of messages: **bold** words, and nothing else.

The marks are read in plain pairs, not by CommonMark's rules of what may stand beside them: those
refuse bold words that touch Chinese letters or full-width punctuation.
"""

_MARK = "**"


def bold_runs(text: str) -> list[tuple[str, bool]]:
    """The runs of a message with whether each is bold; empty runs are left out."""
    return [(run, index % 2 == 1) for index, run in enumerate(text.split(_MARK)) if run]


def is_sound_markup(text: str) -> bool:
    """Whether every bold mark closes around words, and nothing but bold is marked."""
    runs = text.split(_MARK)
    return len(runs) % 2 == 1 and all(
        "*" not in run and (index % 2 == 0 or run == run.strip() != "")
        for index, run in enumerate(runs)
    )


def plain(text: str) -> str:
    """The words without their marks."""
    return text.replace(_MARK, "")
