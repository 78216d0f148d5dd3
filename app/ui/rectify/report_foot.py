"""Below the form: whether what was typed is kept, what is still wanting, and 提交."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.ui.kit.announce import announce
from app.ui.kit.button import button
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.rule import Rule

UNTOUCHED, TYPING, SAVED = "边写边存，只存在本机，不联网、不上报", "正在保存…", "草稿已保存在本机"


class ReportFoot(QFrame):
    submit_wanted = Signal()
    gap_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._said = IconLabel("info", 18, "text2"), Label(UNTOUCHED, 15, "text2")
        self._gaps = button("", "link", tip="到第一处")
        self.submit = button("提交月报", "primary", "checkmark", tip="提交后锁定（Ctrl+Enter）")
        line = row(self._icon, self._said, None, self._gaps, self.submit, margins=(20, 8, 20, 10), spacing=10)
        self.setLayout(column(Rule(), line, spacing=0))
        self.submit.clicked.connect(self.submit_wanted)
        self._gaps.clicked.connect(self.gap_wanted)

    def said(self) -> str:
        return self._said.text()

    def gaps(self) -> str:
        return self._gaps.label() if self._gaps.isVisibleTo(self) else ""

    def say_untouched(self) -> None:
        self._tell("info", "text2", UNTOUCHED)

    def say_typing(self) -> None:
        self._tell("edit", "text2", TYPING)

    def say_saved(self) -> None:
        self._tell("checkmark_circle", "green", SAVED)

    def say_unsaved(self, words: str) -> None:
        self._tell("error_circle", "red", words)
        announce(self, words)

    def show_gaps(self, wanting: int, flagged: int) -> None:
        parts = [f"{wanting} 处没有填好"] if wanting else []
        parts += [f"{flagged} 处要看一看"] if flagged else []
        self._gaps.set_label("还有 " + "、".join(parts) if parts else "")
        self._gaps.setVisible(bool(parts))

    def _tell(self, icon: str, tone: str, words: str) -> None:
        self._icon.set_icon(icon, tone, tone == "green")
        self._said.setText(words)
        self._said.set_tone("red" if tone == "red" else "text2")
