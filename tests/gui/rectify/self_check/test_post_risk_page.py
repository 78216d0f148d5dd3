"""岗位廉政风险: a table by unit, written, changed, voided with a reason, made an issue."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.post_risk import PostRisk, RiskLevel
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.post_risk_dialog import PostRiskDialog
from app.ui.rectify.post_risk_issue_dialog import PostRiskIssueDialog
from app.ui.rectify.post_risk_model import HEADS, RISK
from app.ui.rectify.post_risk_page import PostRiskPage

LONG = "受理和核查由一人完成，金额由其一人提出，没有第二人复核，集体研究时只报总数，事后也没有抽查记录可查"


class Forms:
    def __init__(self):
        self.written = []

    def write_post_risks(self, unit_id, to):
        self.written.append((unit_id, to))
        return to


@pytest.fixture
def risk(services, setting):
    line = PostRisk("", setting.unit, "经办岗", "受理、核查", LONG, RiskLevel.HIGH, "两人入户并签名", "股长")
    return services.post_risks.add(line)


@pytest.fixture
def page_of(services, opened):
    def made(size=(1278, 712), forms=None):
        found = PostRiskPage(services.post_risks, services.ledger, services.issues, forms=forms)
        return opened(found, size)

    return made


def shown(page):
    model = page.table.model()
    return [[model.index(row, at).data() for at in range(len(HEADS))] for row in range(model.rowCount())]


def test_the_table_has_the_columns_of_the_form(page_of, risk):
    page = page_of()
    assert HEADS == ("岗位", "权力或职责", "风险点", "等级", "防控措施", "责任人")
    assert shown(page) == [["经办岗", "受理、核查", LONG, "▲ 高", "两人入户并签名", "股长"]]


def test_a_line_is_added_by_keyboard_and_what_is_missing_is_said(page_of, services, setting, press, qtbot):
    page = page_of()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = page.window().findChild(PostRiskDialog)
    assert QApplication.focusWidget() is dialog.post
    dialog.post.setText("审核岗")
    press(page, "保存")
    assert "权力或职责" in dialog.problem() and services.post_risks.of() == []
    for field in (dialog.power, dialog.risk, dialog.control):
        field.setPlainText("写明")
    dialog.owner.setText("股长")
    press(page, "保存")
    (made,) = services.post_risks.of(setting.unit)
    assert (made.post, made.level) == ("审核岗", RiskLevel.MIDDLE) and len(shown(page)) == 1


def test_enter_on_a_line_changes_it(page_of, services, risk, press, qtbot):
    page = page_of()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = page.window().findChild(PostRiskDialog)
    dialog.level.set_chosen(RiskLevel.LOW.name)
    press(page, "保存")
    assert services.post_risks.get(risk).level is RiskLevel.LOW and shown(page)[0][3] == "● 低"


def test_a_line_that_somebody_changed_meanwhile_is_not_overwritten(page_of, services, risk, press):
    page = page_of()
    page._edit()
    now = services.post_risks.get(risk)
    services.post_risks.change(replace(now, owner="副股长"), now.version)
    dialog = page.window().findChild(PostRiskDialog)
    dialog.post.setText("另写")
    press(page, "保存")
    assert "刚才已被修改" in dialog.problem() and services.post_risks.get(risk).owner == "副股长"


def test_voiding_needs_a_reason_and_keeps_the_line(page_of, services, risk, press):
    page = page_of()
    page._void()
    dialog = page.window().findChild(LedgerReasonDialog)
    press(page, "作废")
    assert dialog.problem()
    dialog.reason.setText("岗位已撤并")
    press(page, "作废")
    assert shown(page) == [] and services.post_risks.get(risk).void_reason == "岗位已撤并"
    page._with_void.setChecked(True)
    assert "已作废：岗位已撤并" in shown(page)[0][RISK]


def test_a_risk_becomes_a_draft_issue_once_and_leads_to_it(page_of, services, risk, press, went):
    page = page_of()
    press(page, "转为整改问题")
    assert page.window().findChild(PostRiskIssueDialog) is not None
    press(page, "生成问题草稿")
    issue = services.issues.get(services.post_risks.get(risk).issue)
    assert issue.state is IssueState.DRAFT and "已转为第 1 号问题，待确认" in shown(page)[0][RISK]
    press(page, "看问题草稿")
    assert went == [("drafts", (issue.campaign, issue.id))]


def test_the_table_is_by_unit(page_of, services, setting, risk):
    page = page_of()
    page.unit.setCurrentIndex(page.unit.findData(setting.other))
    assert shown(page) == [] and page._empty.isVisible()


def as_kind(page, words):
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_the_form_of_the_unit_is_written_where_one_chooses(page_of, setting, risk, said, tmp_path, monkeypatch, press):
    forms, path = Forms(), tmp_path / "表.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), ""))
    page = page_of(forms=forms)
    press(page, "导出风险点表")
    as_kind(page, "Word 文档")
    assert forms.written == [(setting.unit, Path(path))] and str(path) in said[-1][1]


def test_one_table_of_all_units_can_be_written(page_of, setting, risk, tmp_path, monkeypatch, press):
    forms, asked = Forms(), []
    answer = str(tmp_path / "表"), ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: asked.append(args[2]) or answer)
    page = page_of(forms=forms)
    page.unit.setCurrentIndex(page.unit.findData(setting.other))  # where nothing is written
    press(page, "导出各单位合表")
    as_kind(page, "Excel 表格")
    assert asked == ["各科室和单位 岗位廉政风险点及防控措施表.xlsx"]
    assert forms.written == [("", tmp_path / "表")]


def test_rows_are_as_high_as_their_texts(page_of, risk):
    page = page_of((700, 600))
    table = page.table
    index = table.model().index(0, RISK)
    assert table.rowHeight(0) >= table.itemDelegate().sizeHint(None, index).height()


@pytest.mark.parametrize("size", [(1278, 712), (600, 640)])
def test_every_stop_has_a_name(page_of, risk, nameless_stops, size):
    assert nameless_stops(page_of(size).window()) == []


def test_without_units_it_says_what_to_do(page_of, services):
    page = page_of()
    assert page._no_units.isVisible() and not page._empty.isVisible()
