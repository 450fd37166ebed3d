"""What was asked for, chosen among the known names; a slip of the pen is answered."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from press.errors import UsageError
from press.presses import USUAL_PRESS, Press

ALL = "all"


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line; an empty tuple means all.

    No size means the first of each flyer, and "all" every one. `second` is the language printed
    back to back with each of the others, "" for none.
    """

    languages: tuple[str, ...] = ()
    flyers: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    press: Press = USUAL_PRESS
    second: str = ""


def choose(what: str, asked: Sequence[str], known: Iterable[str]) -> tuple[str, ...]:
    """The known names that were asked for, in the order asked; all when none was.

    Case and the underscore of "pt_BR" do not matter.
    """
    names = {name.casefold(): name for name in known}
    if not asked:
        return tuple(names.values())
    chosen = []
    for name in asked:
        folded = name.replace("_", "-").casefold()
        if folded not in names:
            close = difflib.get_close_matches(folded, names, 1, 0.5) or [
                known_name for known_name in names if known_name.startswith(folded)
            ]
            hint = f"Did you mean {names[close[0]]}? " if close else ""
            raise UsageError(
                f"There is no {what} “{name}”.", f"{hint}There are: {', '.join(names.values())}."
            )
        chosen.append(names[folded])
    return tuple(dict.fromkeys(chosen))
