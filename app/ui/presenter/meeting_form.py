"""What a meeting is, when and where, who leads it: the upper half of its plan."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QGridLayout, QLineEdit, QWidget

from app.domain.meeting import Meeting, MeetingKind
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.tokens import px

_FORMAT, _ISO = "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm"
_LINES = (
    ("unit", "主办单位", "如：县民政局"),
    ("place", "地点", "如：三楼会议室"),
    ("chair", "主持人", "姓名或职务"),
    ("recorder", "记录人", "姓名"),
    ("audience", "参加人员", "如：局机关全体党员干部"),
    ("observers", "列席人员", "没有就不填"),
)


class MeetingForm(Card):
    changed = Signal()

    def __init__(self, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.kind = ChoiceField("会议类型", [(one.value, one.value) for one in MeetingKind], meeting.kind.value)
        self.title = line_field("会议名称", meeting.title, "如：2026 年第四季度警示教育大会", 60)
        self.time, self.open = _moment(meeting.starts_at), QCheckBox("时间待定")
        self.open.setAccessibleName("时间待定")
        self.open.setChecked(not meeting.starts_at)
        self.time.setEnabled(bool(meeting.starts_at))
        self.lines: dict[str, QLineEdit] = {
            name: line_field(word, getattr(meeting, name), hint) for name, word, hint in _LINES
        }
        self.requirements = text_area("会议要求", meeting.requirements, "写进会议通知，一行一条", 76)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        when = boxed(row(self.time, self.open, None, spacing=10))
        self._cells = [FormField("会议类型", self.kind), FormField("时间", when)]
        self._cells += [FormField(word, self.lines[name]) for name, word, _ in _LINES]
        head = Label("基本情况", 18, bold=True, serif=True)
        body = column(
            head, FormField("会议名称", self.title), self._grid, FormField("会议要求", self.requirements),
            margins=(18, 14, 18, 16), spacing=8,
        )  # fmt: skip
        self.setLayout(body)
        self.set_columns(2)
        self._connect()

    def set_columns(self, number: int) -> None:
        for cell in self._cells:
            self._grid.removeWidget(cell)
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // number, place % number)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < number else 0)

    def meeting(self, before: Meeting) -> Meeting:
        """As typed; id and agenda stay."""
        starts = "" if self.open.isChecked() else self.time.dateTime().toString(_ISO)
        texts: dict[str, Any] = {name: field.text().strip() for name, field in self.lines.items()}
        return replace(
            before,
            kind=MeetingKind(self.kind.chosen()),
            title=self.title.text().strip() or before.title,
            starts_at=starts,
            requirements=self.requirements.toPlainText().strip(),
            **texts,
        )

    def _connect(self) -> None:
        self.open.toggled.connect(lambda on: self.time.setEnabled(not on))
        for signal in (
            self.kind.currentIndexChanged,
            self.title.textChanged,
            self.time.dateTimeChanged,
            self.open.toggled,
            self.requirements.textChanged,
            *(field.textChanged for field in self.lines.values()),
        ):
            signal.connect(lambda *_: self.changed.emit())


def _moment(starts_at: str) -> QDateTimeEdit:
    """Tomorrow at nine where no time is fixed yet."""
    try:
        moment = datetime.fromisoformat(starts_at)
    except ValueError:
        moment = (datetime.now() + timedelta(days=1)).replace(hour=9, minute=0)
    made = QDateTimeEdit(QDateTime.fromString(moment.strftime("%Y-%m-%dT%H:%M"), _ISO))
    made.setDisplayFormat(_FORMAT)
    made.setCalendarPopup(False)
    made.setAccessibleName("开始时间")
    made.lineEdit().setAccessibleName("开始时间")
    made.setFixedWidth(px(200))
    return made
