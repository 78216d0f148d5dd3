"""Two or three columns side by side, each with a coloured head."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.domain.sheet import Column
from app.ui.presenter.sheet_marks import CENTRE, BoxMark, Mark, TextMark
from app.ui.presenter.sheet_setting import Setting
from app.ui.presenter.sheet_text import SetText, set_text

_TOKENS = (("ink_fill", "ink"), ("amber_fill", "amber"), ("green_fill", "green"))
_APART, _PAD = 22.0, 20.0
_TITLE, _SUBTITLE, _ITEM = 46, 30, 42


@dataclass(frozen=True, slots=True)
class _Set:
    title: SetText
    subtitle: SetText | None
    numbers: tuple[SetText, ...]
    items: tuple[SetText, ...]


class Columns:
    """A Piece for Columns that follow one another."""

    def __init__(self, blocks: Sequence[Column], setting: Setting) -> None:
        self._width = (setting.width - _APART * (len(blocks) - 1)) / len(blocks)
        self._gap, self._indent = setting.space(22), setting.space(38)
        self._columns = [self._set(block, setting) for block in blocks]
        self._head = max(_head(column) for column in self._columns) + 2 * setting.space(14)
        self._top = setting.space(14)
        self._body = max(self._body_height(column) for column in self._columns)
        self.least = self._head + self._body + 2 * setting.space(_PAD)
        self.most = self.least + setting.space(190)
        self._pad = setting.space(_PAD)

    def place(self, x: float, y: float, height: float) -> list[Mark]:
        made: list[Mark] = []
        spare = height - self.least
        for number, column in enumerate(self._columns):
            fill, line = _TOKENS[number % len(_TOKENS)]
            left = x + number * (self._width + _APART)
            made.append(BoxMark(QRectF(left, y, self._width, height), "", line, 4, 14))
            made.append(BoxMark(QRectF(left, y, self._width, self._head), fill, "", 0, 14))
            made.append(BoxMark(QRectF(left, y + self._head / 2, self._width, self._head / 2), fill, "", 0, 0))
            made += self._head_marks(column, left, y)
            made += self._item_marks(column, left + self._pad, y + self._head + self._pad, spare, line)
        return made

    def _head_marks(self, column: _Set, x: float, y: float) -> list[Mark]:
        top = y + self._top
        made: list[Mark] = [TextMark(column.title, x + _PAD, top, "on_red", CENTRE, self._width - 2 * _PAD, "head")]
        if column.subtitle:
            top += column.title.tall
            made.append(TextMark(column.subtitle, x + _PAD, top, "on_red", CENTRE, self._width - 2 * _PAD, "head"))
        return made

    def _item_marks(self, column: _Set, x: float, y: float, spare: float, token: str) -> list[Mark]:
        made: list[Mark] = []
        gap = self._gap + min(spare / max(1, len(column.items)), 2 * self._gap)
        for number, item in zip(column.numbers, column.items, strict=True):
            made.append(TextMark(number, x, y, token, role="mark"))
            made.append(TextMark(item, x + self._indent, y))
            y += item.tall + gap
        return made

    def _set(self, block: Column, setting: Setting) -> _Set:
        inner = self._width - 2 * _PAD
        room = self._width - 2 * setting.space(_PAD) - self._indent
        return _Set(
            setting.text(block.title, _TITLE, inner, bold=True, serif=True, leading=1.25, even=True),
            _subtitle(block.subtitle, inner, setting) if block.subtitle else None,
            tuple(setting.text(str(number), _ITEM, 80, bold=True) for number in range(1, len(block.items) + 1)),
            tuple(setting.text(item, _ITEM, room) for item in block.items),
        )

    def _body_height(self, column: _Set) -> float:
        return sum(item.tall for item in column.items) + self._gap * max(0, len(column.items) - 1)


def _subtitle(words: str, width: float, setting: Setting) -> SetText:
    """Enlarged only where it stays on one line."""
    made = setting.text(words, _SUBTITLE, width, even=True)
    return made if made.lines == 1 else set_text(words, min(made.size, _SUBTITLE), width, even=True)


def _head(column: _Set) -> float:
    return column.title.tall + (column.subtitle.tall if column.subtitle else 0.0)
