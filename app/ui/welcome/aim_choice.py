"""One answer to 我要…: a card with an icon, a word and what it changes."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui.kit.announce import renamed
from app.ui.kit.card import paint_sheet
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph


class AimChoice(QAbstractButton):
    """Checkable; one of its siblings is on."""

    def __init__(self, aim: str, hint: str, icon: str) -> None:
        super().__init__()
        self.aim, self._hint = aim, hint
        self._tick = IconLabel("checkmark_circle", 22, "red", True)
        keep = self._tick.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._tick.setSizePolicy(keep)
        words = column(Label(aim, 19, bold=True, serif=True), Paragraph(hint, 15, "text2"), spacing=4)
        plate = IconLabel(icon, 24, "text2", plate="surface3")
        self.setLayout(row(plate, (words, 1), self._tick, margins=(20, 13, 18, 13), spacing=16))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._name)
        self._name()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # Enter goes on to the next step
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.isChecked()
        line = "red" if on else "text2" if self.underMouse() else "border_strong"
        paint_sheet(QPainter(self), QRectF(self.rect()), "red_soft" if on else "surface", line, 12, 2 if on else 1)

    def _name(self) -> None:
        self._tick.setVisible(self.isChecked())
        renamed(self, f"{self.aim}，{self._hint}" + ("，已选" if self.isChecked() else ""))
        self.update()
