"""The options of a question in boxes; once revealed, what each of them is in shape, word and colour."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.domain.sheet import Bars, Choice
from app.domain.sheet import Mark as Verdict
from app.ui.presenter.sheet_bars import BarStrip, key_square
from app.ui.presenter.sheet_marks import BoxMark, Mark, ShapeMark, TextMark
from app.ui.presenter.sheet_setting import Setting
from app.ui.presenter.sheet_style import OPTION, SECOND

_WORDS = {Verdict.RIGHT: "正确", Verdict.WRONG: "不选"}
_KEY, _INSET, _TICK = 80.0, 18.0, 34.0
_TALLEST = 168.0
_PAD, _TIGHT_PAD = 13.0, 6.0


class Choices:
    """A Piece for the Choices of a question and, where the room has voted, the hands under each of them.

    The place of the verdict is kept free before: the lines of an option stay where they are when it is revealed.
    """

    def __init__(self, blocks: Sequence[Choice], bars: Bars | None, setting: Setting) -> None:
        self._blocks, self._setting = blocks, setting
        self._words = [
            setting.text(_WORDS.get(block.mark, "正确"), SECOND, 400, bold=True) if block.mark else None
            for block in blocks
        ]
        self._tag = setting.text("正确", SECOND, 400, bold=True).wide + _TICK + 10
        room = setting.width - 3 * _INSET - _KEY - self._tag - _INSET
        self._texts = [
            setting.text(block.text, OPTION, room, bold=block.mark is not Verdict.WRONG, leading=1.28)
            for block in blocks
        ]
        self._keys = [setting.text(block.key, 44, _KEY, bold=True) for block in blocks]
        inner = setting.width - 3 * _INSET - _KEY
        self._strip = BarStrip(bars, setting, inner) if bars else None
        self._order = [bars.keys.index(block.key) for block in blocks] if bars else []
        self._gap = setting.space(14)
        extra = self._strip.height if self._strip else 0.0
        pad = _TIGHT_PAD if setting.tight else _PAD
        self._heights = [max(text.tall + extra, _KEY) + 2 * pad for text in self._texts]
        self.least = sum(self._heights) + self._gap * (len(blocks) - 1)
        tallest = (_TALLEST + extra) * setting.scale
        self.most = sum(max(height, tallest) for height in self._heights) + self._gap * (len(blocks) - 1)

    def place(self, x: float, y: float, height: float) -> list[Mark]:
        made: list[Mark] = []
        heights = _grown(self._heights, height - self._gap * (len(self._heights) - 1))
        for number, tall in enumerate(heights):
            made += self._box(number, QRectF(x, y, self._setting.width, tall))
            y += tall + self._gap
        return made

    def _box(self, number: int, box: QRectF) -> list[Mark]:
        verdict = self._blocks[number].mark
        right, wrong = verdict is Verdict.RIGHT, verdict is Verdict.WRONG
        line, fill = ("green", "green_soft") if right else ("border", "")
        text, extra = self._texts[number], self._strip.height if self._strip else 0.0
        top = box.top() + (box.height() - text.tall - extra) / 2
        left = box.left() + 2 * _INSET + _KEY
        made: list[Mark] = [BoxMark(box, fill, line, 6 if right else 3, 14)]
        key = "green_fill" if right else "dimmed" if wrong else "ink_fill"
        made += key_square(self._keys[number], box.left() + _INSET, box.center().y() - _KEY / 2, key)
        made.append(TextMark(text, left, top, "text2" if wrong else "text", role="option"))
        made += self._verdict(number, box, top + text.tall / 2)
        if self._strip:
            made += self._strip.place(self._order[number], left, top + text.tall)
        return made

    def _verdict(self, number: int, box: QRectF, middle: float) -> list[Mark]:
        word = self._words[number]
        if word is None:
            return []
        right = self._blocks[number].mark is Verdict.RIGHT
        token, x = ("green" if right else "text2"), box.right() - _INSET - word.wide
        shape = QRectF(x - _TICK - 7, middle - _TICK / 2, _TICK, _TICK)
        return [
            ShapeMark("tick" if right else "cross", shape, token, 6),
            TextMark(word, x, middle - word.line_height / 2, token, role="verdict"),
        ]


def _grown(heights: Sequence[float], room: float) -> list[float]:
    """The heights raised to a common least one as far as ``room`` goes."""
    low, high = min(heights), max(room, max(heights))
    for _ in range(24):
        middle = (low + high) / 2
        if sum(max(height, middle) for height in heights) <= room:
            low = middle
        else:
            high = middle
    return [max(height, low) for height in heights]
