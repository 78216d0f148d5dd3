"""以案促改 is not in this version: what it will be for, why it is not here, what one can do today."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from app.ui.kit.banner import Banner
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
PURPOSE = "把学到的落到本科室：对照自查、形成问题清单、定整改措施（不少于3条）、每月填报、销号，再回头看是否反弹。"
REASON = (
    "整改台账要分清责任、逐级审签，还要收齐各科室的填报，记错或丢失都会影响正式工作。"
    "这部分要先与单位的实际流程核对，所以本版没有放进来，也不放只能用一半的功能。"
)
TODAY = (
    ("学一个案例", "在案例库选一篇与本科室业务相近的案例，读完“控制缺口”“整改措施”和“岗位对照”。"),
    ("逐条对照", "拿每一个控制缺口对照本科室的流程：存在、未发现，还是需核实。只看流程上的风险，不针对个人。"),
    ("记下要核实的", "用案例里的“记笔记”写下需要核实的环节，在“学习 · 我的摘录”里可以一次复制全部。"),
    ("按现行办法办理", "由科室负责人确认后，按单位现有的整改台账和月报办理。"),
)
REPORT = "涉及本人或他人违纪违法的，不在此填写，请直接向党组织或派驻纪检监察组报告。"


class RectifyPage(Page):
    facts = PageFacts("rectify", "以案促改", "改", "以案促改")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = button("打开案例库", "primary", "book")
        self._open.clicked.connect(self.main_action)
        title = Label("以案促改", 24, bold=True, serif=True)
        head = row(title, Tag("本版未含", "grey", "info"), None, self._open, spacing=12)
        steps = column(*(_step(number, *step) for number, step in enumerate(TODAY, 1)), spacing=16)
        body = column(
            head,
            Paragraph(PURPOSE, 17, line=1.7),
            _card("info", "为什么还没有", Paragraph(REASON, 16, "text2", line=1.7)),
            _card("lightbulb", "今天可以这样做", boxed(steps)),
            Banner(REPORT, "amber"),
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
