"""Why: asked before a step that needs a reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.parts.ask_text import AskText


class LedgerReasonDialog(AskText):
    """``act(reason)`` may raise UserError."""

    def __init__(
        self, anchor: QWidget, title: str, words: str, word: str, hint: str, act: Callable[[str], None]
    ) -> None:
        super().__init__(anchor, title, words, "原因", word, act, hint=hint, most=300)
        self.reason = self.field
