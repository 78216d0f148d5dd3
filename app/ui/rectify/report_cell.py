"""One text of a month's report: its name, the field, and what is to be said of it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.announce import announce
from app.ui.kit.button import button
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.report_editor import ReportEditor

KEEP, TAKE_BACK = "说明原因并保留", "收回说明"


class ReportCell(QWidget):
    """``place`` as that of a `Flag`."""

    changed = Signal()
    left = Signal()
    overrule_wanted = Signal(str)
    take_back_wanted = Signal(str)

    def __init__(self, place: str, name: str, spoken: str, hint: str = "") -> None:
        super().__init__()
        self.place = place
        self.editor = ReportEditor(spoken, hint)
        self._count = Label("", 14, "text2")
        self._icon = IconLabel("warning", 18, "amber", True)
        self._words = Paragraph("", 15, "text", line=1.45)
        self._act = button(KEEP, "link", name=f"{KEEP}：{spoken}")
        self._mark = boxed(column(row(self._icon, (self._words, 1), spacing=6), row(self._act, None), spacing=0))
        self._mark.hide()
        self._flag, self._reason, self._may = "", "", True
        head = row(Label(name, 15, bold=True), None, self._count)
        self.setLayout(column(head, (self.editor, 1), self._mark, spacing=4))
        self.editor.textChanged.connect(self._type)
        self.editor.left.connect(self.left)
        self._act.clicked.connect(self._press)

    def text(self) -> str:
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Without a signal; what is the same stays, with its cursor."""
        if text != self.text():
            with QSignalBlocker(self.editor):
                self.editor.setPlainText(text)
        self._tell_length()

    def set_locked(self, locked: bool) -> None:
        self.editor.setReadOnly(locked)
        self.editor.setPlaceholderText("" if not locked else "没有写")
        self._may = not locked

    def flag(self) -> str:
        """What is said under the field, or ""."""
        return self._words.text() if self._mark.isVisibleTo(self) else ""

    def show_mark(self, flag: str = "", reason: str = "", wanting: str = "") -> None:
        """``wanting`` has to be mended; ``flag`` can be let pass with a reason; ``reason`` is one that was given."""
        before, self._flag, self._reason = self.flag(), flag, reason
        words = wanting or flag or (f"已说明原因，保留：{reason}" if reason else "")
        self._mark.setVisible(bool(words))
        self._words.set_text(words)
        tone = "red" if wanting else "amber" if flag else "grey"
        self._icon.set_icon("error_circle" if wanting else "warning" if flag else "info", _INK[tone], True)
        self._act.setVisible(not wanting and bool(flag or (reason and self._may)))
        if not wanting and words:
            word = KEEP if flag else TAKE_BACK
            self._act.set_label(word)
            self._act.setAccessibleName(f"{word}：{self.editor.accessibleName()}")
        if words and words != before and (wanting or flag):
            announce(self, words)

    def _press(self) -> None:
        (self.overrule_wanted if self._flag else self.take_back_wanted).emit(self.place)

    def _type(self) -> None:
        self._tell_length()
        self.changed.emit()

    def _tell_length(self) -> None:
        length = len(self.text().strip())
        self._count.setText(f"{length} 字" if length else "")


_INK = {"red": "red", "amber": "amber", "grey": "text2"}
