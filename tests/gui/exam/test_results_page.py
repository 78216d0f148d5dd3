"""How exams went."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.drawing import DrawnQuestion
from app.domain.exam import ExamItem
from app.domain.labels import domain_label
from app.domain.marking import Verdict
from app.domain.paper import OverduePolicy
from app.domain.question import QuestionKind
from app.domain.reference import ArticleReference
from app.ui.exam.remedy import Remedy, remedy_for
from app.ui.exam.remedy_card import RemedyCard
from app.ui.exam.results_page import ResultsPage
from app.ui.exam.score_bars import ScoreBars
from app.ui.kit.button import Button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.horizontal_bar import HorizontalBar
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.answer_panel import AnswerPanel


@pytest.fixture
def finished(services, exam, clock):
    """Everything right but the questions of one topic, which stay open."""
    weak = exam.items[0].question.topic
    for item in exam.items:
        if item.question.topic != weak:
            right = tuple(text.split("|")[0] for text in item.question.answer) or ("写了要点。",)
            exam = services.exams.answer(exam, item.place, right)
    services.exams.left(exam)
    clock.pass_ms(600_000)
    done = services.exams.submit(services.exams.reload(exam))
    for item in done.unmarked:
        done = services.exams.mark(done, item.place, (True,) * len(item.question.points), "周明")
    return done


@pytest.fixture
def page(services, finished, opened):
    return opened(ResultsPage(services.exams, services.library, services.practice, finished.id))


def said(page):
    return "\n".join(paragraph.text() for paragraph in page.findChildren(Paragraph))


def test_without_an_exam_the_way_to_one_is_shown(services, opened, qtbot):
    page = opened(ResultsPage(services.exams, services.library, services.practice, None))
    assert page.findChild(EmptyState).isVisible()
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    assert gone.args == ["exams", None]


def test_without_an_argument_the_latest_is_shown(services, finished, opened):
    page = opened(ResultsPage(services.exams, services.library, services.practice, None))
    assert page._exam.id == finished.id


def test_time_reason_and_leavings_are_told(page, finished):
    text = said(page)
    assert "用时 10 分 0 秒" in text and finished.finish_reason in text
    assert "第一次考这份试卷" in text


def test_leaving_the_window_is_on_the_result_only_where_the_paper_says_so(services, paper, opened):
    for shown in (False, True):
        exam = services.exams.start(replace(paper, show_leaves=shown), "周明")
        done = services.exams.submit(services.exams.left(exam))
        page = opened(ResultsPage(services.exams, services.library, services.practice, done.id))
        assert done.leaves == 1 and ("离开考试窗口 1 次" in said(page)) is shown
        assert ("离开" in said(page)) is shown


def test_it_is_compared_with_the_attempt_before_at_the_same_paper(services, finished, paper, clock, opened):
    clock.pass_ms(1000)
    second = services.exams.submit(services.exams.start(paper, "周明"))
    page = opened(ResultsPage(services.exams, services.library, services.practice, second.id))
    assert f"比上次降低 {finished.total} 分" in said(page)


def test_a_topic_under_seventy_percent_is_called_weak(page):
    weak = [bar.accessibleName() for bar in page.findChildren(HorizontalBar) if "薄弱" in bar.accessibleName()]
    assert len(weak) == 1 and "0%" in weak[0]


def test_the_filter_leaves_only_what_was_not_right(page, finished):
    page._grid.set_filter("wrong")
    wrong = [item.place for item in finished.items if item.verdict() is not Verdict.RIGHT]
    assert page._grid.numbers() == wrong


def test_what_waits_for_a_person_is_in_the_legend_as_long_as_it_waits(services, with_text, opened):
    done = services.exams.submit(with_text)
    page = opened(ResultsPage(services.exams, services.library, services.practice, done.id))
    assert "深色为待评分" in said(page._grid)
    for item in done.unmarked:
        done = services.exams.mark(done, item.place, (True,) * len(item.question.points), "周明")
    page = opened(ResultsPage(services.exams, services.library, services.practice, done.id))
    assert "待评分" not in said(page._grid)


def test_a_question_shows_ones_own_answer_and_the_reasons_and_esc_goes_back(page, finished):
    number = finished.items[0].place
    page._grid._sheet.cell(number).click()
    assert page.findChild(AnswerPanel).isVisible()
    assert "我的答案：未作答" in said(page)
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert page._number == number + 1
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page._question is None and page._scroll.isVisible()


def ticks(page):
    return [bar.accessibleName() for bar in page.findChildren(HorizontalBar) if "以前平均" in bar.accessibleName()]


def test_the_first_attempt_has_nothing_to_be_compared_with(page):
    assert ticks(page) == [] and "竖线" not in said(page)


def test_a_tick_shows_what_one_got_before_by_topic_and_words_say_what_it_is(services, finished, paper, clock, opened):
    clock.pass_ms(60_000)
    second = services.exams.submit(services.exams.start(paper, "周明"))
    page = opened(ResultsPage(services.exams, services.library, services.practice, second.id))
    weak = domain_label(finished.items[0].question.topic)
    topics = {domain_label(item.question.topic) for item in finished.items}
    names = ticks(page)
    assert names and "自己以前 1 次考试的平均得分率" in said(page)
    for name in names:
        topic, was = name.split(" ")[0], "0%" if name.startswith(weak) else "100%"
        assert topic in topics and name.endswith(f"以前平均 {was}")
    first = opened(ResultsPage(services.exams, services.library, services.practice, finished.id))
    assert ticks(first) == [], "what came later is no earlier attempt"


def test_the_remedy_is_for_the_weakest_topic(page, finished):
    assert page._remedy.topic == finished.items[0].question.topic
    assert page._remedy.questions and page._remedy.articles


def test_one_button_leads_through_the_steps_one_after_the_other(services, finished, opened, qtbot):
    taken, went = {}, []

    def built():
        args = (services.exams, services.library, services.practice, finished.id)
        return opened(ResultsPage(*args, learning=taken))

    steps = built()._remedy.steps
    assert [step.page for step in steps] == ["case", "regulations", "regulations", "practice_round"]
    for place, step in enumerate(steps):
        page = built()  # each step leads to another page, and back to this one made anew
        assert f"第 {place + 1} 步，共 {len(steps)} 步：{step.caption}" in said(page)
        assert [tag.text() for tag in page.findChild(RemedyCard).findChildren(Tag)] == ["已看"] * place
        with qtbot.waitSignal(page.navigate) as gone:
            page.findChild(RemedyCard).start()
        went.append(gone.args[0])
    assert went == [step.page for step in steps]
    assert f"{len(steps)} 步都看过了" in said(built())


def test_what_to_do_next_fits_a_quarter_of_an_hour_whatever_the_topic(services, paper):
    """Every topic of the bank, with nothing of it right."""
    bank = [one for one in services.library.bank() if not one.group]
    for topic in sorted({one.topic for one in bank}):
        missed = [one for one in bank if one.topic == topic][:12]
        items = tuple(ExamItem(place, one, 1, one.letters) for place, one in enumerate(missed, 1))
        exam = replace(services.exams.start(paper, "周明"), items=items)
        services.exams.submit(exam)
        remedy = remedy_for(exam, services.library, services.practice)
        assert remedy.topic == topic and 0 < remedy.minutes <= 15
        assert remedy.minutes == sum(step.minutes for step in remedy.steps)
        assert remedy.case is not None and remedy.articles and remedy.questions


def test_of_a_long_case_only_the_story_is_read_and_of_one_that_is_too_long_nothing(services):
    case = max(services.library.cases(), key=lambda one: one.minutes)
    articles = tuple(ArticleReference.parse(text) for text in ("条例@2023/124", "条例@2023/26"))
    remedy = Remedy(case.domain, 3, case, articles, tuple("abcdef"), part=4)
    part = remedy.fitted().steps[0]
    assert (part.caption, part.minutes, part.argument) == ("读案情", 4, (case.id, "【1】"))
    assert (len(remedy.fitted().steps), remedy.fitted().minutes) == (4, 9)
    assert replace(remedy, case=replace(case, minutes=9)).fitted().steps[0].argument == case.id
    long = replace(remedy, case=replace(case, minutes=60), part=12).fitted()
    assert (long.part, len(long.articles), len(long.questions), long.minutes) == (12, 1, 4, 15)
    assert replace(remedy, case=replace(case, minutes=60), part=30).fitted().case is None


def test_every_tab_stop_has_a_name(services, with_text, opened, nameless_stops):
    page = opened(ResultsPage(services.exams, services.library, services.practice, with_text.id))
    assert nameless_stops(page) == []
    page._open_question(1)
    assert nameless_stops(page) == []


def test_results_need_no_content(services, finished, opened):
    services.library.close()
    page = opened(ResultsPage(services.exams, services.library, services.practice, finished.id))
    page._open_question(1)
    assert page.findChild(AnswerPanel).isVisible()


def test_the_page_built_anew_looks_the_same(services, page, finished, opened):
    page._grid.set_filter("wrong")
    page._open_question(page._grid.numbers()[0])
    again = opened(ResultsPage(services.exams, services.library, services.practice, finished.id))
    again.restore(page.state())
    assert again._number == page._number and again._grid.filter() == "wrong"


def test_building_the_page_opens_no_window(services, finished, stray, qtbot):
    page = ResultsPage(services.exams, services.library, services.practice, finished.id)
    qtbot.addWidget(page)
    page._open_question(1)
    page._grid.set_filter("flagged")
    assert stray == []


@pytest.mark.parametrize("width", [1200.0, 900.0, 1200.0])
def test_what_to_learn_next_stands_above_the_bars(page, qtbot, width):
    page.on_width(width)
    qtbot.wait(20)
    card, bars = page.findChild(RemedyCard), page.findChild(ScoreBars)
    assert card.mapTo(page, card.rect().topLeft()).y() < bars.mapTo(page, bars.rect().topLeft()).y()


@pytest.fixture
def with_text(services, paper):
    """A 简答 and a 单选, both answered, handed in."""
    kinds = (QuestionKind.SHORT, QuestionKind.SINGLE)
    chosen = [next(one for one in services.library.bank() if one.kind is kind and not one.group) for kind in kinds]
    drawn = [DrawnQuestion(question, points, question.letters) for question, points in zip(chosen, (8, 2), strict=True)]
    wanted = replace(paper, rules=(), pass_score=6)
    exam = services.exams.start_drawn(wanted, drawn, 5, "周明")
    exam = services.exams.answer(exam, 1, ("先核对，再上门，写下日期。",))
    exam = services.exams.answer(exam, 2, chosen[1].answer)
    return services.exams.submit(exam)


def test_a_short_answer_waits_for_a_person_and_is_marked_point_by_point(services, with_text, opened, qtbot):
    page = opened(ResultsPage(services.exams, services.library, services.practice, with_text.id))
    assert "1 题待评分" in [tag.text() for tag in page.findChildren(Tag)]
    page._open_question(1)
    for tick in page._question.findChildren(QCheckBox):
        tick.setChecked(True)
    save = next(one for one in page._question.findChildren(Button) if one.label() == "保存评分")
    with qtbot.waitSignal(page.message) as told:
        save.click()
    assert told.args == ["green", "第 1 题得 8 分，已保存。"]
    assert services.exams.result(with_text.id).total == 10
    assert "周明　评 8 分" in said(page) and "合格" in [tag.text() for tag in page.findChildren(Tag)]
    page._close_question()
    assert page._exam.total == 10


def ticked(page):
    return [tick.isChecked() for tick in page._question.findChildren(QCheckBox)]


def test_ticks_that_are_not_saved_outlast_a_change_of_look_and_a_look_at_the_next_question(services, with_text, opened):
    page = opened(ResultsPage(services.exams, services.library, services.practice, with_text.id))
    page._open_question(1)
    boxes = page._question.findChildren(QCheckBox)
    boxes[0].setChecked(not boxes[0].isChecked())
    boxes[-1].setChecked(not boxes[-1].isChecked())
    wanted = ticked(page)
    again = opened(ResultsPage(services.exams, services.library, services.practice, with_text.id))
    again.restore(page.state())
    assert ticked(again) == wanted
    again._question.go_after()
    again._question.go_before()
    assert ticked(again) == wanted
    again._close_question()
    third = opened(ResultsPage(services.exams, services.library, services.practice, with_text.id))
    third.restore(again.state())
    third._open_question(1)
    assert ticked(third) == wanted
    assert services.exams.result(with_text.id).unmarked, "nothing was saved on the way"


def test_a_leader_marks_at_the_candidates_pc_and_every_marking_stays_on_record(services, with_text, opened):
    page = opened(ResultsPage(services.exams, services.library, services.practice, with_text.id))

    def mark(name):
        page._open_question(1)
        field = page._question.findChild(QLineEdit)
        field.setText(name)
        next(one for one in page._question.findChildren(Button) if one.label() == "保存评分").click()
        return page._question.findChild(QLineEdit).text()

    page._open_question(1)
    assert page._question.findChild(QLineEdit).text() == "周明"
    assert mark("周明") == "周明"
    assert mark(" 赵  敏 ") == "赵 敏", "the next answer is marked by the same person"
    assert [one.marker for one in services.exams.markings(with_text.id, 1)] == ["周明", "赵 敏"]
    assert "赵 敏　评" in said(page) and "周明　评" in said(page)
    again = opened(ResultsPage(services.exams, services.library, services.practice, with_text.id))
    again.restore(page.state())
    assert again._question.findChild(QLineEdit).text() == "赵 敏"


def test_what_was_saved_is_not_overlaid_by_older_ticks(services, with_text, opened):
    page = opened(ResultsPage(services.exams, services.library, services.practice, with_text.id))
    page._open_question(1)
    for tick in page._question.findChildren(QCheckBox):
        tick.setChecked(False)
    page._question.go_after()
    page._mark(1, tuple(True for _ in with_text.item(1).question.points), "周明")
    assert all(ticked(page))


def test_the_bars_go_by_topic_by_article_and_by_fact(services, finished, page, qtbot):
    bars = page.findChild(ScoreBars)

    def names():
        placed = (bars._rows.itemAt(place).widget() for place in range(bars._rows.count()))
        return [widget.accessibleName() for widget in placed if isinstance(widget, HorizontalBar)]

    assert len(names()) == min(10, len(finished.by_topic()))
    bars._draw("article")
    assert names() and all("第" in name and "条" in name for name in names())
    bars._draw("fact")
    assert names() and all("【" in name for name in names())


def test_overtime_longer_time_and_clock_jumps_are_told(services, paper, clock, opened):
    exam = services.exams.start(replace(paper, overdue=OverduePolicy.AS_IS), "周明", 125)
    clock.moment += timedelta(hours=2)
    clock.pass_ms(exam.limit_ms + 90_000)
    done = services.exams.submit(services.exams.beat(exam, 1))
    text = said(opened(ResultsPage(services.exams, services.library, services.practice, done.id)))
    assert "按 1.25 倍用时作答" in text and "超时 1 分 30 秒" in text and "时钟有 1 次跳变" in text
    assert f"卷号 {done.seed:06}" in text
