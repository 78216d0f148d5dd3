"""Why: asked before a step that needs a reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.ledger_dialog import LedgerDialog
from app.ui.rectify.ledger_fields import line_field


class LedgerReasonDialog(LedgerDialog):
    """``act(reason)`` may raise UserError."""

    def __init__(
        self, anchor: QWidget, title: str, words: str, word: str, hint: str, act: Callable[[str], None]
    ) -> None:
        self.reason = line_field("原因", hint=hint, most=300)
        rows = [Paragraph(words, 16, "text2"), self.reason]
        super().__init__(anchor, title, rows, lambda: act(self.reason.text()), word, width=540)

    def first_focus(self) -> QWidget | None:
        return self.reason
