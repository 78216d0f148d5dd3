"""问题详情: from finding an issue to closing it on paper, on real services."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from app.domain.ledger.approval import PAPER_NOTE
from app.domain.ledger.campaign import STEPS
from app.domain.ledger.issue import IssueSource, Origin
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure import MeasureKind, MeasureState
from app.domain.ledger.measure_count import why_not_concrete
from app.domain.ledger.oversight import OversightKind
from app.ui.kit.banner import Banner
from app.ui.kit.button import Button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.kit.toast import Toast
from app.ui.rectify.approval_card import ApprovalCard
from app.ui.rectify.issue_dialog import IssueDialog
from app.ui.rectify.issue_measures_card import IN_CHECK
from app.ui.rectify.issue_opinion_dialog import IssueOpinionDialog
from app.ui.rectify.issue_page import IssuePage
from app.ui.rectify.issue_preview import IssuePreview
from app.ui.rectify.issue_steps import step_states
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.measure_dialog import MeasureDialog
from app.ui.rectify.measure_finish_dialog import MeasureFinishDialog
from app.ui.rectify.measure_reference_dialog import MeasureReferenceDialog

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def text_of(page):
    kinds = (Paragraph, Label, Tag)
    return "\n".join(one.text() for kind in kinds for one in page.findChildren(kind) if one.isVisible())


def buttons(page):
    return [one.label() for one in page.findChildren(Button) if one.isVisible() and one.label()]


def get(ledger, issue_id):
    return ledger.services.issues.get(issue_id)


# What is seen.


def test_the_steps_show_where_it_stands(ledger):
    draft = get(ledger, ledger.issue(confirmed=False))
    assert step_states(draft)[0] == "now"
    assert step_states(get(ledger, ledger.issue(causes=())))[1:3] == ("now", "now")
    assert step_states(get(ledger, ledger.working()))[:4] == ("done", "done", "done", "now")
    assert step_states(get(ledger, ledger.closed()))[5] == "now"


def test_problem_causes_and_who_answers_for_it_are_shown(ledger, open_issue):
    page = open_issue(ledger.issue(helpers=(ledger.units[1],)))
    shown = text_of(page)
    wanted = ("9份第二签名缺失", "双签率全部符合规程", "制度漏洞、监管盲区", "王副局长")
    for words in (*wanted, "社会救助股", "养老服务股"):
        assert words in shown
    assert "巡视巡察反馈 · 第二轮巡察反馈意见 · 2026年3月1日" in shown


def test_it_leads_to_the_case_that_it_came_from_and_takes_measures_from_it(
    services, ledger, open_issue, went, press, dialog
):
    cases = [services.library.case(one.id) for one in services.library.cases()]
    case = next(one for one in cases if one.measures)
    issue = ledger.issue(origin=Origin(IssueSource.CASE, case=case.id, fact=2))
    page = open_issue(issue)
    press(page, f"打开案例《{case.title}》，事实 2")
    assert went == [("case", case.id)]
    press(page, "参考措施")
    press(page, f"照此起草：{case.measures[0].what}")
    assert dialog(page, MeasureDialog).what.toPlainText() == case.measures[0].what


def test_an_imported_issue_is_offered_measures_of_like_cases_as_drafts(services, ledger, open_issue, press, dialog):
    issue = ledger.issue()  # from an inspection, with no case
    page = open_issue(issue)
    press(page, "参考措施")
    asked = dialog(page, MeasureReferenceDialog)
    alike = {one.title for one in services.library.cases() if "malfeasance" in one.problems}
    assert asked.shown() and {one.case for one in asked.shown()} <= alike
    wanted = next(one for one in reversed(asked.shown()) if one.measure.kind != "长期坚持")
    asked.search.setText(wanted.measure.what[:12])
    assert wanted in asked.shown()
    press(page, f"照此起草：{wanted.measure.what}")
    draft = dialog(page, MeasureDialog)
    assert draft.what.toPlainText() == wanted.measure.what
    assert (draft.owner.text(), draft.deadline.line.text(), draft.proof.text()) == ("", "", "")
    draft.deadline.set_day(ledger.today + timedelta(days=20))
    press(page, "保存措施")
    (kept,) = services.issues.get(issue).measures
    assert why_not_concrete(kept).startswith("还缺：责任人、佐证") and services.issues.counted(issue).count == 0


def test_reference_measures_are_narrowed_by_words_and_by_case(services, ledger, open_issue, press, dialog):
    page = open_issue(ledger.issue())
    press(page, "参考措施")
    asked = dialog(page, MeasureReferenceDialog)
    title = asked.shown()[0].case
    asked.case.setCurrentIndex(asked.case.findData(title))
    assert {one.case for one in asked.shown()} == {title}
    asked.search.setText("没有这样的措施")
    assert asked.shown() == [] and any("换一个词" in one.text() for one in asked.findChildren(Paragraph))


def test_an_unknown_issue_leads_back_to_the_ledger(open_issue, press, went):
    page = open_issue("nobody")
    press(page, "回到整改台账")
    assert went == [("ledger", None)]


# Measures.


def test_a_measure_is_written_with_a_date_as_people_type_it(ledger, open_issue, dialog, qtbot, press):
    issue = ledger.issue()
    page = open_issue(issue)
    qtbot.keyClick(page, Qt.Key.Key_M)
    asked = dialog(page, MeasureDialog)
    assert asked.owner.text() == "周明"  # the head of the unit is proposed
    asked.what.setPlainText("每月抽查核查影像二十份并通报结果")
    asked.deadline.line.setText("13.40")
    press(page, "保存措施")
    assert asked.isVisible() and "“13.40”不是日期" in asked.problem()
    asked.deadline.line.setText("12.10")
    asked.proof.setText("抽查通报")
    qtbot.keyClick(asked.proof, Qt.Key.Key_Return)
    (measure,) = get(ledger, issue).measures
    assert (measure.deadline.month, measure.deadline.day, measure.kind) == (12, 10, MeasureKind.BY_DATE)
    assert "措施一" in text_of(page)


def test_a_request_for_support_asks_to_whom_when_and_what_was_answered(ledger, open_issue, dialog, press):
    issue = ledger.issue()
    page = open_issue(issue)
    press(page, "新增措施")
    asked = dialog(page, MeasureDialog)
    assert not asked.to.isVisible() and asked.deadline.isVisible()
    asked.kind.set_chosen(MeasureKind.SUPPORT.name)
    asked.kind.changed.emit(MeasureKind.SUPPORT.name)
    assert asked.to.isVisible()
    asked.what.setPlainText("向县财政局报请增加核查车辆经费")
    asked.to.setText("县财政局")
    asked.asked_on.set_day(ledger.today)
    press(page, "保存措施")
    assert get(ledger, issue).measures[0].support.to == "县财政局"
    assert "还没有答复" in text_of(page)


def test_a_lasting_measure_has_a_look_back_date_instead_of_a_deadline(ledger, open_issue, dialog, press):
    issue = ledger.issue()
    page = open_issue(issue)
    press(page, "新增措施")
    asked = dialog(page, MeasureDialog)
    asked.kind.set_chosen(MeasureKind.LASTING.name)
    asked.kind.changed.emit(MeasureKind.LASTING.name)
    assert asked.look_back.isVisible() and not asked.deadline.isVisible()
    assert "没有写的不计入条数" in text_of(asked)
    asked.what.setPlainText("每季度轮换入户核查的配对名单")
    asked.look_back.set_day(ledger.today)
    press(page, "保存措施")
    measure = get(ledger, issue).measures[0]
    assert measure.deadline is None and measure.look_back == ledger.today


def test_any_measure_may_have_a_look_back_date_not_before_its_deadline(ledger, open_issue, dialog, press):
    issue = ledger.issue()
    page = open_issue(issue)
    press(page, "新增措施")
    asked = dialog(page, MeasureDialog)
    assert asked.look_back.isVisible() and asked.deadline.isVisible()
    asked.what.setPlainText("近三年代签件全部复核，问题件十日内纠正")
    asked.deadline.set_day(ledger.today + timedelta(days=20))
    asked.look_back.set_day(ledger.today + timedelta(days=10))
    press(page, "保存措施")
    assert "早于完成时限" in asked.problem()
    asked.look_back.set_day(back := ledger.today + timedelta(days=50))
    press(page, "保存措施")
    assert get(ledger, issue).measures[0].look_back == back
    assert f"，{back:%Y-%m-%d} 回头看" in text_of(page)


def test_the_gate_says_how_many_are_lacking_and_which_do_not_count(ledger, open_issue, press, said):
    issue = ledger.issue()
    ledger.measure(issue)
    ledger.measure(issue)
    ledger.measure(issue, "近三年代签件全部复核，问题件十日内纠正", proof="")
    page = open_issue(issue)
    shown = text_of(page)
    assert "还差 2 条措施，才能开始整改" in shown
    assert "与第 1 条几乎相同" in shown and "还缺：佐证" in shown
    press(page, "开始整改")
    assert get(ledger, issue).state is IssueState.PLANNING and "还差 2 条" in said[-1][1]


def test_what_else_has_to_be_written_is_said_beside_the_measures_and_all_at_once(ledger, open_issue, press, said):
    issue = ledger.planned(causes=(), goal="")
    page = open_issue(issue)
    assert "条数够了。开始整改前还要写：整改目标、原因。" in text_of(page)
    press(page, "开始整改")
    assert said[-1][1] == "开始整改前还缺：整改目标、原因。请一并补齐，再开始整改。"
    assert get(ledger, issue).state is IssueState.PLANNING


def test_with_three_that_count_work_starts_and_can_be_taken_back_at_once(ledger, open_issue, press):
    issue = ledger.planned()
    page = open_issue(issue)
    assert "条数够了" in text_of(page) and "开始整改前还要写" not in text_of(page)
    press(page, "开始整改")
    assert get(ledger, issue).state is IssueState.WORKING
    page.findChild(Toast)._take_back()
    assert get(ledger, issue).state is IssueState.PLANNING


def test_a_measure_is_done_with_facts_and_proof_only(ledger, open_issue, dialog, files, press):
    issue = ledger.working()
    page = open_issue(issue)
    press(page, "记为完成，措施一")
    asked = dialog(page, MeasureFinishDialog)
    asked.result.setPlainText("高度重视，扎实推进，取得明显成效")
    asked.button("save").click()
    assert "没有可以核对的事" in asked.problem()
    asked.result.setPlainText("11月18日前复核46份，纠正9份")
    asked.button("save").click()
    assert "还没有佐证材料" in asked.problem()
    files.path = ledger.file()
    press(page, "添加文件…")
    asked.button("save").click()
    measure = get(ledger, issue).measure(1)
    assert measure.state is MeasureState.DONE and len(measure.evidence) == 1
    assert "措施完成 1/3" in text_of(page)


def test_a_done_measure_is_reopened_and_another_made_void_with_a_reason(ledger, open_issue, dialog, press):
    issue = ledger.planned()
    ledger.measure(issue, "修订核查规程，写明影像留痕和复核要求")
    page = open_issue(issue)
    press(page, "作废，措施四")
    asked = dialog(page, LedgerReasonDialog)
    asked.reason.setText("与措施三合并")
    asked.button("save").click()
    assert get(ledger, issue).measure(4).state is MeasureState.VOID
    assert "作废原因：与措施三合并" in text_of(page)


# Evidence.


def test_files_are_added_looked_at_and_their_loss_is_shown(services, ledger, open_issue, files, press, dialog):
    issue = ledger.issue()
    page = open_issue(issue)
    files.path = ledger.file("抽查通报.txt", "抽查 20 份")
    press(page, "添加文件…")
    assert "抽查通报.txt" in elided(page) and "完好" in text_of(page)
    press(page, "预览抽查通报.txt")
    assert dialog(page, IssuePreview).isVisible()
    press(page, "关闭")
    (check,) = services.evidence.of(issue)
    services.evidence.path(check.evidence.id).write_text("改过", "utf-8")
    page._refill()
    assert "已被改动" in text_of(page)
    services.evidence.path(check.evidence.id).unlink()
    page._refill()
    assert "缺失" in text_of(page)


def test_a_picture_is_looked_at_and_anything_else_is_not_offered(ledger, open_issue, files, press, dialog):
    issue = ledger.issue()
    page = open_issue(issue)
    picture = ledger.folder / "现场.png"
    picture.write_bytes(PNG)
    other = ledger.folder / "通报.docx"
    other.write_bytes(b"PK\x03\x04 nothing")
    for path in (picture, other):
        files.path = path
        press(page, "添加文件…")
    names = [one.accessibleName() for one in page.findChildren(Button) if one.isVisible()]
    assert "预览现场.png" in names and "预览通报.docx" not in names
    press(page, "预览现场.png")
    assert dialog(page, IssuePreview).isVisible()


def test_a_program_is_refused_in_words(ledger, open_issue, files, press, said):
    page = open_issue(ledger.issue())
    files.path = ledger.file("清理.bat")
    press(page, "添加文件…")
    assert said[-1][0] == "amber" and "不能作为佐证" in said[-1][1]


def test_a_file_is_taken_out_of_the_list_with_a_reason(ledger, open_issue, files, press, dialog):
    issue = ledger.issue()
    page = open_issue(issue)
    files.path = ledger.file()
    press(page, "添加文件…")
    press(page, "移出双签核查表.txt")
    asked = dialog(page, LedgerReasonDialog)
    asked.reason.setText("传错文件")
    asked.button("save").click()
    assert "移出：传错文件" in elided(page)


def elided(page):
    return "\n".join(one.text() for one in page.findChildren(ElidedLabel) if one.isVisible())


# Signatures.


def fill(page, name="周明", on=""):
    form = page._form
    form.name_field.setText(name)
    form.post.setText("股长")
    form.on.line.setText(on)
    form.opinion.setPlainText("同意")


def test_the_trail_is_registered_step_by_step_and_the_last_step_closes(ledger, open_issue, press, said):
    issue = ledger.finished()
    page = open_issue(issue)
    assert PAPER_NOTE in [one.text() for one in page.findChildren(Banner)]
    for place, step in enumerate(STEPS):
        assert f"下一步：{step}" in text_of(page)
        fill(page, on=f"{ledger.today:%Y-%m-%d}")
        if "会议" in step:
            press(page, "登记这一步")
            assert "会议记录或纪要的编号" in said[-1][1] and len(get(ledger, issue).approvals) == place
            page._form.minutes.setText("党组会纪要〔2026〕12号")
        press(page, "登记这一步")
        assert len(get(ledger, issue).approvals) == place + 1
    assert get(ledger, issue).state is IssueState.CLOSED and page._form is None
    assert "没有扫描件" in text_of(page)


def test_a_step_refused_keeps_what_was_typed(ledger, open_issue, press, said):
    page = open_issue(ledger.finished())
    fill(page)
    press(page, "登记这一步")
    assert "请写签署日期" in said[-1][1]
    fill(page, on="2026-13-40")
    press(page, "登记这一步")
    assert "不是日期" in said[-1][1] and page._form.opinion.toPlainText() == "同意"


def test_a_scan_is_added_without_losing_what_was_typed(ledger, open_issue, files, press):
    issue = ledger.finished()
    page = open_issue(issue)
    fill(page, on=f"{ledger.today:%Y-%m-%d}")
    files.path = ledger.folder / "审签表.png"
    files.path.write_bytes(PNG)
    press(page, "添加扫描件")
    assert page._form.name_field.text() == "周明" and page._form.scan.currentText() == "审签表.png"
    press(page, "登记这一步")
    assert "扫描件：审签表.png" in text_of(page)


def test_what_was_typed_of_a_signature_is_there_when_the_page_comes_again(services, ledger, open_issue, watched):
    issue = ledger.finished()
    page = open_issue(issue)
    fill(page)
    one = services
    again = IssuePage(one.ledger, one.issues, one.evidence, one.library, issue)
    again.restore(page.state())
    watched(again)
    assert again._form.name_field.text() == "周明" and again._form.opinion.toPlainText() == "同意"


# What else is done.


def test_a_draft_is_confirmed_and_what_is_void_is_restored(ledger, open_issue, press, dialog):
    issue = ledger.issue(confirmed=False)
    page = open_issue(issue)
    press(page, "责任单位负责人已确认")
    assert get(ledger, issue).state is IssueState.PLANNING
    press(page, "作废")
    asked = dialog(page, LedgerReasonDialog)
    asked.reason.setText("与第 3 号重复")
    asked.button("save").click()
    assert get(ledger, issue).state is IssueState.VOID and "与第 3 号重复" in text_of(page)
    assert "修改问题" not in buttons(page) and "删除" not in "".join(buttons(page))
    press(page, "恢复")
    assert get(ledger, issue).state is IssueState.PLANNING


def test_a_closed_issue_is_reopened_with_a_reason_and_keeps_its_signatures(ledger, open_issue, press, dialog):
    issue = ledger.closed()
    page = open_issue(issue)
    press(page, "重新打开")
    asked = dialog(page, LedgerReasonDialog)
    asked.reason.setText("10月抽查又发现2份代签")
    asked.button("save").click()
    assert get(ledger, issue).state is IssueState.WORKING
    assert "以前登记过、已退回的" in text_of(page)


def test_acts_of_oversight_hold_kind_and_date_only(ledger, open_issue, press, services):
    issue = ledger.issue()
    page = open_issue(issue)
    press(page, "登记督办事项")
    (act,) = get(ledger, issue).acts
    assert (act.kind, act.on) == (OversightKind.SUPERVISED, ledger.today)
    assert services.issues.history(issue)[0].words.startswith("登记督办事项：督办")


def test_an_opinion_of_the_supervising_team_is_a_field_of_its_own(ledger, open_issue, press, dialog):
    issue = ledger.issue()
    page = open_issue(issue)
    press(page, "登记监督意见…")
    asked = dialog(page, IssueOpinionDialog)
    asked.by.setText("派驻第三纪检监察组")
    asked.words.setPlainText("请把抽查结果列入回头看。")
    asked.button("save").click()
    assert get(ledger, issue).opinions[0].by == "派驻第三纪检监察组"
    assert "请把抽查结果列入回头看" in text_of(page) and get(ledger, issue).text.leader == "王副局长"


def test_the_history_says_who_changed_what_and_why(ledger, open_issue, dialog, qtbot, press):
    issue = ledger.issue()
    page = open_issue(issue)
    qtbot.keyClick(page, Qt.Key.Key_E)
    asked = dialog(page, IssueDialog)
    asked.leader.setText("李副局长")
    asked.button("save").click()
    shown = text_of(page)
    assert "修改问题" in shown and "责任领导：王副局长 → 李副局长" in shown


def test_who_edits_an_older_state_is_told(services, ledger, open_issue, dialog, qtbot):
    issue = ledger.issue()
    page = open_issue(issue)
    qtbot.keyClick(page, Qt.Key.Key_E)
    asked = dialog(page, IssueDialog)
    ledger.measure(issue)  # meanwhile, from another window
    asked.leader.setText("李副局长")
    asked.button("save").click()
    assert asked.isVisible() and asked.problem() and get(ledger, issue).text.leader == "王副局长"


def test_a_graded_text_is_refused_and_stays_in_the_field(ledger, open_issue, dialog, qtbot):
    issue = ledger.issue()
    page = open_issue(issue)
    qtbot.keyClick(page, Qt.Key.Key_E)
    asked = dialog(page, IssueDialog)
    asked.detail.setPlainText("见附件 机密★")
    asked.button("save").click()
    assert "不得录入国家秘密" in asked.problem() and asked.detail.toPlainText() == "见附件 机密★"
    assert any("非涉密计算机使用" in one.text() for one in asked.findChildren(Paragraph))


@pytest.mark.parametrize(("width", "way"), [(1278, "LeftToRight"), (900, "TopToBottom")])
def test_the_columns_stack_where_there_is_no_room(ledger, open_issue, width, way):
    page = open_issue(ledger.working(), (width, 700))
    assert page._columns.direction() == getattr(QBoxLayout.Direction, way)


def test_stacked_the_history_comes_last(ledger, open_issue, qtbot):
    page = open_issue(ledger.working(), (900, 700))
    tops = [one.mapTo(page, one.rect().topLeft()).y() for one in (page._history, page.findChild(ApprovalCard))]
    qtbot.waitUntil(lambda: page._history.isVisible())
    assert tops[0] > tops[1]


def test_every_tab_stop_has_a_name(ledger, open_issue, nameless_stops, dialog, press):
    assert nameless_stops(open_issue(ledger.finished()).window()) == []
    page = open_issue(ledger.working("公示栏没有拍照"))
    press(page, "修改问题")
    assert nameless_stops(page.window()) == []


def test_while_it_is_being_checked_nobody_is_asked_for_what_cannot_be_saved(ledger, open_issue, qtbot, said):
    page = open_issue(ledger.finished())
    assert not {"修改问题", "新增措施", "参考措施"} & set(buttons(page))
    assert IN_CHECK in text_of(page)
    for key in (Qt.Key.Key_E, Qt.Key.Key_M):
        qtbot.keyClick(page, key)
        assert said[-1] == ("amber", IN_CHECK)
        assert not [one for one in page.window().findChildren(Modal) if one.isVisible()]
