"""出台: a rule of the unit, with its text."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.outcome import IssuedRule
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.layouts import boxed, row
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.rectify.ledger_date_field import LedgerDateField

HINT = "正文可以先空着。要转入法规库的，每一条另起一行，以“第一条　”开头，从第一条起顺次编号。"


class OutcomeRuleDialog(ActingDialog):
    def __init__(
        self,
        anchor: QWidget,
        campaign: str,
        units: Sequence[LedgerUnit],
        today: date,
        save: Callable[[IssuedRule], object],
        standing: IssuedRule | None = None,
    ) -> None:
        """``save`` may raise UserError. ``standing`` is the one that is changed."""
        self._campaign, self._standing = campaign, standing
        name, number, text = (standing.name, standing.number, standing.text) if standing else ("", "", "")
        self.name = line_field("制度名称", name, "如：临时救助入户核查双签办法", 110)
        self.number = line_field("文号", number, "没有的空着", 70)
        self.on = LedgerDateField("出台日期", today, standing.on if standing else None, past=True)
        self.unit = ChoiceField("出台单位", [("", "本单位"), *((unit.id, unit.name) for unit in units)])
        self.text = text_area("正文", text, height=190)
        if standing:
            self.unit.choose(standing.unit)
        names = (("文号", self.number), ("出台日期", self.on), ("出台单位", self.unit))
        asked = ((FormField(name, field), 3) for name, field in names)
        rows = [FormField("制度名称", self.name), boxed(row(*asked, spacing=14)), FormField("正文", self.text, HINT)]
        title, word = ("修改这项制度", "保存") if standing else ("登记一项制度", "登记")
        super().__init__(anchor, title, rows, lambda: _do(save, self.rule()), word, width=820)

    def rule(self) -> IssuedRule:
        """Raises UserError for what is no date."""
        key = self._standing.id if self._standing else ""
        head = (key, self._campaign, self.name.text(), self.number.text(), self.on.needed_day())
        return IssuedRule(*head, self.text.toPlainText().strip(), self.unit.chosen())


def _do(save: Callable[[IssuedRule], object], rule: IssuedRule) -> None:
    save(rule)
