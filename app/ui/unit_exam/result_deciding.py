"""Deciding which of somebody's results counts, and which does not."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.domain.result_decision import Decision, Decisions
from app.domain.sat_result import SatResult
from app.domain.standing import Standing
from app.services.unit_exam_decisions import LONGEST_NAME, LONGEST_WHY
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.parts.acting_dialog import ActingDialog

ABOUT = "成绩一份也不会删。写明谁决定的，成绩册的备注里照样写出来，以后可以撤销。"
_WHATS = {Decision.COUNTS: "以这一份为准", Decision.VOID: "作废这一份", Decision.UNDONE: "撤销核定"}
_STATES = {Decision.COUNTS: "核定为准", Decision.VOID: "已作废"}
Decide = Callable[[SatResult, Decision, str, str], None]
"""Result, what, who, why; may raise UserError."""


class ResultDeciding(ActingDialog):
    def __init__(self, anchor: QWidget, standing: Standing, decided: Decisions, by: str, decide: Decide) -> None:
        """``standing`` has one result at least."""
        self._results, self._decide = standing.every, decide
        self._which = QButtonGroup()
        radios: list[Item] = []
        for at, result in enumerate(self._results):
            radio = QRadioButton(_words(standing, result, decided))
            self._which.addButton(radio, at)
            radios.append(radio)
        self._which.button(_first(standing, decided)).setChecked(True)
        known = any(one.key in decided for one in self._results)
        whats = [(one.value, words) for one, words in _WHATS.items() if known or one is not Decision.UNDONE]
        self._what = SegmentControl(whats, Decision.COUNTS.value, "怎样核定")
        self._by = line_field("谁决定的", by, "如：王局长", LONGEST_NAME)
        self._why = line_field("理由", "", "如：他人代考，作废", LONGEST_WHY)
        rows: list[Item] = [
            Paragraph(ABOUT, 15, "text2"),
            column(Label("哪一份", 15, bold=True), boxed(column(*radios, spacing=6)), spacing=4),
            row(self._what, None),
            FormField("谁决定的", self._by, strong=True),
            FormField("理由", self._why, "作废的必须写理由。", strong=True),
        ]
        super().__init__(anchor, f"核定成绩：{standing.person.words}", rows, self._save, width=680)

    def _save(self) -> None:
        self._decide(
            self._results[self._which.checkedId()], Decision(self._what.chosen()), self._by.text(), self._why.text()
        )


def _first(standing: Standing, decided: Decisions) -> int:
    """The one that does not count yet is what one comes for."""
    found = [at for at, one in enumerate(standing.every) if one is not standing.counted and one.key not in decided]
    return found[0] if found else 0


def _words(standing: Standing, result: SatResult, decided: Decisions) -> str:
    begun = f"{datetime.fromisoformat(result.started_at).astimezone():%m-%d %H:%M} 开考" if result.started_at else ""
    said = decided.get(result.key)
    state = _STATES[said.what] if said else "现在计入" if result is standing.counted else ""
    parts = (result.session.value, result.source.value, f"{result.score:g} 分", begun, result.code[:9], state)
    return "　".join(filter(None, parts))
