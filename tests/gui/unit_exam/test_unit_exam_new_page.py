"""Organising a 单位统考: the form, the roster, the file."""

from dataclasses import replace
from datetime import date, timedelta

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from app.domain.paper import BreakPolicy
from app.domain.unit_exam_draft import UnitExamDraft
from app.packs.exam_package_reader import open_package
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.unit_exam.unit_exam_new_page import UnitExamNewPage
from tests.gui.unit_exam.conftest import PASSWORD, PEOPLE


@pytest.fixture
def page(services, files, watched, show_page):
    made = watched(UnitExamNewPage(services.unit_exams, services.exams.papers, files))
    show_page(made)
    return made


def press(page, text):
    next(one for one in page.findChildren(QAbstractButton) if one.text() == text).click()


def roster(path, *rows, head=("姓名", "科室", "工号")):
    book = openpyxl.Workbook()
    for row in (head, *rows):
        book.active.append(row)
    book.save(path)
    return path


def fill(page, files, tmp_path, password=PASSWORD, again=PASSWORD):
    page._title.setText("2026年度统考")
    files.path = roster(tmp_path / "名单.xlsx", ("周明", "办公室", 1), ("李华", "办公室", 2))
    press(page, "导入名单")
    page._password.setText(password)
    page._again.setText(again)
    files.path = tmp_path / "统考.jjexam"


def test_the_form_gives_a_file_that_opens_with_its_password(page, files, tmp_path, services, went, said):
    fill(page, files, tmp_path)
    press(page, "生成统考文件")
    package = open_package((tmp_path / "统考.jjexam").read_bytes(), PASSWORD)
    assert package.exam.title == "2026年度统考" and len(package.exam.roster) == 2
    assert package.exam.paper.breaks is BreakPolicy.COUNTS
    assert went == [("unit_exam_book", package.exam.id)] and said[-1][0] == "green"
    assert [one[0] for one in services.unit_exams.exams()] == [package.exam.id]


@pytest.mark.parametrize(
    ("password", "again", "words"), [("短", "短", "8 到 64"), (PASSWORD, PASSWORD + "1", "不一样")]
)
def test_a_password_that_will_not_do_makes_nothing(page, files, tmp_path, services, said, password, again, words):
    fill(page, files, tmp_path, password, again)
    press(page, "生成统考文件")
    assert words in said[-1][1] and not services.unit_exams.exams() and not files.path.exists()


def test_enter_in_a_field_makes_one_exam(page, files, tmp_path, services, qtbot):
    fill(page, files, tmp_path)
    qtbot.keyClick(page._again, Qt.Key.Key_Return)
    assert len(services.unit_exams.exams()) == 1


def test_whoever_thinks_better_of_it_in_the_dialog_has_made_nothing(page, files, tmp_path, services):
    fill(page, files, tmp_path)
    files.path = None
    press(page, "生成统考文件")
    assert not services.unit_exams.exams()


def test_without_a_roster_it_says_so(page, said):
    page._title.setText("统考")
    page._password.setText(PASSWORD)
    page._again.setText(PASSWORD)
    press(page, "生成统考文件")
    assert "名单应有 1 到" in said[-1][1]


def test_a_roster_with_a_fault_is_not_taken_at_all(page, files, tmp_path):
    files.path = roster(tmp_path / "名单.xlsx", ("周明", "办公室", 1), ("", "办公室", 2))
    press(page, "导入名单")
    assert page._roster.people == ()
    assert any("第 3 行：这一行没有姓名" in one.text() for one in page.findChildren(Paragraph))


def test_extra_time_is_taken_from_the_roster_and_from_what_is_typed(page, files, tmp_path, services):
    fill(page, files, tmp_path)
    people = page._roster.people
    page._roster.set_extra(f"{people[0].name} 1.5")
    press(page, "生成统考文件")
    ((exam_id, *_),) = services.unit_exams.exams()
    roster_kept = services.unit_exams.package(exam_id).exam.roster
    assert [one.factor for one in roster_kept] == [150, *(100 for _ in people[1:])]


def test_how_many_have_extra_time_is_told_beside_the_roster(page, files, tmp_path):
    head = ("姓名", "工号", "延长时间")
    files.path = roster(tmp_path / "名单.xlsx", ("周明", 1, 1.25), ("李华", 2, None), head=head)
    press(page, "导入名单")
    assert any("名单 2 人，1 人延长时间" in one.text() for one in page.findChildren(Label))


def test_a_wrong_name_or_factor_is_said_and_nothing_is_made(page, files, tmp_path, services, said):
    fill(page, files, tmp_path)
    page._roster.set_extra("某某某 1.5")
    press(page, "生成统考文件")
    assert said[-1][0] == "red" and "“某某某 1.5”不在名单上" in said[-1][1]
    assert not services.unit_exams.exams() and page._roster._extra.hasFocus()


