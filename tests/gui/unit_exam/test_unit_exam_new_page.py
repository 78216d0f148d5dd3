"""Organising a 单位统考: the form, the roster, the file."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.domain.paper import BreakPolicy
from app.packs.exam_package_reader import open_package
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.unit_exam.unit_exam_new_page import UnitExamNewPage
from tests.gui.unit_exam.conftest import PASSWORD


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


def test_the_page_built_anew_keeps_everything_but_the_password(page, files, tmp_path, services, watched, show_page):
    fill(page, files, tmp_path)
    page._roster.set_extra("周明 1.5")
    again = watched(UnitExamNewPage(services.unit_exams, services.exams.papers, files))
    again.restore(page.state())
    show_page(again)
    assert again._title.text() == "2026年度统考" and len(again._roster.people) == 2
    assert again._window.times() == page._window.times()
    assert again._password.text() == "" and again._roster.extra() == "周明 1.5"


def test_every_tab_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window()) == []
