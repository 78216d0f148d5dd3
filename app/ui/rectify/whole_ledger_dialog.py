"""What is in the file, before any of it is taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.ledger.whole_ledger_summary import ReadInOffer
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.rectify.whole_ledger_words import about, facts

ACCEPT = "accept"


class WholeLedgerDialog(Modal):
    """``chosen`` is ACCEPT only where that button was pressed: Enter and Esc leave everything as it is."""

    def __init__(self, anchor: QWidget, offer: ReadInOffer) -> None:
        self.offer = offer
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, px(40))
        before = ""
        for place, (name, words) in enumerate(facts(offer.summary)):
            grid.addWidget(Paragraph("" if name == before else name, 15, "text2"), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(words, 16), place, 1)
            before = name
        tone, words = about(offer)
        self.words = words
        content = boxed(column(boxed(grid), Banner(words, tone), ConfidentialityBanner(), spacing=12))
        stay = Choice("", "知道了" if offer.refusal else "不读回", safe=True)
        choices = (stay,) if offer.refusal else (Choice(ACCEPT, "读回这本台账", icon="checkmark"), stay)
        title = "没有读回" if offer.refusal else "读回整本台账"
        super().__init__(anchor, title, content, choices, width=720)

    def first_focus(self) -> QWidget | None:
        return self.button("")
