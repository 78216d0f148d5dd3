"""A picture, or the card that stands where a film or a sound will play."""

from PySide6.QtCore import QRectF

from app.domain.sheet import Media, Picture
from app.ui.presenter.sheet_marks import CENTRE, BoxMark, ImageMark, Mark, ShapeMark, TextMark
from app.ui.presenter.sheet_setting import Setting
from app.ui.presenter.sheet_style import BODY, SECOND
from app.ui.presenter.sheet_text import SetText

_LEAST = 300.0
_MOST = 800.0
_PLAY = 150.0


class PictureCard:
    """A Piece for one Picture or Media."""

    def __init__(self, block: Picture | Media, setting: Setting) -> None:
        self._block, self._width = block, setting.width
        self._file = setting.find(block.file) if block.file else None
        self._media = isinstance(block, Media)
        below = bool(block.caption) and not self._media
        self._caption = setting.text(block.caption, SECOND, setting.width, even=True) if below else None
        self._words = self._card_words(setting)
        self._gap = setting.space(14)
        caption = self._caption.tall + self._gap if self._caption else 0.0
        inner = sum(text.tall for text in self._words) + (_PLAY + 60 if self._media else 60)
        self.least = max(_LEAST if not self._words else 0.0, inner) + caption
        self.most = max(self.least, _MOST)

    def frame(self, x: float, y: float, height: float) -> QRectF:
        """Where the picture or film itself lies."""
        below = self._caption.tall + self._gap if self._caption else 0.0
        return QRectF(x, y, self._width, height - below)

    def place(self, x: float, y: float, height: float) -> list[Mark]:
        box = self.frame(x, y, height)
        made: list[Mark] = []
        if self._file is not None and not self._media:
            made.append(ImageMark(self._file, box))
        else:
            made += self._card(box)
        if self._caption:
            made.append(TextMark(self._caption, x, box.bottom() + self._gap, "text2", CENTRE, self._width, "caption"))
        return made

    def _card(self, box: QRectF) -> list[Mark]:
        made: list[Mark] = [BoxMark(box, "surface2", "border", 3, 14)]
        inner = sum(text.tall for text in self._words)
        play = _PLAY + 20 if self._media else 0.0
        top = box.center().y() - (inner + play) / 2
        if self._media:
            made.append(ShapeMark("play", QRectF(box.center().x() - _PLAY / 2, top, _PLAY, _PLAY), "ink", 7))
        top += play
        for number, text in enumerate(self._words):
            token = "text" if self._media and not number else "text2"
            made.append(TextMark(text, box.left() + 30, top, token, CENTRE, box.width() - 60, "card"))
            top += text.tall
        return made

    def _card_words(self, setting: Setting) -> list[SetText]:
        block, room = self._block, setting.width - 60
        words: list[SetText] = []
        if self._media and block.caption:
            words.append(setting.text(block.caption, BODY, room, bold=True, even=True))
        if self._file is None and (block.file or not self._media):
            words.append(setting.text(_missing(block), SECOND, room, even=True))
        return words


def _missing(block: Picture | Media) -> str:
    kind = "图片" if isinstance(block, Picture) else "文件"
    if not block.file:
        return f"本页还没有选{kind}。"
    return f"找不到{kind}“{block.file}”。请在备课中重新选择。"
