"""Choosing any number of things from a long list, none meaning all."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.kit.elided_check_box import ElidedCheckBox
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.search_field import SearchField
from app.ui.kit.tokens import px

COLUMNS, MANY = 3, 30
CHOOSE, ALL = "choose", "all"


class Option(NamedTuple):
    """``words`` are shown, ``key`` is what is chosen."""

    key: str
    words: str


class ChoicesDialog(Modal):
    """``chosen_ones(keys)`` is called with what was ticked, in the order of the options; with none for 不限."""

    def __init__(
        self,
        anchor: QWidget,
        title: str,
        options: Sequence[Option],
        ticked: Sequence[str],
        chosen_ones: Callable[[tuple[str, ...]], None],
    ) -> None:
        self._options, self._chosen_ones = options, chosen_ones
        self._boxes = {option.key: ElidedCheckBox(option.words) for option in options}
        for key, box in self._boxes.items():
            box.setChecked(key in ticked)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(14))
        self._field = SearchField("输入几个字查找", f"在{title}里查找") if len(options) > MANY else None
        few = len(options) <= COLUMNS
        hint = Paragraph("可选多项；一项都不选就是不限。", 15, "text2")
        content = boxed(column(hint, *([self._field] if self._field else []), self._grid, spacing=8))
        choices = (Choice("", "取消"), Choice(ALL, "不限"), Choice(CHOOSE, "确定", safe=True))
        super().__init__(anchor, title, content, choices, width=440 if few else 820)
        for place, key in enumerate(self._boxes):
            self._grid.setColumnStretch(place % COLUMNS, 1)
            self._grid.addWidget(self._boxes[key], place // COLUMNS, place % COLUMNS)
        if self._field:
            self._field.textChanged.connect(self._narrow)
        self.chosen.connect(self._choose)

    def box(self, key: str) -> ElidedCheckBox:
        return self._boxes[key]

    def _narrow(self, text: str) -> None:
        for option in self._options:
            self._boxes[option.key].setVisible(text.strip() in option.words)

    def _choose_keys(self) -> tuple[str, ...]:
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def _choose(self, key: str) -> None:
        if key in (CHOOSE, ALL):
            self._chosen_ones(self._choose_keys() if key == CHOOSE else ())
