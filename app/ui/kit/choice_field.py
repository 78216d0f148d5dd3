"""One of a few words, that the wheel does not change by accident."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from app.ui.kit.tokens import px

ELIDE = Qt.TextElideMode.ElideRight


class ChoiceField(QComboBox):
    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], chosen: str = "", width: float = 0, least: int = 6
    ) -> None:
        """``choices`` are (key, words); without ``width`` it has room for ``least`` letters or more."""
        super().__init__()
        self.set_choices(choices, chosen)
        self.setAccessibleName(name)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if width:
            self.setFixedWidth(px(width))
        else:
            self.setMinimumContentsLength(least)

    def set_choices(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Without a signal."""
        self.blockSignals(True)
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)

    def chosen(self) -> str:
        """The key of the choice."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Without a signal; the first where there is none of that key."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(key)))
        self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the style does it, but what is too long ends in …; the whole of it is in the list."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        style = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, style, self).width() - px(8)
        words = option.currentText  # type: ignore[attr-defined]
        option.currentText = self.fontMetrics().elidedText(words, ELIDE, room)  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
