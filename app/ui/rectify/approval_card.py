"""审签与销号: the trail as it stands on paper, step by step."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger.approval import PAPER_NOTE, Approval
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.entry_clearing import signatures
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.stub import ERASED, StubKind
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.rectify.approval_form import ApprovalForm
from app.ui.rectify.entry_wipes import NO_WIPES, WIPE, EntryWipes
from app.ui.rectify.stubs_note import StubsNote

BEFORE = "措施都完成、佐证齐全后，先“申请核验”，再照纸质审签逐步登记。"

NO_MEETING = "这个专项没有设上会审定的步骤，销号不登记会议日期和纪要编号。可在“专项设置”里勾选。"


class ApprovalCard(Card):
    """``form`` is that of the next step, None where there is none."""

    scan_wanted = Signal(str)
    """The name of a registered step whose scan is not there."""
    wipe_wanted = Signal(object, int)
    """StubKind.SIGNATURE, and the place of the one whose words are to be wiped among all that were registered."""

    def __init__(
        self,
        issue: Issue,
        campaign: Campaign,
        files: Mapping[str, str],
        form: ApprovalForm | None,
        wipes: EntryWipes = NO_WIPES,
        lost: Collection[str] = (),
    ) -> None:
        """``files``: names of evidence by id; ``lost`` are those that are no longer there as they were."""
        super().__init__()
        self._lost = lost
        self._wipes, before = wipes.possible, len(signatures(issue)) - len(issue.approvals)
        made = column(
            Label("审签与销号", 18, bold=True, serif=True),
            Banner(PAPER_NOTE, "ink"),
            margins=(18, 14, 18, 16),
            spacing=10,
        )
        for place, step in enumerate(campaign.steps):
            signed = issue.approvals[place] if place < len(issue.approvals) else None
            here = issue.state is IssueState.DONE and place == len(issue.approvals)
            made.addWidget(self._step(step, signed, here, files, before + place))
        if not campaign.met:
            made.addWidget(Paragraph(NO_MEETING, 15, "amber", line=1.5))
        if form is not None:
            made.addWidget(Card(column(form, ConfidentialityBanner(), margins=(14, 12, 14, 12), spacing=10), "2"))
        elif issue.state is IssueState.CLOSED and issue.closed_on:
            made.addWidget(Banner(f"{issue.closed_on:%Y-%m-%d} 已销号。", "green"))
            if not all(one.scan and one.scan not in lost for one in issue.approvals):
                made.addWidget(ConfidentialityBanner())
        elif issue.state is not IssueState.VOID:
            made.addWidget(Paragraph(BEFORE, 15, "text2", line=1.5))
        if issue.rounds:
            made.addWidget(self._rounds(issue.rounds))
        made.addWidget(StubsNote(wipes.of(StubKind.SIGNATURE)))
        self.setLayout(made)

    def _step(self, step: str, signed: Approval | None, here: bool, files: Mapping[str, str], place: int) -> QWidget:
        icon, tone = ("checkmark_circle", "green") if signed else ("target", "red") if here else ("circle", "text3")
        head = row(
            IconLabel(icon, 18, tone, signed is not None),
            Label(step, 15, "text" if signed or here else "text2", bold=bool(signed) or here),
            None,
            spacing=6,
        )
        if signed is None:
            return boxed(head)
        words = Paragraph(_words(signed), 15, "text2", line=1.5)
        wipe = self._wipe(signed, place)
        paper = self._paper(step, files.get(signed.scan, ""), signed.scan in self._lost, wipe)
        return boxed(column(head, row(24, (column(words, paper, spacing=0), 1), spacing=0), spacing=2))

    def _rounds(self, rounds: Sequence[Sequence[Approval]]) -> QWidget:
        numbered = [(number, one) for number, approvals in enumerate(rounds, 1) for one in approvals]
        said = [f"第 {number} 轮　{one.step}：{_words(one)}" for number, one in numbered]
        texts = [
            row((Paragraph(said[at], 14, "text2", line=1.5), 1), *self._wipe(one, at))
            for at, (_, one) in enumerate(numbered)
        ]
        return boxed(column(Label("以前登记过、已退回的", 15, "text2", bold=True), *texts, spacing=4))

    def _wipe(self, signed: Approval, place: int) -> list[QWidget]:
        """The button, where there is something to be wiped."""
        if not self._wipes or signed.opinion == ERASED:
            return []
        wipe = button(WIPE, "link", name=f"{WIPE}审签意见：{signed.step} {signed.on:%Y-%m-%d}")
        wipe.clicked.connect(lambda: self.wipe_wanted.emit(StubKind.SIGNATURE, place))
        return [wipe]

    def _paper(self, step: str, scan: str, lost: bool, wipe: Sequence[QWidget]) -> QWidget:
        if scan and not lost:
            return boxed(row((Paragraph(f"扫描件：{scan}", 15, "text2", line=1.5), 1), *wipe, spacing=4))
        add = button("补扫描件…", "link", name=f"补扫描件：{step}")
        add.clicked.connect(lambda: self.scan_wanted.emit(step))
        if scan:
            said = Paragraph(f"扫描件：{scan}", 15, "amber", line=1.5)
            return boxed(column(said, row(add, *wipe, None, spacing=4), spacing=0))
        return boxed(row(Label("没有扫描件", 15, "amber"), add, *wipe, None, spacing=4))


def _words(signed: Approval) -> str:
    said = f"{signed.opinion.rstrip('。；')}；{signed.minutes_number}" if signed.minutes_number else signed.opinion
    return f"{signed.on:%Y-%m-%d} {signed.name}（{signed.post}）：{said}"
