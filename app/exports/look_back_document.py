"""回头看情况表: of issues after they were closed, and of rules."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.measure import MeasureKind
from app.domain.ledger.rule_look_back import RuleLookBack
from app.domain.ledger.stub import Stub, stub_lines
from app.exports.document_origin import DocumentOrigin
from app.exports.form import Block, Form, FormTable, Heading, Note, Row, shown
from app.exports.form_paper import FormPaper

_ISSUES = (
    *(("序号", 11.0), ("反馈问题", 37.0), ("牵头单位", 24.0), ("销号日期", 22.0), ("销号后", 15.0)),
    *(("回头看日期", 23.0), ("措施落实", 44.0), ("是否反弹", 18.0), ("群众反映", 40.0), ("回头看人", 18.0)),
)
_RULES = (
    *(("制度", 34.0), ("日期", 22.0), ("科学性", 29.0), ("精准度", 29.0), ("时效性", 29.0), ("落实", 29.0)),
    *(("执行", 29.0), ("结论", 13.0), ("理由", 24.0), ("回头看人", 14.0)),
)
_NONE = "还没有。"


class LookBackDocument(FormPaper):
    """Issues of ``extract`` that were closed once, with what is due and was not done; then ``looks`` at rules.
    ``due_rules``: names of those that wait; ``stubs``: what is left of wiped looks at rules."""

    def __init__(
        self,
        extract: LedgerExtract,
        looks: Sequence[RuleLookBack],
        due_rules: Sequence[str],
        origin: DocumentOrigin,
        stubs: Sequence[Stub] = (),
    ) -> None:
        super().__init__(origin)
        self._extract, self._looks, self._due, self._stubs = extract, looks, due_rules, stubs

    def form(self) -> Form:
        extract = self._extract
        issues = [row for number, issue in extract.issues for row in issue_rows(extract, number, issue)]
        rules = [_rule_row(look) for look in self._looks]
        blocks = [
            *(Heading("一、问题整改回头看"), _told("问题整改回头看", _ISSUES, issues, (1, 6, 8))),
            *(Heading("二、制度回头看"), _told("制度回头看", _RULES, rules, (0, 2, 3, 4, 5, 6, 8))),
        ]
        if self._due:
            blocks.append(Note(f"满一年还没有回头看的制度：{'、'.join(self._due)}。"))
        blocks += [Note(line) for line in stub_lines(self._stubs)]
        return Form(f"{extract.campaign.title}整改回头看情况表", extract.day, tuple(blocks))


def _told(name: str, columns: tuple[tuple[str, float], ...], rows: Sequence[Row], left: tuple[int, ...]) -> Block:
    return FormTable(columns, tuple(rows), left, name=name) if rows else Note(_NONE)


def issue_rows(extract: LedgerExtract, number: int, issue: Issue) -> list[Row]:
    """What was looked at, and what should have been by ``extract.day`` and was not."""
    text, held = issue.text, issue.state is IssueState.LASTING
    since = f"{MeasureKind.LASTING}\n{shown(issue.settled_on)}" if held else issue.closed_on
    start: Row = (number, text.title, extract.unit(text.lead_unit), since)
    rows: list[Row] = []
    for look in issue.valid_look_backs:
        from_then = (*start[:3], closed_before(issue, look.on, len(extract.campaign.steps)))
        months = f"{look.months} 个月" if look.months else "另行"
        told = (months, look.on, look.done, look.relapse.value, look.public, look.by)
        rows.append((*(start if issue.settled_on and look.on >= issue.settled_on else from_then), *told))
    for awaited, due in issue.look_backs_to_come():
        if due <= extract.day:
            rows.append((*start, f"{awaited} 个月", f"应于\n{due:%Y-%m-%d}", "到期未看", "", "", ""))
    return rows


def closed_before(issue: Issue, day: date, steps: int) -> date | None:
    """When it was closed before that day and opened again since: the last of ``steps`` signatures of an earlier
    round; None where there is none."""
    rounds = [one[-1].on for one in issue.rounds if len(one) >= steps]
    return max((on for on in rounds if on <= day), default=None)


def _rule_row(look: RuleLookBack) -> Row:
    points: Mapping[str, str] = dict(look.points())
    return (look.rule_name, look.on, *points.values(), look.verdict.value, look.reason, look.by)
