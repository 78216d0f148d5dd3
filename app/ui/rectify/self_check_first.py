"""The first 专项 and the first units, where there are none: two lines, and one can begin."""

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.ledger_unit import UnitKind
from app.services.ledger_service import LedgerService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.doubt_banner import DoubtBanner

ABOUT = "自查出来的问题记在一个“专项”里，由查的科室或单位牵头。先写下这两项，以后都可以改。"
UNITS_HINT = "几个之间用顿号隔开。名称里有“站、所、院、中心”的先记作下属单位。"
_SUBORDINATE = ("站", "所", "院", "中心", "校", "场", "馆")
_BETWEEN = re.compile(r"[、，,；;\n\s]+")


class SelfCheckFirst(Card):
    made = Signal()

    def __init__(self, ledger: LedgerService) -> None:
        super().__init__()
        self._ledger, today = ledger, ledger.today()
        self._until = date(today.year + (today.month > 9), 12, 31)
        self.title_field = line_field("专项名称", "", f"如：{today.year}年以案促改专项", 80)
        self.units = line_field("科室与单位", "", "如：社会救助股、养老服务股、救助管理站", 400)
        self._problem = Banner("", "red")
        self._go = button("就这样开始", "primary")
        period = f"起止先记作今天到 {self._until:%Y-%m-%d}，在“整改台账”的专项设置里可以改。"
        items: list[Item] = [Label("先定专项和科室", 20, bold=True, serif=True), Paragraph(ABOUT, 16, line=1.55)]
        if not ledger.campaigns():
            items.append(FormField("专项名称", self.title_field, period))
        if not ledger.units():
            items.append(FormField("科室与单位", self.units, UNITS_HINT))
        self._doubts = DoubtBanner(self)
        items += [self._problem, self._doubts, ConfidentialityBanner(), row(self._go, None)]
        self.setLayout(column(*items, margins=(24, 18, 24, 20), spacing=12))
        for unused in (self.title_field, self.units):
            if unused.parentWidget() is None:
                unused.setParent(self)
                unused.hide()
        self._problem.hide()
        self._go.clicked.connect(self.keep)
        self.title_field.returnPressed.connect(self._on)
        self.units.returnPressed.connect(self.keep)

    def first_field(self) -> QWidget:
        return self.title_field if not self._ledger.campaigns() else self.units

    def written(self) -> tuple[str, str]:
        return self.title_field.text(), self.units.text()

    def write(self, written: tuple[str, str]) -> None:
        self.title_field.setText(written[0])
        self.units.setText(written[1])

    def keep(self) -> None:
        if self._doubts.look():
            return
        try:
            self._keep()
        except UserError as error:
            self._problem.say(str(error), "red")
            self._problem.show()
            return
        self.made.emit()

    def _keep(self) -> None:
        """Both are looked at before either is written; what is there already is not made twice."""
        names = list(dict.fromkeys(name for name in _BETWEEN.split(self.units.text()) if name))
        if not self._ledger.units() and not names:
            self.units.setFocus()
            raise UserError("请写至少一个科室或单位的名称，如“社会救助股”。")
        if not self._ledger.campaigns():
            self.title_field.setFocus()
            self._ledger.open_campaign(self.title_field.text(), self._ledger.today(), self._until)
        known = {unit.name for unit in self._ledger.units()}
        self.units.setFocus()
        for name in (one for one in names if one not in known):
            self._ledger.add_unit(name, _kind(name))

    def _on(self) -> None:
        if self.units.isVisible():
            self.units.setFocus()
        else:
            self.keep()


def _kind(name: str) -> UnitKind:
    return UnitKind.SUBORDINATE if name.endswith(_SUBORDINATE) else UnitKind.DEPARTMENT
