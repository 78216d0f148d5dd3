"""Why numbers are left out of a list of issues: a reader must not take a gap for a page that was lost.

A draft has its number from the first: whoever refuses one speaks of it by that number, and so does its history."""

from collections.abc import Collection, Iterable

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState

MOST = 12
"""Numbers, or runs of them, that are named; one line of a form holds them."""


def gap_words(rows: Iterable[IssueRow], shown: Collection[str], wiped: Iterable[int] = ()) -> str:
    """「序号 3、7 已作废（原因见台账历史），不再编号。序号 8 待负责人确认，不在内。」 ``rows`` are all of a
    campaign, ``shown`` the ids of those in the list, ``wiped`` the numbers that were: the last ones leave no gap. ""
    where no number is missing but those that a filter leaves out."""
    known, void, drafts = set[int](), list[int](), list[int]()
    for row in rows:
        known.add(row.number)
        if row.state is IssueState.VOID and row.id not in shown:
            void.append(row.number)
        elif row.state is IssueState.DRAFT and row.id not in shown:
            drafts.append(row.number)
    gone = sorted({*range(1, max(known, default=0)), *wiped} - known)
    return _said(void, gone) + (f"序号 {number_words(drafts)} 待负责人确认，不在内。" if drafts else "")


def void_words(numbers: Collection[int]) -> str:
    """As `gap_words`, of these numbers."""
    return _said(numbers, ())


def _said(void: Collection[int], gone: Collection[int]) -> str:
    told = [f"{number_words(void)} 已作废（原因见台账历史）"] if void else []
    told += [f"{number_words(gone)} 系误录，已清除"] if gone else []
    return f"序号 {'；序号 '.join(told)}，不再编号。" if told else ""


def number_words(numbers: Iterable[int]) -> str:
    """3、7、9—12; of very many the first ones and how many there are."""
    runs: list[list[int]] = []
    ordered = sorted(numbers)
    for number in ordered:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told: list[str] = []
    for first, last in runs:
        told += [str(first)] if first == last else [str(first), str(last)] if last == first + 1 else [f"{first}—{last}"]
    return "、".join(told) if len(told) <= MOST else f"{'、'.join(told[:MOST])} 等 {len(ordered)} 个"
