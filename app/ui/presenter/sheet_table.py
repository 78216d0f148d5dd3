"""A table whose columns are as wide as their words need."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from app.domain.sheet import Row
from app.ui.presenter.sheet_marks import BoxMark, LineMark, Mark, TextMark
from app.ui.presenter.sheet_setting import Setting
from app.ui.presenter.sheet_text import SetText

_CELL, _HEAD = 38, 34
_PAD = 12.0
_LEAST_SHARE = 0.6  # of an equal share
_POWERS = (0.3, 0.5, 0.7, 0.9)


class Table:
    """A Piece for Rows that follow one another; the first is the header."""

    def __init__(self, blocks: Sequence[Row], setting: Setting) -> None:
        count = max(len(block.cells) for block in blocks)
        rows = [(*block.cells, *[""] * (count - len(block.cells))) for block in blocks]
        self._pad = setting.space(_PAD)
        self._width = setting.width
        tried = [_widths(rows, setting.width, power) for power in _POWERS]
        self._cells, self._widths = min(
            ((self._set(rows, widths, setting), widths) for widths in tried), key=lambda made: sum(self._rows(made[0]))
        )
        self._heights = self._rows(self._cells)
        self.least = sum(self._heights)
        self.most = self.least + setting.space(50) * (len(rows) - 1)

    def place(self, x: float, y: float, height: float) -> list[Mark]:
        extra = (height - self.least) / max(1, len(self._cells) - 1)
        made: list[Mark] = [BoxMark(QRectF(x, y, self._width, self._heights[0]), "surface3", "", 0, 0)]
        for number, row in enumerate(self._cells):
            tall = self._heights[number] + (extra if number else 0)
            left = x
            for cell, width in zip(row, self._widths, strict=True):
                if cell.text:
                    made.append(TextMark(cell, left + self._pad, y + (tall - cell.tall) / 2, role="cell"))
                left += width
            y += tall
            if row is not self._cells[-1]:  # the rule of the foot closes the page
                made.append(LineMark(QPointF(x, y), QPointF(x + self._width, y), "border", 2.5))
        return made

    def _set(self, rows: Sequence[tuple[str, ...]], widths: Sequence[float], setting: Setting) -> list[list[SetText]]:
        return [
            [
                setting.text(
                    cell, _CELL if number else _HEAD, width - 2 * self._pad, bold=not number or not place, leading=1.28
                )
                for place, (cell, width) in enumerate(zip(row, widths, strict=True))
            ]
            for number, row in enumerate(rows)
        ]

    def _rows(self, cells: list[list[SetText]]) -> list[float]:
        return [max(cell.tall for cell in row) + 2 * self._pad for row in cells]


def _widths(rows: Sequence[tuple[str, ...]], width: float, power: float) -> list[float]:
    """Shares grow with the longest cell of a column, but slower, and none becomes a thread."""
    longest = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    weights = [max(4, length) ** power for length in longest]
    least = _LEAST_SHARE / len(weights)
    shares = [max(least, weight / sum(weights)) for weight in weights]
    return [width * share / sum(shares) for share in shares]
