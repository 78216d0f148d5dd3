"""Writing a paper: everything is counted as it is typed, kept, and asked about when it is left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget

from app.domain.drawing import shortages
from app.domain.paper import DrawRule, MultipleRule
from app.domain.paper_draft import PaperDraft, Source
from app.domain.question import QuestionKind
from app.domain.unit_paper import PaperState
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.modal import Modal
from app.ui.kit.page import Page, PageFacts
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.paper_editor.choices_dialog import ChoicesDialog
from app.ui.paper_editor.edit_head import EditHead
from app.ui.paper_editor.paper_edit_page import PaperEditPage
from app.ui.paper_editor.pick_row import PickRow
from app.ui.paper_editor.picker import Picker
from app.ui.paper_editor.question_preview import QuestionPreview
from app.ui.paper_editor.rule_list import RuleList
from app.ui.paper_editor.rule_row import RuleRow
from app.ui.paper_editor.trial_dialog import TrialDialog
from tests.gui.tab_stops import tab_stops

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


def field(within: QWidget, name: str, place: int = 0) -> QSpinBox:
    return [one for one in within.findChildren(QSpinBox) if one.accessibleName() == name][place]


def rows(page: QWidget) -> list[RuleRow]:
    return page.findChild(RuleList).rows()


def head(page: QWidget) -> EditHead:
    return page.findChild(EditHead)


def test_the_sums_follow_every_number(edit, paper_id, qtbot):
    page = edit(paper_id)
    assert head(page).sum_words() == "15 题 · 满分 40 分 · 30 分合格 · 40 分钟"
    count = field(page, "题数")
    count.setFocus()
    count.selectAll()
    qtbot.keyClicks(count, "12")
    assert head(page).sum_words() == "17 题 · 满分 44 分 · 30 分合格 · 40 分钟"


def test_every_row_says_what_the_bank_offers_and_where_it_is_short_in_the_words_of_the_domain(edit, paper_id, editor):
    page = edit(paper_id)
    first = rows(page)[0]
    offered = editor.available(first.rule())
    assert first._available.text() == f"可抽 {offered} 题" and first.fault() == ""
    draft = PaperDraft(title="x", rules=(replace(first.rule(), difficulties=(3,), topics=("eldercare",), count=200),))
    ((_, sentence),) = shortages(draft.paper(""), editor.bank())
    first._topics, first._levels = ("eldercare",), (3,)
    field(first, "题数").setValue(200)
    assert first.fault().startswith(sentence) and "请减少题数" in first.fault()
    assert first._available.accessibleName().endswith(first.fault())
    assert head(page)._wrong.isVisible()


def test_a_half_that_is_no_whole_number_is_told_while_one_writes(edit, paper_id, editor):
    rule = DrawRule(QuestionKind.MULTIPLE, 10, 1)
    editor.keep(paper_id, replace(editor.written(paper_id), multiple=MultipleRule.PARTIAL, rules=(rule,)))
    page = edit(paper_id)

    def told():
        return [one.text() for one in page.findChildren(Paragraph) if one.isVisible() and "多选少选" in one.text()]

    assert told() == ["1 分的多选少选不得分：一半分里不足 1 分的舍去。要得整半分，请把分值改成双数。"]
    field(page, "每题分值").setValue(2)
    assert told() == []


def test_topics_are_chosen_by_ticking(edit, paper_id, editor, press):
    page = edit(paper_id)
    press(page, "专题：不限专题")  # the last row's
    dialog = page.window().findChild(ChoicesDialog)
    dialog.box("eldercare").click()
    dialog.box("funeral").click()
    press(page, "确定")
    assert rows(page)[1].rule().topics == ("eldercare", "funeral")
    assert rows(page)[1]._available.text() == f"可抽 {editor.available(rows(page)[1].rule())} 题"
    press(page, "专题：养老")
    press(page, "不限")
    assert rows(page)[1].rule().topics == ()


def test_rows_are_added_moved_and_removed_by_the_keyboard(edit, paper_id, qtbot):
    page = edit(paper_id)
    field(page, "题数").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    kinds = [row.rule().kind.value for row in rows(page)]
    assert kinds == ["单选", "单选", "多选"] and rows(page)[1].isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, CONTROL_SHIFT)
    assert [row.rule().kind.value for row in rows(page)] == ["单选", "多选", "单选"]
    assert rows(page)[2].isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, CONTROL_SHIFT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete, CONTROL_SHIFT)
    assert [row.rule().kind.value for row in rows(page)] == ["单选", "多选"]
    assert rows(page)[1].isAncestorOf(QApplication.focusWidget())


def test_the_tab_key_goes_through_the_rows_as_they_stand(edit, paper_id, qtbot):
    page = edit(paper_id)
    field(page, "题数", 1).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, CONTROL_SHIFT)
    assert rows(page)[0].rule().kind is QuestionKind.MULTIPLE
    rows(page)[0].stops()[-1].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is rows(page)[1].stops()[0]


def test_the_last_row_can_go_and_the_page_says_what_is_missing(edit, paper_id, qtbot, press):
    page = edit(paper_id)
    press(page, "移除这一条")
    press(page, "移除这一条")
    assert rows(page) == [] and "还没有抽题条件" in page._questions._whole.text()


def test_a_case_study_is_never_worth_less_than_its_parts(edit, paper_id):
    page = edit(paper_id)
    kind = next(one for one in rows(page)[0].findChildren(ChoiceField))
    kind.setCurrentIndex(kind.findData("案例分析"))
    assert rows(page)[0].rule() == DrawRule(QuestionKind.CASE_STUDY, 10, 4)


def test_the_wheel_over_a_number_scrolls_the_page_instead(edit, paper_id, title_field):
    page = edit(paper_id)
    title_field(page).setFocus()
    number, before = field(page, "题数"), field(page, "题数").value()
    place = QPointF(number.rect().center())
    down = QWheelEvent(
        place,
        number.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(number, down)
    assert number.value() == before


def test_enter_in_a_number_takes_the_number_and_publishes_nothing(edit, paper_id, editor, qtbot):
    page = edit(paper_id)
    for name in ("题数", "时长", "合格线"):
        number = field(page, name)
        number.setFocus()
        number.selectAll()
        qtbot.keyClicks(number, "7")
        qtbot.keyClick(number, Qt.Key.Key_Return)
        qtbot.keyClick(number, Qt.Key.Key_Enter)
        assert number.value() == 7
    assert editor.get(paper_id).state is PaperState.DRAFT


def test_saving_again_without_a_change_makes_no_version(edit, saved_id, editor, qtbot):
    page = edit(saved_id)
    with qtbot.waitSignal(page.message) as said:
        qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)
    assert said.args == ["green", "没有改动，仍是第 1 版。"]
    assert editor.get(saved_id).version == 1 and len(editor.history(saved_id)) == 1
    assert head(page).state_words() == "第 1 版已保存"


def test_a_pass_mark_above_the_full_marks_is_no_share_of_them(edit, paper_id):
    page = edit(paper_id)
    field(page, "合格线").setValue(40)
    assert page._basics._share.text() == "满分 40 分（100%）"
    field(page, "合格线").setValue(60)
    assert page._basics._share.text() == "满分 40 分"


def test_enter_saves_and_the_lobby_offers_it(edit, paper_id, services, qtbot, title_field):
    page = edit(paper_id)
    title_field(page).setFocus()
    with qtbot.waitSignal(page.message) as said:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert said.args[0] == "green" and "第 1 版" in said.args[1]
    assert services.paper_shelf.paper(paper_id).title == "季度测试"
    assert head(page).state_words() == "第 1 版已保存"


def test_a_paper_that_is_wrong_is_not_saved_and_the_cursor_goes_there(edit, paper_id, editor, qtbot, title_field):
    page = edit(paper_id)
    title_field(page).clear()
    field(page, "时长").setFocus()
    with qtbot.waitSignal(page.message) as said:
        qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)
    assert said.args[0] == "red" and "还没有名称" in said.args[1]
    assert QApplication.focusWidget() is title_field(page)
    assert editor.get(paper_id).state is PaperState.DRAFT


def test_what_is_typed_is_kept_without_saving(edit, saved_id, editor, qtbot, title_field):
    page = edit(saved_id)
    title_field(page).insert("新")
    qtbot.waitUntil(lambda: editor.written(saved_id).title == "已保存的卷新")
    assert editor.get(saved_id).paper.title == "已保存的卷"
    assert head(page).state_words() == "第 1 版有改动"


def test_what_is_graded_is_refused_and_stays_on_screen_only(edit, paper_id, editor, qtbot, title_field):
    page = edit(paper_id)
    with qtbot.waitSignal(page.message) as said:
        title_field(page).setText("机密★一年")
    assert said.args[0] == "red" and "密级" in said.args[1]
    assert editor.written(paper_id).title == "季度测试"


def test_a_trial_shows_the_drawn_questions_and_their_seed(edit, paper_id, press, services):
    page = edit(paper_id)
    press(page, "试抽一份")
    dialog = page.window().findChild(TrialDialog)
    first = dialog.seed_words()
    assert first.startswith("卷号 ") and "共 15 题、40 分" in first
    press(page, "再抽一份")
    assert dialog.seed_words() != first
    press(page, "关闭")
    assert services.exams.unfinished() is None


def test_a_trial_that_cannot_be_drawn_says_why(edit, paper_id, press, qtbot):
    page = edit(paper_id)
    field(page, "题数").setValue(200)
    rows(page)[0]._levels, rows(page)[0]._topics = (3,), ("eldercare",)
    rows(page)[0].changed.emit()
    with qtbot.waitSignal(page.message) as said:
        press(page, "试抽一份")
    assert said.args[0] == "red" and "组不成卷" in said.args[1] and "只有" in said.args[1]


def fixed(page) -> None:
    source = next(one for one in page.findChildren(SegmentControl) if one.accessibleName() == "题目从哪里来")
    source.set_chosen(Source.PICKS.value)
    source.changed.emit(Source.PICKS.value)


def test_questions_are_picked_from_the_bank_looked_at_and_taken_out(edit, paper_id, editor, press, qtbot):
    page = edit(paper_id)
    fixed(page)
    press(page, "从题库选题")
    picker = page.window().findChild(Picker)
    picker._field.setText("低保")
    qtbot.waitUntil(lambda: picker._count.text().startswith(f"共 {editor.finder().find('低保').total} 题"))
    found = picker.rows()
    assert len(found) > 2
    for one in found[:2]:
        one._put.click()
    assert [row.pick().ids for row in page.findChildren(PickRow)] == [one.whole.ids for one in found[:2]]
    press(page, "看全题")
    assert page.window().findChild(QuestionPreview).isVisible()
    press(page, "关闭")
    found[0]._put.click()
    assert page._draft.paper("").size == len(found[1].whole.ids)


def test_the_rows_of_the_bank_are_one_stop_and_more_of_them_stand_below(edit, paper_id, qtbot, press):
    page = edit(paper_id)
    fixed(page)
    press(page, "从题库选题")
    picker = page.window().findChild(Picker)
    stops = tab_stops(picker)
    rows = [stop for stop in stops if any(one.isAncestorOf(stop) for one in picker.rows())]
    assert rows == [picker.rows()[0]._put] and stops[-1] is picker._more
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is picker.rows()[1]._put
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert QApplication.focusWidget() is picker.rows()[1]._look
    picker._more.click()
    assert QApplication.focusWidget() is picker.rows()[30]._put
    qtbot.waitUntil(lambda: picker.rows()[30]._put in tab_stops(picker))
    stops = tab_stops(picker)
    assert stops[-1] is picker._more
    assert sum(any(one.isAncestorOf(stop) for one in picker.rows()) for stop in stops) == 1
    picker._field.setText("低保")
    qtbot.waitUntil(lambda: picker.rows()[0]._put in tab_stops(picker))


def test_a_fixed_paper_is_saved_with_its_order_and_points(edit, paper_id, editor, qtbot, press):
    page = edit(paper_id)
    fixed(page)
    chosen = [whole for whole in editor.bank().wholes if whole.kind is QuestionKind.SINGLE][:3]
    for whole in chosen:
        page._questions.picks().put(whole.ids)
    field(page, "合格线").setValue(3)
    field(page, "这道题的分值", 2).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, CONTROL_SHIFT)
    page.main_action()
    paper = editor.get(paper_id).paper
    assert [one.question_id for one in paper.fixed] == [chosen[0].ids[0], chosen[2].ids[0], chosen[1].ids[0]]
    assert paper.total == 6 and paper.rules == ()


class Elsewhere(Page):
    facts = PageFacts("elsewhere", "别处", "考", "")


def leave(page: PaperEditPage) -> Elsewhere:
    """As the shell does it: the page is told, dropped, and another one shown."""
    window, front = page.window(), Elsewhere()
    page.leave()
    page.hide()
    page.deleteLater()
    window.layout().addWidget(front)
    front.show()
    return front


def question(window: QWidget) -> Modal | None:
    return next((one for one in window.findChildren(Modal) if one.isVisible()), None)


@pytest.mark.parametrize(("choice", "kept", "version"), [("留作草稿", 55, 1), ("放弃改动", 40, 1), ("保存试卷", 55, 2)])
def test_leaving_with_changes_asks_what_shall_become_of_them(
    edit, saved_id, editor, qtbot, press, choice, kept, version
):
    page = edit(saved_id)
    field(page, "时长").setValue(55)
    front = leave(page)
    qtbot.waitUntil(lambda: question(front.window()) is not None)
    assert editor.written(saved_id).minutes == 55  # safe before anything is answered
    assert QApplication.focusWidget().label() == "留作草稿"
    press(front, choice)
    assert editor.written(saved_id).minutes == kept
    assert editor.get(saved_id).version == version


def test_leaving_what_cannot_be_saved_offers_the_way_back(edit, paper_id, qtbot, press):
    page = edit(paper_id)
    field(page, "合格线").setValue(900)
    front = leave(page)
    qtbot.waitUntil(lambda: question(front.window()) is not None)
    with qtbot.waitSignal(front.navigate) as gone:
        press(front, "回去修改")
    assert gone.args == ["paper_edit", paper_id]


def test_leaving_what_was_not_touched_asks_nothing(edit, paper_id, editor, qtbot):
    front = leave(edit(paper_id))
    qtbot.wait(50)
    assert question(front.window()) is None and editor.get(paper_id).draft is not None


def test_a_new_paper_left_untouched_is_no_draft(edit, editor, qtbot):
    leave(edit(editor.new()))
    qtbot.waitUntil(lambda: editor.papers() == [])


def test_a_page_built_anew_in_another_look_asks_nothing_and_forgets_nothing(edit, saved_id, editor, qtbot):
    page = edit(saved_id)
    field(page, "时长").setValue(55)
    window, state = page.window(), None
    page.leave()
    state = page.state()
    page.hide()
    page.deleteLater()
    again = PaperEditPage(editor, saved_id)
    again.restore(state)
    window.layout().addWidget(again)
    again.show()
    qtbot.wait(50)
    assert question(window) is None
    assert field(again, "时长").value() == 55
    front = leave(again)
    qtbot.waitUntil(lambda: question(front.window()) is not None)
    question(window).dismiss()


def test_a_paper_that_is_gone_says_where_to_go(edit, qtbot, press):
    page = edit("unit/none")
    with qtbot.waitSignal(page.navigate) as gone:
        press(page, "回到试卷编辑")
    assert gone.args == ["paper_editor", None]


@pytest.mark.parametrize("size", [(1278, 712), (1005, 557)])
def test_every_stop_has_a_name_and_nothing_is_cut(edit, paper_id, nameless_stops, size):
    page = edit(paper_id, size)
    assert nameless_stops(page.window()) == []
    fixed(page)
    page._questions.picks().put(page._editor.bank().wholes[0].ids)
    assert nameless_stops(page.window()) == []
    inner = page._scroll.widget()
    assert inner.minimumSizeHint().width() <= page._scroll.viewport().width()
