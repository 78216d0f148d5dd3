"""An article beside the paragraph that cites it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.domain.labels import OWN_RULES, UNCHECKED
from app.domain.reference import ArticleReference
from app.domain.regulation import Article, Regulation
from app.domain.rule_standing import standing
from app.ui.kit.bar_card import BarCard
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import column, row
from app.ui.kit.tokens import px

_LINES, _LEADING = 3, 1.55
_WIDELY = ("中华人民共和国", "中国共产党")


class ClauseCard(BarCard):
    """Number, name of the rule and the first lines of its words. Click, Enter and Space open it.

    ``set_compact`` leaves the words out where there is no room for them.
    """

    opened = Signal(str)

    def __init__(
        self,
        reference: str,
        found: tuple[Regulation, Article],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(token="ink", parent=parent)
        regulation, article = found
        parsed = ArticleReference.parse(reference)
        said = parsed.words_without_name if parsed is not None else article.label
        self._reference = reference
        self._text = article.text.replace("\n", "")
        self._words: ElidedLabel | None = None
        head = row(IconLabel("scales", 16, "ink"), (ElidedLabel(said, 15, 1, "ink", bold=True), 1), spacing=6)
        unchecked = not regulation.checked or regulation.checked == UNCHECKED
        short = next((regulation.title.removeprefix(word) for word in _WIDELY if regulation.title.startswith(word)), "")
        named = f"《{short or regulation.title}》{regulation.version}"
        gone = f" · {word}" if (word := standing(regulation)) else ""
        state = f" · {OWN_RULES}{gone}" if regulation.own else f" · {UNCHECKED}" if unchecked else ""
        title = ElidedLabel(f"{named}{state}", 14, 1, "text3")
        self._column = column(head, title, margins=(16, 10, 12, 10), spacing=4)
        self.setLayout(self._column)
        self.setAccessibleName(f"条文 {regulation.title} {said}，按回车打开全文")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def reference(self) -> str:
        """The reference as written in the case."""
        return self._reference

    def set_compact(self, compact: bool) -> None:
        """Leave the article's words out, or show them."""
        if self._words is None and not compact:
            self._words = ElidedLabel(self._text, 14, _LINES, "text2", line=_LEADING, fit=True)
            self._column.addWidget(self._words)
        if self._words is not None:
            self._words.setVisible(not compact)

    def words_height(self) -> int:
        """At most so many pixels are needed for the article's words."""
        return px(4) + _LINES * round(px(14) * _LEADING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._reference)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._reference)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.set_lit(True)

    def leaveEvent(self, event: object) -> None:
        self.set_lit(False)
