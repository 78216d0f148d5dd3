"""What the shell does for an exam: the rules stay shut without books, a second start is told."""

import pytest

from app.domain.exam_incident import IncidentKind
from app.ui.exam.closed_book_page import ClosedBookPage
from app.ui.regulations.regulations_page import RegulationsPage
from app.ui.search.search_page import SearchPage
from tests.unit.occasions import start_in_occasion


@pytest.fixture
def window(application, person, qtbot):
    with qtbot.waitSignal(application.window.settled, timeout=20_000):
        application.show(1366, 768)
    application.window.activateWindow()
    qtbot.waitUntil(lambda: application.window.page.facts.key == "home")
    return application.window


@pytest.fixture
def start(application, window):
    def begin(book):
        paper = application.services.exams.papers()[0]
        return start_in_occasion(application.services, paper, book=book)

    return begin


def test_without_books_the_rules_and_the_search_stay_shut_until_it_is_handed_in(application, window, start, qtbot):
    exam = start("闭卷")
    window.go("exam", exam.id)
    for key, argument in (("regulations", "条例@2023/124"), ("search", "入户")):
        window.go(key, argument)
        assert isinstance(window.page, ClosedBookPage) and window.page.facts.key == key
    window.page.main_action()
    qtbot.waitUntil(lambda: window.page.facts.key == "exam")
    window.go("library")
    assert window.page.facts.key == "library", "everything else is as ever"
    application.services.exams.submit(exam)
    window.go("regulations", "条例@2023/124")
    assert isinstance(window.page, RegulationsPage)
    window.go("search", "入户")
    assert isinstance(window.page, SearchPage)


@pytest.mark.parametrize("book", ["开卷", ""])
def test_with_books_or_where_nobody_has_said_they_are_open(window, start, book):
    window.go("exam", start(book).id)
    window.go("regulations", "条例@2023/124")
    assert isinstance(window.page, RegulationsPage)


def test_a_second_start_is_on_record_while_the_exam_is_on_screen(application, window, start):
    exam = start("闭卷")
    window.go("exam", exam.id)
    application._come_forward(None)
    window.go("exams")
    application._come_forward(None)
    assert [one.kind for one in application.services.exams.incidents.of(exam.id)] == [IncidentKind.STARTED_AGAIN]
