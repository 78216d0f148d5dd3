"""督办与监督意见: what others did or said. Acts with their date only; the supervising team is never an owner."""

from datetime import date

from PySide6.QtCore import Signal

from app.domain.errors import UserError
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.issue_voids import NAMES, Noted, entry_words
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from app.domain.ledger.stub import StubKind
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.entry_wipes import NO_WIPES, EntryWipes
from app.ui.rectify.ledger_date_field import LedgerDateField
from app.ui.rectify.noted_line import NotedLine
from app.ui.rectify.stubs_note import StubsNote

KINDS = {Noted.ACT: StubKind.ACT, Noted.OPINION: StubKind.OPINION}
ABOUT = "督办、提醒、约谈、通报、移交只登记事项和日期，不写对象和内容。"


class IssueOversightCard(Card):
    overseen = Signal(object)
    """An OversightAct."""
    opinion_wanted = Signal()
    void_wanted = Signal(object, int)
    """Which kind (a Noted) is wrong, and its place among its kind."""
    wipe_wanted = Signal(object, int)
    """Which kind (a StubKind) is to be wiped, and its place among its kind."""
    failed = Signal(str)

    def __init__(self, issue: Issue, today: date, wipes: EntryWipes = NO_WIPES) -> None:
        super().__init__()
        self._wipes = wipes.possible
        made = column(
            Label("督办与监督意见", 18, bold=True, serif=True),
            Paragraph(ABOUT, 14, "text2", line=1.5),
            margins=(18, 14, 18, 16),
            spacing=8,
        )
        fixed = issue.state is IssueState.VOID
        for at, act in enumerate(issue.acts):
            made.addWidget(self._line(Noted.ACT, at, f"{act.on:%Y-%m-%d}　{act.kind.value}", act, fixed))
        for at, one in enumerate(issue.opinions):
            words = f"{one.on:%Y-%m-%d}　{one.by}：{one.text}"
            made.addWidget(self._line(Noted.OPINION, at, words, one, fixed))
        if not issue.acts and not issue.opinions:
            made.addWidget(Label("还没有登记。", 15, "text2"))
        made.addWidget(StubsNote(wipes.of(StubKind.ACT, StubKind.OPINION)))
        self.kind = ChoiceField("事项", [(one.name, one.value) for one in OversightKind], width=96)
        self.on = LedgerDateField("事项日期", today, today, past=True)
        if issue.state is not IssueState.VOID:
            put = button("登记", name="登记督办事项")
            put.clicked.connect(self._register)
            opinion = button("登记监督意见…", "link")
            opinion.clicked.connect(self.opinion_wanted)
            made.addLayout(row(FormField("事项", self.kind), (FormField("日期", self.on), 1), spacing=8))
            made.addLayout(row(put, opinion, None, spacing=8))
        self.setLayout(made)

    def _line(
        self, what: Noted, place: int, words: str, entry: OversightAct | OversightOpinion, fixed: bool
    ) -> NotedLine:
        name = f"{NAMES[what]}：{entry_words(entry)}"
        line = NotedLine(words, (), entry.void_reason, "" if fixed else name, name if self._wipes else "")
        line.void_wanted.connect(lambda: self.void_wanted.emit(what, place))
        line.wipe_wanted.connect(lambda: self.wipe_wanted.emit(KINDS[what], place))
        return line

    def _register(self) -> None:
        try:
            self.overseen.emit(OversightAct(OversightKind[self.kind.chosen()], self.on.needed_day()))
        except UserError as error:
            self.failed.emit(str(error))
