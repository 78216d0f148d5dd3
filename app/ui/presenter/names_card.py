"""The list of names of a meeting: brought from a table or typed, looked through, put right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.domain.attendance import Attendee
from app.domain.errors import UserError
from app.domain.name_list import NameList
from app.services.meeting_attendance import MeetingAttendance
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.presenter.file_choice import FileChoice
from app.ui.presenter.names_dialog import NamesDialog, problem_words

FILTER = "名单 (*.xlsx *.csv);;所有文件 (*)"
HINT = "表格里有一列写着“姓名”，需要时加“科室”“职务”“列席”。签到时按空格就行。"


class NamesCard(Card):
    said = Signal(str, str)
    sheet_wanted = Signal()

    def __init__(
        self, attendance: MeetingAttendance, meeting_id: str, files: FileChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._attendance, self._id, self._files = attendance, meeting_id, files
        self._sum, self.list = Label("", 15, "text2"), QListWidget()
        self.list.setAccessibleName("名单，可以选多个")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setFixedHeight(px(220))
        bring, typed = button("从表格导入", "soft", "arrow_upload"), button("手工录入", "default", "edit")
        sheet = button("签到表", "ghost", "print", tip="写一份打印签字用的签到表")
        self._remove = button("移出名单", "ghost", small=True)
        self._observer = button("列席 / 应到", "ghost", small=True, name="在列席和应到之间换")
        self._pickable = button("抽点 / 不抽点", "ghost", small=True, name="在抽点和不抽点之间换")
        self._tools = row(Label("选中的：", 15, "text2"), self._observer, self._pickable, self._remove, None)
        self._notes = Paragraph(HINT, 15, "text2")
        head = row(Label("名单", 18, bold=True, serif=True), self._sum, None, sheet, typed, bring)
        self.setLayout(column(head, self._notes, self.list, self._tools, margins=(18, 14, 18, 14), spacing=8))
        bring.clicked.connect(self._bring)
        typed.clicked.connect(lambda: NamesDialog(self, attendance.read_typed, self._take).open())
        sheet.clicked.connect(self.sheet_wanted)
        self._remove.clicked.connect(self._remove_chosen)
        self._observer.clicked.connect(lambda: self._turn("observer"))
        self._pickable.clicked.connect(lambda: self._turn("pickable"))
        self.list.itemSelectionChanged.connect(self._offer)
        self._show()

    def _bring(self) -> None:
        path = self._files.open(self, "导入名单", FILTER)
        if path is None:
            return
        try:
            names = self._attendance.read_file(path)
            if names.problems:
                raise UserError(f"“{path.name}”有 {len(names.problems)} 处要改，没有导入。{problem_words(names)}")
            self._take(names)
        except UserError as error:
            self.said.emit("red", str(error))

    def _take(self, names: NameList) -> None:
        self._attendance.add(self._id, names.people)
        self._show()
        self._notes.set_text("　".join(names.notes) or HINT)
        self.said.emit("green", f"已加进名单 {len(names.people)} 人。")

    def _remove_chosen(self) -> None:
        chosen = self._chosen()
        try:
            self._attendance.remove(self._id, [one.number for one in chosen])
        except UserError as error:
            self.said.emit("red", str(error))
            return
        self._show()
        self.said.emit("green", f"已移出 {len(chosen)} 人。")

    def _turn(self, what: str) -> None:
        """All that are chosen become what the first one is not."""
        from dataclasses import replace

        chosen = self._chosen()
        wanted = not getattr(chosen[0], what) if chosen else False
        try:
            for one in chosen:
                changed = replace(one, observer=wanted) if what == "observer" else replace(one, pickable=wanted)
                self._attendance.change(self._id, changed)
        except UserError as error:
            self.said.emit("red", str(error))
        self._show({one.number for one in chosen})

    def _chosen(self) -> list[Attendee]:
        return [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]

    def _show(self, chosen: set[int] | None = None) -> None:
        people = self._attendance.people(self._id)
        self.list.clear()
        for one in people:
            marks = ["列席"] if one.observer else []
            marks += [] if one.pickable else ["不抽点"]
            words = "　".join(word for word in (one.name, one.unit, one.post, *marks) if word)
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setSelected(bool(chosen) and one.number in (chosen or ()))
        observers = sum(one.observer for one in people)
        more = f"，列席 {observers} 人" if observers else ""
        self._sum.setText(f"应到 {len(people) - observers} 人{more}" if people else "还没有名单")
        self.list.setVisible(bool(people))
        self._offer()

    def _offer(self) -> None:
        some = bool(self.list.selectedItems())
        for made in (self._remove, self._observer, self._pickable):
            made.setEnabled(some)
