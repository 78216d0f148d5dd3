"""修改记录 of a line of the post risks."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from app.domain.ledger.post_risk import PostRisk
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, ask
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.day_words import moment_words


def show_post_risk_history(page: QWidget, risk: PostRisk, changes: Iterable[tuple[str, str, str, str]]) -> None:
    """``changes``: (utc, who, what was done, why), as `PostRiskService.history`."""
    lines = [
        Paragraph(f"{moment_words(utc)}　{by}　{words}{'：' + reason if reason else ''}", 16)
        for utc, by, words, reason in changes
    ]
    content = boxed(column(*lines, spacing=6))
    ask(page, f"“{risk.post}”的修改记录", content, (Choice("", "关闭", safe=True),), lambda _: None)
