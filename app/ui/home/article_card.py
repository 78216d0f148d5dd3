"""每日一条: an article that changes with the day."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.labels import RULE_NAMES
from app.domain.prose import prose_text
from app.domain.regulation import Article, Regulation
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag


class ArticleCard(Card):
    def __init__(
        self,
        regulation: Regulation,
        article: Article,
        read: Callable[[], None],
        another: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        whole, change = button("读全文", "link"), button("换一条", "link")
        whole.clicked.connect(read)
        change.clicked.connect(another)
        rule = RULE_NAMES.get(regulation.short, regulation.short)
        self.setLayout(
            column(
                row(Tag("每日一条", "ink", "scales"), None, Label(f"{rule} {article.label}", 15, "ink")),
                Paragraph(article.paragraphs[0].text, 16, lines=3),
                Paragraph(f"学习提示：{prose_text(article.note)}", 15, "text2", lines=2),
                row(whole, None, change),
                margins=(18, 14, 12, 8),
                spacing=8,
            )
        )
