"""回头看情况表: of issues after they were closed, and of rules."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.measure import MeasureKind
from app.domain.ledger.rule_look_back import RuleLookBack
from app.exports import form_parts as parts
from app.exports.document_origin import DocumentOrigin
from app.exports.form_table import write_form_table
from app.exports.house_document import HouseDocument

_ISSUES = (
    *(("序号", 11.0), ("反馈问题", 37.0), ("牵头单位", 24.0), ("销号日期", 22.0), ("销号后", 15.0)),
    *(("回头看日期", 23.0), ("措施落实", 44.0), ("是否反弹", 18.0), ("群众反映", 40.0), ("回头看人", 18.0)),
)
_RULES = (
    *(("制度", 34.0), ("日期", 22.0), ("科学性", 29.0), ("精准度", 29.0), ("时效性", 29.0), ("落实", 29.0)),
    *(("执行", 29.0), ("结论", 13.0), ("理由", 24.0), ("回头看人", 14.0)),
)
_NONE = "还没有。"


class LookBackDocument:
    """Issues of ``extract`` that were closed once, with what is due and was not done; then ``looks`` at rules.
    ``due_rules``: names of those that wait."""

    def __init__(
        self, extract: LedgerExtract, looks: Sequence[RuleLookBack], due_rules: Sequence[str], origin: DocumentOrigin
    ) -> None:
        self._extract, self._looks, self._due, self._origin = extract, looks, due_rules, origin

    def to_bytes(self) -> bytes:
        extract = self._extract
        document = parts.wide_document(f"{extract.campaign.title}整改回头看情况表", extract.day)
        document.heading("一、问题整改回头看")
        rows = [row for number, issue in extract.issues for row in issue_rows(extract, number, issue)]
        self._write(document, _ISSUES, rows, (1, 6, 8))
        document.heading("二、制度回头看")
        rules = [_rule_row(look) for look in self._looks]
        self._write(document, _RULES, rules, (0, 2, 3, 4, 5, 6, 8))
        if self._due:
            parts.write_note(document, f"满一年还没有回头看的制度：{'、'.join(self._due)}。")
        parts.write_sign_line(document)
        parts.write_form_foot(document, self._origin)
        return document.to_bytes()

    def _write(
        self, document: HouseDocument, columns: Sequence[tuple[str, float]], rows: list[list[str]], left: Sequence[int]
    ) -> None:
        if rows:
            write_form_table(document, columns, rows, left)
        else:
            parts.write_note(document, _NONE)


def issue_rows(extract: LedgerExtract, number: int, issue: Issue) -> list[list[str]]:
    """What was looked at, and what should have been by ``extract.day`` and was not."""
    text, held = issue.text, issue.state is IssueState.LASTING
    since = f"{MeasureKind.LASTING}\n{parts.day(issue.settled_on)}" if held else parts.day(issue.closed_on)
    start = [str(number), text.title, extract.unit(text.lead_unit), since]
    rows = []
    for look in issue.look_backs:
        from_then = [*start[:3], parts.day(closed_before(issue, look.on, len(extract.campaign.steps)))]
        told = [f"{look.months} 个月", parts.day(look.on), look.done, look.relapse.value, look.public, look.by]
        rows.append([*(start if issue.settled_on and look.on >= issue.settled_on else from_then), *told])
    for months, due in issue.look_backs_to_come():
        if due <= extract.day:
            rows.append([*start, f"{months} 个月", f"应于\n{due:%Y-%m-%d}", "到期未看", "", "", ""])
    return rows


def closed_before(issue: Issue, day: date, steps: int) -> date | None:
    """When it was closed before that day and opened again since: the last of ``steps`` signatures of an earlier
    round; None where there is none."""
    rounds = [one[-1].on for one in issue.rounds if len(one) >= steps]
    return max((on for on in rounds if on <= day), default=None)


def _rule_row(look: RuleLookBack) -> list[str]:
    points: Mapping[str, str] = dict(look.points())
    return [look.rule_name, _iso(look.on), *points.values(), look.verdict.value, look.reason, look.by]


def _iso(day: date) -> str:
    return f"{day:%Y-%m-%d}"
