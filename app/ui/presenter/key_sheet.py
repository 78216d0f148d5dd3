"""All keys of a session (F1)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.presenter.act import SHEET
from app.ui.presenter.dialog import Dialog

_CLICKER = "翻页笔只发送 PgUp、PgDn、B、F5、Esc 时也够用：PgDn 先揭晓再翻页，F5 从黑屏恢复，Esc 按两次结束。"


class KeySheet(Dialog):
    def __init__(self, anchor: QWidget) -> None:
        half = (len(SHEET) + 1) // 2
        sides = row((_lines(SHEET[:half]), 1), (_lines(SHEET[half:]), 1), spacing=20)
        choices = (Choice("back", "返回", safe=True),)
        content = boxed(column(sides, Paragraph(_CLICKER, 15, "text2"), spacing=12))
        super().__init__(anchor, "投影时的按键", content, choices, width=980, icon="keyboard")


def _lines(keys: tuple[tuple[str, str], ...]) -> QVBoxLayout:
    made = column(spacing=4)
    for name, what in keys:
        said = Label(name, 15, bold=True)
        said.setFixedWidth(px(190))
        made.addWidget(boxed(row(said, (Paragraph(what, 15), 1), spacing=10)))
    made.addStretch(1)
    return made
