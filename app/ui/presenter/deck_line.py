"""One deck in 我的课件, with what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.deck_changes import DeckChanges
from app.domain.saved_deck import SavedDeck
from app.ui.kit.button import Button, button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import moment_words

START, EDIT, PRINT, COPY, RENAME, RETIRE, RESTORE = "投影", "备课", "打印", "复制一份", "改名", "停用", "恢复使用"


class DeckLine(Card):
    wanted = Signal(str)
    """What shall be done: the word on the button."""
    entered = Signal()

    def __init__(self, deck: SavedDeck, case_title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.deck = deck
        gone = "案例已不在内容里" if deck.case else "自己做的课件"
        self._source = f"取自案例《{case_title}》" if case_title else gone
        self._facts = ElidedLabel(f"{self._source} · {_changed_words(deck)}", 15, tone="text2")
        self._news = ElidedLabel("", 15, lines=2, tone="amber", fit=True)
        self._tag = Tag("内容有更新", "amber", "arrow_sync", filled=True)
        title = ElidedLabel(deck.title, 17, bold=True, serif=True)
        words = column(title, self._facts, self._news, spacing=4)
        buttons: list[Item] = [*self._buttons()]
        self.setLayout(row((words, 1), self._tag, 4, *buttons, margins=(18, 12, 12, 12), spacing=6))
        self._news.hide()
        self._tag.hide()

    def show_facts(self, pages: int, seconds: int, changes: DeckChanges) -> None:
        """What takes a while to find out."""
        length = f"{pages} 页 · 约 {max(round(seconds / 60), 1)} 分钟" if pages else "还没有页面"
        self._facts.set_text(f"{length} · {self._source} · {_changed_words(self.deck)}")
        news = changes_words(changes)
        self._news.set_text(f"内容有更新：{news}。打开“备课”可以逐页看。" if news else "")
        self._news.setVisible(bool(news))
        self._tag.setVisible(bool(news))

    def _buttons(self) -> list[Button]:
        if self.deck.retired:
            return [self._button(RESTORE, "soft"), self._button(COPY, "ghost")]
        more = button("更多", "ghost", small=True, name=f"更多：{self.deck.title}")
        menu = QMenu(more)
        for what in (COPY, RENAME, RETIRE):
            menu.addAction(what).triggered.connect(lambda _=False, one=what: self.wanted.emit(one))
        more.setMenu(menu)
        start = self._button(START, "soft", "presenter")
        return [start, self._button(EDIT, "default"), self._button(PRINT, "ghost"), more]

    def _button(self, what: str, kind: str, icon: str = "") -> Button:
        made = _Watched(what, kind, icon or None, small=True)
        made.setAccessibleName(f"{what}《{self.deck.title}》")
        made.clicked.connect(lambda: self.wanted.emit(what))
        made.entered.connect(self.entered)
        return made


class _Watched(Button):
    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


def changes_words(changes: DeckChanges) -> str:
    """改了 3 页，新增 1 页；"" where nothing has changed."""
    counts = (("改了", len(changes.changed)), ("新增", len(changes.added)), ("少了", len(changes.gone)))
    return "，".join(f"{word} {number} 页" for word, number in counts if number)


def _changed_words(deck: SavedDeck) -> str:
    if deck.retired:
        reason = f"：{deck.reason}" if deck.reason else ""
        return f"{moment_words(deck.retired_at)}停用{reason}"
    return f"{moment_words(deck.saved_at)}改过"
