"""A paragraph and the small line under it."""

from app.domain.sheet import Text
from app.ui.presenter.sheet_marks import Mark, TextMark
from app.ui.presenter.sheet_setting import Setting
from app.ui.presenter.sheet_style import BODY

_SOURCE = 31


class Paragraph:
    """A Piece for one Text."""

    def __init__(self, block: Text, setting: Setting) -> None:
        self._text = setting.text(block.text, BODY, setting.width, bold=block.strong, leading=1.42)
        self._source = setting.text(block.source, _SOURCE, setting.width) if block.source else None
        self._gap = setting.space(8)
        self.least = self._text.tall + (self._source.tall + self._gap if self._source else 0)
        self.most = self.least

    def place(self, x: float, y: float, height: float) -> list[Mark]:
        made: list[Mark] = [TextMark(self._text, x, y)]
        if self._source:
            made.append(TextMark(self._source, x, y + self._text.tall + self._gap, "text3", role="source"))
        return made
