"""An entry of 排查 or 查办: number, source and date; of a case that was made public also where."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.case_summary import CaseSummary
from app.domain.ledger.outcome import Batch, FileReference
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.fonts import font
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.rectify.case_choices import case_choices
from app.ui.rectify.ledger_date_field import LedgerDateField

WHY = "只登记编号、来源和日期，没有写内容的地方：线索和案件的内容按保密规定由承办单位保管，不进入本机。"
PUBLIC = "已经公开通报，可以链接通报"
NO_CASE = "不对应案例库里的案例"
CASE_HINT = "登记后点“看案例”可以打开。"


class OutcomeReferenceDialog(ActingDialog):
    def __init__(
        self,
        anchor: QWidget,
        campaign: str,
        batch: Batch,
        today: date,
        save: Callable[[FileReference], object],
        cases: Sequence[CaseSummary] = (),
        standing: FileReference | None = None,
    ) -> None:
        """``save`` may raise UserError. ``cases`` are those of 学, one of which may stand for a public case;
        ``standing`` is the entry that is changed."""
        self._campaign, self._batch, self._standing = campaign, batch, standing
        number, source = (standing.number, standing.source) if standing else ("", "")
        self.number = line_field("编号", number, "如：县纪〔2026〕12号", 70)
        self.source = line_field("来源", source, "如：县纪委监委移交", 70)
        self.on = LedgerDateField("日期", today, standing.on if standing else None, past=True)
        rows = [
            Paragraph(WHY, 16, "text2"),
            FormField("编号", self.number),
            FormField("来源", self.source),
            FormField("日期", self.on),
        ]
        self.public = QCheckBox(PUBLIC)
        self.public.setFont(font(16))
        self.public.setAccessibleName(PUBLIC)
        notice, publisher = (standing.notice, standing.published_by) if standing else ("", "")
        self.notice = line_field("通报标题", notice, "与公开的标题一致", 110)
        self.publisher = line_field("公开来源", publisher, "如：中央纪委国家监委网站", 110)
        self.published = LedgerDateField("公开日期", today, standing.published_on if standing else None, past=True)
        two = row((FormField("公开来源", self.publisher), 3), (FormField("公开日期", self.published), 2), spacing=14)
        self.case = ChoiceField("对应的案例", case_choices(cases, NO_CASE))
        shown = [FormField("通报标题", self.notice), boxed(two)]
        if cases:
            shown.append(FormField("案例库里的对应案例（可不选）", self.case, CASE_HINT))
        self._notice = boxed(column(*shown, spacing=10))
        if batch is Batch.CASES:
            rows += [self.public, self._notice]
        self.public.setChecked(bool(notice))
        self._notice.setVisible(bool(notice))
        self.case.choose(standing.case if standing else "")
        word = "保存" if standing else "登记"
        title = f"{'修改' if standing else '登记'}　{batch.value}"
        super().__init__(anchor, title, rows, lambda: _do(save, self.reference()), word)
        self.public.toggled.connect(self._show_notice)

    def reference(self) -> FileReference:
        """Raises UserError for what is no date."""
        key = self._standing.id if self._standing else ""
        head = (key, self._campaign, self._batch, self.number.text(), self.source.text(), self.on.needed_day())
        if not self.public.isChecked():
            return FileReference(*head)
        notice = (self.notice.text(), self.publisher.text(), self.published.needed_day())
        return FileReference(*head, *notice, self.case.chosen())

    def _show_notice(self, public: bool) -> None:
        self._notice.setVisible(public)
        self.place()


def _do(save: Callable[[FileReference], object], reference: FileReference) -> None:
    save(reference)
