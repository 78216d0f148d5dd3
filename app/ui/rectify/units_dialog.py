"""科室与单位: who reports, who confirms, who of the leadership is in charge."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.ledger.ledger_unit import LedgerUnit, UnitKind
from app.services.ledger_service import LedgerService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.doubt_banner import DoubtBanner
from app.ui.rectify.issue_history_card import IssueHistoryCard

HISTORY = 2
"""So many of the newest changes stand in the dialog."""
ABOUT = "责任单位从这里选。负责人确认本单位的问题，分管领导按一岗双责在“责任领导”里看到自己分管的问题。"


class UnitsDialog(Modal):
    """Everything is saved at once; ``changed`` is called after each."""

    def __init__(self, anchor: QWidget, ledger: LedgerService, changed: Callable[[], None]) -> None:
        self._ledger, self._changed = ledger, changed
        self._edited: LedgerUnit | None = None
        self.name_field = line_field("名称", "", "如：社会救助股", 40)
        self.kind = SegmentControl([(one.name, one.value) for one in UnitKind], name="类别")
        self.head = line_field("负责人", "", "", 40)
        self.leader = line_field("分管领导", "", "", 40)
        self._put = button("添加", "soft", "add")
        self._stop = button("不改了", "link")
        self._problem = Banner("", "red")
        self._problem.hide()
        self.handover = boxed(column(spacing=6))
        self.handover.hide()
        self._list, self._past = column(spacing=6), column(spacing=0)
        first = row((FormField("名称", self.name_field), 3), FormField("类别", self.kind), spacing=12)
        second = row((FormField("负责人", self.head), 1), (FormField("分管领导", self.leader), 1), spacing=12)
        foot = row(self._put, self._stop, None)
        self._doubts = DoubtBanner(self)
        said = (self._problem, self._doubts, self.handover)
        form = (Paragraph(ABOUT, 15, "text2"), first, second, foot)
        parts = (*form, *said, self._list, self._past, ConfidentialityBanner())
        content = boxed(column(*parts, spacing=12))
        super().__init__(anchor, "科室与单位", content, (Choice("", "完成"),), width=700)
        self._put.clicked.connect(self._keep)
        self._stop.clicked.connect(lambda: self._edit(None))
        for line in (self.name_field, self.head, self.leader):
            line.returnPressed.connect(self._keep)
        self._edit(None)
        self._fill()

    def first_focus(self) -> QWidget | None:
        return self.name_field

    def _keep(self) -> None:
        if self._doubts.look():
            return
        name, head, leader = (line.text().strip() for line in (self.name_field, self.head, self.leader))
        kind, before = UnitKind[self.kind.chosen()], self._edited
        if self._do(lambda: self._store(name, kind, head, leader)):
            self._edit(None)
            self.name_field.setFocus()
            self._ask_handover(replace(before, name=name, leader=leader) if before else None, before)

    def _store(self, name: str, kind: UnitKind, head: str, leader: str) -> None:
        if self._edited is None:
            self._ledger.add_unit(name, kind, head, leader)
        else:
            self._ledger.change_unit(replace(self._edited, name=name, kind=kind, head=head, leader=leader))

    def _retire(self, unit: LedgerUnit) -> None:
        self._do(lambda: self._ledger.change_unit(replace(unit, retired=not unit.retired)))

    def _ask_handover(self, unit: LedgerUnit | None, before: LedgerUnit | None) -> None:
        """Its open issues have the former 分管领导 still: whether they go over is asked."""
        body = cast(QVBoxLayout, self.handover.layout())
        clear(body)
        self.handover.hide()
        if unit is None or before is None or not unit.leader or unit.leader == before.leader:
            return
        count = len(self._ledger.handover.waiting(unit.id, before.leader))
        if not count:
            return
        former = f"责任领导还是{before.leader}" if before.leader else "还没有写责任领导"
        asked = Banner(f"{unit.name}牵头的 {count} 个未销号问题，{former}。一并改为{unit.leader}？", "amber")
        take, leave = button(f"一并改为{unit.leader}", "soft", "checkmark"), button("不改", "link")
        leave.clicked.connect(self.handover.hide)

        def go_over() -> None:
            self.handover.hide()
            self._do(lambda: self._hand_over(unit, before.leader))

        take.clicked.connect(go_over)
        body.addWidget(asked)
        body.addWidget(boxed(row(take, leave, None, spacing=8)))
        self.handover.show()
        self.place()
        take.setFocus()

    def _hand_over(self, unit: LedgerUnit, former: str) -> None:
        self._ledger.handover.hand_over(unit.id, unit.leader, former)

    def _do(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except UserError as error:
            self._problem.say(str(error), "red")
            self._problem.show()
            self.place()
            return False
        self._problem.hide()
        self._fill()
        self._changed()
        return True

    def _edit(self, unit: LedgerUnit | None) -> None:
        self._edited = unit
        self.name_field.setText(unit.name if unit else "")
        self.head.setText(unit.head if unit else "")
        self.leader.setText(unit.leader if unit else "")
        self.kind.set_chosen(unit.kind.name if unit else UnitKind.DEPARTMENT.name)
        self._put.set_label(f"保存“{unit.name}”的修改" if unit else "添加")
        self._stop.setVisible(unit is not None)
        if unit:
            self.name_field.setFocus()

    def _fill(self) -> None:
        clear(self._list)
        units = self._ledger.units(retired=True)
        clear(self._past)
        if changes := self._ledger.unit_history():
            card = IssueHistoryCard(changes, {}, HISTORY)
            self._past.addWidget(card)
            card.show()
        self._list.addWidget(Label(f"已有 {len(units)} 个" if units else "还没有科室或单位。先添加一个。", 15, "text2"))
        for unit in units:
            self._list.addWidget(self._line(unit))
        if self.isVisible():
            self.place()

    def _line(self, unit: LedgerUnit) -> QWidget:
        facts = [unit.kind.value, f"负责人 {unit.head or '未写'}", f"分管领导 {unit.leader or '未写'}"]
        words = "已停用 · " * unit.retired + " · ".join(facts)
        change = button("修改", "link", name=f"修改{unit.name}")
        word = "恢复" if unit.retired else "停用"
        stop = button(word, "link", name=f"{word}{unit.name}")
        change.clicked.connect(lambda: self._edit(unit))
        stop.clicked.connect(lambda: self._retire(unit))
        name = Label(unit.name, 16, "text2" if unit.retired else "text", bold=True)
        return boxed(row(name, (ElidedLabel(words, 15, tone="text2"), 1), change, stop, spacing=10))
