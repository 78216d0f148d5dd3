"""A 简答 that nobody has marked yet: nothing says that it is wrong, and what is said follows its marking everywhere."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.drawing import DrawnQuestion
from app.domain.labels import domain_label
from app.domain.paper import FixedQuestion
from app.domain.question import KeyPoint, QuestionKind
from app.ui.exam.answer_marking import AnswerMarking
from app.ui.exam.attempt_list import AttemptList
from app.ui.exam.exam_lobby_page import ExamLobbyPage
from app.ui.exam.remedy_card import RemedyCard
from app.ui.exam.result_head import ResultHead
from app.ui.exam.results_page import ResultsPage
from app.ui.home.home_page import HomePage
from app.ui.kit.action_card import ActionCard
from app.ui.kit.button import Button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.horizontal_bar import HorizontalBar
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.records.records_page import RecordsPage

POINTS = tuple(
    KeyPoint(f"要点{place}", (key,), score) for place, (key, score) in enumerate((("核对", 2), ("公示", 1)), 1)
)


@pytest.fixture
def sit(services, paper):
    """A 单选 worth 20 points, right, and a 简答 worth 40 of another topic, written; 50 points pass."""

    def make(pass_score=50):
        single = next(one for one in services.library.bank() if one.kind is QuestionKind.SINGLE and not one.group)
        short = next(
            one
            for one in services.library.bank()
            if one.kind is QuestionKind.SHORT and not one.group and one.topic != single.topic
        )
        short = replace(short, points=POINTS)
        drawn = [DrawnQuestion(single, 20, single.letters), DrawnQuestion(short, 40, ())]
        fixed = tuple(FixedQuestion(one.question.id, one.score) for one in drawn)
        wanted = replace(paper, rules=(), fixed=fixed, pass_score=pass_score)
        exam = services.exams.start_drawn(wanted, drawn, 5, "周明")
        exam = services.exams.answer(exam, 1, single.answer)
        return services.exams.submit(services.exams.answer(exam, 2, ("先核对，再报告。",)))

    return make


@pytest.fixture
def results(services, opened):
    def make(exam):
        return opened(ResultsPage(services.exams, services.library, services.practice, exam.id))

    return make


def said(page):
    kinds = (Label, Paragraph, ElidedLabel, Tag, Button)
    texts = [
        one.label() if isinstance(one, Button) else one.text() for kind in kinds for one in page.findChildren(kind)
    ]
    return "\n".join(texts)


def attempt(page):
    return page._scroll.findChild(AttemptList).findChild(ActionCard).accessibleName()


def save(page):
    next(one for one in page._question.findChildren(Button) if one.label() == "保存评分").click()


def test_no_list_calls_it_failed_before_it_is_marked_and_all_follow_the_marking(services, sit, results, opened):
    exam = sit()

    def everywhere():
        lobby = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
        records = opened(RecordsPage(services.records, services.library, services.practice, services.profiles))
        home = opened(
            HomePage(
                services.library,
                services.study,
                services.home,
                lambda: services.exams,
                services.records,
                services.profiles,
                None,
            )
        )
        return [attempt(results(exam)), *(said(page) for page in (lobby, records, home))]

    for words in everywhere():
        assert "1 题待评分" in words and "未合格" not in words
    services.exams.mark(exam, 2, (True, True), "王处长")
    for words in everywhere():
        assert "待评分" not in words and "未合格" not in words and "60 分" in words
    services.exams.mark(exam, 2, (False, False), "王处长")
    for words in everywhere():
        assert "20 分" in words and "未合格" in words


def test_what_waits_is_called_so_and_is_no_weakness(sit, results):
    exam = sit()
    page = results(exam)
    head = said(page.findChild(ResultHead))
    assert "答错 0" in head and "待评分 1" in head and "重做没全对的题" in head
    again = next(one for one in page.findChildren(Button) if one.label() == "重做没全对的题")
    assert not again.isVisible() and page.findChild(RemedyCard) is None
    bars = [bar.accessibleName() for bar in page.findChildren(HorizontalBar)]
    assert len(bars) == 1 and domain_label(exam.item(1).question.topic) in bars[0] and "100%" in bars[0]
    assert "还有 1 题待评分，没有算进来。" in said(page)
    page._grid.set_filter("wrong")
    assert page._grid.numbers() == []
    page._grid.set_filter("all")
    page._open_question(2)
    assert "尚未评分（40 分题）" in said(page._question) and "得 0 分" not in said(page._question.findChild(QCheckBox))


def test_once_marked_wrong_it_is_a_weakness(services, sit, results):
    exam = services.exams.mark(sit(), 2, (False, False), "周明")
    page = results(exam)
    assert page._remedy.topic == exam.item(2).question.topic and "待评分" not in said(page)
    page._open_question(2)
    assert "得 0 分（40 分题）" in said(page._question)


def test_scores_that_are_not_final_are_not_compared(services, sit, results, clock):
    first = sit()
    clock.pass_ms(60_000)
    second = sit()
    assert "评分完成以后" in said(results(second)) and "比上次" not in said(results(second))
    second = services.exams.mark(second, 2, (True, True), "周明")
    assert "上次还有 1 题待评分" in said(results(second))
    services.exams.mark(first, 2, (True, False), "周明")
    assert "比上次提高 14 分（上次 46 分）" in said(results(second))


def test_nothing_is_ticked_before_a_person_does_and_the_score_is_told_at_every_tick(sit, results):
    page = results(sit())
    page._open_question(2)
    marking, (first, second) = page._question.findChild(AnswerMarking), page._question.findChildren(QCheckBox)
    assert not first.isChecked() and not second.isChecked()
    assert "约 26.7 分，有关键词" in first.accessibleName() and "约 13.3 分，写到了" in second.accessibleName()
    assert "打勾 0 条，得 0 分（满分 40 分）" in said(marking)
    first.click()
    assert "打勾 1 条，得 26 分（满分 40 分）" in said(marking)
    second.click()
    assert "打勾 2 条，得 40 分（满分 40 分）" in said(marking)


def test_the_list_of_attempts_follows_a_marking_on_the_spot(sit, results):
    page = results(sit())
    page._open_question(2)
    for tick in page._question.findChildren(QCheckBox):
        tick.click()
    save(page)
    page._close_question()
    assert attempt(page).endswith("60 分，满分 60，合格")


def test_without_a_name_nothing_is_saved(services, sit, results, qtbot):
    exam = sit()
    page = results(exam)
    page._open_question(2)
    field = page._question.findChild(QLineEdit)
    field.setText("  ")
    with qtbot.waitSignal(page.message) as told:
        save(page)
    assert told.args[0] == "red" and "阅卷人" in told.args[1]
    assert services.exams.markings(exam.id, 2) == [] and services.exams.result(exam.id).unmarked


def test_every_marking_is_told_with_its_ticks(services, sit, results):
    exam = services.exams.mark(sit(), 2, (False, False), "周明")
    services.exams.mark(exam, 2, (True, False), "王处长")
    page = results(exam)
    page._open_question(2)
    text = said(page._question)
    assert "周明　评 0 分，没有打勾的要点" in text and "王处长　评 26 分，打勾的要点：1" in text
    assert [tick.isChecked() for tick in page._question.findChildren(QCheckBox)] == [True, False]


def test_what_was_not_answered_has_points_to_read_and_nothing_to_tick(services, paper, results):
    short = next(one for one in services.library.bank() if one.kind is QuestionKind.SHORT)
    drawn = [DrawnQuestion(short, 40, ())]
    exam = services.exams.submit(services.exams.start_drawn(replace(paper, rules=()), drawn, 5, "周明"))
    page = results(exam)
    page._open_question(1)
    assert "参考要点" in said(page._question) and not page._question.findChildren(QCheckBox)
