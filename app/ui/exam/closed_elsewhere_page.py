"""In the place of a page that is shut while another person of this PC has an exam without books to hand in."""

from PySide6.QtWidgets import QWidget

from app.services.closed_book import ExamElsewhere
from app.ui.exam.closed_book_page import NO_LOCK
from app.ui.exam.closed_pages import CLOSED
from app.ui.kit.button import button
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import centred, column, row
from app.ui.kit.page import Page, Shortcut
from app.ui.kit.paragraph import Paragraph

WHY = (
    "{candidate}的《{title}》是闭卷考试，在这台电脑上还没有交卷（使用人：{owner}）。"
    "交卷以前，看得到法规、题目和答案的页面先不开放。请{candidate}本人继续或交卷，或找考试组织人员。"
)


class ClosedElsewherePage(Page):
    facts = CLOSED["regulations"]

    def __init__(self, found: ExamElsewhere, key: str = "regulations", parent: QWidget | None = None) -> None:
        """``key``: of the page in whose place this one stands, one of `CLOSED`."""
        super().__init__(parent)
        keys = (Shortcut("Enter", "切换使用人"),)
        self.facts = CLOSED[key]._replace(shortcuts=keys)  # type: ignore[misc]  # it stands in the place of several
        self._change = button("切换使用人", icon="person", big=True)
        body = column(
            row(IconLabel("lock_closed", 28, "ink", True, plate="ink_soft"), None),
            Paragraph(f"闭卷考试没有交卷，{self.facts.title}先不开放", 24, bold=True, serif=True, line=1.4),
            Paragraph(WHY.format(**found._asdict()), 17, line=1.7),
            Paragraph(NO_LOCK, 15, "text2", line=1.6),
            4,
            row(self._change, None),
            None,
            margins=(28, 48, 28, 24),
            spacing=14,
        )
        self.setLayout(column(centred(body, 720)))
        self._change.clicked.connect(self.main_action)

    def shown(self) -> None:
        self._change.setFocus()

    def main_action(self) -> None:
        self.navigate.emit("settings", "个人与单位")
