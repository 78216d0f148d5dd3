"""What lies over a page and changes while it stays: pointer, pen, countdown, a picked name, the curtain."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.domain.audience_view import AudienceView, Curtain, Point, Stroke
from app.ui.kit.tokens import Theme
from app.ui.presenter.sheet_marks import CENTRE
from app.ui.presenter.sheet_style import HEIGHT, LIGHT_PAGE, MARGIN, colour, page_rect
from app.ui.presenter.sheet_text import set_text

_DOT, _HALO = 11.0, 20.0
_PEN = 7.0
_PANEL_WIDE, _PANEL_TALL = 320.0, 170.0
_OVER = "时间到"


def paint_overlay(
    painter: QPainter, rect: QRectF, view: AudienceView, theme: Theme = LIGHT_PAGE, texts: Sequence[QRectF] = ()
) -> None:
    """Over the page that `SheetPainter.paint` drew in the same ``rect``.

    ``texts`` are the rects of `SheetPainter.boxes`, moved to ``rect``: the countdown goes where none of them is, if
    there is such a place. A curtain hides everything else.
    """
    if view.curtain is not Curtain.NONE:
        painter.fillRect(rect, Qt.GlobalColor.black if view.curtain is Curtain.BLACK else Qt.GlobalColor.white)
        return
    page = page_rect(rect)
    scale = page.height() / HEIGHT
    width = HEIGHT * page.width() / max(1.0, page.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(page.topLeft())
    painter.scale(scale, scale)
    for stroke in view.strokes:
        _paint_stroke(painter, stroke, width, theme)
    if view.countdown is not None:
        taken = [_in_units(box, page, scale) for box in texts]
        _paint_countdown(painter, view.countdown, countdown_rect(width, taken), theme)
    if view.picked:
        _paint_name(painter, view.picked, width, theme)
    if view.pointer is not None:
        _paint_pointer(painter, view.pointer, width)
    painter.restore()


def pointer_rect(rect: QRectF, point: Point) -> QRectF:
    """What to repaint of ``rect`` for the dot at ``point``."""
    page = page_rect(rect)
    side = 2 * (_HALO + 4) * page.height() / HEIGHT
    x, y = page.left() + point[0] * page.width(), page.top() + point[1] * page.height()
    return QRectF(x - side / 2, y - side / 2, side, side)


def countdown_rect(width: float, taken: Sequence[QRectF]) -> QRectF:
    """In page units: the first place without text of lower right, upper right and lower middle; else lower right."""
    right, low = width - MARGIN - _PANEL_WIDE, HEIGHT - 110 - _PANEL_TALL
    places = [QPointF(right, low), QPointF(right, 24), QPointF((width - _PANEL_WIDE) / 2, low)]
    for place in places:
        panel = QRectF(place.x(), place.y(), _PANEL_WIDE, _PANEL_TALL)
        if not any(panel.intersects(box) for box in taken):
            return panel
    return QRectF(right, low, _PANEL_WIDE, _PANEL_TALL)


def countdown_words(seconds: int) -> str:
    """ "4:05"; once it is over "时间到"."""
    return f"{seconds // 60}:{seconds % 60:02d}" if seconds > 0 else _OVER


def _in_units(box: QRectF, page: QRectF, scale: float) -> QRectF:
    left, top = (box.left() - page.left()) / scale, (box.top() - page.top()) / scale
    return QRectF(left, top, box.width() / scale, box.height() / scale)


def _paint_pointer(painter: QPainter, point: Point, width: float) -> None:
    """Red within white, so that it is seen on white, on red and on black."""
    centre = QPointF(point[0] * width, point[1] * HEIGHT)
    painter.setPen(QPen(Qt.GlobalColor.white, 4))
    painter.setBrush(Qt.GlobalColor.red)
    painter.drawEllipse(centre, _DOT, _DOT)
    halo = colour(LIGHT_PAGE, "red")
    halo.setAlpha(90)
    painter.setPen(QPen(halo, 5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, _HALO - 3, _HALO - 3)


def _paint_stroke(painter: QPainter, stroke: Stroke, width: float, theme: Theme) -> None:
    if not stroke.points:
        return
    line = QPolygonF([QPointF(x * width, y * HEIGHT) for x, y in stroke.points])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, thick in (("bg", _PEN + 5), ("red", _PEN)):
        pen = QPen(colour(theme, token), thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if line.count() == 1:
            painter.drawPoint(line.first())
        else:
            painter.drawPolyline(line)


def _paint_countdown(painter: QPainter, seconds: int, panel: QRectF, theme: Theme) -> None:
    over = seconds <= 0
    painter.setPen(QPen(colour(theme, "red" if over else "ink"), 6))
    painter.setBrush(colour(theme, "surface"))
    painter.drawRoundedRect(panel.adjusted(3, 3, -3, -3), 18, 18)
    text = set_text(countdown_words(seconds), 84 if over else 118, panel.width(), bold=True, leading=1.1)
    top = panel.center().y() - text.tall / 2
    text.paint(painter, panel.left(), top, panel.width(), colour(theme, "red" if over else "text"), CENTRE)


def _paint_name(painter: QPainter, name: str, width: float, theme: Theme) -> None:
    """A band across the page; the page stays to be seen above and below."""
    text = set_text(name, 140, width - 4 * MARGIN, bold=True, serif=True, leading=1.2, even=True)
    words = set_text("请发言", 50, width - 4 * MARGIN, leading=1.3)
    tall = text.tall + words.tall + 90
    band = QRectF(0, (HEIGHT - tall) / 2, width, tall)
    painter.fillRect(band, colour(theme, "cover"))
    top, left = band.top() + 40, 2 * MARGIN
    text.paint(painter, left, top, width - 4 * MARGIN, colour(theme, "on_red"), CENTRE)
    words.paint(painter, left, top + text.tall, width - 4 * MARGIN, colour(theme, "gold"), CENTRE)
