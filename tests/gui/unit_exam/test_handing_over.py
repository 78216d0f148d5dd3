"""After 交卷: the result file is what is left to be done, and is reminded of until it was saved."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.domain.roster_person import RosterPerson
from app.domain.unit_exam import BookRule
from app.ui.exam.attempt_list import AttemptList
from app.ui.exam.record_sheet_saving import RecordSheetSaving
from app.ui.exam.result_file_saving import ResultFileSaving
from app.ui.exam.results_page import ResultsPage
from app.ui.home.home_page import HomePage
from app.ui.home.task_row import TaskRow
from app.ui.home.unit_cards import UnitServices
from app.ui.kit.button import Button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.unit_exam.sat_row import SatRow
from app.ui.unit_exam.unit_exam_page import UnitExamPage
from tests.gui.unit_exam.conftest import PASSWORD, PEOPLE, around_now

MAIN = "保存结果文件，交给组织人员"


def settle():
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def sit(services, package_file):
    """Somebody sits it at this PC and hands in."""
    package = services.exam_seats.open(package_file.read_bytes(), PASSWORD)

    def begin_and_submit(person=PEOPLE[0].key):
        return services.exams.submit(services.exam_seats.start(package, person))

    return begin_and_submit


@pytest.fixture
def result(services, watched, show_page, tmp_path):
    """The page after an exam; what is saved goes to ``tmp_path``."""

    def page(exam_id=None):
        saving = RecordSheetSaving(services.exam_records, "某局", lambda *_: "")
        handing = ResultFileSaving(services.exam_seats, lambda *given: str(tmp_path / given[2]))
        parts = (services.exams, services.library, services.practice, exam_id, saving)
        made = watched(ResultsPage(*parts, handing=handing))
        show_page(made)
        return made

    return page


def buttons(page):
    settle()
    return [one.label() for one in page.findChildren(Button) if one.isVisibleTo(page)]


def words(page):
    return "\n".join(one.text() for one in page.findChildren(Paragraph) if one.isVisibleTo(page))


def test_after_handing_in_the_main_step_is_to_save_the_file(sit, result, services, tmp_path, said):
    exam = sit()
    page = result(exam.id)
    assert MAIN in buttons(page) and "成绩册里按缺考" in words(page)
    page.main_action()
    assert (tmp_path / services.exam_seats.result_name(exam)).exists() and said[-1][0] == "green"
    assert MAIN not in buttons(page) and "再保存一份" in buttons(page) and "已经保存过" in words(page)
    page.main_action()
    assert len(list(tmp_path.glob("*.jjresult"))) == 1 and len(said) == 1, "Enter saves once"
    assert MAIN not in buttons(result(exam.id))


def test_a_dialog_that_was_closed_changes_nothing(sit, services, watched, show_page):
    exam = sit()
    handing = ResultFileSaving(services.exam_seats, lambda *_: "")
    page = watched(ResultsPage(services.exams, services.library, services.practice, exam.id, None, handing=handing))
    show_page(page)
    page.main_action()
    assert MAIN in buttons(page) and services.exam_seats.saved() == frozenset()


def test_a_self_test_has_nothing_to_hand_over(services, result):
    exam = services.exams.submit(services.exams.start(services.exams.papers()[0], "周明"))
    page = result(exam.id)
    assert not any("保存" in label for label in buttons(page))
    page.main_action()


def test_every_sitting_of_the_pc_can_be_saved_at_once(services, files, watched, show_page, tmp_path, said):
    people = tuple(RosterPerson(f"考生{number}", "办公室", f"{number}") for number in range(7))
    paper = services.exams.papers()[0]
    made = services.unit_exams.make("统考", paper, around_now(), None, BookRule.CLOSED, people)
    package = services.unit_exams.package(made.id)
    for person in people:
        services.exams.submit(services.exam_seats.start(package, person.key))
    page = watched(UnitExamPage(services.exam_seats, services.unit_exams, services.profiles, files))
    show_page(page)
    rows = page.findChildren(SatRow)
    assert len(rows) == 7 and not any("分" in one.text() for row in rows for one in row.findChildren(Label))
    files.path = tmp_path / "U盘"
    next(one for one in page.findChildren(Button) if one.label() == "没有保存的 7 份，全部保存到文件夹").click()
    settle()
    assert len(list(files.path.glob("*.jjresult"))) == 7 and said[-1][0] == "green"
    assert {one.text() for one in page.findChildren(SatRow)[0].findChildren(Tag)} == {"已保存"}
    assert "全部保存到文件夹" in buttons(page)
    assert services.unit_exams.collect(made.id, files.path).taken == 7


def test_what_is_still_to_be_saved_stands_first(sit, services, files, watched, show_page, tmp_path):
    first = sit()
    second = sit(PEOPLE[1].key)
    services.exam_seats.save_result(second, tmp_path / "b.jjresult")
    page = watched(UnitExamPage(services.exam_seats, services.unit_exams, services.profiles, files))
    show_page(page)
    assert [row.exam.id for row in page.findChildren(SatRow)] == [first.id, second.id]
    assert "没有保存的 1 份，全部保存到文件夹" in buttons(page)


def test_home_reminds_until_it_was_saved(sit, services, watched, show_page, qtbot, went, tmp_path):
    one, exam = services, sit()

    def home():
        unit = UnitServices(lambda: one.meetings, lambda: one.ledger_dues, lambda: one.ledger, lambda: one.self_checks)
        page = watched(HomePage(one.library, one.study, one.home, lambda: one.exams, one.records, one.profiles, unit))
        show_page(page)
        qtbot.waitUntil(lambda: page._article_slot.count() > 0 and not page._steps)
        return page

    def reminders(page):
        rows = page.findChildren(TaskRow)
        return [row for row in rows if "结果文件" in row.findChildren(ElidedLabel)[0].accessibleName()]

    (row,) = reminders(home())
    assert "周明" in row.findChildren(ElidedLabel)[1].accessibleName()
    row.button.click()
    assert went[-1] == ("unit_exam", None)
    services.exam_seats.save_result(exam, tmp_path / "a.jjresult")
    assert reminders(home()) == []


# short answers


@pytest.fixture
def with_short(services, tmp_path):
    """A paper with a 简答, sat; its keys may be seen."""
    paper = next(one for one in services.exams.papers() if any("简答" in str(rule.kind) for rule in one.rules))
    made = services.unit_exams.make("统考", paper, around_now(), None, BookRule.CLOSED, PEOPLE)
    exam = services.exam_seats.start(services.unit_exams.package(made.id), PEOPLE[0].key)
    place = next(item.place for item in exam.items if item.question.points)
    exam = services.exams.submit(services.exams.answer(exam, place, ("先核对，再公示。",)))
    services.exams._exams.put_released(exam.id)
    services._connection.commit()
    return services.exams.result(exam.id), place


def test_short_answers_wait_for_the_organiser_and_cannot_be_marked_here(with_short, result):
    exam, place = with_short
    page = result(exam.id)
    assert "简答由组织单位统一阅卷" in words(page) and "由组织单位在阅卷以后出具" in words(page)
    assert "学习情况记录单" not in buttons(page) and "核验文件" not in buttons(page)
    page._open_question(place)
    assert "保存评分" not in buttons(page) and "简答由组织单位统一阅卷" in words(page)
    assert not any("自评" in one.text() for one in (*page.findChildren(Label), *page.findChildren(Paragraph)))


# whose


def test_the_list_of_attempts_is_of_one_person_and_says_of_whom(sit, services, result):
    services.profiles.describe(PEOPLE[0].name, "", "自己学")
    own, other = sit(), sit(PEOPLE[1].key)
    page = result()
    assert page._exam.id == own.id, "成绩 opens with one's own"
    for exam, name in ((own, "周明"), (other, "李华")):
        attempts = result(exam.id).findChild(AttemptList)
        assert any(one.text() == f"{name}　1 次" for one in attempts.findChildren(Label))


def test_where_only_others_sat_here_no_score_of_theirs_is_opened(sit, result):
    sit()
    assert result()._exam is None
