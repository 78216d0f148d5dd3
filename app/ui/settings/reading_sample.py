"""A few lines in the reading settings as they are."""

from PySide6.QtWidgets import QVBoxLayout

from app.domain.settings import Appearance
from app.ui.kit.card import Card
from app.ui.kit.layouts import column
from app.ui.kit.rich_text import RichText
from app.ui.kit.run import Run

SAMPLE = (
    "窗口一天要办几十件事，每一件都有人在等。把该看的材料看完，把该问的话问清楚，再签自己的名字。"
    "多看一眼、多问一句，花的是几分钟；少了这几分钟，账要用很多年来还。"
)


class ReadingSample(Card):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__(kind="2")
        self._text = RichText("正文字号示例", appearance.face, appearance.reading_size, appearance.spacing)
        self._text.begin()
        self._text.add_paragraph([Run("【示例】", "strong"), Run(SAMPLE)], "plain", "sample")
        self._text.end()
        layout: QVBoxLayout = column(self._text, margins=(18, 14, 18, 6))
        self.setLayout(layout)
