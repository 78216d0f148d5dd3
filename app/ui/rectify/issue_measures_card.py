"""整改措施: what is done about an issue, whether it is enough, and what to add."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure_count import Counted
from app.domain.ledger.measure_dates import Postponed
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.entry_wipes import NO_WIPES, EntryWipes
from app.ui.rectify.measure_card import MeasureCard
from app.ui.rectify.measure_gate import MeasureGate

FIXED = (IssueState.CLOSED, IssueState.VOID)
IN_CHECK = "正在核验，问题和措施不能再改。要改，请先“退回上一步”，写明原因。"


class IssueMeasuresCard(Card):
    wanted = Signal(str, int)
    """See `MeasureCard`."""
    wipe_wanted = Signal(object, int)
    add_wanted = Signal()
    reference_wanted = Signal()

    def __init__(
        self,
        issue: Issue,
        counted: Counted,
        campaign: Campaign,
        files: Mapping[str, str],
        today: date,
        wipes: EntryWipes = NO_WIPES,
        postponed: Mapping[int, Postponed] | None = None,
    ) -> None:
        super().__init__()
        put_off = postponed or {}
        why = dict(counted.wanting)
        working = (IssueState.WORKING, IssueState.MOSTLY, IssueState.LASTING)
        done = Label(issue.done_words() if issue.valid_measures else "", 15, "text2")
        made = column(
            row(Label("整改措施", 18, bold=True, serif=True), done, None, spacing=10),
            margins=(18, 14, 18, 16),
            spacing=10,
        )
        gate = MeasureGate(issue, counted, campaign)
        if gate.text():
            made.addWidget(gate)
        editable = issue.state not in FIXED and not issue.approvals
        for place, measure in enumerate(issue.measures):
            at_work = issue.state in working or (issue.state is IssueState.DONE and measure.finished)
            moved = put_off.get(measure.number)
            card = MeasureCard(issue, measure, why.get(place, ""), files, today, editable, at_work, wipes, moved)
            card.wanted.connect(self.wanted)
            card.wipe_wanted.connect(self.wipe_wanted)
            made.addWidget(card)
        if not issue.measures:
            made.addWidget(Paragraph("还没有措施。写清做什么、谁负责、何时完成、用什么佐证。", 15, "text2"))
        if editable and issue.state is not IssueState.DONE:
            add = button("新增措施", "soft", "add", tip="新增措施（M）")
            add.clicked.connect(self.add_wanted)
            reference = button("参考措施", "link", "lightbulb", tip="同类问题的案例里写的整改措施，供起草参考")
            reference.clicked.connect(self.reference_wanted)
            made.addLayout(row(add, reference, None))
        elif issue.state is IssueState.DONE:
            words = "已在审签，措施不能再改。要改，请先退回审签的那一步。" if issue.approvals else IN_CHECK
            made.addWidget(Paragraph(words, 15, "text2"))
        self.setLayout(made)
