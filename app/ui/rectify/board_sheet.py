"""The sunken ground of a column."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from app.ui.kit.card import paint_sheet


class BoardSheet(QFrame):
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_sheet(QPainter(self), QRectF(self.rect()), "surface3", "surface3", 12)
