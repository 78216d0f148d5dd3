"""What a look back must be: by fact, after the issue was settled, and about in its month."""

from datetime import date, timedelta

from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.likeness import tells_no_fact
from app.domain.ledger.look_back import AFTER_MONTHS, EXTRA, LookBack

EARLY = timedelta(30)
"""So long before its day a look back may be done: the office goes round when it suits."""
BY_FACT = "请写看到了什么、问了谁、多少，不写形容词，如“抽查20户，均在次月停发”“走访12户，11户知道在哪里公示”。"


def why_not_looked(issue: Issue, look: LookBack) -> str:
    """By fact, not by adjective; in order of time, and not before its month."""
    for word, text in (("措施落实", look.done), ("群众反映", look.public)):
        if not text.strip():
            return f"请写“{word}”：看到了什么、问了谁、多少。"
        if tells_no_fact(text):
            return f"“{word}”里没有可以核对的事。{BY_FACT}"
    if not look.by.strip():
        return "请写是谁回头看的。"
    if (since := issue.settled_on) and look.on <= since:
        settled = "销号" if issue.state is IssueState.CLOSED else "最后一条措施完成"
        return f"回头看的日期要晚于{settled}日期（{since:%Y-%m-%d}）：那以后再去看，才看得出有没有反弹。请核对。"
    if (before := issue.valid_look_backs) and look.on < before[-1].on:
        return f"回头看的日期早于上一次（{before[-1].on:%Y-%m-%d}）。请核对。"
    return _not_this_month(issue, look)


def _not_this_month(issue: Issue, look: LookBack) -> str:
    """An extra one has no month; of each month there is one since the issue was settled."""
    if look.months == EXTRA:
        return ""
    if look.months not in AFTER_MONTHS:
        return "请选这是第 3、6、12 个月的回头看，还是另行回头看。"
    if issue.settled_on is None:
        return ""
    instead = "这次另去看的，请选“另行回头看”。"
    day = dict(issue.look_backs_to_come()).get(look.months)
    if day is None:
        return f"第 {look.months} 个月的回头看已经登记过，不用再登记。{instead}"
    if look.on < day - EARLY:
        return f"第 {look.months} 个月的回头看应在 {day:%Y-%m-%d} 前后做，最早 {day - EARLY:%Y-%m-%d}。{instead}"
    return ""


def usual_months(issue: Issue, today: date) -> int:
    """Which one it is if somebody looks back today: the first that its day allows, else an extra one."""
    return next((months for months, day in issue.look_backs_to_come() if today >= day - EARLY), EXTRA)


def unanswered_relapse(issue: Issue) -> str:
    """After a relapse something new is to be done before it can be settled once more."""
    if not issue.relapsed:
        return ""
    found = issue.valid_look_backs[-1].on
    if any(one.finished and one.done_on and one.done_on >= found for one in issue.valid_measures):
        return ""
    return (
        f"{found:%Y-%m-%d} 回头看发现已反弹，那以后还没有完成一条措施。请针对反弹新增措施，"
        "或把没有做到位的措施改回未完成，做完并附上新的佐证，再继续。"
    )
