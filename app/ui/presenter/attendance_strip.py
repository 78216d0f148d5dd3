"""The lower right corner of the console: who is there in figures, the list, the way out."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.attendance import count
from app.ui.kit.button import Button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.tokens import px
from app.ui.presenter.presenter_controller import PresenterController


class AttendanceStrip(Card):
    list_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, controller: PresenterController, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._controller = controller
        self._there, self._others = Label("", 16, bold=True), Label("", 15, "text2")
        self._list, self._end = Button("签到 Q", small=True), Button("结束 Esc", small=True)
        self._list.setAccessibleName("打开签到名单")
        self._end.setAccessibleName("结束投影")
        icon = IconLabel("people", 20, "text2")
        line = row(icon, self._there, self._others, None, self._list, self._end, margins=(14, 6, 10, 6), spacing=8)
        self.setLayout(line)
        self.setFixedHeight(px(46))
        for made in (self._list, self._end):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.clicked.connect(self.list_wanted)
        self._end.clicked.connect(self.end_wanted)
        controller.people_changed.connect(self.refresh)
        self.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """Only how many are there."""
        self._others.setVisible(not narrow)

    def words(self) -> str:
        return f"{self._there.text()} {self._others.text()}".strip()

    @Slot()
    def refresh(self) -> None:
        people = self._controller.people
        figures = count(people)
        if not people:
            self._there.setText("没有签到名单")
            self._others.setText("")
            return
        self._there.setText(f"签到 {figures.present}/{figures.expected}")
        observers = f" · 列席 {figures.observers}" if figures.observers else ""
        self._others.setText(f"请假 {figures.leave} · 未到 {figures.absent}{observers}")
