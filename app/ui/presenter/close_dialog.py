"""Ending a meeting from its page: when it was over, and what is still missing."""

from collections.abc import Callable

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from app.ui.kit.banner import Banner
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.parts.acting_dialog import SAVE, ActingDialog

ABOUT = "结束后会议记录成为第 1 版，签到和发言不再直接改；有错可以更正，每次更正留一版。"


class CloseDialog(ActingDialog):
    """``close(ended_at)`` may raise UserError."""

    def __init__(self, anchor: QWidget, began_at: str, missing: list[str], close: Callable[[str], None]) -> None:
        self.ended = QDateTimeEdit(QDateTime.currentDateTime())
        self.ended.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.ended.setMinimumDateTime(QDateTime.fromString(began_at, "yyyy-MM-ddTHH:mm"))
        self.ended.setAccessibleName("结束时间")
        self.ended.lineEdit().setAccessibleName("结束时间")
        self.ended.setFixedWidth(px(200))
        items: list[Item] = [Paragraph(ABOUT, 16, "text2"), row(Label("结束时间", 16), self.ended, None)]
        if missing:
            items.append(Banner(f"还没有：{'、'.join(missing)}。也可以先结束，以后更正时补。", "amber"))
        super().__init__(
            anchor, "结束会议？", items, lambda: close(self.ended.dateTime().toString("yyyy-MM-ddTHH:mm")), "结束会议",
            cancel="返回", width=600, icon="clipboard_checkmark", typed=False,
        )  # fmt: skip

    def first_focus(self) -> QWidget | None:
        return self.button(SAVE)
