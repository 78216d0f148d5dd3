"""回头看 of an issue: what was found, and when it is due next."""

from datetime import date

from PySide6.QtCore import Signal

from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.issue_voids import NAMES, Noted, entry_words
from app.domain.ledger.stub import StubKind
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.entry_wipes import NO_WIPES, EntryWipes
from app.ui.rectify.noted_line import NotedLine
from app.ui.rectify.stubs_note import StubsNote


class IssueLookBacksCard(Card):
    void_wanted = Signal(object, int)
    wipe_wanted = Signal(object, int)
    """As those of the card of oversight."""

    def __init__(self, issue: Issue, today: date, wipes: EntryWipes = NO_WIPES) -> None:
        super().__init__()
        made = column(Label("回头看", 18, bold=True, serif=True), margins=(18, 14, 18, 16), spacing=6)
        for at, look in enumerate(issue.look_backs):
            head = f"{look.name}　{look.on:%Y-%m-%d}　{look.by}　{look.relapse.value}"
            more = (f"措施落实：{look.done}", f"群众反映：{look.public}")
            name = f"{NAMES[Noted.LOOK_BACK]}：{entry_words(look)}"
            void_name = "" if issue.state is IssueState.VOID else name
            line = NotedLine(head, more, look.void_reason, void_name, name if wipes.possible else "")
            line.void_wanted.connect(lambda place=at: self.void_wanted.emit(Noted.LOOK_BACK, place))
            line.wipe_wanted.connect(lambda place=at: self.wipe_wanted.emit(StubKind.LOOK_BACK, place))
            made.addWidget(line)
        made.addWidget(StubsNote(wipes.of(StubKind.LOOK_BACK)))
        for months, day in issue.look_backs_to_come():
            due = "，已到期" if day <= today else ""
            made.addWidget(Paragraph(f"第 {months} 个月：{day:%Y-%m-%d}{due}", 15, "red" if due else "text2"))
        self.setLayout(made)
