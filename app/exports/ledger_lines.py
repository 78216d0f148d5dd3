"""What an issue and a measure say in 整改台账, the same in every kind of file."""

from collections.abc import Iterator
from datetime import date

from app.domain.ledger.issue import Issue
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.measure import Measure, MeasureKind, MeasureState
from app.domain.ledger.stub import CLEARED, ERASED, Stub
from app.domain.ledger.time_limit import issue_limit, measure_limit

Value = str | int | date | None
Line = tuple[Value, ...]
COLUMNS = (
    *("序号", "反馈问题", "具体表现", "整改目标", "整改措施", "责任领导", "牵头单位", "配合单位"),
    *("责任人", "完成时限", "进展", "状态", "佐证", "销号日期"),
)
MEASURE_COLUMNS = (
    *("序号", "反馈问题", "牵头单位", "措施", "整改措施", "类别", "责任人", "完成时限", "状态", "逾期天数"),
    *("完成日期", "完成情况", "佐证要求", "佐证份数"),
)


def table_line(extract: LedgerExtract, number: int, entry: Issue | Stub) -> Line:
    """In the order of ``COLUMNS``; of a wiped issue only who, when and why."""
    if isinstance(entry, Stub):
        found: dict[str, Value] = {"序号": number, "反馈问题": ERASED, "具体表现": entry.why(), "状态": CLEARED}
        return tuple(found.get(name, "") for name in COLUMNS)
    return issue_line(extract, number, entry)


def issue_line(extract: LedgerExtract, number: int, issue: Issue) -> Line:
    """In the order of ``COLUMNS``."""
    text, measures = issue.text, issue.valid_measures
    return (
        *(number, text.title, text.detail, text.goal, "\n".join(measure_words(extract, issue)), text.leader),
        *(extract.unit(text.lead_unit), extract.units(text.helpers), "、".join(owners(measures))),
        *(stacked(issue_limit(issue, extract.day)), extract.progress(issue), issue.state.value),
        *("\n".join(proof_words(extract, measures)), issue.closed_on),
    )


def measure_words(extract: LedgerExtract, issue: Issue) -> list[str]:
    """1. what（kind，owner，until when）: of owner and day only what the row cannot say for all of them."""
    measures, told = issue.valid_measures, []
    same_owner, same_day = len(owners(measures)) < 2, len({measure.due for measure in measures}) < 2
    for measure in measures:
        limit, lasting = measure_limit(issue, measure, extract.day), measure.kind is MeasureKind.LASTING
        facts = [str(limit) if lasting else measure.kind.value]
        if not same_owner and measure.owner.strip():
            facts.append(measure.owner.strip())
        if limit and not lasting and not same_day:
            facts.append(f"{limit}")
        told.append(f"{measure.number}. {measure.what.strip()}（{'，'.join(facts)}）")
    return told


def proof_words(extract: LedgerExtract, measures: tuple[Measure, ...]) -> list[str]:
    """What is expected, and how many files there are; said once for measures of which it is the same."""
    alike: dict[str, list[str]] = {}
    for measure in measures:
        count = extract.file_words(measure.evidence) if measure.evidence else "待交"
        alike.setdefault(f"{measure.proof.strip() or '佐证'}（{count}）", []).append(str(measure.number))
    return [f"{'、'.join(numbers)}. {words}" for words, numbers in alike.items()]


def owners(measures: tuple[Measure, ...]) -> list[str]:
    return list(dict.fromkeys(measure.owner.strip() for measure in measures if measure.owner.strip()))


def measure_lines(extract: LedgerExtract, number: int, issue: Issue) -> Iterator[Line]:
    """In the order of ``MEASURE_COLUMNS``; void measures are left out."""
    for measure in issue.valid_measures:
        yield (
            *(number, issue.text.title, extract.unit(issue.text.lead_unit), measure.number, measure.what),
            *(
                measure.kind.value,
                measure.owner,
                stacked(measure_limit(issue, measure, extract.day)),
                measure.state.value,
            ),
            *(measure.overdue_by(extract.day) or None, measure.done_on, result_words(measure)),
            *(measure.proof, _files(extract, measure)),
        )


def _files(extract: LedgerExtract, measure: Measure) -> Value:
    """A number, as long as every file is there as it was."""
    sound = not any(one in extract.faults for one in measure.evidence)
    return len(measure.evidence) if sound else extract.file_words(measure.evidence)


def stacked(limit: date | str) -> date | str:
    """On lines of its own, for a column as narrow as a day: no day is torn apart."""
    if not isinstance(limit, str):
        return limit
    return limit.replace("，", "\n").replace(" ", "\n").replace("（", "\n（")


def result_words(measure: Measure) -> str:
    """What came of it, with what was asked of whom and answered; why, where it is void."""
    if measure.state is MeasureState.VOID:
        return f"作废：{measure.void_reason}"
    asked, told = measure.support, [measure.result.strip()] if measure.result.strip() else []
    if measure.kind is MeasureKind.SUPPORT and asked.to.strip():
        told.append(f"{_day(asked.asked_on)}向{asked.to.strip()}报请。")
        told.append(f"{_day(asked.answered_on)}答复：{asked.answer.strip()}" if asked.answer.strip() else "尚未答复。")
    return "\n".join(told)


def _day(day: date | None) -> str:
    return f"{day:%Y-%m-%d} " if day else ""
