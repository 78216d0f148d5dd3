import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from app.domain.annotation import AnnotationKind
from app.services.search_service import Hit
from app.ui.kit.button import Button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.search.hit_row import HitRow
from app.ui.search.search_page import MANY, SearchPage
from app.ui.search.shown_hit import HIDDEN, as_shown


@pytest.fixture
def search(services, show_page):
    def open_page(query=None, recent=()):
        page = SearchPage(services.search, services.library, query, recent)
        page.window_of_test = show_page(page)
        return page

    return open_page


def test_the_box_has_the_focus(search):
    page = search()
    assert QApplication.focusWidget() is page.findChild(QLineEdit)


def test_results_come_in_groups_with_their_numbers(search, services):
    page = search("低保")
    counts = services.search.search("低保").counts
    words = [one.text() for one in page.findChild(SegmentControl).findChildren(QAbstractButton)]
    assert {hit.kind for hit in page.hits()} == set(counts)
    assert f"全部 {sum(counts.values())}" in words


def test_a_kind_shows_all_of_its_hits_a_part_at_a_time(search, services, qtbot):
    page = search("低保")
    page._choose_kind("question")
    assert {hit.kind for hit in page.hits()} == {"question"}
    number = services.search.search("低保").counts["question"]
    assert number > len(page.hits()) == MANY

    def more():
        return [one for one in page.findChildren(Button) if one.label().startswith("再列") and one.isVisible()]

    while len(page.hits()) < number:
        qtbot.waitUntil(lambda: bool(more()))  # a layout shows it only in its own time
        before = len(page.hits())
        more()[0].click()
        qtbot.waitUntil(lambda least=before: len(page.hits()) > least)
    assert not more()


def test_arrows_go_through_the_results_and_back_to_the_box(search, qtbot):
    page = search("低保")
    box, rows = page.findChild(QLineEdit), page.findChildren(HitRow)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert rows[0].hasFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Up)
    qtbot.keyClick(rows[0], Qt.Key.Key_Up)
    assert box.hasFocus()


def test_enter_searches_then_opens_at_the_hit(search, qtbot):
    page = search()
    box = page.findChild(QLineEdit)
    qtbot.keyClicks(box, "db")
    box.setText("低保")
    with qtbot.waitSignal(page.searched) as meant:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert meant.args == ["低保"]
    first = page.hits()[0]
    with qtbot.waitSignal(page.navigate) as moved:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert first.kind == "case" and first.needle
    assert moved.args == ["case", (first.ref, first.needle)]


@pytest.mark.parametrize("kind", ["article", "question"])
def test_each_kind_opens_where_it_belongs(search, qtbot, kind):
    page = search("低保")
    row = next(one for one in page.findChildren(HitRow) if one.hit.kind == kind)
    with qtbot.waitSignal(page.navigate) as moved:
        row.click()
    key, argument = moved.args
    if kind == "article":
        assert (key, argument) == ("regulations", row.hit.ref)
    else:
        assert key == "practice_round" and argument["question_ids"] == [row.hit.ref]


def test_a_note_opens_its_case(search, services, qtbot):
    case = services.library.cases()[0]
    services.annotations.add(case.id, AnnotationKind.NOTE, "案情", body="请把公章锁进柜子")
    page = search("锁进柜子")
    with qtbot.waitSignal(page.navigate) as moved:
        page.findChildren(HitRow)[0].click()
    assert moved.args[0] == "case"


def test_a_questions_hit_never_gives_its_answer_away(services):
    question = next(one for one in services.library.bank() if len(one.explanation) > 12)
    words = question.explanation[:8]
    hits = [hit for hit in services.search.search(words, kind="question").hits if hit.ref == question.id]
    shown = as_shown(hits[0], words)
    assert shown.title == question.stem
    assert shown.excerpt in ("", HIDDEN)


def test_titles_are_marked_as_the_search_reads_them():
    hit = Hit("article", "x", "条例 第三十八条 优亲厚友", "正文", (), "")
    ((start, end),) = as_shown(hit, "38条").title_marks
    assert hit.title[start:end] == "三十八条"


def test_nothing_found_says_what_to_try(search, qtbot):
    page = search("量子力学")
    words = [one.text() for one in page.findChildren(Paragraph)]
    assert "没有找到“量子力学”。试试更短的词，或在法规库按章节查找" in words
    with qtbot.waitSignal(page.navigate) as moved:
        page.findChild(EmptyState).acted.emit()
    assert moved.args == ["regulations", None]


def test_recent_searches_are_one_click_away(search, qtbot):
    page = search("", ["公益金", "优亲厚友"])
    again = next(one for one in page.findChildren(Button) if one.label() == "公益金")
    again.click()
    assert page.findChild(QLineEdit).text() == "公益金"


def test_only_five_recent_searches_are_offered(search):
    page = search("", [f"词{number}" for number in range(9)])
    assert len([one for one in page.findChildren(Button) if one.label().startswith("词")]) == 5


def test_built_anew_it_looks_the_same(search, services, show_page):
    page = search("低保")
    page._choose_kind("article")
    again = SearchPage(services.search, services.library)
    again.restore(page.state())
    show_page(again)
    assert again.hits() == page.hits()


def test_every_stop_has_a_name(search, nameless_stops):
    assert nameless_stops(search("低保").window_of_test) == []


def test_choosing_a_kind_by_key_keeps_the_focus_on_the_kinds(search, qtbot):
    page = search("低保")
    tabs = page.findChild(SegmentControl)
    first = tabs.findChildren(QAbstractButton)[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: {hit.kind for hit in page.hits()} == {"case"})
    assert page.findChild(SegmentControl).isAncestorOf(QApplication.focusWidget())
