"""Below an article: to the one before and after it, and to its questions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.layouts import row


class ArticleFoot(QWidget):
    stepped = Signal(int)
    """−1 to the article before, 1 to the next."""
    practised = Signal()

    def __init__(self, first: bool, last: bool, questions: int) -> None:
        super().__init__()
        back = button("上一条", "default", "chevron_left", tip="Alt+↑")
        on = button("下一条", "default", "chevron_right", tip="Alt+↓", trailing=True)
        practise = button(f"练一练 · {questions} 题" if questions else "暂无练习题", "primary", "edit")
        self._steps = {-1: back, 1: on}
        back.setEnabled(not first)
        on.setEnabled(not last)
        practise.setEnabled(bool(questions))
        # The page makes a new foot for the next article: not while this one's own click is on the way.
        back.clicked.connect(lambda: self.stepped.emit(-1), Qt.ConnectionType.QueuedConnection)
        on.clicked.connect(lambda: self.stepped.emit(1), Qt.ConnectionType.QueuedConnection)
        practise.clicked.connect(self.practised)
        self.setLayout(row(back, on, None, practise, margins=(0, 6, 0, 0), spacing=10))

    def focus_step(self, by: int) -> None:
        """Give focus to the button of a direction, or to the other one at the end of the way."""
        wanted = self._steps[by] if self._steps[by].isEnabled() else self._steps[-by]
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
