"""The line over the current page: which it is, and what the room sees of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.audience_view import Curtain
from app.ui.kit.button import Button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.presenter.act import Act
from app.ui.presenter.presenter_controller import PresenterController


class PageHead(QWidget):
    acted = Signal(object)

    def __init__(self, controller: PresenterController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._place, self._name = Label("", 16, bold=True), ElidedLabel("", 16, tone="text2")
        self._state = Tag("", "amber", size=15)
        self._undo, self._wipe = _tool(Act.UNDO, "撤销"), _tool(Act.WIPE, "擦除")
        self.setLayout(row(self._place, (self._name, 1), self._undo, self._wipe, self._state, spacing=8))
        self.setFixedHeight(px(32))
        for made in (self._undo, self._wipe):
            made.setVisible(False)
        self._undo.clicked.connect(lambda: self.acted.emit(Act.UNDO))
        self._wipe.clicked.connect(lambda: self.acted.emit(Act.WIPE))
        controller.changed.connect(self.refresh)
        controller.drawn.connect(self._show_strokes)
        self.refresh()

    def state_words(self) -> str:
        """答案未揭晓, 已揭晓, 黑屏中, 休息中 …, or "" where the room simply sees the page."""
        return self._state.text()

    @Slot()
    def refresh(self) -> None:
        now = self._controller.presentation
        self._place.setText(f"第 {now.number} / {now.total} 页")
        self._name.set_text(now.page.name)
        words, tone = self._words()
        self._state.set(words, tone)
        self._state.setVisible(bool(words))
        self._show_strokes()

    def _words(self) -> tuple[str, str]:
        now = self._controller.presentation
        if self._controller.on_break:
            return "休息中", "red"
        if now.covered is not Curtain.NONE:
            return f"{now.covered.value}中", "red"
        if now.held is not None:
            return f"定格：投影停在第 {now.held.number} 页", "red"
        if now.can_reveal:
            return "答案未揭晓" if now.page.revealed is not None else "结果未揭晓", "amber"
        if now.is_revealed:
            return "已揭晓", "green"
        return "", "ink"

    @Slot()
    def _show_strokes(self) -> None:
        now = self._controller.presentation
        drawn = bool(now.drawn_here)
        if drawn is self._undo.isHidden():
            self._undo.setVisible(drawn)
            self._wipe.setVisible(drawn)


def _tool(act: Act, text: str) -> Button:
    made = Button(text, "default", small=True)
    made.setAccessibleName(act.value)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
