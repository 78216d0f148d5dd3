"""An entry that somebody made about an issue, as it is read: a void one is struck through and says why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.entry_wipes import WIPE


class NotedLine(QWidget):
    void_wanted = Signal()
    wipe_wanted = Signal()

    def __init__(
        self, head: str, more: Sequence[str] = (), void_reason: str = "", name: str = "", wipe_name: str = ""
    ) -> None:
        """``name`` is what the button 作废 calls it, ``wipe_name`` what 误录清除 does; "" where there is none."""
        super().__init__()
        void, tone = bool(void_reason), "text2" if void_reason else "text"
        first: list[Item] = [(Paragraph(head, 15, tone, bold=bool(more) and not void, line=1.5, struck=void), 1)]
        if name and not void:
            act = button("作废", "link", small=True, name=f"作废{name}")
            act.clicked.connect(self.void_wanted)
            first.append(act)
        if wipe_name:
            wipe = button(WIPE, "link", small=True, name=f"{WIPE}{wipe_name}")
            wipe.clicked.connect(self.wipe_wanted)
            first.append(wipe)
        lines: list[Item] = [row(*first, spacing=8)]
        lines += [Paragraph(one, 15, "text2", line=1.5, struck=void) for one in more]
        if void:
            lines.append(Paragraph(void_words(void_reason), 15, "text2", line=1.5))
        self.setLayout(column(*lines, spacing=2))


def void_words(reason: str) -> str:
    return f"已作废，不再计数。原因：{reason}"
