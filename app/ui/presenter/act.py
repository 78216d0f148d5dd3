"""What can be done during a session, and the keys of it: those of PowerPoint and WPS, and of every clicker."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Act(StrEnum):
    """The words are what the key sheet and the buttons call it."""

    NEXT = "下一页"
    PREVIOUS = "上一页"
    FIRST = "第一页"
    LAST = "最后一页"
    REVEAL = "揭晓"
    BLACK = "黑屏"
    WHITE = "白屏"
    FREEZE = "定格"
    OVERVIEW = "总览"
    TIMER = "计时"
    PICK = "抽点"
    VOTE = "计票"
    POINTER = "指点"
    PEN = "画笔"
    UNDO = "撤销一笔"
    WIPE = "擦除"
    BIGGER = "讲稿放大"
    SMALLER = "讲稿缩小"
    NOTES_DOWN = "讲稿往下"
    NOTES_UP = "讲稿往上"
    SWAP = "交换屏幕"
    ATTENDANCE = "签到"
    TEAMS = "分组"
    MEDIA = "播放"
    SHOW = "继续投影"
    BREAK = "休息"
    KEYS = "按键"
    END = "结束"


_K = Qt.Key
_PLAIN: dict[int, Act] = {
    _K.Key_PageDown: Act.NEXT,
    _K.Key_Right: Act.NEXT,
    _K.Key_Down: Act.NEXT,
    _K.Key_Space: Act.NEXT,
    _K.Key_Return: Act.NEXT,
    _K.Key_Enter: Act.NEXT,
    _K.Key_N: Act.NEXT,
    _K.Key_MediaNext: Act.NEXT,
    _K.Key_PageUp: Act.PREVIOUS,
    _K.Key_Left: Act.PREVIOUS,
    _K.Key_Up: Act.PREVIOUS,
    _K.Key_Backspace: Act.PREVIOUS,
    _K.Key_P: Act.PREVIOUS,
    _K.Key_MediaPrevious: Act.PREVIOUS,
    _K.Key_Home: Act.FIRST,
    _K.Key_End: Act.LAST,
    _K.Key_Period: Act.BLACK,
    _K.Key_Comma: Act.WHITE,
    _K.Key_Plus: Act.BIGGER,
    _K.Key_Equal: Act.BIGGER,
    _K.Key_Minus: Act.SMALLER,
    _K.Key_F5: Act.SHOW,
    _K.Key_F1: Act.KEYS,
    _K.Key_Escape: Act.END,
    _K.Key_MediaPlay: Act.MEDIA,
    _K.Key_MediaTogglePlayPause: Act.MEDIA,
}
_LETTERS: dict[int, Act] = {
    _K.Key_A: Act.REVEAL,
    _K.Key_B: Act.BLACK,
    _K.Key_W: Act.WHITE,
    _K.Key_F: Act.FREEZE,
    _K.Key_G: Act.OVERVIEW,
    _K.Key_T: Act.TIMER,
    _K.Key_R: Act.PICK,
    _K.Key_V: Act.VOTE,
    _K.Key_L: Act.POINTER,
    _K.Key_D: Act.PEN,
    _K.Key_E: Act.WIPE,
    _K.Key_X: Act.SWAP,
    _K.Key_Q: Act.ATTENDANCE,
    _K.Key_M: Act.MEDIA,
    _K.Key_Y: Act.TEAMS,
    _K.Key_S: Act.BREAK,
}
"""Alone, or with Ctrl where an input method would take the letter."""
_CONTROL: dict[int, Act] = {
    **_LETTERS,
    _K.Key_P: Act.PEN,
    _K.Key_Z: Act.UNDO,
    _K.Key_Plus: Act.BIGGER,
    _K.Key_Equal: Act.BIGGER,
    _K.Key_Minus: Act.SMALLER,
    _K.Key_Down: Act.NOTES_DOWN,
    _K.Key_Up: Act.NOTES_UP,
    _K.Key_Home: Act.FIRST,
    _K.Key_End: Act.LAST,
}
KEY_NAMES: dict[Act, str] = {
    Act.NEXT: "PgDn",
    Act.PREVIOUS: "PgUp",
    Act.REVEAL: "A",
    Act.BLACK: "B",
    Act.WHITE: "W",
    Act.FREEZE: "F",
    Act.OVERVIEW: "G",
    Act.TIMER: "T",
    Act.PICK: "R",
    Act.VOTE: "V",
    Act.POINTER: "L",
    Act.PEN: "D",
    Act.UNDO: "Ctrl+Z",
    Act.WIPE: "E",
    Act.SWAP: "X",
    Act.ATTENDANCE: "Q",
    Act.TEAMS: "Y",
    Act.MEDIA: "M",
    Act.BREAK: "S",
    Act.END: "Esc",
}
FROM_A_CLICKER = frozenset({Act.NEXT, Act.PREVIOUS, Act.SHOW})
"""What goes on working while a dialog is open, from the keys that a clicker sends."""
CLICKER_KEYS = frozenset({_K.Key_PageDown, _K.Key_PageUp, _K.Key_F5})

SHEET: tuple[tuple[str, str], ...] = (
    ("PgDn  →  ↓  空格  回车  N", "揭晓，或者下一页"),
    ("PgUp  ←  ↑  退格  P", "上一页"),
    ("数字 + 回车", "转到第几页"),
    ("Home / End", "第一页 / 最后一页"),
    ("A", "揭晓，再按收回"),
    ("B 或 .", "黑屏，再按恢复"),
    ("W 或 ,", "白屏，再按恢复"),
    ("F", "定格：投影停住，主讲人先翻看"),
    ("S", "休息：黑屏并停表，再按接着讲"),
    ("G", "总览"),
    ("T", "讨论计时"),
    ("V", "计票：按字母选项，再输入人数"),
    ("L", "指点：按住并移动鼠标"),
    ("D 或 Ctrl+P", "画笔；Ctrl+Z 撤销一笔，E 全部擦除"),
    ("M", "播放、暂停视频或音频"),
    ("R / Y", "抽点 / 分组（开始前勾选）"),
    ("Q", "签到"),
    ("X", "交换两块屏幕"),
    ("+ / −", "讲稿字号；Ctrl+↓ Ctrl+↑ 翻看讲稿"),
    ("Esc 按两次", "结束"),
    ("Ctrl + 字母", "同单独按字母，输入法开着也行"),
)
"""For the sheet of keys (F1)."""


def act_of(event: QKeyEvent) -> Act | None:
    """What a key does; None for one that does nothing. A key that is held down does it once."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        return _CONTROL.get(key)
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return {_K.Key_Plus: Act.BIGGER, _K.Key_F5: Act.SHOW}.get(_K(key))
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    return _PLAIN.get(key) or _LETTERS.get(key)


def digit_of(event: QKeyEvent) -> str:
    """The digit that was typed, or ""."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.NoModifier and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return chr(event.key())
    return ""
