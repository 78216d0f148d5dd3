"""Text of a page, laid out in page units: legal breaks, squeezed punctuation, no lone last character."""

import re
from functools import cached_property, lru_cache
from typing import TypedDict, Unpack

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine

from app.ui.kit.cjk import clean
from app.ui.kit.fonts import SANS, SERIF, face
from app.ui.kit.text_block import TextBlock

_LONE = 3.5  # em: a shorter last line of a paragraph is avoided
_STEPS = 12
_TOGETHER = re.compile(r"(?<=\d)(?=[年月日元万亿人户条项款天个次分时岁名件%％])|(?<=[年月])(?=\d)")
_UNIT_AFTER_SPACE = re.compile(r"(?<=\d) (?=[年月日元万亿人户条项款天个次分时岁名件])")
_QUOTED = re.compile("“[^”，。、；：？！]{2,6}”|第[〇零一二三四五六七八九十百]{1,7}[条款项]")
_QUOTED_SHARE = 0.62  # of a line
_JOINER, _HARD_SPACE = "\u2060", "\u00a0"


@lru_cache(maxsize=128)
def page_font(size: int, bold: bool = False, serif: bool = False) -> QFont:
    """A face whose widths grow with its size exactly: the lines are the same on every screen."""
    made = face(SERIF if serif else SANS, size, bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


class Look(TypedDict, total=False):
    """What `SetText` can be told besides; ``leading`` is that share of the size."""

    bold: bool
    serif: bool
    leading: float
    even: bool


class SetText(TextBlock):
    """``text`` set at ``size`` within ``width``; ``height`` is known at once, where the lines end only when asked.

    ``even`` makes all lines about as long as one another (titles); otherwise only a last line that would be too short
    is mended.
    """

    def __init__(
        self,
        text: str,
        size: int,
        width: float,
        *,
        bold: bool = False,
        serif: bool = False,
        leading: float = 1.32,
        even: bool = False,
    ) -> None:
        joined = _together(text, _QUOTED_SHARE * width / size)
        super().__init__(joined, page_font(size, bold, serif), round(size * leading))
        self.size, self.width, self.even = size, width, even
        self._first = self._break(width)
        self.lines = max(1, self._first.lineCount())

    @property
    def text(self) -> str:
        """The text as given."""
        return _apart(clean(self._raw))

    @property
    def tall(self) -> float:
        """Height of all lines."""
        return float(self.lines * self.line_height)

    @cached_property
    def wide(self) -> float:
        """Width of the longest line."""
        return max((line.naturalTextWidth() for line in self._lines()), default=0.0)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The text of each line."""
        raw = self._raw.replace("\n", "\u2028")
        return tuple(
            _apart(clean(raw[line.textStart() : line.textStart() + line.textLength()])).rstrip("\u2028 ")
            for line in self._lines()
        )

    def hug(self, x: float, y: float, width: float, alignment: Qt.AlignmentFlag) -> QRectF:
        """The box round all lines when ``paint`` gets the same."""
        wide = self.wide
        return QRectF(x + _shift(width - wide, alignment), y, wide, self.tall)

    def paint(
        self, painter: QPainter, x: float, y: float, width: float, colour: QColor, alignment: Qt.AlignmentFlag
    ) -> None:
        """Draw from the top left corner (x, y), aligned within ``width``."""
        metrics = QFontMetricsF(self.font)
        lead = (self.line_height - metrics.height()) / 2
        painter.setPen(colour)
        for number, line in enumerate(self._lines()):
            shift = _shift(width - line.naturalTextWidth(), alignment)
            place = QPointF(x + shift, y + number * self.line_height + lead)
            line.draw(painter, place - line.position())

    def _lines(self) -> list[QTextLine]:
        return [self._set.lineAt(number) for number in range(self._set.lineCount())]

    @cached_property
    def _set(self) -> QTextLayout:
        if self.lines == 1:
            return self._first
        return self._even(self.width) if self.even else self._mended()

    def _mended(self) -> QTextLayout:
        """The widest setting with as many lines whose last one is not too short, else the most even one."""
        if self._last(self._first) >= min(_LONE * self.size, self.width * 0.4):
            return self._first
        for step in range(1, _STEPS):
            tried = self._break(self.width - step * self.size / 2)
            if tried.lineCount() > self.lines:
                break
            if self._last(tried) >= min(_LONE * self.size, self.width * 0.4):
                return tried
        return self._even(self.width)

    def _last(self, layout: QTextLayout) -> float:
        return layout.lineAt(layout.lineCount() - 1).naturalTextWidth()


def _together(text: str, most: float) -> str:
    """No line ends within a date, between a number and its unit, within an article's number or a quotation of up to
    ``most`` characters.
    """
    joined = _TOGETHER.sub(_JOINER, _UNIT_AFTER_SPACE.sub(_HARD_SPACE, text))
    return _QUOTED.sub(lambda found: _JOINER.join(found[0]) if len(found[0]) <= most else found[0], joined)


def _apart(text: str) -> str:
    return text.replace(_JOINER, "").replace(_HARD_SPACE, " ")


@lru_cache(maxsize=1024)
def set_text(text: str, size: int, width: float, **look: Unpack[Look]) -> SetText:
    """The same as the class; what stands on several pages (the foot, a question and its answer) is set once."""
    return SetText(text, size, width, **look)


def _shift(spare: float, alignment: Qt.AlignmentFlag) -> float:
    if alignment & Qt.AlignmentFlag.AlignHCenter:
        return max(0.0, spare / 2)
    return max(0.0, spare) if alignment & Qt.AlignmentFlag.AlignRight else 0.0
