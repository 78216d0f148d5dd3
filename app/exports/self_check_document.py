"""对照自查情况表: what a department has answered, statement by statement, and which issues came of it."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from app.domain.ledger.dimension import Dimension
from app.domain.ledger.self_check import NOT_HERE, Finding, SelfCheck
from app.exports import form_parts as parts
from app.exports.document_origin import DocumentOrigin
from app.exports.form import SIGNED
from app.exports.form_table import write_form_table

TITLE = "对照自查情况表"
_COLUMNS = (("序号", 12.0), ("方面", 24.0), ("自查内容", 88.0), ("结果", 18.0), ("具体情况", 74.0), ("形成问题", 36.0))
_OPEN = "未答"


class SelfCheckDocument:
    """``issues``: by the id of an issue, words about it: 「第 12 号，正在整改」."""

    def __init__(
        self, check: SelfCheck, unit: str, head: str, issues: Mapping[str, str], day: date, origin: DocumentOrigin
    ) -> None:
        self._check, self._unit, self._head, self._issues = check, unit, head, issues
        self._day, self._origin = day, origin

    def to_bytes(self) -> bytes:
        check = self._check
        document = parts.wide_document(TITLE, self._day)
        open_words = f"尚未完成，已答 {check.answered}/{len(check.items)}"
        when = f"{check.finished_on} 完成" if check.finished_on else open_words
        parts.write_note(document, f"单位：{self._unit}　　依据：{check.title}　　{when}")
        parts.write_note(document, self._counts())
        write_form_table(document, _COLUMNS, self._rows(), (2, 4))
        parts.write_note(document, NOT_HERE)
        head = f"单位负责人（签字）：{'' if not self._head else f'　　　　（{self._head}）'}"
        parts.write_sign_line(document, names=(head, f"日期：{SIGNED}"))
        parts.write_form_foot(document, self._origin, bool(check.case))
        return document.to_bytes()

    def _counts(self) -> str:
        counts = Counter(answer.finding for answer in self._check.answers)
        told = [f"{finding} {counts[finding]} 条" for finding in Finding]
        waiting = len(self._check.items) - self._check.answered
        if waiting:
            told.append(f"{_OPEN} {waiting} 条")
        return f"共 {len(self._check.items)} 条：{'，'.join(told)}。"

    def _rows(self) -> list[list[str]]:
        """By direction, in the order in which they were asked."""
        order = list(Dimension)
        rows: list[list[str]] = []
        for item in sorted(self._check.items, key=lambda one: order.index(one.dimension)):
            answer = self._check.answer(item.id)
            found, note = (answer.finding.value, answer.note) if answer else (_OPEN, "")
            made = self._issues.get(answer.issue, "") if answer else ""
            rows.append([str(len(rows) + 1), item.dimension.value, item.statement, found, note, made])
        return rows
