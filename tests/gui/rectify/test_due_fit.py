"""The day of a look-back is never what is cut off."""

import pytest
from PySide6.QtGui import QFontMetricsF

from app.ui.kit.fonts import font
from app.ui.rectify.due_fit import fitted

WORDS = "长期坚持，回头看 2028-03-04"


@pytest.mark.parametrize(("room", "shown"), [(400, WORDS), (160, "回头看 2028-03-04")])
def test_the_day_stands_alone_where_there_is_less_room(qapp, room, shown):
    assert fitted(WORDS, QFontMetricsF(font(15)), room) == shown


def test_other_words_end_where_the_room_does(qapp):
    assert fitted("社会救助股和养老服务股", QFontMetricsF(font(15)), 60).endswith("…")
