"""Sitting a 单位统考: open the file, type the password, choose oneself, begin."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListWidget

from app.domain.exam_window import ExamWindow
from app.domain.unit_exam import BookRule
from app.ui.kit.banner import Banner
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.unit_exam.unit_exam_page import UnitExamPage
from tests.gui.unit_exam.conftest import PASSWORD, PEOPLE, around_now


@pytest.fixture
def page(services, files, watched, show_page):
    made = watched(UnitExamPage(services.exam_seats, services.unit_exams, services.profiles, files))
    show_page(made)
    return made


def settle():
    """What was put into a page shows, what was taken out is gone."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(parent, name):
    settle()
    buttons = [one for one in parent.findChildren(QAbstractButton) if one.isVisibleTo(parent)]
    next(one for one in buttons if name in (one.text(), one.accessibleName())).click()
    settle()


def open_file(page, files, path):
    files.path = path
    press(page, "打开统考文件")


def unlock(page, password=PASSWORD):
    page.findChild(QLineEdit).setText(password)
    press(page, "打开")


def shown(page):
    people = page.findChild(QListWidget)
    return [people.item(at).text() for at in range(people.count()) if not people.item(at).isHidden()]


def test_from_the_file_to_the_first_question(page, files, package_file, services, went, qtbot):
    open_file(page, files, package_file)
    unlock(page)
    assert len(shown(page)) == 3
    page.findChild(QLineEdit).setText("李")
    assert shown(page) == ["李华　办公室　1002"]
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    (modal,) = page.window().findChildren(Modal)
    modal.button("start").click()
    qtbot.waitUntil(lambda: bool(went))
    exam = services.exams.unfinished()
    assert exam is not None and exam.candidate == "李华" and exam.occasion == "2026年度统考"
    assert went == [("exam", exam.id)]


def test_a_file_opened_from_outside_asks_for_its_password(page, package_file):
    page.open_file(package_file)
    settle()
    assert page.findChild(QLineEdit).hasFocus()
    unlock(page)
    assert len(shown(page)) == 3


def test_who_has_extra_time_is_told_before_the_start_and_nobody_else_sees_it(page, files, services, tmp_path):
    people = (replace(PEOPLE[0], factor=150), *PEOPLE[1:])
    paper = services.exams.papers()[0]
    made = services.unit_exams.make("统考", paper, around_now(), None, BookRule.CLOSED, people)
    path = tmp_path / "b.jjexam"
    services.unit_exams.write_package(made.id, PASSWORD, PASSWORD, path)
    open_file(page, files, path)
    unlock(page)
    assert not any("倍" in line for line in shown(page))
    page.findChild(QListWidget).setCurrentRow(0)
    press(page, "开始考试")
    (modal,) = page.window().findChildren(Modal)
    minutes = f"{paper.minutes * 1.5:g} 分钟（1.5 倍用时）"
    assert any(minutes in one.text() for one in modal.findChildren(Paragraph))


def test_enter_in_the_password_opens_the_roster_and_no_more(page, files, package_file, said, qtbot):
    open_file(page, files, package_file)
    field = page.findChild(QLineEdit)
    field.setText(PASSWORD)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert len(shown(page)) == 3 and not page.window().findChildren(Modal) and said == []
    page.findChild(QListWidget).setCurrentRow(1)
    qtbot.keyClick(page.findChild(QListWidget), Qt.Key.Key_Return)
    assert len(page.window().findChildren(Modal)) == 1


def test_a_wrong_password_is_said_and_the_field_stays(page, files, package_file, said):
    open_file(page, files, package_file)
    unlock(page, "错误的口令123")
    assert said[-1][0] == "red" and "开启口令不对，或者文件被改动过" in said[-1][1]
    unlock(page)
    assert len(shown(page)) == 3


def test_another_file_is_said_to_be_none(page, files, tmp_path, said):
    path = tmp_path / "x.jjexam"
    path.write_bytes(b"PK\x03\x04")
    open_file(page, files, path)
    assert said and "不是完整的统考文件" in said[0][1]


def test_who_is_not_chosen_does_not_begin(page, files, package_file, said, services):
    open_file(page, files, package_file)
    unlock(page)
    page.findChild(QLineEdit).setText("查无此人")
    press(page, "开始考试")
    assert said[-1] == ("red", "请先在名单里选择自己的姓名。") and services.exams.unfinished() is None


def test_the_profiles_own_name_is_chosen_already(services, files, package_file, watched, show_page):
    services.profiles.describe("王芳", "财务股", "自己学")
    page = watched(UnitExamPage(services.exam_seats, services.unit_exams, services.profiles, files))
    show_page(page)
    open_file(page, files, package_file)
    unlock(page)
    assert page.findChild(QListWidget).currentItem().text() == "王芳　财务股　1003"


def test_outside_the_window_it_says_when_and_cannot_be_begun(page, files, services, tmp_path):
    later = ExamWindow("2100-01-01T01:00:00+00:00", "2100-01-01T02:00:00+00:00")
    paper = services.exams.papers()[0]
    made = services.unit_exams.make("以后的统考", paper, later, None, BookRule.OPEN, PEOPLE)
    path = tmp_path / "later.jjexam"
    services.unit_exams.write_package(made.id, PASSWORD, PASSWORD, path)
    open_file(page, files, path)
    unlock(page)
    assert any("还没有到开考时间" in one.text() for one in page.findChildren(Banner))
    start = next(one for one in page.findChildren(QAbstractButton) if one.text() == "开始考试")
    assert not start.isEnabled()


def test_the_page_built_anew_stands_where_it_was(page, files, package_file, services, watched, show_page):
    open_file(page, files, package_file)
    unlock(page)
    again = watched(UnitExamPage(services.exam_seats, services.unit_exams, services.profiles, files))
    again.restore(page.state())
    show_page(again)
    assert len(shown(again)) == 3


def test_a_finished_exam_offers_its_result_file(services, files, package_file, watched, show_page, tmp_path, said):
    data, _ = services.exam_seats.read(package_file)
    exam = services.exam_seats.start(services.exam_seats.open(data, PASSWORD), "1001")
    services.exams.submit(exam)
    page = watched(UnitExamPage(services.exam_seats, services.unit_exams, services.profiles, files))
    show_page(page)
    files.path = tmp_path / "周明.jjresult"
    press(page, "保存结果文件：周明，2026年度统考")
    assert files.path.exists() and said[-1][0] == "green"


def test_a_package_can_be_taken_over_for_collecting(page, files, package_file, services, went, tmp_path):
    other = UnitExamPage(services.exam_seats, services.unit_exams, services.profiles, files)
    assert not other._adopt.isVisibleTo(other)
    other.deleteLater()
    open_file(page, files, package_file)
    unlock(page)
    assert not page._adopt.isVisibleTo(page)  # this PC made it: it is in the list already


def test_every_tab_stop_has_a_name(page, files, package_file, nameless_stops):
    assert nameless_stops(page.window()) == []
    open_file(page, files, package_file)
    assert nameless_stops(page.window()) == []
    unlock(page)
    assert nameless_stops(page.window()) == []
