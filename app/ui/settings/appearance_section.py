"""外观与字号: every change holds at once."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.settings import FACES, READING_SIZES, SCALES, SPACINGS, THEMES, Appearance
from app.ui.kit.fonts import reading_faces
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.segment_control import SegmentControl
from app.ui.settings.reading_sample import ReadingSample
from app.ui.settings.section_card import SectionCard

SCALE_HINT = "自动：按屏幕宽度选择。"
FACES_MISSING = "本机没有装其他可用的字体；装上宋体、仿宋后，这里会多出选项。"


class AppearanceSection(SectionCard):
    """Emits the whole new appearance."""

    changed = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("外观与字号")
        self._appearance = appearance
        scales = [(f"{scale}", f"{scale:.0%}" if scale else "自动") for scale in SCALES]
        sizes = [(f"{size}", f"{size}") for size in READING_SIZES]
        here = reading_faces()
        faces = [(key, word) for key, word in FACES.items() if key in here]
        face = appearance.face if appearance.face in here else "hei"
        sample = ReadingSample(appearance)
        self._add("theme", "主题", list(THEMES.items()), appearance.theme)
        self._add("scale", "界面大小", scales, f"{appearance.scale}", SCALE_HINT)
        self._add("reading_size", "正文字号", sizes, f"{appearance.reading_size}")
        self._add("face", "正文字体", faces, face, "" if len(faces) == len(FACES) else FACES_MISSING)
        self._add("spacing", "正文行距", list(SPACINGS.items()), appearance.spacing)
        self.add(boxed(column(Label("现在的样子", 14, "text2"), sample, spacing=6)), ruled=False)
        self._add_check("clauses_beside", "读案例时，条文显示在正文旁边", "关闭后，点正文里的条文再看。")
        self._add_check("key_hints", "在按钮旁显示快捷键", "按 Shift+F1 随时可以看当前页面的全部快捷键。")

    def _add(self, field: str, name: str, choices: list[tuple[str, str]], chosen: str, hint: str = "") -> None:
        control = SegmentControl(choices, chosen, name)
        control.setObjectName(f"setting-{field}")
        # The page may be built anew on a change: never while the control's own signal is on the way.
        control.changed.connect(lambda key: self._change(field, key), Qt.ConnectionType.QueuedConnection)
        self.add_row(name, control, hint)

    def _add_check(self, field: str, name: str, hint: str) -> None:
        box = QCheckBox(name)
        box.setObjectName(f"setting-{field}")
        box.setChecked(bool(getattr(self._appearance, field)))
        box.toggled.connect(lambda on: self._change(field, on), Qt.ConnectionType.QueuedConnection)
        line: QWidget = boxed(column(box, Label(hint, 14, "text2"), spacing=2))
        self.add(line)

    def _change(self, field: str, value: Any) -> None:
        kind = type(getattr(self._appearance, field))
        self._appearance = replace(self._appearance, **{field: kind(value)})
        self.changed.emit(self._appearance)
