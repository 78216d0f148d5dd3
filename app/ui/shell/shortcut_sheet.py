"""The sheet of keys: what the keys of this page do, and those that work everywhere."""

from PySide6.QtWidgets import QWidget

from app.ui.kit.key_cap import KeyCap
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.page import PageFacts, Shortcut
from app.ui.shell.places import PLACES

EVERYWHERE = (
    *(Shortcut(place.keys, place.word) for place in PLACES),
    Shortcut("Ctrl+K", "搜索"),
    Shortcut("Ctrl+Tab", "下一个标签页"),
    Shortcut("Alt+Left", "返回"),
    Shortcut("Enter", "本页的主要操作"),
    Shortcut("F11", "全屏"),
    Shortcut("Ctrl+Shift+=", "界面放大"),
    Shortcut("Ctrl+Shift+-", "界面缩小"),
    Shortcut("F1", "使用说明（考试中是按键表）"),
    Shortcut("Shift+F1", "本页的按键"),
)
_WORDS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "PgUp": "上翻页", "PgDown": "下翻页", "PgDn": "下翻页"}


def open_shortcut_sheet(anchor: QWidget, facts: PageFacts | None) -> Modal:
    own = facts.shortcuts if facts else ()
    left = column(Label(f"{facts.title if facts else '本页'}", 16, bold=True), 4, *map(_line, own), None, spacing=6)
    if not own:
        left.insertWidget(1, Label("本页没有专用按键", 15, "text2"))
    right = column(Label("处处可用", 16, bold=True), 4, *map(_line, EVERYWHERE), None, spacing=6)
    both = boxed(row((left, 1), (right, 1), spacing=36))
    sheet = Modal(anchor, "快捷键", both, [Choice("close", "知道了", safe=True)], width=760)
    sheet.open()
    return sheet


def _line(shortcut: Shortcut) -> QWidget:
    said = "+".join(_WORDS.get(part, part) for part in shortcut.keys.split("+"))
    return boxed(row(KeyCap(said), Label(shortcut.what, 15), None, spacing=12))