def choose_paper_exam(page):
    press(page, "纸质考试：只登记成绩")


def last_friday(page):
    opens, closes = page._window.times()
    page._window.set_times(opens - timedelta(days=7), closes - timedelta(days=7))


def test_an_exam_on_paper_that_is_over_is_registered_without_file_or_password(
    page, files, tmp_path, services, went, said
):
    fill(page, files, tmp_path, "", "")
    choose_paper_exam(page)
    last_friday(page)
    asked = list(files.asked)
    press(page, "登记这次考试，录入得分")
    ((exam_id, title, _, people),) = services.unit_exams.exams()
    assert went == [("unit_exam_marks", exam_id)] and said[-1][0] == "green"
    assert (title, people, files.asked) == ("2026年度统考", 2, asked)
    assert services.unit_exams.package(exam_id).exam.on_paper and not files.path.exists()
    assert [one.state.value for one in services.unit_exams.standings(exam_id)] == ["缺考", "缺考"]


def test_what_an_exam_on_paper_has_not_is_not_asked_for(page):
    page._title.setFocus()
    choose_paper_exam(page)
    shown = [one.text() for one in page.findChildren(Label) if one.isVisible()]
    assert not {"开启口令", "交卷后成绩", "暂离、中断的时间"} & set(shown) and "考试方式" in shown
    assert page._window.times()[0].date() == date.today()
    press(page, "在电脑上考")
    assert page._password.isVisible() and page._window.times()[0].date() == date.today() + timedelta(days=1)


def test_a_time_that_was_chosen_stays_whatever_the_exam_is_on(page):
    last_friday(page)
    chosen = page._window.times()
    choose_paper_exam(page)
    assert page._window.times() == chosen


def test_what_is_wrong_with_an_exam_on_paper_is_said_and_nothing_is_made(page, services, said, went):
    choose_paper_exam(page)
    press(page, "登记这次考试，录入得分")
    assert "请填写考试名称" in said[-1][1] and not services.unit_exams.exams() and not went


def wheel(widget):
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_changes_neither_paper_nor_time(page, focused):
    before = page.state()
    for field in (page._paper, *page._window._fields, *page._make_up._fields):
        if focused:
            field.setFocus()
        wheel(field)
        for inside in field.findChildren(QLineEdit):
            wheel(inside)
    assert page.state() == before


def test_the_page_built_anew_keeps_everything_but_the_password(page, files, tmp_path, services, watched, show_page):
    fill(page, files, tmp_path)
    page._roster.set_extra("周明 1.5")
    choose_paper_exam(page)
    again = watched(UnitExamNewPage(services.unit_exams, services.exams.papers, files))
    again.restore(page.state())
    show_page(again)
    assert again._title.text() == "2026年度统考" and len(again._roster.people) == 2
    assert again._window.times() == page._window.times() and again._make.label() == "登记这次考试，录入得分"
    assert again._password.text() == "" and again._roster.extra() == "周明 1.5"


def test_a_make_up_begins_with_what_is_known_of_it(services, files, watched, show_page):
    paper = services.exams.papers()[-1]
    draft = UnitExamDraft("统考（补考）", paper, PEOPLE[1:])
    page = watched(UnitExamNewPage(services.unit_exams, services.exams.papers, files, draft=draft))
    show_page(page)
    assert (page._title.text(), page._roster.people) == ("统考（补考）", PEOPLE[1:])
    assert page._chosen().id == paper.id
    assert page._make.label() == "生成统考文件"
    on_paper = watched(UnitExamNewPage(services.unit_exams, list, files, draft=replace(draft, on_paper=True)))
    assert on_paper._make.label() == "登记这次考试，录入得分"
    gone = watched(UnitExamNewPage(services.unit_exams, list, files, draft=draft))
    show_page(gone)
    assert gone._chosen().id == paper.id


def test_whoever_was_taken_is_shown_before_anything_is_made(page, files, tmp_path):
    """With the extra time that is typed, and with what was left out of the file."""
    rows = (("周明", "办公室", 1), ("李华", "", 2), ("合计", "", ""))
    files.path = roster(tmp_path / "名单.xlsx", *rows)
    press(page, "导入名单")
    field = page._roster
    field.set_extra("李华 1.5")
    model = field._model
    shown = [[model.data(model.index(row, at)) for at in range(model.columnCount())] for row in range(model.rowCount())]
    assert shown == [["1", "周明", "办公室", "1", ""], ["2", "李华", "", "2", "1.5 倍用时"]]
    assert field._table.isVisible()
    told = [one.text() for one in page.findChildren(Paragraph)]
    assert "没有当作人：第 4 行“合计”。" in told and "1 人没有科室：李华。" in told


def test_every_tab_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window()) == []
