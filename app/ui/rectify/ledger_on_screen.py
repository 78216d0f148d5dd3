"""What of the ledger is on screen: which issues and stubs, in which order, under which heads."""

from collections.abc import Iterable
from typing import NamedTuple

from app.ui.rectify.ledger_group import LedgerGroup


class LedgerOnScreen(NamedTuple):
    """``ids`` also of what is left of wiped issues, as far as it is on screen. ``heads``: the words of each, and how
    many lines follow it; empty where the issues stand without."""

    campaign: str
    ids: tuple[str, ...]
    heads: tuple[tuple[str, int], ...]


def on_screen(campaign: str, groups: Iterable[LedgerGroup]) -> LedgerOnScreen:
    """Issues without heads are one group that is called nothing."""
    held = [group for group in groups if group.rows]
    heads = tuple((_words(group), len(group.rows)) for group in held if group.title)
    return LedgerOnScreen(campaign, tuple(row.id for group in held for row in group.rows), heads)


def _words(group: LedgerGroup) -> str:
    return f"{group.title}　{group.words}" if group.words else group.title
