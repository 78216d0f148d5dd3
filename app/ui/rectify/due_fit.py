"""A deadline in a narrow place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from app.domain.ledger.time_limit import lasting_words

_BEFORE = lasting_words("day").partition("，")[0] + "，"


def fitted(words: str, metrics: QFontMetricsF, room: float) -> str:
    """Where 长期坚持 and its day are too long together, the day stands alone; what is still too long ends in …."""
    if metrics.horizontalAdvance(words) > room:
        words = words.removeprefix(_BEFORE)
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
