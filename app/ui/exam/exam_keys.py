"""The keys of an exam."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.kit.page import Shortcut

SHORTCUTS = (
    Shortcut("A–F 或 1–6", "选择选项"),
    Shortcut("← / → 或 Ctrl+PgUp / Ctrl+PgDn", "上一题 / 下一题"),
    Shortcut("M 或 Ctrl+M", "标记本题"),
    Shortcut("G 或 Ctrl+G", "到答题卡"),
    Shortcut("Ctrl+Enter", "交卷（先确认）"),
    Shortcut("Ctrl+↑ / Ctrl+↓", "排序题：移动一项"),
)


def bind(page: QWidget, acts: Mapping[str, Callable[[], None]]) -> None:
    """Keys as QKeySequence reads them, for as long as the focus is on the page."""
    for keys, act in acts.items():
        made = QShortcut(QKeySequence(keys), page)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(act)
