"""Dated facts on a line from the first to the last."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from app.domain.sheet import Moment
from app.ui.presenter.sheet_marks import LineMark, Mark, ShapeMark, TextMark
from app.ui.presenter.sheet_setting import Setting
from app.ui.presenter.sheet_style import BODY, SECOND
from app.ui.presenter.sheet_text import SetText

_DOT = 28.0
_SHORTEST = 20  # characters on a line beside a date


class TimeLine:
    """A Piece for Moments that follow one another: the date beside the fact or above it, whichever is lower."""

    def __init__(self, blocks: Sequence[Moment], setting: Setting) -> None:
        self._left = _DOT + setting.space(22)
        room = setting.width - self._left
        self._dates = [setting.text(block.date, SECOND, room, bold=True) for block in blocks]
        self._marks = [setting.text(block.mark, SECOND, room, bold=True) if block.mark else None for block in blocks]
        self._apart = setting.space(22)
        head = max(self._head(number) for number in range(len(blocks))) + self._apart
        wide = room - head >= setting.size(BODY) * _SHORTEST
        beside = [setting.text(block.text, BODY, room - head, leading=1.4) for block in blocks] if wide else []
        below = [setting.text(block.text, BODY, room, leading=1.4) for block in blocks]
        self._gap = setting.space(24)
        self._beside = bool(beside) and _total(beside) <= _total(below) + sum(date.tall for date in self._dates)
        self._texts = beside if self._beside else below
        self._head_width = head
        self._heights = [self._height(number) for number in range(len(blocks))]
        self.least = sum(self._heights) + self._gap * (len(blocks) - 1)
        self.most = self.least + setting.space(40) * (len(blocks) - 1)

    def place(self, x: float, y: float, height: float) -> list[Mark]:
        gap = self._gap + (height - self.least) / max(1, len(self._texts) - 1)
        made: list[Mark] = []
        dots: list[QPointF] = []
        for number, text in enumerate(self._texts):
            line = text.line_height if self._beside else self._dates[number].line_height
            dots.append(QPointF(x + _DOT / 2, y + line / 2))
            made += self._moment(number, x + self._left, y)
            y += self._heights[number] + gap
        line_marks: list[Mark] = [LineMark(dots[0], dots[-1], "red", 5)] if len(dots) > 1 else []
        rings = [_dot(dot, last=dot is dots[-1]) for dot in dots]
        return [*line_marks, *rings, *made]

    def _moment(self, number: int, x: float, y: float) -> list[Mark]:
        text, date, mark = self._texts[number], self._dates[number], self._marks[number]
        drop = (text.line_height - date.line_height) / 2 if self._beside else 0.0
        made: list[Mark] = [TextMark(date, x, y + drop, "text2", role="date")]
        if mark:
            made.append(TextMark(mark, x + date.wide + self._apart / 2, y + drop, "red", role="mark"))
        if self._beside:
            made.append(TextMark(text, x + self._head_width, y))
        else:
            made.append(TextMark(text, x, y + date.tall))
        return made

    def _head(self, number: int) -> float:
        mark = self._marks[number]
        return self._dates[number].wide + (mark.wide + self._apart / 2 if mark else 0.0)

    def _height(self, number: int) -> float:
        text, date = self._texts[number].tall, self._dates[number].tall
        return max(text, date) if self._beside else text + date


def _total(texts: Sequence[SetText]) -> float:
    return sum(text.tall for text in texts)


def _dot(centre: QPointF, last: bool) -> Mark:
    side = _DOT - 4 if last else _DOT
    box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    return ShapeMark("square" if last else "ring", box, "red", 7)
