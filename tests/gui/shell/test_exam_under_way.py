"""What the shell does for an exam: the rules stay shut without books, a second start is told."""

from datetime import UTC, datetime, timedelta

import pytest

from app.bootstrap import open_app
from app.domain.exam_incident import IncidentKind
from app.domain.exam_window import ExamWindow
from app.domain.roster_person import RosterPerson
from app.domain.unit_exam import BookRule
from app.paths import find_paths
from app.ui.analysis.analysis_page import AnalysisPage
from app.ui.exam.closed_book_page import ClosedBookPage
from app.ui.exam.closed_elsewhere_page import ClosedElsewherePage
from app.ui.exam.closed_pages import CLOSED
from app.ui.exam.results_page import ResultsPage
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.library.case_page import CasePage
from app.ui.paper_editor.paper_edit_page import PaperEditPage
from app.ui.paper_editor.paper_editor_page import PaperEditorPage
from app.ui.parts.paper_print import PaperPrint
from app.ui.practice.practice_page import PracticePage
from app.ui.practice.practice_round_page import PracticeRoundPage
from app.ui.presenter.deck_edit_page import DeckEditPage
from app.ui.regulations.regulations_page import RegulationsPage
from app.ui.review.review_page import ReviewPage
from app.ui.review.review_round_page import ReviewRoundPage
from app.ui.search.search_page import SearchPage
from app.ui.shell.page_factory import PageFactory
from tests.unit.occasions import start_in_occasion

PAGES = (
    *(RegulationsPage, SearchPage, CasePage, PracticePage, PracticeRoundPage, ReviewPage, ReviewRoundPage),
    *(ResultsPage, PaperEditorPage, PaperEditPage, AnalysisPage, DeckEditPage),
)


@pytest.fixture
def window(application, person, qtbot):
    with qtbot.waitSignal(application.window.settled, timeout=20_000):
        application.show(1366, 768)
    application.window.activateWindow()
    qtbot.waitUntil(lambda: application.window.page.facts.key == "home")
    return application.window


@pytest.fixture
def services_of_pages():
    return {page.facts.key: page.facts for page in PAGES}


def said(part):
    return "\n".join(one.text() for one in part.findChildren(Paragraph))


@pytest.fixture
def start(application, window):
    def begin(book):
        paper = application.services.exams.papers()[0]
        return start_in_occasion(application.services, paper, book=book)

    return begin


OPENS = {"case": "builtin/case/01-she-bao-kong-zhuan", "paper_edit": None, "practice_round": {"question_ids": []}}


def test_without_books_all_that_shows_rules_or_keys_stays_shut_until_it_is_handed_in(application, window, start, qtbot):
    exam = start("闭卷")
    window.go("exam", exam.id)
    for key in CLOSED:
        window.go(key, OPENS.get(key))
        assert isinstance(window.page, ClosedBookPage) and window.page.facts.key == key
    window.go("exams")
    assert not window.page._print.isEnabled(), "printed papers come with their keys"
    window.page._print_chosen()
    assert window.findChildren(PaperPrint) == []
    window.go("regulations")
    window.page.main_action()
    qtbot.waitUntil(lambda: window.page.facts.key == "exam")
    window.go("library")
    assert window.page.facts.key == "library", "everything else is as ever"
    application.services.exams.submit(exam)
    for key in CLOSED:
        window.go(key, OPENS.get(key))
        assert not isinstance(window.page, ClosedBookPage)
    window.go("exams")
    assert window.page._print.isEnabled()
    window.go("regulations", "条例@2023/124")
    assert isinstance(window.page, RegulationsPage)
    window.go("search", "入户")
    assert isinstance(window.page, SearchPage)


@pytest.mark.parametrize("book", ["开卷", ""])
def test_with_books_or_where_nobody_has_said_they_are_open(window, start, book):
    window.go("exam", start(book).id)
    window.go("regulations", "条例@2023/124")
    assert isinstance(window.page, RegulationsPage)
    window.go("practice")
    assert not isinstance(window.page, ClosedBookPage)


