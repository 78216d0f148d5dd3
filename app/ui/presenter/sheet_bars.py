"""Hands counted: a bar and a number per option, the second vote hatched and beside the first."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.domain.poll import ROUNDS
from app.domain.sheet import Bars
from app.ui.presenter.sheet_marks import CENTRE, BoxMark, Mark, TextMark
from app.ui.presenter.sheet_setting import Setting
from app.ui.presenter.sheet_text import SetText

_TIGHT = (28, 31, 24, 38)
_ROOMY = (31, 38, 32, 50)
"""Type of the words, type of the numbers, thickness of a bar, height of a row of bars."""


class BarChart:
    """A Piece for Bars on a page of their own: a row per option."""

    def __init__(self, block: Bars, setting: Setting) -> None:
        self._block, self._setting = block, setting
        self._strip = BarStrip(block, setting, setting.width - 110, stacked=True)
        self._row = max(setting.space(84), self._strip.height)
        self._gap = setting.space(18)
        self._keys = [setting.text(key, 44, 80, bold=True) for key in block.keys]
        self.least = (self._row + self._gap) * len(block.keys) - self._gap
        self.most = self.least + setting.space(50) * len(block.keys)

    def place(self, x: float, y: float, height: float) -> list[Mark]:
        row = self._row + (height - self.least) / max(1, len(self._keys))
        made: list[Mark] = []
        for number, key in enumerate(self._keys):
            made += key_square(key, x, y + (row - 80) / 2, "ink_fill")
            made += self._strip.place(number, x + 110, y + (row - self._strip.height) / 2)
            y += row + self._gap
        return made


class BarStrip:
    """The bars of one option: both votes side by side, or (``stacked``) one below the other."""

    def __init__(self, block: Bars, setting: Setting, width: float, stacked: bool = False) -> None:
        votes = [block.first] if block.second is None else [block.first, block.second]
        self._votes, self._stacked = votes, stacked
        self._most = max(1, *(hands for vote in votes for hands in vote), 1)
        words, numbers, thick, row = _TIGHT if setting.tight else _ROOMY
        self._words = [setting.text(word, words, 400, bold=True, leading=1.2) for word in ROUNDS[: len(votes)]]
        self._numbers = [
            [setting.text(f"{hands} 人", numbers, 300, bold=True, leading=1.2) for hands in vote] for vote in votes
        ]
        self._label = max(text.wide for text in self._words) + 16
        self._number = max(text.wide for texts in self._numbers for text in texts) + 18
        across = 1 if stacked or len(votes) == 1 else 2
        self._part = (width - (across - 1) * 36) / across
        self._thick = setting.space(thick)
        self._line = max(setting.space(row), float(self._numbers[0][0].line_height))
        self.height = self._line * (len(votes) if stacked else 1)

    def place(self, number: int, x: float, y: float) -> list[Mark]:
        """The bars of option ``number`` from the top left corner (x, y)."""
        made: list[Mark] = []
        for turn, vote in enumerate(self._votes):
            left = x if self._stacked else x + turn * (self._part + 36)
            top = y + turn * self._line if self._stacked else y
            made += self._one(turn, self._numbers[turn][number], vote[number], left, top)
        return made

    def _one(self, turn: int, shown: SetText, hands: int, x: float, y: float) -> list[Mark]:
        word, middle = self._words[turn], y + self._line / 2
        room = self._part - self._label - self._number
        wide = max(room * hands / self._most, 4.0)
        bar = QRectF(x + self._label, middle - self._thick / 2, wide, self._thick)
        hatched = turn == 1
        shape = BoxMark(bar, "ink_soft" if hatched else "ink", "ink", 3, 4, "ink" if hatched else "")
        return [
            TextMark(word, x, middle - word.line_height / 2, "text2", role="vote"),
            shape,
            TextMark(shown, bar.right() + 14, middle - shown.line_height / 2, "text", role="count"),
        ]


def key_square(key: SetText, x: float, y: float, fill: str, side: float = 80.0) -> Sequence[Mark]:
    """The letter of an option, white in a square."""
    box = BoxMark(QRectF(x, y, side, side), fill, "", 0, 12)
    top = y + (side - key.line_height) / 2
    return [box, TextMark(key, x, top, "on_red", CENTRE, side, role="key")]
