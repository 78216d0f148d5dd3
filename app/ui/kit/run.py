"""A piece of text in one style."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """``style`` is plain, strong, mark, red or faint; a run with ``href`` is a link."""

    text: str
    style: str = "plain"
    href: str = ""
