"""A round of practice: answer, see why, go on."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QRadioButton

from app.domain.errors import UserError
from app.domain.marking import Verdict
from app.domain.question import QuestionKind
from app.ui.kit.button import Button
from app.ui.kit.option_button import OptionButton
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.parts.answer_panel import AnswerPanel
from app.ui.practice.practice_round_page import PracticeRoundPage
from app.ui.practice.round_summary import RoundSummary
from tests.gui.tab_stops import against_reading, tab_stops


@pytest.fixture
def round_of(services, opened):
    def make(*questions):
        ids = [question.id for question in questions]
        return opened(PracticeRoundPage(services.library, services.practice, {"title": "一轮", "question_ids": ids}))

    return make


def choose(page, keys):
    """By the keyboard, in the letters of this showing."""
    for key in keys:
        QTest.keyClick(page, Qt.Key(Qt.Key.Key_A.value + page._item.shown.index(key)))


def enter(page):
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)


def said(widget):
    return "\n".join(paragraph.text() for paragraph in widget.findChildren(Paragraph))


def wrong_key(question):
    return next(key for key in question.letters if key not in question.answer)


def test_enter_confirms_and_enter_goes_on(round_of, first, services):
    one, two = first(QuestionKind.SINGLE), first(QuestionKind.MULTIPLE)
    page = round_of(one, two)
    choose(page, one.answer)
    enter(page)
    assert page.findChild(AnswerPanel).verdict_words() == "回答正确"
    assert services.practice.state(one.id).last_verdict == "right"
    enter(page)
    assert page._item.question.id == two.id


def test_nothing_is_recorded_without_an_answer(round_of, first, services, qtbot):
    page = round_of(first(QuestionKind.SINGLE))
    with qtbot.waitSignal(page.message) as said_so:
        enter(page)
    assert said_so.args[0] == "amber"
    assert services.practice.states() == []


def test_an_answer_that_could_not_be_saved_shows_no_verdict(round_of, first, services, monkeypatch, qtbot):
    def fail(*given, **more):
        raise UserError("磁盘已满，没有保存。")

    one = first(QuestionKind.SINGLE)
    page = round_of(one)
    monkeypatch.setattr(services.practice, "answer", fail)
    choose(page, one.answer)
    with qtbot.waitSignal(page.message):
        enter(page)
    assert page.findChild(AnswerPanel) is None
    assert page.findChildren(OptionButton)[0].state() in ("idle", "selected")


def test_confidence_is_chosen_by_seven_eight_and_nine_and_recorded(round_of, first, services):
    one = first(QuestionKind.SINGLE)
    page = round_of(one)
    choose(page, [wrong_key(one)])
    QTest.keyClick(page, Qt.Key.Key_7)
    enter(page)
    assert services.practice.sure_but_wrong() == [one.id]


def test_confidence_counts_no_more_once_the_key_points_are_shown(round_of, first, services):
    short = first(QuestionKind.SHORT)
    page = round_of(short)
    QTest.keyClick(page, Qt.Key.Key_8)
    page.findChild(QPlainTextEdit).setPlainText("先核对，再公示。")
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page._item.revealed and page._item.verdict is None
    QTest.keyClick(page, Qt.Key.Key_7)
    assert page._item.confidence == "unsure" and not page._confidence.isEnabled()


@pytest.mark.parametrize("kind", [QuestionKind.SINGLE, QuestionKind.BLANKS, QuestionKind.ORDER, QuestionKind.SHORT])
def test_tab_goes_from_the_top_to_the_bottom_before_and_after_the_verdict(round_of, bank, kind, qtbot):
    one = next(one for one in bank if one.kind is kind and not one.group and len(one.articles) + len(one.points) > 1)
    page = round_of(one, one)
    assert against_reading(tab_stops(page)) == [] and tab_stops(page)[-1] is page._go
    page._card.set_answer(one.answer or ("先核对，再公示。",))
    page._confirm()
    if page._item.verdict is None:
        assert against_reading(tab_stops(page)) == [] and tab_stops(page)[-1] is page._go
        page._card.set_ticks((True,) * len(one.points))
        page._confirm()
    panel = page.findChild(AnswerPanel)
    qtbot.waitUntil(lambda: any(panel.isAncestorOf(stop) for stop in tab_stops(page)))
    qtbot.wait(50)  # the page is laid out
    stops = tab_stops(page)
    assert page._item.verdict is not None and stops[-1] is page._go and panel.isAncestorOf(stops[-2])
    page._frame._scroll.scroll_to(0)
    assert against_reading(stops[:-1]) == []


def test_the_third_right_answer_in_a_row_says_that_it_leaves_the_book(round_of, first, services):
    one = first(QuestionKind.SINGLE)
    services.practice.answer(one, one.letters, (wrong_key(one),))
    for _ in range(2):
        services.practice.answer(one, one.letters, one.answer)
    page = round_of(one)
    choose(page, one.answer)
    enter(page)
    assert "连续三次答对，已移出错题本" in said(page)
    assert services.practice.wrong_book() == []


def test_ctrl_d_stars_the_question(round_of, first, services):
    one = first(QuestionKind.SINGLE)
    page = round_of(one)
    QTest.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert services.practice.state(one.id).starred


def test_a_short_answer_is_recorded_as_the_person_marks_it(round_of, bank, services):
    short = next(question for question in bank if question.kind is QuestionKind.SHORT)
    page = round_of(short)
    page.findChild(QPlainTextEdit).setPlainText("当天办")
    page.main_action()
    assert services.practice.states() == []
    page._card.set_ticks(tuple(True for _ in short.points))
    page.main_action()
    assert services.practice.state(short.id).last_verdict == "right"


def test_key_words_alone_never_make_a_short_answer_right(round_of, bank, services, qtbot):
    short = next(question for question in bank if question.kind is QuestionKind.SHORT)
    page = round_of(short)
    page.findChild(QPlainTextEdit).setPlainText(" ".join(key for point in short.points for key in point.keys))
    page.main_action()
    assert not any(page._card.ticks())
    with qtbot.waitSignal(page.message) as asked:
        page.main_action()
    assert "一个要点都没有打勾" in asked.args[1] and services.practice.states() == []
    page.main_action()
    assert services.practice.state(short.id).last_verdict == "wrong"


def test_the_summary_is_recorded_once_and_offers_the_wrong_ones_again(round_of, first, services, qtbot):
    one, two = first(QuestionKind.SINGLE), first(QuestionKind.TRUE_FALSE)
    page = round_of(one, two)
    choose(page, [wrong_key(one)])
    enter(page)
    enter(page)
    QTest.keyClick(page, Qt.Key.Key_1 if two.answer == ("对",) else Qt.Key.Key_2)
    enter(page)
    enter(page)
    assert page.findChild(RoundSummary).isVisible()
    recorded = [entry.detail for entry in services.records.activities()]
    assert recorded == ["2 题，答对 1 题"]
    with qtbot.waitSignal(page.navigate) as gone:
        enter(page)
    assert gone.args[1]["question_ids"] == [one.id]


def test_links_lead_to_the_article_and_to_the_fact(round_of, first, services, qtbot):
    one = first(QuestionKind.SINGLE)
    page = round_of(one)
    choose(page, one.answer)
    enter(page)
    links = page.findChild(AnswerPanel).findChildren(Button)
    with qtbot.waitSignal(page.navigate) as gone:
        links[0].click()
    assert gone.args[0] == "regulations" and services.library.article(gone.args[1]) is not None
    with qtbot.waitSignal(page.navigate) as gone:
        links[-1].click()
    assert gone.args == ["case", (services.library.case_of(one.case).id, f"【{one.facts[-1]}】")]


def test_the_page_built_anew_keeps_the_place_and_what_was_answered(round_of, first, services, opened):
    one, two = first(QuestionKind.SINGLE), first(QuestionKind.MULTIPLE)
    page = round_of(one, two)
    choose(page, one.answer)
    enter(page)
    enter(page)
    choose(page, two.answer[:1])
    again = round_of(one, two)
    again.restore(page.state())
    assert again._item.question.id == two.id and again._card.answer() == two.answer[:1]
    assert again._items[0].verdict is not None
    assert len(services.practice.states()) == 1


def test_questions_that_are_gone_leave_a_way_back(services, opened, qtbot):
    page = opened(PracticeRoundPage(services.library, services.practice, {"title": "", "question_ids": ["gone"]}))
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    assert gone.args == ["practice", None]


def test_building_the_page_opens_no_window(services, bank, stray, qtbot):
    kinds = {question.kind: question.id for question in bank}
    page = PracticeRoundPage(services.library, services.practice, {"title": "", "question_ids": list(kinds.values())})
    qtbot.addWidget(page)
    for _ in kinds:
        page._card.reveal(Verdict.WRONG)
        page._item.verdict = Verdict.WRONG
        page._go_on()
    assert page.findChild(RoundSummary) is not None
    assert stray == []


def test_in_a_low_window_the_verdict_comes_into_view(round_of, first, qtbot):
    one = first(QuestionKind.SINGLE)
    page = round_of(one)
    page.resize(820, 430)
    qtbot.wait(20)
    choose(page, [wrong_key(one)])
    enter(page)
    panel = page.findChild(AnswerPanel)
    view = page.findChild(ScrollPage).viewport()
    qtbot.waitUntil(lambda: 0 <= panel.mapTo(view, QPoint(0, 0)).y() < view.height() // 2)


def test_what_was_not_chosen_is_gone_once_confidence_counts_no_more(round_of, first):
    one = first(QuestionKind.SINGLE)
    page = round_of(one)
    choose(page, one.answer)
    QTest.keyClick(page, Qt.Key.Key_8)
    enter(page)
    assert [choice.text() for choice in page.findChildren(QRadioButton) if choice.isVisible()] == ["不太确定"]


def test_a_part_of_a_case_study_keeps_its_situation_beside_it(round_of, bank):
    group = next(one.group for one in bank if one.group)
    parts = [one for one in bank if one.group == group]
    page = round_of(*parts)
    for part in parts:
        assert part.scenario in said(page) and page._item.question.id == part.id
        page._place += 1
        if part is not parts[-1]:
            page._show_question()


@pytest.mark.parametrize("kind", [one for one in QuestionKind if one is not QuestionKind.CASE_STUDY])
def test_every_tab_stop_has_a_name(round_of, first, nameless_stops, kind):
    page = round_of(first(kind))
    assert nameless_stops(page) == []
    page._card.set_answer(first(kind).answer or ("先核对。",))
    page._confirm()
    assert nameless_stops(page) == []
    page._stop_here()
    assert nameless_stops(page) == []
