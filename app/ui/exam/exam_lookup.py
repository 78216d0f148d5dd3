"""法规库 in an exam with books: the rules' own words, to be read beside the clock. Nothing leads away from here."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.domain.regulation import Article, Regulation
from app.services.library_service import LibraryService
from app.ui.exam.exam_timer import ExamTimer
from app.ui.exam.lookup_model import BASE, LookupModel
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rich_text import RichText
from app.ui.kit.rule import Rule
from app.ui.kit.run import Run
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.search_field import SearchField
from app.ui.kit.tokens import px
from app.ui.parts.day_words import day_words

_PAUSE_MS = 150
_LIST, _LIST_SHARE = 300, 0.4


class ExamLookup(QWidget):
    """``timer`` is for windows in which no other one can be seen. Where one was reading stays to the end."""

    closed = Signal()

    def __init__(self, library: LibraryService, limit_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._base = library, ""
        self.timer = ExamTimer(limit_ms, compact=True)
        self._field = SearchField("查条文，如“三十八条”", "在法规库中查条文")
        self._model, self._list = LookupModel(library, self), QListView()
        self._nothing = Paragraph("没有找到。换个短一点的词，或输入条号，如“三十八条”。", 14, "text2")
        self._title, self._source = Paragraph("", 19, bold=True, serif=True, line=1.4), Paragraph("", 14, "text2")
        self._words, self._former = RichText("条文原文", size=18), Paragraph("", 14, "text2", line=1.6)
        self._text = ScrollPage(self._article())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._dress()
        self._lay_out()
        self._field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._filter)
        self._list.selectionModel().currentChanged.connect(self._show)
        self._nothing.hide()
        if (first := self._model.first()).isValid():
            self._list.setCurrentIndex(first)

    def take_focus(self) -> None:
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def search_for(self, words: str) -> None:
        """Type into the field, at once."""
        self._field.setText(words)
        self._pause.stop()
        self._filter()

    def text(self) -> str:
        """The article as it is shown."""
        return self._words.toPlainText()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(min(px(_LIST), round(event.size().width() * _LIST_SHARE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._field.hasFocus():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._field.hasFocus():
            self.search_for(self._field.text())
        else:
            super().keyPressEvent(event)

    # private

    def _filter(self) -> None:
        """What is on screen stays there while it is in the list, else the first hit takes its place."""
        selection = self._list.selectionModel()
        selection.blockSignals(True)  # while the rows are taken out, the current one wanders
        self._model.search(self._field.text().strip())
        selection.blockSignals(False)
        here = self._model.place_of(self._base)
        place = here if here.isValid() else self._model.first()
        self._list.setVisible(place.isValid())
        self._nothing.setVisible(not place.isValid())
        if place.isValid():
            self._list.setCurrentIndex(place)
            self._list.scrollTo(place)

    def _show(self, current: QModelIndex, _: QModelIndex) -> None:
        found = self._library.article(current.data(BASE)) if current.data(BASE) else None
        if found is None:
            return
        self._base, (regulation, article) = current.data(BASE), found
        self._title.set_text(f"《{regulation.title}》")
        self._source.set_text(_source(regulation))
        self._former.set_text(article.former)
        self._former.setVisible(bool(article.former))
        self._write(article)
        self._text.scroll_to(0)

    def _write(self, article: Article) -> None:
        self._words.begin()
        for number, paragraph in enumerate(article.paragraphs):
            opening = [Run(f"{article.label}　", "red")] if number == 0 else []
            self._words.add_paragraph([*opening, Run(paragraph.text)], "plain", f"{number}")
            for place, item in enumerate(paragraph.items):
                self._words.add_paragraph([Run(item)], "plain", f"{number}.{place}")
        self._words.end()

    def _article(self) -> QWidget:
        return boxed(
            column(self._title, self._source, 4, self._words, self._former, None, margins=(24, 12, 18, 16), spacing=6)
        )

    def _dress(self) -> None:
        view = self._list
        view.setModel(self._model)
        view.setAccessibleName("法规目录")
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        back = button("返回答题", "primary", "arrow_left", tip="回到刚才的题目（Esc）")
        back.clicked.connect(self.closed)
        named = Label("法规库", 19, bold=True, serif=True), Label("开卷查阅，计时照常", 15, "text2")
        head = row(*named, None, self.timer, back, margins=(40, 12, 40, 10), spacing=12)
        self._side = boxed(column(self._field, self._nothing, (self._list, 1), margins=(40, 12, 8, 8), spacing=8))
        across = row(self._side, Rule(vertical=True), (self._text, 1), spacing=0)
        self.setLayout(column(head, Rule(), (boxed(across), 1), spacing=0))


def _source(regulation: Regulation) -> str:
    dates = f"{day_words(regulation.effective)}起施行" if regulation.effective else ""
    if regulation.repealed:
        dates += f"，{day_words(regulation.repealed)}废止"
    return "　".join(part for part in (regulation.kind, f"{regulation.version} 版", dates) if part)
