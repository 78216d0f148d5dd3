"""The middle: what the rule is, the article in its own words, and the editor's note, always apart."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.labels import OWN_RULES, STUDY_NOTE
from app.domain.prose import Prose
from app.domain.prose import RunKind as Kind
from app.domain.reference import ArticleReference
from app.domain.regulation import Article, Regulation
from app.domain.rule_standing import standing_words
from app.domain.settings import Appearance
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rich_text import RichText
from app.ui.kit.rule import Rule
from app.ui.kit.run import Run
from app.ui.kit.tag import Tag
from app.ui.regulations.wording import OWN, force_words, state_tag

EXCERPT = "摘录，仅收录所引条文"
KIND_ICONS = {"国家法律": "scales", "党内法规": "book", "司法解释": "gavel", OWN_RULES: "building"}


class ArticleView(QWidget):
    """Emits ``reference(written)`` when a link in the note is followed."""

    reference = Signal(str)

    def __init__(
        self, regulation: Regulation, article: Article, appearance: Appearance, tools: Sequence[QWidget]
    ) -> None:
        """``tools`` are buttons that stand at the right of the tags."""
        super().__init__()
        self._appearance = appearance
        self._text = self._rich(f"条文 {article.label}", appearance.reading_size + 1)
        body = self._head(regulation, tools)
        body.addWidget(self._text)
        if article.former:
            body.addWidget(Paragraph(article.former, 15, "text2", line=1.6))
        if article.note:
            body.addWidget(self._note(article.note))
        self.setLayout(body)
        self._write(article)

    def text(self) -> str:
        """The article as it is shown."""
        return self._text.toPlainText()

    def focus_text(self) -> None:
        """Give focus to the article's words."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, regulation: Regulation, tools: Sequence[QWidget]) -> QVBoxLayout:
        tags = FlowLayout(Tag(regulation.kind, "ink", KIND_ICONS.get(regulation.kind, "document_text"), regulation.own))
        if not regulation.own:
            word, tone, icon = state_tag(regulation)
            tags.addWidget(Tag(word, tone, icon, filled=tone == "green"))
        if gone := standing_words(regulation):
            tags.addWidget(Tag(gone, "amber", "warning", filled=True))
        extent = OWN if regulation.own else EXCERPT
        return column(
            row((boxed(tags), 1), *tools),
            Paragraph(regulation.title, 26, bold=True, serif=True, line=1.35, balanced=True),
            Paragraph(force_words(regulation), 15, "text2"),
            row(IconLabel("info", 16, "text2"), (Paragraph(regulation.missing or extent, 14, "text2"), 1), spacing=6),
            Rule(),
            4,
            spacing=10,
        )

    def _write(self, article: Article) -> None:
        self._text.begin()
        for number, paragraph in enumerate(article.paragraphs):
            runs = [Run(f"{article.label}　", "red")] if number == 0 else []
            self._text.add_paragraph([*runs, Run(paragraph.text)], "plain", f"{number}")
            for place, item in enumerate(paragraph.items):
                self._text.add_paragraph([Run(item)], "plain", f"{number}.{place}")
        self._text.end()

    def _note(self, note: Prose) -> QWidget:
        head = row(IconLabel("lightbulb", 18, "amber", True), Label(STUDY_NOTE, 15, "amber", bold=True), None)
        text = self._rich(STUDY_NOTE, max(16, self._appearance.reading_size - 2))
        text.begin()
        for block in note:
            for line in block.lines:
                text.add_paragraph([_run(part.text, part.kind, part.target) for part in line], "flush")
        text.end()
        text.link_activated.connect(self.reference)
        return Card(column(head, text, margins=(18, 14, 18, 6), spacing=8), "amber")

    def _rich(self, name: str, size: float) -> RichText:
        return RichText(name, self._appearance.face, size, self._appearance.spacing)


def _run(text: str, kind: Kind, target: str) -> Run:
    if kind is Kind.ARTICLE:
        reference = ArticleReference.parse(target)
        return Run(text if text != target or reference is None else reference.words, "plain", target)
    return Run(text, "strong" if kind is Kind.STRONG else "plain")
