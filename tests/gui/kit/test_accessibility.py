"""Every tab stop says what it is, is large enough, and takes part in the round."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.ui.kit.theme import DARK, LIGHT, apply_theme

SMALLEST = 24


def tab_stops(window: QWidget) -> list[QWidget]:
    found, widget = [], window.nextInFocusChain()
    while widget is not window:
        stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if stop and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_every_tab_stop_has_a_name(gallery):
    stops = tab_stops(gallery)
    assert len(stops) >= 14
    nameless = []
    for stop in stops:
        interface = QAccessible.queryAccessibleInterface(stop)
        if interface is None or not interface.text(QAccessible.Text.Name):
            nameless.append(type(stop).__name__)
    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_target_is_large_enough(gallery, dressed, qtbot, scale):
    apply_theme(dressed, LIGHT.with_scale(scale))
    for stop in tab_stops(gallery):
        assert min(stop.sizeHint().width(), stop.sizeHint().height()) >= SMALLEST, type(stop).__name__


def test_groups_are_one_tab_stop_each(gallery):
    kinds = [type(stop).__name__ for stop in tab_stops(gallery)]
    for grouped in ("AnswerCell", "_Segment", "ActionCard"):
        assert kinds.count(grouped) == 1


def test_no_scroll_area_is_a_tab_stop(gallery):
    assert "ScrollPage" not in [type(stop).__name__ for stop in tab_stops(gallery)]


@pytest.mark.parametrize("theme", [LIGHT, DARK, DARK.with_scale(2.0)], ids=["light", "dark", "dark ×2"])
def test_everything_paints_in_every_theme(gallery, dressed, theme):
    apply_theme(dressed, theme)
    assert not gallery.grab().isNull()


def test_enter_presses_whatever_has_the_focus(gallery, qtbot):
    from PySide6.QtWidgets import QAbstractButton

    for stop in tab_stops(gallery):
        if isinstance(stop, QAbstractButton) and type(stop).__name__ not in ("OptionButton", "_Segment", "QCheckBox"):
            with qtbot.waitSignal(stop.clicked, timeout=1000):
                qtbot.keyClick(stop, Qt.Key.Key_Return)
