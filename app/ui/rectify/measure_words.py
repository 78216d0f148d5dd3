"""How a measure is spoken of."""

from datetime import date

from app.domain.chinese_numbers import to_chinese
from app.domain.ledger.issue import Issue
from app.domain.ledger.measure import Measure, MeasureKind, MeasureState
from app.domain.ledger.time_limit import measure_limit
from app.ui.rectify.ledger_day import short_day

STATE_LOOKS = {
    MeasureState.OPEN: ("circle", "grey"),
    MeasureState.WORKING: ("hourglass", "amber"),
    MeasureState.DONE: ("checkmark_circle", "green"),
    MeasureState.HELD: ("arrow_repeat_all", "green"),
    MeasureState.VOID: ("dismiss_circle", "grey"),
}


def measure_name(number: int) -> str:
    """措施一 …"""
    return f"措施{to_chinese(number)}"


def due_words(issue: Issue, measure: Measure, today: date) -> str:
    limit = measure_limit(issue, measure, today)
    own = measure.look_back if measure.kind is not MeasureKind.LASTING else None
    back = f"，{own:%Y-%m-%d} 回头看" if own else ""
    if late := measure.overdue_by(today):
        return f"逾期 {late} 天（{limit}）{back}"
    return f"{limit or '还没有时限'}{back}"


def support_words(measure: Measure, today: date) -> str:
    """What was asked of whom, and the answer; "" where nothing is written."""
    asked = measure.support
    if measure.kind is not MeasureKind.SUPPORT:
        return ""
    if not asked.to:
        return "还没有写向谁报请、哪天报请。"
    when = f"{short_day(asked.asked_on, today)} " if asked.asked_on else ""
    if asked.answered_on is None:
        return f"{when}已向{asked.to}报请，还没有答复。"
    return f"{when}向{asked.to}报请；{short_day(asked.answered_on, today)} 答复：{asked.answer}"
