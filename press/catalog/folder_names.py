"""Names of folders: letters, digits and hyphens, in any script."""

import unicodedata

_LONGEST_NAME = 60


def folder_name(name: str) -> str:
    """A folder's name from that of a chapter: its letters and digits, in any script."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    spaced = "".join(letter if _is_letter(letter) else " " for letter in plain)
    return "-".join(spaced.split())[:_LONGEST_NAME].strip("-")


def _is_letter(character: str) -> bool:
    """A letter, a digit, or a mark that belongs to one."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def is_folder_name(name: str) -> bool:
    """Whether it names a folder on any system."""
    inner = all(_is_letter(letter) or letter in "-_" for letter in name)
    return inner and name.strip("-_") == name and 0 < len(name) <= _LONGEST_NAME
