"""The questions of a paper: drawn by rules, or chosen by hand."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.paper_draft import Fault, PaperDraft, Source
from app.services.question_finder import QuestionFinder
from app.ui.kit.card import Card
from app.ui.kit.drawer import Drawer
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.paper_editor.pick_list import PickList
from app.ui.paper_editor.picker import Picker
from app.ui.paper_editor.rule_choices import RuleChoices
from app.ui.paper_editor.rule_list import RuleList

HINTS = {
    Source.RULES: "每考一次按下面的条件重新抽题；一道题只会抽到一次。",
    Source.PICKS: "每个人、每一次都是这些题，按这个顺序。",
}


class QuestionsCard(Card):
    changed = Signal()
    full = Signal()

    def __init__(
        self, draft: PaperDraft, choices: RuleChoices, finder: QuestionFinder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._choices, self._finder = choices, finder
        self._source = SegmentControl([(one.value, one.value) for one in Source], draft.source.value, "题目从哪里来")
        self._hint = ElidedLabel("", 15, tone="text2")
        self._rules, self._picks = RuleList(draft.rules, choices), PickList(draft.picks, finder)
        self._whole, self._overlap = Paragraph("", 15, "red", line=1.45), Paragraph("", 15, "text2", line=1.5)
        self._warning = boxed(row(IconLabel("error_circle", 18, "red", True), (self._whole, 1), spacing=6))
        head = row(Label("题目", 18, bold=True, serif=True), self._source, (self._hint, 1), spacing=16)
        items = (head, self._warning, self._rules, self._picks, self._overlap)
        self.setLayout(column(*items, margins=(20, 14, 20, 16), spacing=10))
        self._show_source()
        self._source.changed.connect(self._change_source)
        self._rules.changed.connect(self.changed)
        self._rules.full.connect(self.full)
        self._picks.changed.connect(self.changed)
        self._picks.bank_wanted.connect(self.open_bank)

    def draft(self, before: PaperDraft) -> PaperDraft:
        """``before`` with what stands here."""
        source = Source(self._source.chosen())
        return replace(before, source=source, rules=self._rules.rules(), picks=self._picks.picks())

    def rules(self) -> RuleList:
        return self._rules

    def picks(self) -> PickList:
        return self._picks

    def show_faults(self, counts: Sequence[int], faults: Sequence[Fault]) -> None:
        """``counts``: how many questions each rule admits."""
        by_row: dict[str, dict[int, str]] = {"rules": {}, "picks": {}}
        for fault in faults:
            if fault.place in by_row and fault.row >= 0:
                by_row[fault.place].setdefault(fault.row, fault.message)
        self._rules.show_available(counts, by_row["rules"])
        self._picks.show_faults(by_row["picks"])
        whole = "".join(fault.message for fault in faults if fault.place in by_row and fault.row < 0)
        self._whole.set_text(whole)
        self._warning.setVisible(bool(whole))

    def show_overlap(self, words: str) -> None:
        self._overlap.set_text(words)
        self._overlap.setVisible(bool(words))

    def add_row(self) -> None:
        """One more rule, or the bank to choose from."""
        if self._drawn():
            self._rules.add_row()
        else:
            self.open_bank()

    def move_row(self, step: int) -> None:
        (self._rules if self._drawn() else self._picks).move_row(step)

    def remove_row(self) -> None:
        (self._rules if self._drawn() else self._picks).remove_row()

    def focus_row(self, place: int) -> None:
        rows = self._rules.rows() if self._drawn() else self._picks.rows()
        if 0 <= place < len(rows):
            rows[place].take_focus()

    def set_wide(self, wide: bool) -> None:
        self._rules.set_wide(wide)

    def open_bank(self) -> None:
        on_paper = {name for pick in self._picks.picks() for name in pick.ids}
        picker = Picker(self._finder, self._choices, on_paper)
        picker.put_wanted.connect(self._picks.put)
        picker.take_out_wanted.connect(self._picks.take_out)
        Drawer(self, "从题库选题", picker, side="right", width=660).open()

    def _drawn(self) -> bool:
        return self._source.chosen() == Source.RULES.value

    def _change_source(self) -> None:
        self._show_source()
        self.changed.emit()

    def _show_source(self) -> None:
        drawn = self._drawn()
        self._hint.set_text(HINTS[Source.RULES if drawn else Source.PICKS])
        self._rules.setVisible(drawn)
        self._picks.setVisible(not drawn)
