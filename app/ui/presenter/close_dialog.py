"""Ending a meeting from its page: when it was over, and what is still missing."""

from collections.abc import Callable

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from app.domain.errors import UserError
from app.ui.kit.banner import Banner
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px

CLOSE = "close"
ABOUT = "结束后会议记录成为第 1 版，签到和发言不再直接改；有错可以更正，每次更正留一版。"


class CloseDialog(Modal):
    """``close(ended_at)`` may raise UserError."""

    def __init__(self, anchor: QWidget, began_at: str, missing: list[str], close: Callable[[str], None]) -> None:
        self._close = close
        self.ended = QDateTimeEdit(QDateTime.currentDateTime())
        self.ended.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.ended.setMinimumDateTime(QDateTime.fromString(began_at, "yyyy-MM-ddTHH:mm"))
        self.ended.setAccessibleName("结束时间")
        self.ended.lineEdit().setAccessibleName("结束时间")
        self.ended.setFixedWidth(px(200))
        self._problem = Banner("", "red")
        self._problem.hide()
        items: list[Item] = [Paragraph(ABOUT, 16, "text2"), row(Label("结束时间", 16), self.ended, None)]
        if missing:
            items.append(Banner(f"还没有：{'、'.join(missing)}。也可以先结束，以后更正时补。", "amber"))
        choices = (Choice("", "返回"), Choice(CLOSE, "结束会议", safe=True))
        content = boxed(column(*items, self._problem, spacing=10))
        super().__init__(anchor, "结束会议？", content, choices, width=600, icon="clipboard_checkmark", stays=True)
        self.chosen.connect(self._choose)

    def first_focus(self) -> QWidget | None:
        return self.button(CLOSE)

    def _choose(self, key: str) -> None:
        if key != CLOSE:
            if self.isVisible():
                self.dismiss()
            return
        try:
            self._close(self.ended.dateTime().toString("yyyy-MM-ddTHH:mm"))
        except UserError as error:
            self._problem.say(str(error), "red")
            self._problem.show()
            self.place()
            return
        self.dismiss()
