"""Find in the page: a strip above the text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.announce import announce
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.search_field import SearchField
from app.ui.kit.tokens import current_theme
from app.ui.library.case_sheet import CaseSheet
from app.ui.parts.case_text import CaseText

Hit = tuple[CaseText, str, int, int]


class FindBar(QWidget):
    """Enter goes to the next hit, Shift+Enter to the one before, Esc puts the bar away."""

    def __init__(self, sheet: CaseSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._hits: list[Hit] = []
        self._place = -1
        self._whole = True
        self._field = SearchField("在本页查找", width=280)
        self._count = Label("", 14, "text2")
        before = button("", "ghost", "chevron_up", small=True, tip="上一处 Shift+Enter", name="上一处")
        after = button("", "ghost", "chevron_down", small=True, tip="下一处 Enter", name="下一处")
        close = button("", "ghost", "dismiss", small=True, tip="关闭 Esc", name="关闭查找")
        self.setLayout(row(self._field, before, after, self._count, None, close, margins=(20, 6, 14, 6)))
        self._field.textChanged.connect(self._search)
        before.clicked.connect(lambda: self.step(-1))
        after.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.close_bar)
        self.hide()

    def open(self, whole: bool) -> None:
        """Show the bar; ``whole`` is false while the gate is closed, so that this can be said."""
        self._whole = whole
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._search()

    def field(self) -> SearchField:
        return self._field

    def said(self) -> str:
        """What the bar says of the hits."""
        return self._count.text()

    def step(self, by: int) -> None:
        """Show the next hit, or the one before."""
        if self._hits:
            self._place = (self._place + by) % len(self._hits)
            text, anchor, start, end = self._hits[self._place]
            text.select(anchor, start, end)
            self._say()

    def close_bar(self) -> None:
        """Put the bar away and give focus to the text."""
        self.hide()
        texts = self._sheet.texts()
        here = self._hits[self._place][0] if self._hits and self._place >= 0 else texts[0] if texts else None
        if here is not None:
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().colour("surface2"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, current_theme().colour("border"))

    def _search(self) -> None:
        wanted = self._field.text().strip()
        self._hits = [(text, *place) for text in self._sheet.texts() for place in text.matches(wanted)]
        self._place = -1
        if self._hits:
            self.step(1)
        else:
            self._say()

    def _say(self) -> None:
        if not self._field.text().strip():
            said = ""
        elif self._hits:
            said = f"第 {self._place + 1} 处，共 {len(self._hits)} 处"
        else:
            said = "没有找到"
        if said and not self._whole:
            said += "（“停一停”之后的内容未列入）"
        self._count.setText(said)
        announce(self, said)
