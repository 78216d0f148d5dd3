"""问题整改情况表: everything about one issue, from where it came from to what was last looked at."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.labels import PROBLEM_AREAS, ROOT_CAUSES
from app.domain.ledger.approval import PAPER_NOTE, Approval
from app.domain.ledger.evidence import EvidenceCheck
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_change import IssueChange
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.measure import Measure, MeasureState
from app.domain.ledger.time_limit import issue_limit, measure_limit
from app.exports import form_parts as parts
from app.exports import house_style as style
from app.exports.document_origin import DocumentOrigin
from app.exports.form import shown
from app.exports.form_table import Columns, write_facts, write_form_table
from app.exports.house_document import HouseDocument
from app.exports.ledger_lines import owners, result_words, stacked
from app.exports.look_back_document import issue_rows
from app.exports.meeting_parts import ordinal_heading

TITLE = "问题整改情况表"
_MEASURES = (
    *(("号", 9.0), ("整改措施", 47.0), ("责任人", 16.0), ("完成时限", 22.0), ("完成情况", 38.0), ("佐证", 24.0)),
)
_FILES = (
    *(("号", 9.0), ("文件", 55.0), ("大小", 18.0), ("登记日期", 22.0), ("登记人", 18.0), ("现状", 16.0)),
    ("校验码（前8位）", 18.0),
)
_TRAIL = (("步骤", 34.0), ("姓名、职务", 26.0), ("日期", 22.0), ("意见", 52.0), ("扫描件", 22.0))
_OVERSIGHT = (("日期", 22.0), ("事项", 34.0), ("内容", 100.0))
_LOOKS = (("时间", 16.0), ("日期", 22.0), ("措施落实", 45.0), ("是否反弹", 18.0), ("群众反映", 37.0), ("人员", 18.0))
_EMPTY = "（空）"
_HISTORY = (("时间", 30.0), ("经手人", 22.0), ("事项", 104.0))


class IssueSheetDocument:
    """``extract`` holds the one issue; ``files`` its evidence as it was found just now; ``history`` newest first."""

    def __init__(
        self,
        extract: LedgerExtract,
        files: Sequence[EvidenceCheck],
        history: Sequence[IssueChange],
        origin: DocumentOrigin,
    ) -> None:
        ((self._number, self._issue),) = extract.issues
        self._extract, self._files, self._history, self._origin = extract, files, history, origin
        self._document = HouseDocument(TITLE, extract.day.isoformat())
        self._headings = 0

    def to_bytes(self) -> bytes:
        document, issue = self._document, self._issue
        document.title(TITLE)
        document.line(name=style.NOTE)
        write_facts(document, self._facts())
        self._part("整改措施", _MEASURES, [self._measure_row(one) for one in self._issue.measures], (1, 4))
        self._part("佐证清单", _FILES, [_file_row(place, one) for place, one in enumerate(self._files, 1)], (1,))
        self._write_trail()
        self._part("督办和监督意见", _OVERSIGHT, _oversight_rows(issue), (2,))
        looks = [[shown(value) for value in row[4:]] for row in issue_rows(self._extract, self._number, issue)]
        self._part("回头看", _LOOKS, looks, (2, 4))
        self._part("办理记录", _HISTORY, [_history_row(one) for one in reversed(self._history)], (2,))
        parts.write_form_foot(document, self._origin, self._extract.names_case())
        return document.to_bytes()

    def _facts(self) -> list[tuple[str, ...]]:
        issue, text, extract = self._issue, self._issue.text, self._extract
        until = str(issue_limit(issue, extract.day))
        fact = f"（对应案例第 {issue.origin.fact} 项事实）" if issue.origin.case and issue.origin.fact else ""
        rows: list[tuple[str, ...]] = [
            ("专项", extract.campaign.title, "序号", str(self._number)),
            ("反馈问题", text.title),
            ("具体表现", text.detail),
            ("整改目标", text.goal),
            ("方面", text.dimension.value, "突出问题", PROBLEM_AREAS.get(text.area, text.area)),
            ("来源", f"{extract.source(issue)}{fact}"),
            ("原因", "、".join(ROOT_CAUSES.get(cause, cause) for cause in text.causes) or "未填"),
            ("责任领导", text.leader, "责任人", "、".join(owners(issue.valid_measures))),
            ("牵头单位", extract.unit(text.lead_unit), "配合单位", extract.units(text.helpers)),
            ("完成时限", until, "销号日期", parts.day(issue.closed_on)),
            ("状态", issue.state.value, "进展", extract.progress(issue).replace("\n", "，")),
        ]
        return rows

    def _heading(self, title: str) -> None:
        self._headings += 1
        ordinal_heading(self._document, self._headings, title)

    def _part(self, title: str, columns: Columns, rows: Sequence[Sequence[str]], left: Sequence[int]) -> None:
        self._heading(title)
        if rows:
            write_form_table(self._document, columns, rows, left)
        else:
            parts.write_note(self._document, "没有。")

    def _write_trail(self) -> None:
        """The steps of this round, also those to come; then the rounds before."""
        issue = self._issue
        waiting = [(step, "", "", "未审签", "") for step in self._extract.campaign.steps[len(issue.approvals) :]]
        self._part("审签情况", _TRAIL, [*(self._trail_row(one) for one in issue.approvals), *waiting], (3,))
        for place, done in enumerate(issue.rounds, 1):
            parts.write_note(self._document, f"此前第 {place} 轮（已退回或重新打开）：")
            write_form_table(self._document, _TRAIL, [self._trail_row(one) for one in done], (3,))
        parts.write_note(self._document, PAPER_NOTE)

    def _trail_row(self, one: Approval) -> tuple[str, ...]:
        minutes = f"\n会议记录或纪要编号：{one.minutes_number}" if one.minutes_number else ""
        scan = self._extract.scan_words(one.scan)
        return one.step, f"{one.name}\n{one.post}", parts.day(one.on), f"{one.opinion}{minutes}", scan

    def _measure_row(self, measure: Measure) -> list[str]:
        until = str(stacked(measure_limit(self._issue, measure, self._extract.day)))
        state = measure.state.value if measure.state is not MeasureState.VOID else ""
        done = f"\n（{measure.done_on:%Y-%m-%d}）" if measure.done_on else ""
        known = {one.evidence.id: (place, one.fault) for place, one in enumerate(self._files, 1)}
        found = [known[one] for one in measure.evidence if one in known]
        files = "、".join(f"{place}（{fault}）" if fault else f"{place}" for place, fault in found)
        return [
            *(str(measure.number), f"{measure.what}（{measure.kind}）", measure.owner),
            until,
            "\n".join(text for text in (state + done, result_words(measure)) if text),
            "\n".join(text for text in (measure.proof, f"见佐证 {files}" if files else "") if text),
        ]


def _file_row(place: int, one: EvidenceCheck) -> list[str]:
    file = one.evidence
    state = f"{one.state}：{file.removed_reason}" if file.removed_reason else one.state.value
    return [str(place), file.name, _size(file.size), parts.day(file.added_on), file.added_by, state, file.sha256[:8]]


def _size(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(1, round(size / 1024))} KB"


def _oversight_rows(issue: Issue) -> list[list[str]]:
    """By day; of acts the date only. Void ones stay, with why."""
    acts = [(one.on, one.kind.value, _void_words(one.void_reason)) for one in issue.acts]
    said = [(one.on, f"监督意见\n{one.by}", one.text + _void_words(one.void_reason)) for one in issue.opinions]
    return [[parts.day(on), what, text] for on, what, text in sorted(acts + said, key=lambda one: one[0])]


def _void_words(reason: str) -> str:
    return f"（已作废：{reason}）" if reason else ""


def _history_row(one: IssueChange) -> list[str]:
    """In local time, as it was for whoever wrote it."""
    moment = datetime.fromisoformat(one.utc).astimezone()
    changes = [f"{name}：{f'{old} → {new or _EMPTY}' if old else new}" for name, old, new in one.fields]
    told = [f"{one.words}{f'（{one.reason}）' if one.reason else ''}", *changes]
    return [f"{moment:%Y-%m-%d %H:%M}", one.by, "\n".join(told)]