@pytest.mark.parametrize("key", sorted(CLOSED))
def test_what_stands_in_the_place_of_a_page_has_its_place_in_the_frame(key, services_of_pages):
    assert CLOSED[key][:1] == (key,)
    assert CLOSED[key].rail == services_of_pages[key].rail and CLOSED[key].tab == services_of_pages[key].tab


def test_whoever_goes_on_with_a_units_exam_says_to_be_its_candidate(application, window, qtbot):
    services = application.services
    now = datetime.now(UTC)
    opens = ExamWindow((now - timedelta(hours=1)).isoformat(), (now + timedelta(hours=1)).isoformat())
    people = (RosterPerson("郑重", "办公室", "1"), RosterPerson("孙丽", "办公室", "2"))
    made = services.unit_exams.make("统考", services.exams.papers()[0], opens, None, BookRule.CLOSED, people)
    package = services.unit_exams.package(made.id)
    exam = services.exam_seats.start(package, people[0].key)
    window.go("exam", exam.id)
    for key in ("exams", "practice"):
        window.go(key)
        assert "郑重" in said(window.page)
        window.page.main_action()
        (modal,) = window.window().findChildren(Modal)
        assert "你是 郑重 吗？" in said(modal) and modal.button("back").hasFocus()
        modal.button("back").click()
        qtbot.waitUntil(lambda: not window.window().findChildren(Modal))
        assert window.page.facts.key == key
    window.go("exams")
    window.page._ask_to_give_up()
    (modal,) = window.window().findChildren(Modal)
    assert "替 郑重 交卷？" in said(modal)
    modal.button("stay").click()
    qtbot.waitUntil(lambda: not window.window().findChildren(Modal))
    window.page.main_action()
    window.window().findChildren(Modal)[0].button("go").click()
    qtbot.waitUntil(lambda: window.page.facts.key == "exam")


def test_the_way_back_does_not_lead_into_an_exam_that_was_left(window, start):
    window.go("library")
    window.go("exam", start("闭卷").id)
    window.go("exams")
    window.back()
    assert window.page.facts.key == "library"


def test_in_another_persons_records_it_says_whose_exam_is_in_the_way(services, tmp_path, opened, qtbot):
    now = datetime.now(UTC)
    opens = ExamWindow((now - timedelta(hours=1)).isoformat(), (now + timedelta(hours=1)).isoformat())
    people = (RosterPerson("郑重", "办公室", "1"),)
    services.profiles.describe("郑重", "", "自己学")
    made = services.unit_exams.make("统考", services.exams.papers()[0], opens, None, BookRule.CLOSED, people)
    services.exam_seats.start(services.unit_exams.package(made.id), people[0].key)
    services.profiles.switch(services.profiles.add("孙丽").id)
    services.close()
    reopened = open_app(find_paths(tmp_path / "data"))
    assert reopened.library.open_newest()
    factory = PageFactory(reopened, tmp_path)
    for key in CLOSED:
        page = opened(factory.build(key))
        assert isinstance(page, ClosedElsewherePage) and page.facts.key == key
        assert "郑重的《统考》是闭卷考试" in said(page)
    with qtbot.waitSignal(page.navigate, check_params_cb=lambda *to: to == ("settings", "个人与单位")):
        page.main_action()
    assert not opened(factory.build("exams"))._print.isEnabled()
    reopened.close()


def test_a_second_start_is_on_record_while_the_exam_is_on_screen(application, window, start):
    exam = start("闭卷")
    window.go("exam", exam.id)
    application._come_forward(None)
    window.go("exams")
    application._come_forward(None)
    assert [one.kind for one in application.services.exams.incidents.of(exam.id)] == [IncidentKind.STARTED_AGAIN]
