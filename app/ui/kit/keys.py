"""Keys of a page or a part of one."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_keys(owner: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """They work while the focus is within ``owner``; a sequence is written as in ``Ctrl+PgUp``."""
    for sequence, act in keys.items():
        shortcut = QShortcut(QKeySequence(sequence), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
