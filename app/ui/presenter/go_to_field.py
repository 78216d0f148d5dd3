"""The number of a page as it is typed, with what is on that page."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.kit.announce import announce
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.presenter.presenter_controller import PresenterController

FORGET_MS = 6_000
_LONGEST = 3


class GoToField(Card):
    """Lies over its parent's lower left corner. It never takes the focus: the keys are handed to it."""

    changed = Signal()

    def __init__(self, controller: PresenterController, parent: QWidget) -> None:
        super().__init__(kind="ink", parent=parent)
        self._controller, self._typed = controller, ""
        self._number, self._name = Label("", 20, bold=True), Label("", 16, "text2")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FORGET_MS)
        self._timer.timeout.connect(self.forget)
        self.setLayout(row(self._number, self._name, margins=(16, 10, 16, 10), spacing=10))
        self.hide()

    @property
    def pending(self) -> bool:
        """Whether Enter goes to a page now."""
        return bool(self._typed)

    def type(self, digit: str) -> None:
        self._typed = (self._typed + digit).lstrip("0")[:_LONGEST]
        self._show()

    def rub_out(self) -> None:
        self._typed = self._typed[:-1]
        self._show()

    def go(self) -> None:
        number, self._typed = int(self._typed or 0), ""
        self._show()
        self._controller.go_to(number)

    @Slot()
    def forget(self) -> None:
        self._typed = ""
        self._show()

    def words(self) -> str:
        return f"{self._number.text()} {self._name.text()}"

    def _show(self) -> None:
        if not self._typed:
            self._timer.stop()
            self.hide()
            return
        pages, number = self._controller.presentation.deck.pages, int(self._typed)
        name = pages[number - 1].name if 1 <= number <= len(pages) else f"一共 {len(pages)} 页"
        self._number.setText(f"转到第 {number} 页")
        self._name.setText(f"{name}　按回车")
        self._timer.start()
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 16)
        self.show()
        self.raise_()
        announce(self, self.words())
