"""The left side: a box to type what one looks for, and the tree of kinds, rules, articles."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from app.domain.normalised_text import normalise
from app.domain.regulation import RegulationSummary
from app.services.library_service import LibraryService
from app.services.search_service import find
from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.search_field import SearchField
from app.ui.regulations.article_delegate import ArticleDelegate
from app.ui.regulations.article_model import ARTICLE, BASE, LEVEL, PLAIN, ArticleModel

PAUSE_MS = 150
MOST = 500


class ArticleTree(QWidget):
    """Emits ``chosen(base)`` when the reader goes to an article."""

    chosen = Signal(str)
    entered = Signal()
    """Enter was pressed on an article: it is to be read."""

    def __init__(self, library: LibraryService, rules: Sequence[RegulationSummary], counts: Mapping[str, int]) -> None:
        super().__init__()
        self._library = library
        self._model = ArticleModel(rules, counts)
        self._field = SearchField("查条文，如“优亲厚友”", "在法规库中查条文")
        self._view = QTreeView()
        self._found = Label("", 14, "text2")
        self._nothing = Paragraph("没有找到。换个短一点的词，或输入条号，如“三十八条”。", 14, "text2")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._dress()
        self.setLayout(
            column(self._field, self._found, self._nothing, (self._view, 1), margins=(14, 16, 8, 8), spacing=8)
        )
        self._found.hide()
        self._nothing.hide()
        self._field.textChanged.connect(self._pause.start)
        self._field.installEventFilter(self)
        self._view.installEventFilter(self)
        self._pause.timeout.connect(self._filter)
        self._view.selectionModel().currentChanged.connect(self._tell)
        self._view.expandToDepth(0)

    @property
    def order(self) -> list[str]:
        """The articles' references from top to bottom."""
        return self._model.order

    def focus_field(self) -> None:
        """Go to the box."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_article(self, base: str) -> None:
        """Stand on an article without telling."""
        item = self._model.item_of(base)
        selection = self._view.selectionModel()
        selection.blockSignals(True)
        if item is not None:
            self._view.setCurrentIndex(item.index())
            self._view.scrollTo(item.index(), QAbstractItemView.ScrollHint.EnsureVisible)
        selection.blockSignals(False)
        self._view.viewport().update()

    def shown_articles(self) -> list[str]:
        """The articles that what is typed lets through."""
        return [base for base in self._model.order if not self._hidden(base)]

    def search_for(self, text: str) -> None:
        """Type into the box, at once."""
        self._field.setText(text)
        self._pause.stop()
        self._filter()

    def state(self) -> dict[str, Any]:
        return {
            "find": self._field.text(),
            "open": [self._path(index) for index in self._branches() if self._view.isExpanded(index)],
            "scroll": self._view.verticalScrollBar().value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        if state["find"]:
            self.search_for(state["find"])
        for index in self._branches() if state["open"] else ():  # an empty list was kept before there was a tree
            self._view.setExpanded(index, self._path(index) in state["open"])
        self._view.verticalScrollBar().setValue(state["scroll"])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self._field and event.key() == Qt.Key.Key_Down:
                self._view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if enter:
                self._open_first() if watched is self._field else self._enter()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _filter(self) -> None:
        """Show what has the words in its number, name, rule or text; the branches that hold it are opened."""
        query = self._field.text().strip()
        wanted = normalise(query)
        texts = {hit.ref for hit in find(self._library, query, MOST, "article")} if wanted else set()
        self._view.setUpdatesEnabled(False)
        shown = 0
        for kind_index in self._children(QModelIndex()):
            any_rule = False
            for rule_index in self._children(kind_index):
                whole = bool(wanted) and wanted in rule_index.data(PLAIN)
                passing = 0
                for index in self._children(rule_index):
                    passes = not wanted or whole or wanted in index.data(PLAIN) or index.data(BASE) in texts
                    self._view.setRowHidden(index.row(), rule_index, not passes)
                    passing += passes
                self._view.setRowHidden(rule_index.row(), kind_index, not passing)
                self._view.setExpanded(rule_index, bool(wanted and passing))
                any_rule, shown = any_rule or bool(passing), shown + passing
            self._view.setRowHidden(kind_index.row(), QModelIndex(), not any_rule)
            self._view.setExpanded(kind_index, True)
        self._view.setUpdatesEnabled(True)
        self._found.setText(f"找到 {shown} 条")
        self._found.setVisible(bool(wanted) and shown > 0)
        self._nothing.setVisible(bool(wanted) and not shown)
        current = self._view.currentIndex()
        if not wanted and current.isValid():
            self._view.scrollTo(current)

    @Slot()
    def _open_first(self) -> None:
        self._pause.stop()
        self._filter()
        first = next(iter(self.shown_articles()), "")
        if first:
            self.show_article(first)
            self._view.setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(first)

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.data(LEVEL) == ARTICLE:
            self.chosen.emit(current.data(BASE))

    def _dress(self) -> None:
        view = self._view
        view.setModel(self._model)
        view.setItemDelegate(ArticleDelegate(view))
        view.setHeaderHidden(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformRowHeights(False)
        view.setIndentation(0)
        view.setRootIsDecorated(False)
        view.setMouseTracking(True)
        view.setAccessibleName("法规目录")
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setExpandsOnDoubleClick(False)
        view.clicked.connect(self._fold)
        view.setTextElideMode(Qt.TextElideMode.ElideNone)

    def _enter(self) -> None:
        current = self._view.currentIndex()
        if current.data(LEVEL) == ARTICLE:
            self.entered.emit()
        else:
            self._fold(current)

    @Slot(QModelIndex)
    def _fold(self, index: QModelIndex) -> None:
        """A click on a kind or a rule opens and closes it."""
        if index.data(LEVEL) != ARTICLE:
            self._view.setExpanded(index, not self._view.isExpanded(index))

    def _children(self, parent: QModelIndex) -> list[QModelIndex]:
        return [self._model.index(row, 0, parent) for row in range(self._model.rowCount(parent))]

    def _branches(self) -> list[QModelIndex]:
        kinds = self._children(QModelIndex())
        return kinds + [rule for kind in kinds for rule in self._children(kind)]

    def _path(self, index: QModelIndex) -> str:
        return f"{index.parent().row()}/{index.row()}"

    def _hidden(self, base: str) -> bool:
        item = self._model.item_of(base)
        return item is None or self._view.isRowHidden(item.row(), item.index().parent())
