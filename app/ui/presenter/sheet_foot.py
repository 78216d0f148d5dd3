"""The foot of a page: the disclaimer, who came, page n / m."""

from PySide6.QtCore import QPointF

from app.domain.labels import DISCLAIMER
from app.domain.sheet import Sheet, SheetKind
from app.ui.presenter.sheet_marks import RIGHT, LineMark, Mark, TextMark
from app.ui.presenter.sheet_style import FOOT, FOOT_BOTTOM, FOOT_RULE, FOOT_TOP, MARGIN
from app.ui.presenter.sheet_text import SetText, set_text

_FIRST_HALF = DISCLAIMER[: DISCLAIMER.index("，") + 1]
_GAP = 40.0


def foot_marks(sheet: Sheet, width: float, number: int, total: int, present: str) -> list[Mark]:
    """On 4:3 the sentence takes two lines, broken where it pauses: at this size it leaves no room for the number."""
    cover = sheet.kind is SheetKind.COVER
    inner = width - 2 * MARGIN
    made: list[Mark] = [] if cover else [LineMark(QPointF(MARGIN, FOOT_RULE), QPointF(width - MARGIN, FOOT_RULE))]
    right = _right(number, total, present, cover)
    room = inner - max((text.wide for text in right), default=0.0) - _GAP
    if sheet.composite:
        text = set_text(DISCLAIMER, FOOT, inner, leading=1.28)
        if text.lines > 1 or text.wide > room:
            text = set_text(DISCLAIMER.replace(_FIRST_HALF, _FIRST_HALF + "\n"), FOOT, room, leading=1.28)
        token = "gold" if cover else "text3"
        made.append(TextMark(text, MARGIN, _middle(text.tall), token, role="disclaimer"))
    top = _middle(sum(text.tall for text in right))
    for text in right:
        token = "gold" if cover else "text2"
        made.append(TextMark(text, width - MARGIN - text.width, top, token, RIGHT, role="number"))
        top += text.tall
    return made


def _right(number: int, total: int, present: str, cover: bool) -> list[SetText]:
    words = [present] if present else []
    if total and not cover:
        words.append(f"{number} / {total}")
    return [set_text(word, FOOT, 400, bold=True, leading=1.28) for word in words]


def _middle(height: float) -> float:
    return FOOT_TOP + (FOOT_BOTTOM - FOOT_TOP - height) / 2
