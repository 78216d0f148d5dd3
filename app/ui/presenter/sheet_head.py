"""The head of a page: the red mark at its edge, the kicker, the title."""

from PySide6.QtCore import QRectF

from app.domain.sheet import Sheet
from app.ui.presenter.sheet_marks import BoxMark, Mark, TextMark
from app.ui.presenter.sheet_style import KICKER, MARGIN, TITLE
from app.ui.presenter.sheet_text import SetText, set_text

_TOP = 42.0
_SMALLER = (TITLE, 56, 50)
_MOST_LINES = 2
_BELOW = 22.0


def head_marks(sheet: Sheet, width: float) -> tuple[list[Mark], float]:
    """The marks, and where the content begins. A title of more than two lines is set a step smaller."""
    inner = width - 2 * MARGIN
    made: list[Mark] = [BoxMark(QRectF(0, 52, 40, 82), "red_fill", "", 0, 0)]
    top = _TOP
    if sheet.kicker:
        kicker = set_text(sheet.kicker, KICKER, inner, bold=True, leading=1.3, even=True)
        made.append(TextMark(kicker, MARGIN, top, "red", role="kicker"))
        top += kicker.tall
    if sheet.title:
        title = _title(sheet.title, inner)
        made.append(TextMark(title, MARGIN, top, role="title"))
        top += title.tall
    return made, top + _BELOW


def _title(words: str, inner: float) -> SetText:
    for size in _SMALLER:
        made = set_text(words, size, inner, bold=True, serif=True, leading=1.28, even=True)
        if made.lines <= _MOST_LINES:
            break
    return made
