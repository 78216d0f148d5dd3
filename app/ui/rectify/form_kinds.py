"""A form leaves as a Word document or as an Excel table: which is chosen before where to."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

WORD, TABLE = ".docx", ".xlsx"
NAMES = {WORD: "Word 文档", TABLE: "Excel 表格"}
FILTERS = {kind: f"{name} (*{kind})" for kind, name in NAMES.items()}


def kinds_menu(parent: QWidget, name: str, chosen: Callable[[str], object]) -> QMenu:
    """``name`` is what it is about; ``chosen`` hears WORD or TABLE. It goes when it is closed."""
    menu = QMenu(parent)
    menu.setAccessibleName(name)
    for kind, words in NAMES.items():
        menu.addAction(words).triggered.connect(lambda _=False, one=kind: chosen(one))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def under(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
