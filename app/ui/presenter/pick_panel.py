"""抽点: whose turn it is. The leader sees the name first, and decides whether the room does."""

from PySide6.QtWidgets import QWidget

from app.domain.attendance import Attendee
from app.ui.kit.announce import announce
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice
from app.ui.kit.paragraph import Paragraph
from app.ui.presenter.dialog import Dialog
from app.ui.presenter.presenter_controller import PresenterController

_TEXT = "从已签到的人里随机抽取，每人轮到一次之后再从头开始。只用于请人发言，不记入任何成绩。"


class PickPanel(Dialog):
    def __init__(self, anchor: QWidget, controller: PresenterController) -> None:
        self._controller = controller
        self._found: Attendee | None = None
        self._name, self._unit = Label("", 40, bold=True, serif=True), Label("", 17, "text2")
        choices = (
            Choice("again", "换一位"),
            Choice("show", "显示在投影上", kind="default"),
            Choice("done", "返回", safe=True),
        )
        content = boxed(column(self._name, self._unit, 6, Paragraph(_TEXT, 15, "text2"), spacing=6))
        super().__init__(anchor, "随机抽点", content, choices, icon="person", stays=True)
        self.chosen.connect(self._decide)
        self._draw()

    @property
    def found(self) -> Attendee | None:
        return self._found

    def _decide(self, key: str) -> None:
        if key == "again":
            self._draw()
        elif key == "show" and self._found is not None:
            self._controller.show_name(self._found.name)
            self.dismiss()
        elif key == "done":
            self.dismiss()

    def _draw(self) -> None:
        self._found = self._controller.pick(show=self._controller.options.show_names)
        self._name.setText(self._found.name if self._found else "还抽不出人")
        self._unit.setText(self._found.unit if self._found else "先签到，再抽点")
        self._unit.setVisible(bool(self._unit.text()))
        self.button("show").setEnabled(self._found is not None)
        announce(self, self._name.text())
