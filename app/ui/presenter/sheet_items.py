"""A list: marks before the lines, tags behind them, each in a column of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.domain.sheet import Item
from app.ui.presenter.sheet_marks import RIGHT, BoxMark, Mark, TextMark
from app.ui.presenter.sheet_setting import Setting
from app.ui.presenter.sheet_style import BODY
from app.ui.presenter.sheet_text import SetText

_TAG = 34
_WIDEST_TAG = 0.3  # of the width
_WIDEST_MARK = 3.4  # em: a longer mark stands above its text


class Items:
    """A Piece for Items that follow one another."""

    def __init__(self, blocks: Sequence[Item], setting: Setting) -> None:
        widest = setting.width * _WIDEST_TAG
        self._marks = [
            setting.text(block.mark, BODY, setting.width, bold=True) if block.mark else None for block in blocks
        ]
        short = [mark for mark in self._marks if mark and mark.wide <= _WIDEST_MARK * mark.size]
        self._tags = [setting.text(block.tag, _TAG, widest, bold=True) if block.tag else None for block in blocks]
        self._inset = setting.space(14)
        self._before = _widest(short, setting.space(24))
        self._after = _widest(self._tags, setting.space(24) + 2 * self._inset)
        self._width = setting.width
        room = setting.width - self._before - self._after
        self._texts = [setting.text(block.text, BODY, room, leading=1.42) for block in blocks]
        self._gap = setting.space(22)
        self._heights = [self._height(number) for number in range(len(blocks))]
        self.least = sum(self._heights) + self._gap * (len(blocks) - 1)
        self.most = self.least + setting.space(46) * (len(blocks) - 1)

    def place(self, x: float, y: float, height: float) -> list[Mark]:
        made: list[Mark] = []
        gap = self._gap + (height - self.least) / max(1, len(self._texts) - 1)
        for number, text in enumerate(self._texts):
            if mark := self._marks[number]:
                made.append(TextMark(mark, x, y, "red", role="mark"))
            down = self._above(number)
            made.append(TextMark(text, x + self._before, y + down))
            if tag := self._tags[number]:
                made += self._tag(tag, x, y + down + (text.line_height - tag.line_height) / 2)
            y += self._heights[number] + gap
        return made

    def _tag(self, tag: SetText, x: float, y: float) -> list[Mark]:
        wide = tag.wide + 2 * self._inset
        box = QRectF(x + self._width - wide, y - 4, wide, tag.tall + 8)
        right = x + self._width - self._inset - tag.width
        return [BoxMark(box, "red_soft", "red", 3, 10), TextMark(tag, right, y, "red", RIGHT, role="tag")]

    def _height(self, number: int) -> float:
        tag = self._tags[number]
        return self._above(number) + max(self._texts[number].tall, tag.tall + 8 if tag else 0)

    def _above(self, number: int) -> float:
        """The height of a mark that stands above its text."""
        mark = self._marks[number]
        return mark.tall if mark and mark.wide > self._before else 0.0


def _widest(texts: Sequence[SetText | None], gap: float) -> float:
    widths = [text.wide for text in texts if text]
    return max(widths) + gap if widths else 0.0
