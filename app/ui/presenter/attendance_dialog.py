"""签到 while the session is on: space is 到, J is 请假; who comes late gets the time."""

from PySide6.QtCore import QRect, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.attendance import count
from app.domain.pinyin_initials import initials
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px
from app.ui.presenter.attendance_list import AttendanceList
from app.ui.presenter.dialog import Dialog
from app.ui.presenter.presenter_controller import PresenterController

_HINT = "空格：到，再按取消　J：请假　↑ ↓ 换人。名单在投影上看不到。"
_NOBODY = "这次没有导入名单，只讲课件。需要签到时，请在“会议”里导入名单后再开始。"


class AttendanceDialog(Dialog):
    def __init__(self, anchor: QWidget, controller: PresenterController) -> None:
        self._controller = controller
        self._figures, self._search = Label("", 16, bold=True), QLineEdit()
        self.names = AttendanceList()
        self._rows = ScrollPage(self.names)
        self._rows.setFixedHeight(px(300))
        self._search.setPlaceholderText("找人：姓名或首字母")
        self._search.setAccessibleName("按姓名、首字母或科室查找")
        head = row(self._figures, (self._search, 1), spacing=12)
        inner = (head, self._rows, Paragraph(_HINT, 15, "text2")) if controller.people else (Paragraph(_NOBODY),)
        choices = (Choice("done", "返回", safe=True),)
        super().__init__(anchor, "签到", boxed(column(*inner, spacing=10)), choices, width=640, icon="people")
        self._search.textChanged.connect(self._show)
        self.names.marked.connect(controller.attend)
        self.names.moved.connect(self._reveal)
        controller.people_changed.connect(self._show)
        self._show()

    def first_focus(self) -> QWidget | None:
        return self.names if self._controller.people else super().first_focus()

    @Slot()
    def _show(self) -> None:
        typed, people = self._search.text().strip().casefold(), self._controller.people
        self.names.set_people(tuple(one for one in people if typed in f"{one.name} {one.unit} {initials(one.name)}"))
        figures = count(people)
        self._figures.setText(
            f"应到 {figures.expected} · 实到 {figures.present} · 请假 {figures.leave} · 未到 {figures.absent}"
        )

    @Slot(QRect)
    def _reveal(self, box: QRect) -> None:
        self._rows.ensureVisible(0, box.top(), 0, 0)
        self._rows.ensureVisible(0, box.bottom(), 0, 0)
