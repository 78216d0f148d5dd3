"""Choosing oneself in the list: nobody begins another's exam by typing and Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget

from app.domain.roster_person import RosterPerson
from app.domain.unit_exam import BookRule
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.unit_exam.unit_exam_page import UnitExamPage
from tests.gui.unit_exam.conftest import PASSWORD, around_now
from tests.gui.unit_exam.test_unit_exam_page import open_file, press, unlock

PEOPLE = (
    RosterPerson("李小华", "办公室", "1001"),
    RosterPerson("李小花", "办公室", "1002"),
    RosterPerson("李明", "财务股", "1003"),
    RosterPerson("周明", "财务股", "1004"),
)


@pytest.fixture
def page(services, files, watched, show_page, tmp_path):
    """The list is open; the profile is called ``name``."""

    def opened(name):
        services.profiles.describe(name, "", "自己学")
        paper = services.exams.papers()[0]
        made = services.unit_exams.make("统考", paper, around_now(), None, BookRule.CLOSED, PEOPLE)
        path = tmp_path / "a.jjexam"
        services.unit_exams.write_package(made.id, PASSWORD, PASSWORD, path)
        shown = watched(UnitExamPage(services.exam_seats, services.unit_exams, services.profiles, files))
        show_page(shown)
        open_file(shown, files, path)
        unlock(shown)
        return shown

    return opened


def chosen(page):
    item = page.findChild(QListWidget).currentItem()
    return item.text().split("　")[0] if item is not None else ""


def type_(page, text):
    page.findChild(QLineEdit).setText(text)


def asked(page):
    (modal,) = page.window().findChildren(Modal)
    return modal, "\n".join(one.text() for one in modal.findChildren(Paragraph))


def test_a_filter_chooses_only_where_one_is_left(page):
    shown = page("王某")
    type_(shown, "李")
    assert chosen(shown) == ""
    type_(shown, "李小华")
    assert chosen(shown) == "李小华"
    type_(shown, "李小")
    assert chosen(shown) == "", "what the filter chose goes when others come back"


def test_what_was_chosen_by_hand_stays_while_it_is_in_sight(page):
    shown = page("王某")
    type_(shown, "李小华")
    people = shown.findChild(QListWidget)
    people.itemClicked.emit(people.currentItem())
    type_(shown, "李")
    assert chosen(shown) == "李小华"
    type_(shown, "周")
    assert chosen(shown) == "周明"


def test_the_profiles_own_name_comes_back_after_a_slip(page):
    shown = page("李小花")
    assert chosen(shown) == "李小花"
    type_(shown, "李小1")
    assert chosen(shown) == ""
    type_(shown, "李")
    assert chosen(shown) == "李小花"


def test_enter_twice_begins_nothing(page, services, qtbot):
    shown = page("李小花")
    qtbot.keyClick(shown.findChild(QLineEdit), Qt.Key.Key_Return)
    modal, _ = asked(shown)
    assert modal.button("back").hasFocus()
    qtbot.keyClick(modal, Qt.Key.Key_Return)
    assert services.exams.unfinished() is None


@pytest.mark.parametrize(
    ("own", "told"),
    [("周明", "当前使用人是周明，开考的是李小华"), ("", "当前使用人没有填写姓名，开考的是李小华")],
)
def test_another_name_than_the_profiles_is_asked_about(page, own, told):
    shown = page(own)
    type_(shown, "李小华")
    press(shown, "开始考试")
    assert told in asked(shown)[1] and "不计入" in asked(shown)[1]


def test_the_own_name_is_not_asked_about(page):
    shown = page("李小 华")
    press(shown, "开始考试")
    assert "当前使用人" not in asked(shown)[1] and "李小华" in asked(shown)[1]
