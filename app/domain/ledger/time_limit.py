"""完成时限, as it is said everywhere: a day, or 长期坚持, which has none and is looked back on instead."""

from datetime import date

from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure import Measure, MeasureKind

_LASTING = MeasureKind.LASTING.value


def lasting_words(day: str, due: bool = False) -> str:
    """长期坚持，回头看 2026-12-01（已到期）: ``day`` as it is written there, "" where there is none."""
    return f"{_LASTING}，回头看 {day}{'（已到期）' if due else ''}" if day else f"{_LASTING}，未定回头看日期"


def measure_limit(issue: Issue, measure: Measure, today: date) -> date | str:
    """Its deadline, as a day; words for 长期坚持; "" where there is neither."""
    if measure.kind is not MeasureKind.LASTING:
        return measure.deadline or ""
    awaited = issue.awaited_look_back(measure)
    return lasting_words(_iso(measure.look_back), awaited is not None and awaited <= today)


def issue_limit(issue: Issue, today: date) -> date | str:
    """The latest deadline of its measures, and of 长期坚持 the look-back that comes next."""
    last = issue.deadline()
    if not issue.lasts:
        return last or ""
    next_one = issue.next_look_back()
    shown = next_one or max((one.look_back for one in issue.lasting_measures if one.look_back), default=None)
    words = lasting_words(_iso(shown), next_one is not None and next_one <= today)
    return f"{last:%Y-%m-%d}\n{words}" if last else words


def waiting_for(row: IssueRow) -> date | None:
    """The day that a list goes by: the next deadline, then the next look-back of 长期坚持, then the last deadline."""
    return row.next_deadline or row.look_back or row.deadline


def look_back_due_words(day: date, today: date) -> str:
    """回头看已到期 6 天; "" before that day. It is never 逾期: no deadline was missed."""
    late = (today - day).days
    return f"回头看已到期 {late} 天" if late > 0 else "" if late else "今天该回头看"


def lasts(row: IssueRow) -> bool:
    """Whether 长期坚持 is what it waits for."""
    return not row.next_deadline and (row.look_back is not None or row.state is IssueState.LASTING)


def _iso(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else ""
