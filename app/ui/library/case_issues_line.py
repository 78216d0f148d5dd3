"""本单位由此查找的问题: from a case to what the unit has found by it. Nothing is there while nothing was found."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.case_issue import CaseIssue
from app.ui.kit.button import button
from app.ui.kit.drawer import Drawer
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage

TITLE = "本单位由此查找的问题"


class CaseIssuesLine(QWidget):
    opened = Signal(str)
    """The id of an issue."""

    def __init__(self, issues: Sequence[CaseIssue]) -> None:
        """One issue is opened at once, of several one is chosen."""
        super().__init__()
        self._issues = issues
        self.link = button(f"{TITLE} {len(issues)} 项", "link", "arrow_right", trailing=True)
        self.link.clicked.connect(self._press)
        self.setLayout(row(self.link, None))

    def _press(self) -> None:
        if len(self._issues) == 1:
            self.opened.emit(self._issues[0].id)
        else:
            self._drawer().open()

    def _drawer(self) -> Drawer:
        items = list[Item]()
        campaign = ""
        for one in self._issues:
            if one.campaign != campaign:
                campaign = one.campaign
                items.append(Paragraph(campaign, 15, "text2", bold=True, line=1.5))
            words = f"问题 {one.number}　{one.title}"
            go = button("打开", "link", name=f"打开{words}")
            said = column(Paragraph(words, 16, line=1.5), Paragraph(one.state, 15, "text2", line=1.4), spacing=0)
            items.append(row((said, 1), go, spacing=8))
            go.clicked.connect(partial(self.opened.emit, one.id))
        content = ScrollPage(boxed(column(*items, None, margins=(18, 8, 18, 18), spacing=12)))
        return Drawer(self.window(), TITLE, content, side="right", width=420)
