"""Two versions of a rule side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.regulation import Article, Regulation, RegulationSummary
from app.domain.settings import Appearance
from app.services.library_service import LibraryService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rich_text import RichText
from app.ui.kit.run import Run
from app.ui.regulations.wording import date_words

MOVED = "条号可能已调整，按我们起的条文名称对应，请以官方文本为准。"


class Comparison(QWidget):
    """The article at the left; in the other version, the article of the same name, else of the same number."""

    closed = Signal()

    def __init__(
        self,
        library: LibraryService,
        shown: tuple[Regulation, Article],
        other: RegulationSummary,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        regulation, article = shown
        match = next((one for one in other.articles if one[2] == article.name), None) or next(
            (one for one in other.articles if one[0] == article.number), None
        )
        found = library.article(f"{other.id}/{match[0]}") if match else None
        back = button("返回条文", "default", "arrow_left")
        back.clicked.connect(self.closed)
        sides = row(
            (self._side(regulation.version, regulation.effective, article), 1),
            (self._side(other.version, other.effective, found[1] if found else None), 1),
            spacing=14,
        )
        self.setLayout(
            column(
                row(back, None),
                Paragraph(f"{regulation.title} · 版本对照", 22, bold=True, serif=True),
                Label(MOVED, 14, "text2"),
                sides,
                spacing=12,
            )
        )

    def _side(self, version: str, effective: str, article: Article | None) -> QWidget:
        body = column(
            Label(f"{version} 版", 18, bold=True, serif=True),
            Label(f"{date_words(effective)}起施行", 14, "text2"),
            margins=(18, 14, 18, 8),
            spacing=6,
        )
        if article is None:
            body.addWidget(Paragraph("这一版没有收录对应的条文。", 15, "text2"))
        else:
            text = RichText(f"{version} 版 {article.label}", self._appearance.face, 17, self._appearance.spacing)
            text.begin()
            for number, paragraph in enumerate(article.paragraphs):
                runs = [Run(f"{article.label}　", "red")] if number == 0 else []
                text.add_paragraph([*runs, Run(paragraph.text)], "plain")
                for item in paragraph.items:
                    text.add_paragraph([Run(item)], "plain")
            text.end()
            body.addWidget(text)
        body.setAlignment(Qt.AlignmentFlag.AlignTop)
        body.addStretch(1)
        return Card(body)
