"""问题与原因: what was found, why it came to be, who answers for it, and where it came from."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.labels import PROBLEM_AREAS, ROOT_CAUSES
from app.domain.ledger.issue import Issue
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import day_words


class IssueProblemCard(Card):
    case_wanted = Signal(str)

    def __init__(self, issue: Issue, names: Mapping[str, str], case_title: str) -> None:
        """``names`` by unit id; ``case_title`` is that of the case that it came from, or ""."""
        super().__init__()
        text = issue.text
        self._column = column(Label("问题与原因", 18, bold=True, serif=True), margins=(18, 14, 18, 16), spacing=5)
        self.setLayout(self._column)
        self._say("具体表现", text.detail or "还没有写")
        self._say("整改目标", text.goal or "还没有写")
        self._say("突出问题", PROBLEM_AREAS.get(text.area, text.area))
        self._add_causes(text.causes)
        self._column.addSpacing(6)
        self._column.addWidget(Rule())
        self._say("责任领导", text.leader or "还没有写")
        self._say("牵头单位", names.get(text.lead_unit, "还没有指定"))
        if text.helpers:
            self._say("配合单位", "、".join(names.get(one, one) for one in text.helpers))
        self._add_origin(issue, case_title)
        self._column.addStretch(1)

    def _say(self, name: str, words: str) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(Label(name, 14, "text2", bold=True))
        self._column.addWidget(Paragraph(words, 16, line=1.5))

    def _add_causes(self, causes: tuple[str, ...]) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(Label("原因", 14, "text2", bold=True))
        if not causes:
            self._column.addWidget(Paragraph("还没有剖析。点“修改问题”从根源词表里选。", 15, "amber", line=1.5))
            return
        holder = QWidget()
        holder.setLayout(FlowLayout(*(Tag(ROOT_CAUSES.get(one, one), "plain") for one in causes), spacing=6))
        self._column.addWidget(holder)

    def _add_origin(self, issue: Issue, case_title: str) -> None:
        origin = issue.origin
        on = day_words(origin.on.isoformat()) if origin.on else ""
        self._say("来源", " · ".join(word for word in (origin.source.value, origin.document, on) if word))
        if not origin.case:
            return
        fact = f"，事实 {origin.fact}" if origin.fact else ""
        if not case_title:
            self._column.addWidget(Paragraph(f"对照的案例现在不在案例库里{fact}。", 15, "text2", line=1.5))
            return
        link = button(f"打开案例《{case_title}》{fact}", "link", "book_open")
        link.clicked.connect(lambda: self.case_wanted.emit(origin.case))
        self._column.addWidget(link)
