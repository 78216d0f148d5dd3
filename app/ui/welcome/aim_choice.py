"""One answer to 我要…: a card with an icon, a word and what it changes."""

from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.welcome.choice_card import ChoiceCard


class AimChoice(ChoiceCard):
    def __init__(self, aim: str, hint: str, icon: str) -> None:
        super().__init__(f"{aim}，{hint}")
        self.aim = aim
        tick = IconLabel("checkmark_circle", 22, "red", True)
        keep = tick.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        tick.setSizePolicy(keep)
        tick.hide()
        words = column(Label(aim, 19, bold=True, serif=True), Paragraph(hint, 15, "text2"), spacing=4)
        plate = IconLabel(icon, 24, "text2", plate="surface3")
        self.setLayout(row(plate, (words, 1), tick, margins=(20, 13, 18, 13), spacing=16))
        self.toggled.connect(tick.setVisible)

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0
