"""A page of the case before and after an update, side by side: what is gone, what has come."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.page_words import Compared, compared
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px

ONLY_NOTES = "页面上的文字没有变，变的是讲稿提示或版式。"


class PageComparison(Modal):
    """``before`` and ``now`` as `page_words` gives them."""

    def __init__(self, anchor: QWidget, name: str, before: str, now: str) -> None:
        old, new = compared(before, now)
        sides = boxed(row((_side("原来的页面", old, "−"), 1), (_side("更新后的页面", new, "＋"), 1), spacing=24))
        same = before == now
        content = boxed(column(Paragraph(ONLY_NOTES, 16), sides)) if same else sides
        super().__init__(anchor, f"{name}：改了什么", content, (Choice("back", "返回", safe=True),), width=920)


def _side(head: str, lines: Compared, mark: str) -> QVBoxLayout:
    """A changed line has a mark and stands out by weight, not by colour alone."""
    made = column(Label(head, 15, "text2"), spacing=6)
    for text, changed in lines:
        sign = Label(mark if changed else "", 16, "amber", bold=True)
        sign.setFixedWidth(px(18))
        words = Paragraph(text, 16, "text" if changed else "text2", bold=changed, line=1.45)
        made.addWidget(boxed(row(column(sign, None), (words, 1), spacing=4)))
    made.addStretch(1)
    return made
