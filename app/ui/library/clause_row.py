"""One line of 违反条款: what it rests on, which articles, which facts, and why."""

from collections.abc import Callable

from app.domain.case import Basis, Clause
from app.domain.prose import Run as ProseRun
from app.domain.prose import RunKind
from app.domain.reference import ArticleReference
from app.ui.kit.card import Card
from app.ui.kit.layouts import column, row
from app.ui.kit.plain_tip import set_tip
from app.ui.kit.run import Run
from app.ui.kit.tag import Tag
from app.ui.library.piece import Piece
from app.ui.library.reading_style import ReadingStyle
from app.ui.parts.case_text import fact_runs, kit_runs

_BASES = {
    Basis.AT_CONDUCT: ("按行为时的规定", "red", "gavel", "行为发生时施行的规定，可以支撑定性"),
    Basis.AT_OUTCOME: ("按处理时的规定", "ink", "scales", "作出处理时施行的规定，可以支撑定性"),
    Basis.COMPARISON: ("现行规定，只作对照", "grey", "history", "只作新旧对照，不作定性依据"),
}


class ClauseRow(Card):
    """A tag, then one text: article links, the reason, fact links."""

    def __init__(self, piece: Piece, clause: Clause, style: ReadingStyle, known: Callable[[str], bool]) -> None:
        super().__init__(kind="2")
        words, tone, icon, why = _BASES[clause.basis]
        basis = Tag(words, tone, icon)
        set_tip(basis, why)
        self.text = style.text(f"违反条款：{piece.text}")
        self.text.add_paragraph(_articles(clause, known), "flush")
        self.text.add_paragraph(piece.runs, "flush", piece.anchor)
        self.text.add_paragraph([Run("对应事实", "faint"), *fact_runs(clause.facts)], "flush")
        self.text.end()
        self.setLayout(column(row(basis, None), self.text, margins=(16, 12, 16, 8), spacing=4))


def _articles(clause: Clause, known: Callable[[str], bool]) -> list[Run]:
    made: list[Run] = []
    for reference in clause.references:
        parsed = ArticleReference.parse(reference)
        words = parsed.words if parsed is not None else reference
        made += [Run("、")] if made else []
        made += kit_runs((ProseRun(words, RunKind.ARTICLE, reference),), known)
    return made
