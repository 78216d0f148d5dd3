"""Choosing one thing from a long list, in front of the page."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.ui.kit.layouts import Item, boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.disclaimer import Disclaimer
from app.ui.presenter.search_list import Entry, SearchList

TAKE = "take"


class PickDialog(Modal):
    """``take(key)`` is called once, with the entry that was chosen."""

    def __init__(
        self,
        anchor: QWidget,
        title: str,
        hint: str,
        find: Callable[[str], Sequence[Entry]],
        take: Callable[[str], None],
        about: str = "",
        action: str = "选这一个",
        composite: bool = True,
    ) -> None:
        self._take = take
        self.entries = SearchList(hint, find)
        items: list[Item] = [Paragraph(about, 15, "text2")] if about else []
        items.append(self.entries)
        if composite:
            items.append(Disclaimer())
        choices = (Choice("", "取消"), Choice(TAKE, action, safe=True))
        super().__init__(anchor, title, boxed(column(*items, spacing=8)), choices, width=720)
        self.chosen.connect(self._choose)
        self.entries.picked.connect(lambda _: self.button(TAKE).click())

    def first_focus(self) -> QWidget | None:
        return self.entries.field

    def _choose(self, key: str) -> None:
        if key == TAKE and (chosen := self.entries.chosen()):
            self._take(chosen)
