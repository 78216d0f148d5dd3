"""Keys that belong to a page work wherever the focus is on it, and nowhere else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.kit.keys import bind_keys


def test_a_key_works_within_its_owner_only(qtbot):
    window, owner, inside, outside = QWidget(), QWidget(), QLineEdit(), QLineEdit()
    layout, inner = QVBoxLayout(window), QVBoxLayout(owner)
    layout.addWidget(owner)
    layout.addWidget(outside)
    inner.addWidget(inside)
    pressed = []
    bind_keys(owner, {"Ctrl+G": lambda: pressed.append("G"), "Ctrl+PgUp": lambda: pressed.append("up")})
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    inside.setFocus()
    qtbot.keyClick(inside, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(inside, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["G", "up"]
    outside.setFocus()
    qtbot.keyClick(outside, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["G", "up"]
