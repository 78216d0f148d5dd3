"""A picture of a film, as large as its place allows without distorting it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter


def paint_frame(painter: QPainter, room: QRectF, frame: QImage) -> None:
    """On black within ``room``."""
    fitted = frame.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(0, 0, fitted.width(), fitted.height())
    place.moveCenter(room.center().toPoint())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(room, Qt.GlobalColor.black)
    painter.drawImage(place, frame)
