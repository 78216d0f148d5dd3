"""A strip above a page that says something lasting, with one thing to do about it, at most two."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.kit.button import Button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tone import TONE_ICONS, TONES

_GROUNDS = {"red": "soft", "ink": "ink", "green": "green", "amber": "amber", "grey": "2", "plain": "1"}


class Banner(Card):
    """Tone (shape and colour), text, optional action; ``closable`` adds a way to put it away."""

    acted = Signal()
    acted_otherwise = Signal()
    """The second thing to do, which only `say` offers."""
    put_away = Signal()

    def __init__(
        self,
        text: str,
        tone: str = "ink",
        action: str = "",
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind=_GROUNDS[tone], parent=parent)
        self._icon = IconLabel(TONE_ICONS[tone], 20, TONES[tone][0], True)
        self._text = Paragraph(text, 15, line=1.5)
        self._action = Button(action, "link")
        self._other: Button | None = None
        self._close = Button("", "ghost", "dismiss", small=True)
        self._close.setAccessibleName("关闭提示")
        self.setLayout(self._row())
        # Only now: a button without a parent would come up as a window of its own, and take the focus.
        self._action.setVisible(bool(action))
        self._close.setVisible(closable)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self.dismiss)

    def say(self, text: str, tone: str = "ink", action: str = "", other: str = "") -> None:
        """Show another text in another tone."""
        self.set_kind(_GROUNDS[tone])
        self._icon.set_icon(TONE_ICONS[tone], TONES[tone][0], filled=True)
        self._text.set_text(text)
        self._action.set_label(action)
        self._action.setVisible(bool(action))
        if other and self._other is None:
            self._other = self._second()
        if self._other is not None:
            self._other.set_label(other)
            self._other.setVisible(bool(other))

    def text(self) -> str:
        """The text shown."""
        return self._text.text()

    def dismiss(self) -> None:
        """As by the button for it."""
        self.hide()
        self.put_away.emit()

    def _row(self) -> QHBoxLayout:
        made = row(self._icon, (self._text, 1), self._action, self._close, margins=(14, 8, 10, 8), spacing=10)
        made.setAlignment(self._text, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _second(self) -> Button:
        """Beside the first: hardly any banner has two."""
        made, across = Button("", "link", parent=self), self.layout()
        assert isinstance(across, QHBoxLayout)
        across.insertWidget(across.indexOf(self._close), made)
        made.clicked.connect(self.acted_otherwise)
        return made
