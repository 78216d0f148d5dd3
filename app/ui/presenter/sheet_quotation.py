"""Words of a law or a party rule: in a box with an ink-blue edge, with what they are from."""

from PySide6.QtCore import QRectF

from app.domain.sheet import Quotation
from app.ui.presenter.sheet_marks import BoxMark, Mark, TextMark
from app.ui.presenter.sheet_setting import Setting
from app.ui.presenter.sheet_style import BODY

_EDGE, _PAD, _SOURCE = 8.0, 28.0, 32
_EXCERPT = "（节选）"


class QuotationBox:
    """A Piece for one Quotation; its paragraphs are set apart."""

    def __init__(self, block: Quotation, setting: Setting) -> None:
        self._width, self._pad = setting.width, setting.space(_PAD)
        room = setting.width - _EDGE - 2 * self._pad
        self._texts = [
            setting.text(part.strip(), BODY, room, leading=1.38) for part in block.text.split("\n") if part.strip()
        ]
        source = block.source + (_EXCERPT if block.excerpt else "")
        self._source = setting.text(source, _SOURCE, room, bold=True) if source else None
        self._gap = setting.space(8)
        inner = sum(text.tall for text in self._texts) + self._gap * len(self._texts)
        self.least = inner + (self._source.tall if self._source else -self._gap) + 1.5 * self._pad
        self.most = self.least

    def place(self, x: float, y: float, height: float) -> list[Mark]:
        made: list[Mark] = [
            BoxMark(QRectF(x, y, self._width, height), "ink_soft", "", 0, 10),
            BoxMark(QRectF(x, y, _EDGE, height), "ink", "", 0, 0),
        ]
        left, top = x + _EDGE + self._pad, y + 0.75 * self._pad
        for text in self._texts:
            made.append(TextMark(text, left, top, role="law"))
            top += text.tall + self._gap
        if self._source:
            made.append(TextMark(self._source, left, top, "ink", role="source"))
        return made
