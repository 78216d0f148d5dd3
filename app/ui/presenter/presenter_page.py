"""集体学习 is not in this version: what it will be for, why it is not here, what one can do today."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.page import Page, PageFacts
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px

WIDEST = 860
PURPOSE = "一人主讲、多人共学：把一个案例投到幕布上，大家先作判断，再揭晓处理结果，会后留下签到和学习纪实。"
REASON = (
    "主讲要靠投影、双屏和翻页笔，中途不能出错。这些要在真实的会议室里逐项试过，才能放心交给主讲人，"
    "所以本版没有放进来。本版先把个人学习、练习和考试做扎实。"
)
TODAY = (
    ("选一个案例", "在案例库挑一篇贴近本科室业务的案例，标题旁写有预计时间。"),
    ("放大字号", "在“设置 · 外观与字号”把界面大小调到 200%，再接投影仪一起看。"),
    ("先判断，再揭晓", "读到“停一停”先不往下翻，请大家说出自己的决定和理由，然后揭晓处理结果。"),
    ("一起讨论、检测", "用案例后面的讨论题交流，再集体完成学后检测。签到和记录按单位现行办法办理。"),
)


class PresenterPage(Page):
    facts = PageFacts("presenter", "集体学习", "讲", "集体学习")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = button("打开案例库", "primary", "book")
        self._open.clicked.connect(self.main_action)
        title = Label("集体学习", 24, bold=True, serif=True)
        head = row(title, Tag("本版未含", "grey", "info"), None, self._open, spacing=12)
        steps = column(*(_step(number, *step) for number, step in enumerate(TODAY, 1)), spacing=16)
        body = column(
            head,
            Paragraph(PURPOSE, 17, line=1.7, balanced=True),
            _card("info", "为什么还没有", Paragraph(REASON, 16, "text2", line=1.7)),
            _card("lightbulb", "今天可以这样做", boxed(steps)),
            None,
            spacing=16,
        )
        content = boxed(body)
        content.setMaximumWidth(px(WIDEST))
        holder = boxed(row(content, margins=(28, 24, 28, 24)))
        self._scroll = ScrollPage(holder)
        self.setLayout(column(self._scroll))

    def shown(self) -> None:
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def main_action(self) -> None:
        self.navigate.emit("library", None)


def _card(icon: str, title: str, content: QWidget) -> QWidget:
    head = row(IconLabel(icon, 20, "text2"), Label(title, 18, bold=True, serif=True), None)
    return Card(column(head, content, margins=(20, 16, 20, 18), spacing=12))


def _step(number: int, title: str, text: str) -> QWidget:
    words = column(Label(title, 16, bold=True), Paragraph(text, 16, "text2", line=1.6), spacing=2)
    figure = Label(str(number), 20, "red", bold=True, serif=True)
    figure.setFixedWidth(px(22))
    return boxed(row((figure, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=10))
