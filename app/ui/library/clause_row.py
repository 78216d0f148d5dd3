"""One line of 违反条款: what it rests on, which articles, which facts, and why."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import Basis, Clause
from app.domain.reference import ArticleReference
from app.ui.kit.button import Button, button
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.plain_tip import set_tip
from app.ui.kit.tag import Tag
from app.ui.library.piece import Piece
from app.ui.library.reading_style import ReadingStyle
from app.ui.parts.case_text import MISSING

_BASES = {
    Basis.AT_CONDUCT: ("red", "gavel", "行为发生时施行的规定，可以支撑定性"),
    Basis.AT_OUTCOME: ("ink", "scales", "作出处理时施行的规定，可以支撑定性"),
    Basis.COMPARISON: ("grey", "history", "只作新旧对照，不作定性依据"),
}


class ClauseRow(Card):
    """Tag, article links and fact links above, the reason below as text to select and mark."""

    fact_requested = Signal(int)
    article_requested = Signal(str)

    def __init__(self, piece: Piece, clause: Clause, style: ReadingStyle, known: Callable[[str], bool]) -> None:
        super().__init__(kind="2")
        tone, icon, why = _BASES[clause.basis]
        basis = Tag(clause.basis.value, tone, icon)
        set_tip(basis, why)
        links: list[QWidget] = [self._article(reference, known) for reference in clause.references]
        facts: list[QWidget] = [self._fact(number) for number in clause.facts]
        self.reason = style.text(f"理由：{piece.text}")
        self.reason.add_paragraph(piece.runs, "flush", piece.anchor)
        self.reason.end()
        head = FlowLayout(basis, *links, spacing=4)
        under = FlowLayout(Label("对应事实", 14, "text2"), *facts, spacing=2)
        self.setLayout(column(boxed(head), boxed(under), self.reason, margins=(16, 10, 16, 2), spacing=2))

    def _article(self, reference: str, known: Callable[[str], bool]) -> QWidget:
        parsed = ArticleReference.parse(reference)
        words = parsed.words if parsed is not None else reference
        if not known(reference):
            return Label(words + MISSING, 15, "text3")
        made = button(words, "link", name=f"条文 {words}")
        made.clicked.connect(lambda: self.article_requested.emit(reference))
        return made

    def _fact(self, number: int) -> Button:
        made = button(f"【{number}】", "link", name=f"回到事实 {number}")
        made.clicked.connect(lambda: self.fact_requested.emit(number))
        return made
