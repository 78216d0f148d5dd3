"""The steps of 销号, one a line, and which of them are at a meeting: those ask for the number of its minutes."""

from PySide6.QtWidgets import QWidget

from app.domain.ledger.campaign import MEETING_STEP, Campaign
from app.ui.kit.form_field import FormField, text_area
from app.ui.kit.layouts import boxed, clear, column
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.ledger_chips_field import LedgerChipsField

HINT = "从上到下逐步登记，每行一步。有问题在审签或已销号后，步骤不能再改。"
MEETING = "上会审定（登记会议日期和纪要编号）"
NONE = "还没有步骤。请在上面每行写一步。"
UNMARKED = "还没有勾选。请点上会审定的那一步，至少一步。"


class CampaignStepsField(QWidget):
    def __init__(self, campaign: Campaign) -> None:
        super().__init__()
        self.lines = text_area("审签步骤", "\n".join(campaign.steps), "", 132)
        self.chips: LedgerChipsField | None = None
        self._shown = list(campaign.steps)
        self._place = column(spacing=4)
        self._unmarked = Paragraph(UNMARKED, 15, "amber", line=1.45)
        meeting = FormField(MEETING, boxed(column(self._place, self._unmarked, spacing=4)))
        self.setLayout(column(FormField("销号的审签步骤", self.lines, HINT), meeting, spacing=12))
        self.lines.textChanged.connect(self._follow)
        self._fill(campaign.met)

    def steps(self) -> tuple[str, ...]:
        return tuple(line for line in self._lines() if line)

    def minutes_steps(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.chips.chosen())) if self.chips else ()

    def _lines(self) -> list[str]:
        return [line.strip() for line in self.lines.toPlainText().splitlines()]

    def _follow(self) -> None:
        """A line that is renamed keeps its mark; one that comes, goes or moves takes its mark along by its name."""
        before, lines, marked = self._shown, self._lines(), set(self.minutes_steps())
        if len(before) == len(lines) and set(before) & set(lines) != set(before):
            marked |= {new for old, new in zip(before, lines, strict=True) if old in marked and old not in lines}
        if MEETING_STEP not in before:
            marked.add(MEETING_STEP)
        self._shown = lines
        self._fill(tuple(marked))

    def _fill(self, marked: tuple[str, ...]) -> None:
        clear(self._place)
        steps = dict.fromkeys(self.steps())
        self.chips = LedgerChipsField(MEETING, [(one, one) for one in steps], marked) if steps else None
        self._place.addWidget(self.chips or Paragraph(NONE, 15, "text2"))
        for chip in [self.chips.chip(one) for one in steps] if self.chips else []:
            chip.toggled.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        self._unmarked.setVisible(bool(self.chips) and not self.minutes_steps())
