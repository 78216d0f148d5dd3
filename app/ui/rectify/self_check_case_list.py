"""What a department goes by: the general template first, then the cases, found by words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.domain.case_kind import CaseKind
from app.domain.case_summary import CaseSummary
from app.domain.labels import domain_label
from app.domain.ledger.general_template import STATEMENTS, TITLE
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.search_field import SearchField
from app.ui.kit.tokens import px
from app.ui.rectify.self_check_case_delegate import SelfCheckCaseDelegate

GENERAL = ""
_KEY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class SelfCheckCaseList(QWidget):
    """The arrows of the field walk the list. ``chosen`` is None until something is."""

    changed = Signal()
    opened = Signal()
    """An entry was clicked twice, or Enter was pressed on it."""

    def __init__(self, cases: Sequence[CaseSummary]) -> None:
        super().__init__()
        self._cases = [case for case in cases if case.kind is CaseKind.CASE]
        self.field, self._count = SearchField("案例名、领域，如 低保", "查找案例"), Label("", 15, "text2")
        self.list = QListWidget()
        self.list.setAccessibleName("对照什么")
        self.list.setItemDelegate(SelfCheckCaseDelegate(self.list))
        self.list.setMinimumHeight(px(318))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame = Card(column(self.list, margins=(1, 1, 1, 1)), "2")
        self.setLayout(column(row((self.field, 1), self._count, spacing=10), (frame, 1), spacing=6))
        self.field.textChanged.connect(lambda _: self._fill())
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(lambda _: self.changed.emit())
        self.list.itemDoubleClicked.connect(lambda _: self.opened.emit())
        self._fill()

    def chosen(self) -> str | None:
        """The id of a case, `GENERAL`, or None."""
        item = self.list.currentItem()
        return str(item.data(_KEY)) if item is not None else None

    def choose(self, case_id: str | None) -> None:
        if case_id is None:
            return
        for place in range(self.list.count()):
            if self.list.item(place).data(_KEY) == case_id:
                self.list.setCurrentRow(place)
                self.list.scrollToItem(self.list.item(place), QAbstractItemView.ScrollHint.PositionAtCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if watched is self.field and step and self.list.count():
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen() is not None:
                self.opened.emit()
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        before, words = self.chosen(), self.field.text().split()
        self.list.blockSignals(True)
        self.list.clear()
        if not words:
            self._add(GENERAL, f"{TITLE}\n{len(STATEMENTS)} 条，不从案例出发")
        found = [case for case in self._cases if all(word in _said(case) for word in words)]
        for case in found:
            self._add(case.id, f"{case.title}\n{domain_label(case.domain)} · {case.subtitle}")
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        self._count.setText(f"{len(found)} 个案例" if found else "没有找到，试试更短的词")
        self.choose(before)
        if self.chosen() != before:
            self.changed.emit()

    def _add(self, key: str, words: str) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(_KEY, key)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", "，"))


def _said(case: CaseSummary) -> str:
    return f"{case.title} {case.subtitle} {domain_label(case.domain)}"
