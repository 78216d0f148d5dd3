"""A measure: a new one, or a changed one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.ledger.measure import Measure, MeasureKind, SupportRequest
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.rectify.ledger_date_field import LedgerDateField
from app.ui.rectify.measure_words import measure_name

ABOUT = "写清做什么、谁负责、何时完成、用什么佐证，才计入三条。内容几乎相同的只算一条。"
HINT = "做什么、做到什么程度，如：每月抽查核查影像20份，问题件10日内纠正"
OWN_DAY = "回头看日期可以不填：销号后按第 3、6、12 个月回头看；填了的，第一次提前到这一天。"
LASTING_DAY = "长期坚持没有完成时限，要写回头看日期；没有写的不计入条数。"
WHY = "原来的时限、原因和修改人都留在修改记录里；延期的，问题里写明延了几次。"
EMPTY = Measure(0, "", "", MeasureKind.BY_DATE, None, "")


class MeasureDialog(ActingDialog):
    """``keep`` gets the measure as written, and why its deadline or kind is another one, where that is asked for
    (``at_work``); it may raise UserError."""

    def __init__(
        self,
        anchor: QWidget,
        measure: Measure,
        owner: str,
        today: date,
        keep: Callable[[Measure, str], None],
        at_work: bool = False,
    ) -> None:
        """``owner`` is who is proposed where nobody is written yet."""
        self._measure, self._on_keep, self._at_work = measure, keep, at_work
        kinds = [(one.name, one.value) for one in MeasureKind]
        self.what = text_area("措施", measure.what, HINT, 84)
        self.kind = SegmentControl(kinds, measure.kind.name, "类别")
        self.owner = line_field("责任人", measure.owner or owner, "", 40)
        self.deadline = LedgerDateField("完成时限", today, measure.deadline)
        self.look_back = LedgerDateField("回头看日期", today, measure.look_back)
        self.proof = line_field("佐证要求", measure.proof, "如：双签核查表、抽查通报、现场照片", 200)
        asked = measure.support
        self.to = line_field("向谁报请", asked.to, "如：县财政局、局党组", 80)
        self.asked_on = LedgerDateField("报请日期", today, asked.asked_on, past=True)
        self.answered_on = LedgerDateField("答复日期", today, asked.answered_on, past=True)
        self.answer = text_area("答复内容", asked.answer, "上级怎么答复的，还没有答复可以先空着", 60)
        self._until = FormField("完成时限", self.deadline)
        days = (self._until, FormField("回头看日期", self.look_back))
        first = row((FormField("责任人", self.owner), 1), *days, spacing=16)
        self._hint = Paragraph("", 14, "text2", line=1.45)
        self.reason = line_field("改时限或类别的原因", "", "如：县财政局预算延至四季度，经局长办公会同意", 300)
        self._why = FormField("改时限或类别的原因", self.reason, WHY)
        support = row((FormField("向谁报请", self.to), 1), FormField("报请日期", self.asked_on), spacing=16)
        second = row(FormField("答复日期", self.answered_on), (FormField("答复内容", self.answer), 1), spacing=16)
        self._support = boxed(column(support, second, spacing=10))
        rows = [
            Paragraph(ABOUT, 15, "text2", line=1.5),
            FormField("措施", self.what),
            FormField("类别", self.kind),
            boxed(column(first, self._hint, spacing=4)),
            self._why,
            FormField("佐证要求", self.proof),
            self._support,
        ]
        title = f"修改{measure_name(measure.number)}" if measure.number else "新增措施"
        super().__init__(anchor, title, rows, self._keep, "保存措施", width=720)
        self.kind.changed.connect(lambda _: self._show_kind())
        self.deadline.line.textChanged.connect(lambda _: self._show_why())
        self._show_kind()

    def first_focus(self) -> QWidget | None:
        return self.what

    def _show_kind(self) -> None:
        kind = MeasureKind[self.kind.chosen()]
        self._until.setVisible(kind is not MeasureKind.LASTING)
        self._hint.set_text(LASTING_DAY if kind is MeasureKind.LASTING else OWN_DAY)
        self._support.setVisible(kind is MeasureKind.SUPPORT)
        self._show_why()
        if self.isVisible():
            self.place()

    def _show_why(self) -> None:
        """Asked for where it will be: a deadline that stood, or the kind, is another one."""
        was = self._measure
        stood = f"{was.due:%Y-%m-%d}" if was.due else ""
        moved = bool(stood) and self.deadline.line.text().strip() != stood
        shown = self._at_work and (moved or self.kind.chosen() != was.kind.name)
        if shown == self._why.isHidden():
            self._why.setVisible(shown)
            if self.isVisible():
                self.place()

    def _keep(self) -> None:
        kind = MeasureKind[self.kind.chosen()]
        support = self._measure.support
        if kind is MeasureKind.SUPPORT:
            answer = self.answer.toPlainText().strip()
            support = SupportRequest(self.to.text().strip(), self.asked_on.day(), self.answered_on.day(), answer)
        lasting = kind is MeasureKind.LASTING
        self._on_keep(
            replace(
                self._measure,
                what=self.what.toPlainText().strip(),
                owner=self.owner.text().strip(),
                kind=kind,
                deadline=None if lasting else self.deadline.day(),
                look_back=self.look_back.day(),
                proof=self.proof.text().strip(),
                support=support,
            ),
            self.reason.text().strip(),
        )
