"""个人与单位: who one is, and the people of this PC."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from app.domain.errors import UserError
from app.domain.learner import Learner
from app.services.profile_service import ProfileService
from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.settings.section_card import SectionCard

PRIVACY = "姓名只存本机，用于本机成绩和记录"
AIMS = ("自己学", "组织学习", "两者都有")
APART = "几个人共用这台电脑时，各人的进度、笔记和成绩分开保存。切换后，窗口回到首页。"


class PeopleSection(SectionCard):
    person_changed = Signal()
    message = Signal(str, str)

    def __init__(self, profiles: ProfileService) -> None:
        super().__init__("个人与单位")
        self._profiles = profiles
        now = profiles.current
        self._name = _field("姓名", now.name, 40, "如：张同志")
        self._unit = _field("单位（科室）", now.unit, 60, "如：社会救助科")
        self._aim = SegmentControl([(aim, aim) for aim in AIMS], now.aim or AIMS[0], "我要")
        self._save = button("保存", "default", "save", name="保存姓名和单位")
        self._new_name = _field("新增人员的姓名", "", 40, "姓名")
        self._add_person = button("新增人员", "default", "add")
        self._people = column(spacing=4)
        self._form()
        self._list()
        self._save.clicked.connect(self._describe)
        self._name.returnPressed.connect(self._describe)
        self._unit.returnPressed.connect(self._describe)
        self._add_person.clicked.connect(self._add_learner)
        self._new_name.returnPressed.connect(self._add_learner)
        self._refill()

    @Slot()
    def _describe(self) -> None:
        try:
            self._profiles.describe(self._name.text(), self._unit.text(), self._aim.chosen())
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._refill()
        self.message.emit("green", "已保存。")

    @Slot()
    def _add_learner(self) -> None:
        name = self._new_name.text().strip()
        if not name:
            self.message.emit("amber", "请先填写姓名。")
            self._new_name.setFocus()
            return
        try:
            self._profiles.add(name, self._unit.text())
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._new_name.clear()
        self._refill()
        self.message.emit("green", f"已新增 {name}。")

    def _switch(self, learner: Learner) -> None:
        try:
            self._profiles.switch(learner.id)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.person_changed.emit()

    def _form(self) -> None:
        self.add(ConfidentialityBanner(), ruled=False)
        self.add_row("姓名", self._name)
        self.add_row("单位（科室）", self._unit)
        self.add_row("我要", self._aim, "只影响首页的排列。")
        self.add(row(self._save, Label(PRIVACY, 14, "text2"), None, spacing=14), ruled=False)

    def _list(self) -> None:
        add = row(self._new_name, self._add_person, None, spacing=10)
        self.add(column(Label("本机人员", 16, bold=True), Paragraph(APART, 14, "text2"), self._people, add, spacing=8))

    def _refill(self) -> None:
        clear(self._people)
        for learner in self._profiles.all():
            tail: list[Item] = []
            if learner.id == self._profiles.current.id:
                tail.append(Tag("正在使用", "green", "checkmark_circle", True))
            else:
                change = button("切换", "default", small=True, name=f"切换到 {learner.shown_name}")
                change.clicked.connect(lambda _=False, one=learner: self._switch(one))
                tail.append(change)
            words = ElidedLabel("　".join(filter(None, (learner.shown_name, learner.unit))), 16)
            self._people.addLayout(row(IconLabel("person", 20), (words, 1), *tail, margins=(0, 4, 0, 4), spacing=10))


def _field(name: str, text: str, most: int, hint: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setObjectName(f"field-{name}")
    made.setMaxLength(most)
    made.setPlaceholderText(hint)
    made.setFixedWidth(px(320))
    return made
