"""Narrowing the ledger: words, unit, leader, state, direction, source, what is late; its order and groups."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import IssueSource
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_unit import LedgerUnit
from app.ui.kit.button import button
from app.ui.kit.chip import Chip
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.search_field import SearchField
from app.ui.rectify.ledger_filter import ORDERS, LedgerFilter
from app.ui.rectify.ledger_group import GROUPS
from app.ui.rectify.ledger_state_look import LOOKS

_STATES = [("", "全部状态"), *((state.value, LOOKS[state].word) for state in IssueState)]
_DIMENSIONS = [("", "全部方面"), *((one.value, one.value) for one in Dimension)]
_SOURCES = [("", "全部来源"), *((one.value, one.value) for one in IssueSource)]


class LedgerFilterBar(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField("搜问题、单位", "在台账里搜索，快捷键 Ctrl+F", 168)
        self._unit = ChoiceField("按牵头单位筛选", [("", "全部单位")], width=136)
        self._leader = ChoiceField("按责任领导筛选", [("", "全部领导")], width=122)
        self._state = ChoiceField("按状态筛选", _STATES, width=132)
        self._dimension = ChoiceField("按方面筛选", _DIMENSIONS, width=124)
        self._source = ChoiceField("按来源筛选", _SOURCES, width=128)
        self._order = ChoiceField("排序", list(ORDERS.items()), width=128)
        self._group = ChoiceField("分组", list(GROUPS.items()), width=134)
        self._late = Chip("只看逾期")
        self._clear = button("清空筛选", "link")
        self._more = button("筛选", icon="filter")
        self._more.setCheckable(True)
        fields = (self._unit, self._leader, self._state, self._dimension, self._source)
        self._fields = (*fields, self._order, self._group)
        self._folds, self._groups = False, True
        self.setLayout(FlowLayout(self.search, *self._fields, self._late, self._more, self._clear, spacing=8))
        self._more.hide()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._turned = False
        self.search.textChanged.connect(self._change)
        self._late.toggled.connect(self._change)
        for one in (*fields, self._group):
            one.currentIndexChanged.connect(self._change)
        self._order.currentIndexChanged.connect(self._straighten)
        self._more.toggled.connect(self._show_fields)
        self._clear.clicked.connect(self.clear_all)
        self._clear.hide()

    def offer(self, units: Sequence[LedgerUnit], leaders: Sequence[str]) -> None:
        """What can be chosen; the choices stay where they still can."""
        self._unit.set_choices([("", "全部单位"), *((one.id, one.name) for one in units)], self._unit.chosen())
        self._leader.set_choices([("", "全部领导"), *((one, one) for one in leaders)], self._leader.chosen())

    def filter(self) -> LedgerFilter:
        order = self._order.chosen()
        return LedgerFilter(
            self.search.text().strip(),
            self._unit.chosen(),
            self._leader.chosen(),
            self._state.chosen(),
            self._dimension.chosen(),
            self._source.chosen(),
            self._late.isChecked(),
            f"-{order}" if self._turned and order else order,
            self._group.chosen(),
        )

    def set_filter(self, wanted: LedgerFilter) -> None:
        """Emits ``changed`` once."""
        self.blockSignals(True)
        self.search.setText(wanted.query)
        self._unit.choose(wanted.unit)
        self._leader.choose(wanted.leader)
        self._state.choose(wanted.state)
        self._dimension.choose(wanted.dimension)
        self._source.choose(wanted.source)
        self._late.setChecked(wanted.overdue)
        self._order.choose(wanted.order.removeprefix("-"))
        self._turned = wanted.order.startswith("-")
        self._group.choose(wanted.group)
        self.blockSignals(False)
        self._change()

    def order_by(self, key: str) -> None:
        here = self.filter()
        self.set_filter(replace(here, order=here.turned(key)))

    def clear_all(self) -> None:
        here = self.filter()
        self.set_filter(LedgerFilter(order=here.order, group=here.group))

    def set_folded(self, folds: bool) -> None:
        """Where there is little room, the choices come on demand; the button says how many are in force."""
        self._folds = folds
        self._more.setVisible(folds)
        self._show_fields()

    def set_grouping(self, groups: bool) -> None:
        """Only the table is grouped by choice."""
        self._groups = groups
        self._show_fields()
        self._name_more()

    def _show_fields(self) -> None:
        for one in self._fields:
            one.setVisible((not self._folds or self._more.isChecked()) and (self._groups or one is not self._group))

    def _straighten(self) -> None:
        self._turned = False
        self._change()

    def _change(self) -> None:
        self._clear.setVisible(self.filter().narrows)
        self._name_more()
        self.changed.emit()

    def _name_more(self) -> None:
        chosen = sum(bool(one.chosen()) for one in self._fields if self._groups or one is not self._group)
        self._more.set_label(f"筛选 {chosen}" if chosen else "筛选")
