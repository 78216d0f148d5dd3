"""One row of 今天要做: what, how long, one button."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.tag import Tag


class TaskRow(QWidget):
    """With ``action`` a button that calls it; without, the row is done and says so."""

    def __init__(
        self,
        icon: str,
        tone: str,
        title: str,
        detail: str,
        minutes: int = 0,
        action: str = "",
        act: Callable[[], None] | None = None,
        main: bool = False,
    ) -> None:
        super().__init__()
        done = act is None
        words = column(
            ElidedLabel(title, 16, tone="text2" if done else "text", bold=not done),
            ElidedLabel(detail, 15, tone="text2"),
            spacing=2,
        )
        items: list[Item] = [IconLabel(icon, 20, tone, plate=f"{tone}_soft"), 4, (words, 1)]
        if minutes and not done:
            items += [Label(f"{minutes} 分钟", 15, "text2"), 4]
        if done:
            items.append(Tag("已完成", "green", "checkmark_circle", filled=True))
        else:
            self.button = button(action, "soft" if main else "default", name=f"{action}：{title}")
            self.button.clicked.connect(act)
            items.append(self.button)
        self.setLayout(row(*items, margins=(0, 9, 0, 9), spacing=12))
