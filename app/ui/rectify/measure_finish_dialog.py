"""A measure is done: what was done, and what proves it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.evidence import Evidence
from app.domain.ledger.measure import Measure
from app.ui.kit.button import button
from app.ui.kit.form_field import FormField, text_area
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.rectify.ledger_chips_field import LedgerChipsField
from app.ui.rectify.ledger_date_field import LedgerDateField
from app.ui.rectify.measure_words import measure_name

HINT = "做了什么、何时、多少，如：11月18日前复核46份，纠正9份"

DAY_HINT = "做完的那一天。纸上的审签不能早于这一天。"


class MeasureFinishDialog(ActingDialog):
    """``finish(result, evidence ids, day)`` may raise UserError. ``offered`` gives what can be chosen; ``add`` copies a
    file in and gives its id, None where none was chosen."""

    def __init__(
        self,
        anchor: QWidget,
        measure: Measure,
        offered: Callable[[], Sequence[Evidence]],
        add: Callable[[QWidget], str | None],
        finish: Callable[[str, tuple[str, ...], date], None],
        today: date,
    ) -> None:
        self._offered, self._on_add = offered, add
        self.result = text_area("完成情况", measure.result, HINT, 96)
        self.on = LedgerDateField("完成日期", today, today, past=True)
        self._place = column(spacing=6)
        self.files: LedgerChipsField | None = None
        more = button("添加文件…", icon="add", small=True)
        more.clicked.connect(self._add)
        rows = [
            Paragraph(measure.what, 16, "text2", line=1.5),
            FormField("完成情况", self.result),
            FormField("完成日期", self.on, DAY_HINT),
            FormField("佐证材料（至少一份）", boxed(column(self._place, row(more, None), spacing=8))),
        ]
        self._fill(measure.evidence)
        title = f"{measure_name(measure.number)}记为完成"
        self._finish = finish
        super().__init__(anchor, title, rows, self._keep, "记为完成")

    def first_focus(self) -> QWidget | None:
        return self.result

    def picked(self) -> tuple[str, ...]:
        return self.files.chosen() if self.files else ()

    def _keep(self) -> None:
        self._finish(self.result.toPlainText(), self.picked(), self.on.needed_day())

    def _add(self) -> None:
        try:
            added = self._on_add(self)
        except UserError as error:
            self.say(str(error))
            return
        if added is not None:
            self._fill((*self.picked(), added))
            self.place()

    def _fill(self, chosen: Sequence[str]) -> None:
        clear(self._place)
        found = self._offered()
        self.files = LedgerChipsField("佐证材料", [(one.id, one.name) for one in found], chosen) if found else None
        nothing = Paragraph("还没有佐证文件。请先添加照片、扫描件或文档。", 15, "text2")
        self._place.addWidget(self.files or nothing)
