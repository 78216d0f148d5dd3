"""The roster of an exam that is being made: imported whole, or not at all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.roster import Roster
from app.domain.roster_extra_time import extended, with_extra_time
from app.domain.roster_person import RosterPerson
from app.services.unit_exam_service import UnitExamService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.unit_exam.file_asking import FileAsking
from app.ui.unit_exam.house_table_view import HouseTableView
from app.ui.unit_exam.roster_model import COLUMNS, RosterModel

FILTER = "名单 (*.xlsx *.csv);;所有文件 (*)"
HINT = (
    "xlsx 或 csv，有一列写着“姓名”，需要时加“科室”“工号”“延长时间”（空、1.25、1.5），次序不限，不要身份证号。"
    "可以一个科室一张工作表。"
)
EXTRA_EXAMPLE = "如：周明 1.5、李华 1.25"
EXTRA_HINT = "写姓名或工号和倍数（1.25 或 1.5）。名单里没有“延长时间”一列时填在这里；两处都写的，以这里为准。"
_LONGEST_EXTRA = 2_000
_MOST = 8
_ROWS, _ROW = 6, 38
"""Of the table that are seen at once; design pixels."""


class RosterField(QWidget):
    failed = Signal(str)

    def __init__(self, unit_exams: UnitExamService, files: FileAsking) -> None:
        super().__init__()
        self._unit_exams, self._files = unit_exams, files
        self.people: tuple[RosterPerson, ...] = ()
        self._extra = line_field("延长时间的人", "", EXTRA_EXAMPLE, _LONGEST_EXTRA)
        self._says = Label("还没有导入名单", 15, "text2")
        self._below = column(spacing=4)
        self._model, self._table = RosterModel(), HouseTableView("名单上的人")
        self._table.setModel(self._model)
        self._table.hide()
        bring = button("导入名单", "soft", "arrow_upload")
        bring.clicked.connect(self._bring)
        self._extra.setMaximumWidth(px(560))
        shown = row(bring, self._says, None, spacing=12)
        head = column(shown, self._below, self._table, Paragraph(HINT, 14, "text2"), spacing=6)
        extra = FormField("延长时间的人（没有就不填）", self._extra, EXTRA_HINT, strong=True)
        self.setLayout(column(head, extra, spacing=12))
        self._extra.textChanged.connect(lambda _: self._show_people())

    def set_people(self, people: tuple[RosterPerson, ...], name: str = "") -> None:
        """As a file has them."""
        self.people = people
        source = f"（{name}）" if name else ""
        longer = extended(people)
        more = f"，{longer} 人延长时间" if longer else ""
        self._says.setText(f"名单 {len(people)} 人{more}{source}" if people else "还没有导入名单")
        self._says.set_tone("text" if people else "text2")
        self._show_people()

    def extra(self) -> str:
        """Who has extra time, as typed."""
        return self._extra.text()

    def set_extra(self, typed: str) -> None:
        self._extra.setText(typed)

    def take_people(self) -> tuple[RosterPerson, ...]:
        """The roster with the extra time that was typed. Raises UserError where that will not do; the field has the
        focus then."""
        try:
            return with_extra_time(self.people, self._extra.text())
        except UserError:
            self._extra.setFocus()
            raise

    # slots

    def _bring(self) -> None:
        path = self._files.open(self, "导入名单", FILTER)
        if path is None:
            return
        try:
            roster = self._unit_exams.read_roster(path)
        except UserError as error:
            self.failed.emit(str(error))
            return
        clear(self._below)
        if roster.problems:
            self._show_problems(path.name, roster)
        else:
            self.set_people(roster.people, path.name)
            for note in roster.notes:
                self._below.addWidget(Paragraph(note, 14, "text2"))

    # private

    def _show_people(self) -> None:
        """As they will be taken, with the extra time that was typed so far."""
        try:
            people = with_extra_time(self.people, self._extra.text())
        except UserError:
            people = self.people
        self._model.set_people(people)
        self._table.setColumnHidden(len(COLUMNS) - 1, not extended(people))
        self._table.fit_columns()
        self._table.setFixedHeight(px((min(len(people), _ROWS) + 1) * _ROW + 4))
        self._table.setVisible(bool(people))

    def _show_problems(self, name: str, roster: Roster) -> None:
        head = f"“{name}”有 {len(roster.problems)} 处要改，整份没有导入。请在表格里改好，再导入一次。"
        self._below.addWidget(Banner(head, "amber"))
        lines = column(spacing=2, margins=(14, 0, 14, 0))
        for one in roster.problems[:_MOST]:
            place = f"第 {one.line} 行：" if one.line else ""
            lines.addWidget(Paragraph(f"{place}{one.message}。{one.advice}。", 15))
        if len(roster.problems) > _MOST:
            lines.addWidget(Paragraph(f"还有 {len(roster.problems) - _MOST} 处，先改以上各处。", 15, "text2"))
        self._below.addWidget(boxed(lines))
