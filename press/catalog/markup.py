"""The inline markup of messages: bold words, and nothing else."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

BOLD = ("strong_open", "strong_close")
_MARKDOWN = MarkdownIt("zero").enable("emphasis")


def inline_tokens(text: str) -> list[Token]:
    """The runs of a message: texts, and the ends of bold words."""
    inline = _MARKDOWN.parseInline(text)[0].children or []
    return [token for token in inline if token.type != "text" or token.content]


def is_sound_markup(text: str) -> bool:
    """Whether every bold mark of a message closes, and nothing but bold is marked."""
    return all(
        token.type in BOLD or (token.type == "text" and "*" not in token.content)
        for token in inline_tokens(text)
    )
