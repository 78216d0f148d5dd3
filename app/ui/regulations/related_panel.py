"""The right side: cases that cite the article, its neighbours, other versions of the rule."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case import CaseSummary
from app.domain.labels import TOPIC_TINTS, domain_label, topic_of
from app.domain.regulation import RegulationSummary
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.disclaimer import Disclaimer
from app.ui.regulations.article_link import ArticleLink
from app.ui.regulations.case_link import CaseLink
from app.ui.regulations.wording import date_words

NEIGHBOURS = 8


class RelatedPanel(QWidget):
    case_opened = Signal(str)
    article_opened = Signal(str)
    compared = Signal(str)
    """Id of another version of the same rule."""

    def __init__(
        self,
        base: str,
        rule: RegulationSummary | None,
        cases: Sequence[CaseSummary],
        versions: Sequence[RegulationSummary],
    ) -> None:
        super().__init__()
        self._body: QVBoxLayout = column(spacing=16)
        self.setLayout(self._body)
        self._add_cases(cases)
        if rule is not None:
            self._add_neighbours(base, rule)
        if versions:
            self._add_versions(versions)
        self._body.addStretch(1)

    def _add_cases(self, cases: Sequence[CaseSummary]) -> None:
        head = row(Label("关联案例", 18, bold=True, serif=True), Label(f"{len(cases)} 篇", 14, "text2"), None)
        rows = column(head, margins=(16, 14, 16, 16), spacing=10)
        tints = list(TOPIC_TINTS)
        for case in cases:
            link = CaseLink(case.title, domain_label(case.domain), tints.index(topic_of(case.domain)))
            link.clicked.connect(lambda _=False, name=case.id: self.case_opened.emit(name))
            rows.addWidget(link)
        if cases:
            rows.addWidget(Disclaimer())
        else:
            rows.addWidget(Paragraph("现有案例没有引用这一条。", 15, "text2"))
        self._body.addWidget(Card(rows))

    def _add_neighbours(self, base: str, rule: RegulationSummary) -> None:
        numbers = [f"{rule.id}/{number}" for number, _, _ in rule.articles]
        here = numbers.index(base) if base in numbers else 0
        start = max(0, min(here - NEIGHBOURS // 2, len(numbers) - NEIGHBOURS - 1))
        around = range(start, min(len(numbers), start + NEIGHBOURS + 1))
        title = "本制度其他条文" if rule.own else "本法规其他条文"
        head = row(Label(title, 18, bold=True, serif=True), margins=(6, 0, 0, 4))
        rows = column(head, margins=(10, 14, 10, 12), spacing=2)
        others = [place for place in around if place != here or base not in numbers]
        for place in others:
            _, label, name = rule.articles[place]
            link = ArticleLink(label, name)
            link.clicked.connect(lambda _=False, target=numbers[place]: self.article_opened.emit(target))
            rows.addWidget(link)
        if others:
            self._body.addWidget(Card(rows))

    def _add_versions(self, versions: Sequence[RegulationSummary]) -> None:
        rows = column(Label("其他版本", 18, bold=True, serif=True), margins=(16, 14, 16, 14), spacing=8)
        for rule in versions:
            until = f"，{date_words(rule.repealed)}废止" if rule.repealed else ""
            compare = button("并排对照", "link", name=f"与 {rule.version} 版并排对照")
            compare.clicked.connect(lambda _=False, name=rule.id: self.compared.emit(name))
            words = column(
                Label(f"{rule.version} 版", 15, bold=True),
                Paragraph(f"{date_words(rule.effective)}起施行{until}", 14, "text2"),
                spacing=0,
            )
            rows.addWidget(boxed(row((words, 1), compare)))
        self._body.addWidget(Card(rows))
