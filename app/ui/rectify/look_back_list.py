"""What is due to be looked back on, and what was found before: as rows."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import Relapse
from app.domain.ledger.outcome import IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.ui.kit.tag import Tag
from app.ui.rectify.entry_wipes import WIPE
from app.ui.rectify.look_back_row import LookBackRow

_RELAPSE = {
    Relapse.NONE: ("green", "checkmark_circle"),
    Relapse.SIGNS: ("amber", "warning"),
    Relapse.RELAPSED: ("red", "arrow_repeat_all"),
}
_VERDICT = {
    Verdict.KEEP: ("green", "checkmark_circle"),
    Verdict.REVISE: ("amber", "edit"),
    Verdict.REPEAL: ("grey", "dismiss_circle"),
}
Open = Callable[[str], None]


def due_tag(day: date, today: date) -> Tag:
    late = (today - day).days
    return Tag(f"已到期 {late} 天", "red", "warning", True) if late > 0 else Tag("今天到期", "amber", "clock")


def due_issue(
    issue: Issue, number: int, unit: str, months: int, day: date, today: date, look: Callable[[], None], open_: Open
) -> LookBackRow:
    settled = issue.settled_on
    since = f"{settled:%Y-%m-%d} {'销号' if issue.closed_on else '阶段性完成'}，" if settled else ""
    facts = f"{unit}　{since}第 {months} 个月的回头看应在 {day:%Y-%m-%d} 做"
    acts = [("看问题", False, lambda: open_(issue.id)), ("做回头看", True, look)]
    return LookBackRow(f"问题 {number}　{issue.text.title}", due_tag(day, today), [facts], acts)


def done_issues(
    issues: Sequence[tuple[int, Issue]],
    open_: Open,
    void: Callable[[str, int], None],
    most: int,
    wipe: Callable[[str, int], None] | None = None,
) -> list[LookBackRow]:
    """Newest first, at most so many. ``void`` and ``wipe`` get the issue and the place of the look back in it."""
    looks = [(look, at, number, issue) for number, issue in issues for at, look in enumerate(issue.look_backs)]
    rows = []
    for look, at, number, issue in sorted(looks, key=lambda one: one[0].on, reverse=True)[:most]:
        facts = [
            f"{look.name}　{look.on:%Y-%m-%d}　{look.by}　现在：{issue.state}",
            f"措施落实：{look.done}",
            f"群众反映：{look.public}",
        ]
        tag = _void_tag() if look.void_reason else Tag(look.relapse.value, *_RELAPSE[look.relapse], True)
        acts = [("看问题", False, _opens(open_, issue.id))]
        if not look.void_reason and issue.state is not IssueState.VOID:
            acts.insert(0, ("作废", False, partial(void, issue.id, at)))
        acts += [(WIPE, False, partial(wipe, issue.id, at))] if wipe else []
        rows.append(LookBackRow(f"问题 {number}　{issue.text.title}", tag, facts, acts, look.void_reason))
    return rows


def due_rule(rule: IssuedRule, since: date, today: date, look: Callable[[], None]) -> LookBackRow:
    """``since`` is when it was issued or looked at last."""
    words = f"{rule.number + '　' if rule.number else ''}{since:%Y-%m-%d} 以来一年没有回头看"
    tag = Tag("到期", "amber", "clock")
    return LookBackRow(rule.name, tag, [words], [("做回头看", True, look)])


def done_rules(looks: Sequence[RuleLookBack], void: Open, wipe: Open | None = None) -> list[LookBackRow]:
    """Newest first. ``void`` and ``wipe`` get the look back's id."""
    rows = []
    for look in sorted(looks, key=lambda one: one.on, reverse=True):
        facts = [f"{look.on:%Y-%m-%d}　{look.by}　理由：{look.reason}"]
        facts += [f"{name}：{text}" for name, text in look.points()]
        tag = _void_tag() if look.void_reason else Tag(look.verdict.value, *_VERDICT[look.verdict])
        acts = [] if look.void_reason else [("作废", False, partial(void, look.id))]
        acts += [(WIPE, False, partial(wipe, look.id))] if wipe else []
        rows.append(LookBackRow(look.rule_name, tag, facts, acts, look.void_reason))
    return rows


def _void_tag() -> Tag:
    return Tag("已作废", "grey", "dismiss_circle")


def _opens(open_: Open, issue_id: str) -> Callable[[], None]:
    return lambda: open_(issue_id)
