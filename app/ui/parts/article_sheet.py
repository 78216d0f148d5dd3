"""An article in full, in a sheet over the page: the case is never left."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.labels import STUDY_NOTE, UNCHECKED
from app.domain.prose import plain_text
from app.domain.reference import ArticleReference
from app.domain.regulation import Article, Regulation
from app.domain.rule_standing import standing_words
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.drawer import Drawer
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rich_text import RichText
from app.ui.kit.run import Run
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import day_words

Found = tuple[Regulation, Article]


class ArticleSheet(QWidget):
    """The law's own words verbatim; our study note apart from them; a way on to 法规库."""

    library_requested = Signal(str)

    def __init__(self, reference: str, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        regulation, article = found
        parsed = ArticleReference.parse(reference)
        items: list[Item] = [*_heading(regulation), 4, _words(article, parsed)]
        if article.former:
            items.append(Paragraph(article.former, 14, "text2", line=1.6))
        if article.note:
            items += [8, _note(article)]
        go = button("在法规库中打开", "primary", "open")
        go.clicked.connect(lambda: self.library_requested.emit(parsed.base if parsed is not None else reference))
        scroll = ScrollPage(boxed(column(*items, None, margins=(22, 6, 18, 16), spacing=8)))
        self.setLayout(column((scroll, 1), row(None, go, margins=(22, 10, 18, 16)), spacing=0))


def open_article(anchor: QWidget, reference: str, found: Found, go: Callable[[str], None], top: float = 0) -> Drawer:
    """Open the sheet at the right of the window of ``anchor``; ``go`` gets the article for 法规库."""
    sheet = ArticleSheet(reference, found)
    drawer = Drawer(anchor, found[1].label, sheet, side="right", width=460, top=top)

    def leave(base: str) -> None:
        drawer.dismiss()
        go(base)

    sheet.library_requested.connect(leave)
    drawer.open()
    return drawer


def _heading(regulation: Regulation) -> list[Item]:
    if regulation.own:
        return _own_heading(regulation)
    party = regulation.kind == "党内法规"
    checked = bool(regulation.checked) and regulation.checked != UNCHECKED
    state = Tag(f"核校 {regulation.checked}", "green", "checkmark_circle")
    if not checked:
        state.set(UNCHECKED, "grey", "clock")
    dates = f"{day_words(regulation.effective)}起施行" if regulation.effective else ""
    if regulation.repealed:
        dates += f"，{day_words(regulation.repealed)}废止"
    lines: list[Item] = [
        row(Tag(regulation.kind, "ink", "book" if party else "scales"), state, None, spacing=6),
        Paragraph(f"《{regulation.title}》", 19, bold=True, serif=True, line=1.4),
        Paragraph(f"{regulation.version} 版　{dates}".strip(), 14, "text2"),
    ]
    issued = "　".join(part for part in (regulation.issuer, regulation.number) if part and part != "无公开文号")
    return [*lines, Paragraph(issued, 14, "text2")] if issued else lines


def _own_heading(regulation: Regulation) -> list[Item]:
    number, issued = regulation.number, f"{day_words(regulation.effective)}印发"
    gone = standing_words(regulation)
    state = [Tag(gone, "amber", "warning", filled=True)] if gone else []
    return [
        row(Tag(regulation.kind, "ink", "building", filled=True), *state, None, spacing=6),
        Paragraph(f"《{regulation.title}》", 19, bold=True, serif=True, line=1.4),
        Paragraph("　".join(part for part in (regulation.issuer, number, issued) if part), 14, "text2"),
    ]


def _words(article: Article, cited: ArticleReference | None) -> RichText:
    """All paragraphs; the one that the case cites is marked."""
    text = RichText("条文原文", size=18)
    text.begin()
    for number, paragraph in enumerate(article.paragraphs, 1):
        here = cited is not None and cited.paragraph == number
        whole = here and not (cited and cited.item)
        opening = [Run(f"{article.label}　", "red")] if number == 1 else []
        text.add_paragraph([*opening, Run(paragraph.text, "mark" if whole else "plain")], "plain", f"p{number}")
        for place, item in enumerate(paragraph.items, 1):
            marked = here and cited is not None and cited.item == place
            text.add_paragraph([Run(item, "mark" if marked else "plain")], "plain", f"p{number}.{place}")
    text.end()
    return text


def _note(article: Article) -> Card:
    lines: list[Item] = [Label("学习提示", 15, "amber", bold=True)]
    lines.append(Paragraph(STUDY_NOTE.removeprefix("学习提示"), 14, "text2"))
    for block in article.note:
        lines += [Paragraph(plain_text(line), 16, line=1.7) for line in block.lines]
    return Card(column(*lines, margins=(16, 12, 16, 14), spacing=6), "amber")
