"""The pointer over a button shows, and is forgotten when it has gone."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.ui.kit.button import Button
from app.ui.kit.chip import Chip
from app.ui.kit.label import Label
from app.ui.kit.option_button import OptionButton


class Paints(QObject):
    """Whether the pointer was over the button each time that it was painted."""

    def __init__(self, watched: QAbstractButton) -> None:
        super().__init__(watched)
        self.seen = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append(watched.underMouse())
        return False


@pytest.mark.parametrize("make", [lambda: Button("保存"), lambda: Chip("低保"), lambda: OptionButton("A", "退还")])
def test_it_is_painted_anew_when_the_pointer_comes_and_when_it_goes(make, show, qtbot):
    made = make()
    window = show(Label("上面"), made)
    QTest.mouseMove(window, QPoint(1, 1))
    qtbot.wait(1)
    paints = Paints(made)
    QTest.mouseMove(made, made.rect().center())
    qtbot.waitUntil(lambda: paints.seen[-1:] == [True])
    QTest.mouseMove(window, QPoint(1, 1))
    qtbot.waitUntil(lambda: paints.seen[-1:] == [False])
