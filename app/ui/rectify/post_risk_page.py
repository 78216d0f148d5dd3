"""岗位廉政风险: by unit, what each post may decide, where that can go wrong, what is done against it, who answers."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from app.domain.errors import UserError
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.post_risk import PostRisk
from app.domain.ledger.self_check import NOT_HERE
from app.domain.ledger.stub import StubKind
from app.services.erasing_service import ErasingService
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.services.post_risk_service import PostRiskService
from app.ui.kit.banner import Banner
from app.ui.kit.button import Button, button
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.keys import bind_keys
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.rectify.erase_dialog import EraseDialog
from app.ui.rectify.erase_words import RISK
from app.ui.rectify.form_kinds import FILTERS, kinds_menu, under
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.post_risk_dialog import PostRiskDialog
from app.ui.rectify.post_risk_forms import PostRiskForms
from app.ui.rectify.post_risk_history import show_post_risk_history
from app.ui.rectify.post_risk_issue_dialog import PostRiskIssueDialog
from app.ui.rectify.post_risk_table import PostRiskTable
from app.ui.rectify.stubs_note import StubsNote
from app.ui.rectify.units_dialog import UnitsDialog

NONE = "这个科室还没有登记风险点"
NONE_HINT = "一个岗位一行起：它有什么权力，哪里容易出问题，用什么措施防住，谁负责。"
NO_UNITS = "还没有科室或单位"
VOID_WORDS = "作废后不再列入风险点表，记录和理由保留。"
NO_CAMPAIGN = "还没有专项。请先在“对照自查”或“整改台账”里建一个，再转为整改问题。"


class PostRiskPage(Page):
    """``argument``: the id of a unit, or None. ``forms`` writes the form; without it there is no button for it."""

    facts: ClassVar[PageFacts] = PageFacts(
        "post_risk",
        "岗位廉政风险",
        "改",
        "对照自查",
        (
            Shortcut("Ctrl+N", "新增风险点"),
            Shortcut("Enter", "修改选中的一行"),
            Shortcut("Ctrl+I", "转为整改问题，或看它的问题草稿"),
            Shortcut("Ctrl+Delete", "作废选中的一行（注明理由）"),
            Shortcut("Ctrl+E", "导出风险点表"),
        ),
    )

    def __init__(
        self,
        risks: PostRiskService,
        ledger: LedgerService,
        issues: IssueService,
        argument: object = None,
        *,
        forms: PostRiskForms | None = None,
        erasing: ErasingService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._risks, self._ledger, self._issues, self._forms = risks, ledger, issues, forms
        self._erasing = erasing
        self.unit = ChoiceField("科室或单位", [])
        self.unit.setMinimumWidth(px(220))
        self.table = PostRiskTable()
        self._with_void = QCheckBox("连同已作废的")
        self._empty = EmptyState("person", NONE, "新增风险点", NONE_HINT)
        self._no_units = EmptyState("building", NO_UNITS, "添加科室与单位")
        self._about = Paragraph("", 15, "text2", line=1.45)
        self._wiped = StubsNote()
        self._buttons: dict[str, Button] = {}
        self._build()
        self._connect()
        self._fill_units(str(argument or ""))

    def shown(self) -> None:
        (self.table if self.table.isVisible() else self.unit).setFocus()

    def state(self) -> object:
        chosen = self.table.chosen()
        return self.unit.chosen(), self._with_void.isChecked(), chosen.id if chosen else ""

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            unit, with_void, chosen = state
            self.unit.choose(unit)
            self._with_void.setChecked(with_void)
            self._fill(chosen)

    def main_action(self) -> None:
        self._edit() if self.table.isVisible() and self.table.chosen() else self._add()

    # slots

    def _add(self) -> None:
        def keep(risk: PostRisk) -> None:
            self._go_to(risk.unit, self._risks.add(risk), "已登记。")

        if self.unit.chosen():
            PostRiskDialog(self, None, self._ledger.units(), self.unit.chosen(), keep).open()

    def _edit(self) -> None:
        risk = self.table.chosen()
        if risk is None:
            return
        if risk.void_reason:
            self.message.emit("amber", "这条风险点已作废，不能再改。请新增一条。")
            return

        def keep(changed: PostRisk) -> None:
            self._risks.change(changed, risk.version)
            self._go_to(changed.unit, risk.id, "已保存。")

        PostRiskDialog(self, risk, self._ledger.units(), risk.unit, keep).open()

    def _void(self) -> None:
        risk = self.table.chosen()
        if risk is None or risk.void_reason:
            return

        def void(reason: str) -> None:
            self._risks.void(risk.id, reason)
            self._go_to(risk.unit, risk.id, "已作废，理由保留在记录里。")

        title, hint = f"作废“{risk.post}”的这条风险点？", "理由，如：岗位已撤并"
        LedgerReasonDialog(self, title, VOID_WORDS, "作废", hint, void).open()

    def _erase(self) -> None:
        """Also of a void one."""
        risk, erasing = self.table.chosen(), self._erasing
        if risk is not None and erasing is not None:

            def done(tone: str, words: str) -> None:
                self._fill()
                self.message.emit(tone, words)

            EraseDialog(self, RISK, lambda reason: erasing.post_risk(risk.id, reason), done).open()

    def _to_issue(self) -> None:
        risk = self.table.chosen()
        if risk is None or risk.void_reason:
            return
        if self._state_of(risk) not in (None, IssueState.VOID):
            self.navigate.emit("drafts" if self._state_of(risk) is IssueState.DRAFT else "issue", self._target(risk))
            return
        campaigns = self._ledger.campaigns()
        if not campaigns:
            self.message.emit("amber", NO_CAMPAIGN)
            return

        def make(campaign: str, area: str) -> None:
            self._risks.raise_issue(risk.id, campaign, area)
            self._go_to(risk.unit, risk.id, "已生成问题草稿，待负责人确认。按“看问题草稿”去确认。")

        PostRiskIssueDialog(self, risk, campaigns, make).open()

    def _show_history(self) -> None:
        risk = self.table.chosen()
        if risk is None:
            return
        try:
            show_post_risk_history(self, risk, self._risks.history(risk.id))
        except UserError as error:
            self.message.emit("red", str(error))

    def _export(self, whole: bool = False) -> None:
        """Of the unit, or of all, unit by unit; as one chooses."""
        if self._forms is not None and self.unit.chosen():
            place = self._buttons["导出各单位合表" if whole else "导出风险点表"]
            kinds_menu(self, "导出风险点表", lambda kind: self._save(kind, whole)).popup(under(place))

    def _save(self, kind: str, whole: bool) -> None:
        if self._forms is None:
            return
        try:
            unit = self._ledger.unit(self.unit.chosen())
            name = f"{'各科室和单位' if whole else unit.name} 岗位廉政风险点及防控措施表{kind}"
            chosen = QFileDialog.getSaveFileName(self, "导出风险点表", name, FILTERS[kind])[0]
            if not chosen:
                return
            written = self._forms.write_post_risks("" if whole else unit.id, Path(chosen))
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.message.emit("green", f"已保存到 {written}。")

    def _edit_units(self) -> None:
        UnitsDialog(self, self._ledger, lambda: self._fill_units(self.unit.chosen())).open()

    # private

    def _go_to(self, unit_id: str, risk_id: str, said: str) -> None:
        self.unit.choose(unit_id)
        self._fill(risk_id)
        self.message.emit("green", said)

    def _fill_units(self, chosen: str) -> None:
        units = self._ledger.units()
        self.unit.set_choices([(one.id, one.name) for one in units], chosen)
        self._no_units.setVisible(not units)
        self._fill()

    def _listed(self) -> list[PostRisk]:
        return self._risks.of(self.unit.chosen(), self._with_void.isChecked()) if self.unit.chosen() else []

    def _fill(self, chosen: str = "") -> None:
        try:
            risks = self._listed()
        except UserError as error:
            self.message.emit("red", str(error))
            return
        made = {risk.id: words for risk in risks if (words := self._made_words(risk))}
        self._card.setVisible(bool(risks))
        self._empty.setVisible(not risks and bool(self.unit.chosen()))
        self.table.show_risks(risks, made, chosen)
        posts = len({risk.post for risk in risks if not risk.void_reason})
        count = sum(not risk.void_reason for risk in risks)
        self._about.set_text(f"{posts} 个岗位，{count} 个风险点" if risks else "")
        if self._erasing is not None:
            self._wiped.show_stubs(self._erasing.stubs("", StubKind.POST_RISK))
        self._enable()

    def _made_words(self, risk: PostRisk) -> str:
        state = self._state_of(risk)
        if state is None:
            return ""
        number = self._issues.number_of(risk.issue)
        return f"已转为第 {number} 号问题，{state}" if state is not IssueState.VOID else f"第 {number} 号问题已作废"

    def _state_of(self, risk: PostRisk) -> IssueState | None:
        if not risk.issue:
            return None
        try:
            return self._issues.get(risk.issue).state
        except UserError:
            return None

    def _target(self, risk: PostRisk) -> object:
        issue = self._issues.get(risk.issue)
        return (issue.campaign, issue.id) if issue.state is IssueState.DRAFT else issue.id

    def _enable(self) -> None:
        risk = self.table.chosen()
        here = risk is not None and not risk.void_reason
        for word in ("修改", "转为整改问题", "作废…"):
            self._buttons[word].setEnabled(here)
        for word in ("修改记录", "误录清除…"):
            if word in self._buttons:
                self._buttons[word].setEnabled(risk is not None)
        state = self._state_of(risk) if risk else None
        words = "看问题草稿" if state is IssueState.DRAFT else "看整改问题"
        self._buttons["转为整改问题"].set_label("转为整改问题" if state in (None, IssueState.VOID) else words)
        if "导出风险点表" in self._buttons:
            self._buttons["导出风险点表"].setEnabled(risk is not None)

    def _build(self) -> None:
        back = button("", "ghost", "arrow_left", name="回到对照自查", tip="回到对照自查")
        back.clicked.connect(lambda: self.navigate.emit("self_check", None))
        units = button("科室与单位…", "link", name="添加或修改科室与单位")
        units.clicked.connect(self._edit_units)
        head = row(back, Label("岗位廉政风险", 24, bold=True, serif=True), 8, self.unit, units, None, spacing=8)
        actions: list[tuple[str, str, str, Callable[[], None]]] = [
            ("新增风险点", "primary", "add", self._add),
            ("修改", "default", "edit", self._edit),
            ("转为整改问题", "default", "arrow_right", self._to_issue),
            ("修改记录", "default", "history", self._show_history),
            ("作废…", "ghost", "dismiss_circle", self._void),
        ]
        if self._forms is not None:
            actions.insert(4, ("导出风险点表", "default", "arrow_download", lambda: self._export()))
            actions.insert(5, ("导出各单位合表", "default", "arrow_download", lambda: self._export(True)))
        if self._erasing is not None:
            actions.append(("误录清除…", "ghost", "delete", self._erase))
        for word, kind, icon, act in actions:
            made = self._buttons[word] = button(word, kind, icon)
            made.clicked.connect(act)
        tools = boxed(FlowLayout(*self._buttons.values(), self._with_void, spacing=8))
        policy = tools.sizePolicy()
        policy.setHeightForWidth(True)
        tools.setSizePolicy(policy)
        self._card = Card(column(self.table, margins=(1, 1, 1, 1)))
        self._card.setMinimumHeight(px(200))
        items = (head, Banner(NOT_HERE, "red"), ConfidentialityBanner(), tools, self._about)
        body = column(*items, (self._card, 1), self._empty, self._no_units, self._wiped, None, spacing=10)
        body.setContentsMargins(px(24), px(14), px(24), px(16))
        body.setStretchFactor(self._card, 1_000)
        self.setLayout(body)

    def _connect(self) -> None:
        self.unit.currentIndexChanged.connect(lambda _: self._fill())
        self._with_void.toggled.connect(lambda _: self._fill())
        self.table.opened.connect(self._edit)
        self.table.moved.connect(self._enable)
        self._empty.acted.connect(self._add)
        self._no_units.acted.connect(self._edit_units)
        adding, voiding = ("Ctrl+N", self._add), ("Ctrl+Delete", self._void)
        keys = (adding, voiding, ("Ctrl+I", self._to_issue), ("Ctrl+E", self._export))
        bind_keys(self, dict(keys))
