"""What of the ledger is on screen: which issues and stubs, in which order, under which heads."""

from collections.abc import Iterable
from typing import NamedTuple

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.ui.rectify.ledger_group import LedgerGroup
from app.ui.rectify.ledger_lines import Line


class LedgerOnScreen(NamedTuple):
    """``ids`` also of what is left of wiped issues, as far as it is on screen. ``heads``: the words of each, and how
    many lines follow it; empty where the issues stand without."""

    campaign: str
    ids: tuple[str, ...]
    heads: tuple[tuple[str, int], ...]


def on_screen(campaign: str, groups: Iterable[LedgerGroup]) -> LedgerOnScreen:
    """Issues without heads are one group that is called nothing. Drafts stay out: what is written of the ledger does
    not hold them."""
    listed = [(group, [row.id for row in group.rows if not _is_draft(row)]) for group in groups]
    held = [(group, ids) for group, ids in listed if ids]
    heads = tuple((_words(group), len(ids)) for group, ids in held if group.title)
    return LedgerOnScreen(campaign, tuple(one for _, ids in held for one in ids), heads)


def _is_draft(row: Line) -> bool:
    return isinstance(row, IssueRow) and row.state is IssueState.DRAFT


def _words(group: LedgerGroup) -> str:
    return f"{group.title}　{group.words}" if group.words else group.title
