"""The time left. It can be put out of sight until the last ten minutes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.exam.exam_words import clock_words
from app.ui.kit.announce import renamed
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import row

SOON_MS = 10 * 60_000
SOON_SHARE = 5  # of a short paper only the last fifth is "soon"
LAST_MS = 60_000
_CARDS = {"text": "1", "amber": "amber", "red": "soft"}


class ExamTimer(Card):
    """Amber with a warning sign in the last ten minutes (of a short paper: its last fifth), red in the last one.

    The words change as well; a ``compact`` one has none while there is time enough, for the sake of its neighbours.
    """

    hidden_changed = Signal(bool)

    def __init__(self, limit_ms: int, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._hidden, self._tone, self._left, self._compact = False, "text", 0, compact
        self._soon = min(SOON_MS, limit_ms // SOON_SHARE)
        self._icon = IconLabel("timer", 22, "text")
        self._word = Label("剩余时间", 15, "text2")
        self._figure = Label("", 20 if compact else 30, bold=True)
        self._figure.setMinimumWidth(_widest(self._figure, limit_ms))
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if compact:
            self._word.hide()
        self._toggle = button("隐藏", "link", small=True, name="隐藏剩余时间")
        margins = (12, 3, 12, 3) if compact else (16, 8, 12, 8)
        self.setLayout(row(self._icon, self._word, None, self._figure, self._toggle, margins=margins, spacing=8))
        self._toggle.clicked.connect(lambda: self.set_hidden(not self._hidden, tell=True))

    @property
    def toggle_button(self) -> QWidget:
        return self._toggle

    def tone(self) -> str:
        """text, amber or red."""
        return self._tone

    def time_hidden(self) -> bool:
        return self._hidden

    def set_hidden(self, hidden: bool, tell: bool = False) -> None:
        """Put the figure out of sight; not in the last ten minutes."""
        self._hidden = hidden and self._tone == "text"
        self._show()
        if tell:
            self.hidden_changed.emit(self._hidden)

    def set_left(self, left_ms: int) -> None:
        """Show how much time is left."""
        self._left = left_ms
        tone = "red" if left_ms <= LAST_MS else "amber" if left_ms <= self._soon else "text"
        if tone != self._tone:
            self._tone = tone
            self._hidden = self._hidden and tone == "text"
            self._icon.set_icon("timer" if tone == "text" else "warning", tone, filled=tone != "text")
            self._word.set_tone("text2" if tone == "text" else tone)
            self._figure.set_tone(tone)
            self.set_kind(_CARDS[tone])
        words = {"text": "剩余时间", "amber": f"不足 {self._soon // 60_000} 分钟", "red": "最后 1 分钟"}
        said = "已超时" if left_ms < 0 else words[tone]
        if said != self._word.text():
            self._word.setText(said)
        self._show()

    def _show(self) -> None:
        words = "已隐藏" if self._hidden else clock_words(self._left)
        if words != self._figure.text():
            self._figure.setText(words)
            renamed(self._figure, f"{'已超时' if self._left < 0 else '剩余时间'} {words}")
        self._toggle.setVisible(self._tone == "text")
        self._word.setHidden(self._compact and self._tone == "text")
        said = "显示" if self._hidden else "隐藏"
        if self._toggle.label() != said:
            self._toggle.set_label(said)
            self._toggle.setAccessibleName(f"{said}剩余时间")


def _widest(figure: Label, limit_ms: int) -> int:
    """Room for all that it will say: it is never cut, and nothing moves when the hour goes."""
    longest = "".join("0" if one.isdigit() else one for one in clock_words(limit_ms))
    figure.ensurePolished()
    return max(figure.fontMetrics().horizontalAdvance(words) for words in (longest, "已隐藏"))
