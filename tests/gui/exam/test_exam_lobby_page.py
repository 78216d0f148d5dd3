"""Before an exam."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.exam import ExamState, FinishReason
from app.domain.paper import BreakPolicy, OverduePolicy
from app.ui.exam.exam_lobby_page import ExamLobbyPage
from app.ui.exam.exam_page import ExamPage
from app.ui.exam.unfinished_card import UnfinishedCard
from app.ui.kit.banner import Banner
from app.ui.kit.button import Button
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.paper_print import PaperPrint
from app.ui.settings.settings_page import SettingsPage
from tests.unit.occasions import OCCASION, start_in_occasion


def said(page):
    return "\n".join(paragraph.text() for paragraph in page.findChildren(Paragraph))


def press(page, text):
    next(found for found in page.window().findChildren(Button) if found.label() == text and found.isVisible()).click()


def test_the_chosen_paper_is_started_in_the_candidates_name(services, opened, qtbot):
    services.profiles.describe("周明", "", "")
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    chosen = page._cards[-1]
    chosen.click()
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    key, exam_id = gone.args
    exam = services.exams.result(exam_id)
    assert key == "exam" and exam.paper.id == chosen.paper.id and exam.candidate == "周明"


def test_what_an_incomplete_choice_gets_is_told_in_points(services, opened):
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    for title, words in (
        ("十分钟快测", "多选少选得 3 分，错选"),
        ("入门", "多选少选得 2 分，错选"),
        ("综合模拟", "舍去，错选"),
    ):
        card = next(one for one in page._cards if title in one.paper.title)
        card.click()
        assert words in said(page), card.paper.title


def test_exactly_one_paper_is_chosen(services, opened):
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    for card in [*page._cards, page._cards[0], page._cards[0]]:
        card.click()
        assert [one for one in page._cards if one.isChecked()] == [card]


def test_an_exam_that_was_not_handed_in_comes_first_and_no_other_can_be_started(services, exam, opened, qtbot):
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    assert page.findChild(UnfinishedCard).isVisible()
    assert not page._start.isEnabled()
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    assert gone.args == ["exam", exam.id]


@pytest.mark.parametrize("size", [(1366, 768), (1017, 489), (884, 620)])
def test_the_way_to_start_stays_in_sight_however_far_down_the_paper_stands(services, opened, size):
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers), *size)
    bar = page._scroll.verticalScrollBar()
    for value in (bar.minimum(), bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        QApplication.processEvents()
        assert page._start.visibleRegion().boundingRect() == page._start.rect()
    assert page._cards[-1].visibleRegion().boundingRect().height() > page._cards[-1].height() // 2


def test_where_it_has_no_room_beside_the_papers_it_stands_below_them(services, opened):
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers), 700, 500)
    page._scroll.scroll_to(page._scroll.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert page._start.visibleRegion().boundingRect() == page._start.rect()


@pytest.mark.parametrize(("book", "told"), [("闭卷", True), ("开卷", False), ("", False)])
def test_an_exam_without_books_that_was_left_says_what_is_closed(services, paper, opened, book, told):
    start_in_occasion(services, paper, book=book)
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    card = page.findChild(UnfinishedCard)
    assert (f"《{OCCASION}》" in said(card), "闭卷考试" in said(card)) == (True, told)


def test_giving_up_is_asked_first(services, exam, opened, qtbot):
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    press(page, "放弃并按已答交卷")
    assert QApplication.focusWidget().label() == "返回"
    assert services.exams.result(exam.id).state is ExamState.RUNNING
    with qtbot.waitSignal(page.navigate) as gone:
        press(page, "确认交卷")
    assert gone.args == ["results", exam.id]
    assert services.exams.result(exam.id).finish_reason.startswith("放弃继续")


def test_an_exam_whose_time_ran_out_meanwhile_is_said_to_be_handed_in(services, exam, opened, clock, paper):
    assert paper.breaks is BreakPolicy.FREE
    services.exams.beat(exam, 1)
    clock.pass_ms(paper.minutes * 60_000)
    services.exams.beat(exam, 1)
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    assert page._unfinished is None
    assert any("已按保存的答案交卷" in banner.text() for banner in page.findChildren(Banner))


def test_the_chosen_paper_is_put_into_a_folder_as_word_files(services, opened, qtbot, tmp_path, monkeypatch):
    folder = tmp_path / "考试材料"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    page._cards[-1].click()
    press(page, "印成纸质试卷")
    with qtbot.waitSignal(page.message) as said:
        press(page, "选文件夹并保存")
    tone, words = said.args
    assert tone == "green" and "“考试材料”" in words and "共 6 个" in words
    assert len([file for file in folder.iterdir() if page._cards[-1].paper.title in file.name]) == 6
    assert services.exams.unfinished() is None


def test_thinking_better_of_the_folder_writes_and_says_nothing(services, opened, monkeypatch, qtbot):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    press(page, "印成纸质试卷")
    with qtbot.assertNotEmitted(page.message):
        press(page, "选文件夹并保存")


def test_by_its_number_a_paper_is_printed_again(services, opened, qtbot, tmp_path, monkeypatch):
    """Without one it is another paper each time."""
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))

    def printed(number, folder):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / folder))
        press(page, "印成纸质试卷")
        asked = page.window().findChild(PaperPrint)
        assert services.papers.content() in said(asked) and QApplication.focusWidget() is asked.occasion
        asked.field.setText(number)
        with qtbot.waitSignal(page.message):
            press(page, "选文件夹并保存")
        qtbot.waitUntil(lambda: page.window().findChild(PaperPrint) is None)
        files = sorted((tmp_path / folder).glob("*A-*试卷.docx"))
        return files[0].name, [one.text for one in Document(files[0]).paragraphs]

    assert printed("A-004711", "一") == printed(" ４７１１ ", "二")
    assert "A-004711" in printed("4711", "三")[0]
    assert printed("", "四") != printed("", "五")


def test_a_number_that_is_none_is_refused_in_the_window_and_nothing_is_printed(services, opened, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: pytest.fail("asked for a folder"))
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    press(page, "印成纸质试卷")
    asked = page.window().findChild(PaperPrint)
    asked.field.setText("2026年卷")
    press(page, "选文件夹并保存")
    assert "“2026年卷”不是卷号" in asked.problem() and asked.field.text() == "2026年卷"


def test_without_a_name_the_way_to_it_leads_to_the_person(services, opened, qtbot):
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    with qtbot.waitSignal(page.navigate) as gone:
        press(page, "填写姓名")
    assert gone.args == ["settings", "个人与单位"]
    settings = SettingsPage(
        services.settings, services.profiles, services.library, "", Path(), gone.args[1], review=services.review
    )
    qtbot.addWidget(settings)
    assert settings.section == "个人与单位"


def test_every_tab_stop_has_a_name(services, exam, opened, nameless_stops):
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    assert nameless_stops(page) == []
    press(page, "印成纸质试卷")
    assert nameless_stops(page) == []


def test_a_folder_that_cannot_be_written_is_told(services, opened, qtbot, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "file"))
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    press(page, "印成纸质试卷")
    press(page, "选文件夹并保存")
    assert "不能写到文件夹" in page.window().findChild(PaperPrint).problem()


def test_building_the_page_opens_no_window(services, exam, clock, paper, stray, qtbot):
    qtbot.addWidget(ExamLobbyPage(services.exams, services.profiles, services.papers))
    clock.pass_ms(paper.minutes * 60_000)
    services.exams.beat(exam, 1)
    qtbot.addWidget(ExamLobbyPage(services.exams, services.profiles, services.papers))
    assert stray == []


# the time left


@pytest.fixture
def left_behind(services, paper, clock, opened):
    """A paper of thirty minutes by these rules, left after so many of them; gives the lobby's page and the exam."""

    def leave(minutes, overdue=OverduePolicy.AUTO, breaks=BreakPolicy.COUNTS):
        exam = services.exams.start(replace(paper, minutes=30, overdue=overdue, breaks=breaks), "周明")
        clock.pass_ms(minutes * 60_000)
        exam = services.exams.pause(services.exams.beat(exam, 1))
        return opened(ExamLobbyPage(services.exams, services.profiles, services.papers)), exam

    return leave


def time_told(page):
    card = page.findChild(UnfinishedCard)
    return f"{card._word.text()} {card._figure.text()}"


@pytest.mark.parametrize(
    ("overdue", "minutes", "told"),
    [
        (OverduePolicy.GRACE, 10, "剩余时间 20:00"),
        (OverduePolicy.GRACE, 31, "已超时 01:00"),
        (OverduePolicy.AS_IS, 1, "剩余时间 29:00"),
        (OverduePolicy.AS_IS, 36, "已超时 06:00"),
    ],
)
def test_the_time_left_is_that_of_the_time_given(left_behind, overdue, minutes, told):
    page, _ = left_behind(minutes, overdue)
    assert time_told(page) == told


def test_where_the_break_counts_it_goes_on_while_one_looks(left_behind, clock):
    page, _ = left_behind(10)
    ticker = page.findChild(UnfinishedCard)._ticker
    assert ticker.isActive() and time_told(page) == "剩余时间 20:00"
    clock.pass_ms(61_000)
    ticker.timeout.emit()
    assert time_told(page) == "剩余时间 18:59"
    page.hide()
    assert not ticker.isActive()


def test_where_it_does_not_it_stands_still(left_behind):
    page, _ = left_behind(10, breaks=BreakPolicy.FREE)
    assert not page.findChild(UnfinishedCard)._ticker.isActive()


def test_at_the_end_the_page_is_built_anew_and_tells_it(left_behind, services, clock, opened, qtbot):
    page, exam = left_behind(29)
    clock.pass_ms(60_000)
    with qtbot.waitSignal(page.navigate) as gone:
        page.findChild(UnfinishedCard)._ticker.timeout.emit()
    assert gone.args == ["exams", None]
    anew = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    assert any("已按保存的答案交卷" in banner.text() for banner in anew.findChildren(Banner))
    assert services.exams.result(exam.id).finish_reason == FinishReason.OVERDUE


def test_not_under_a_question_that_is_being_asked(left_behind, services, clock, qtbot):
    page, exam = left_behind(29)
    press(page, "放弃并按已答交卷")
    clock.pass_ms(120_000)
    with qtbot.assertNotEmitted(page.navigate):
        page.findChild(UnfinishedCard)._ticker.timeout.emit()
    with qtbot.waitSignal(page.navigate):
        press(page, "确认交卷")
    assert services.exams.result(exam.id).finish_reason == FinishReason.OVERDUE


def test_going_on_too_late_leads_to_the_result(left_behind, services, clock, opened, qtbot):
    _, exam = left_behind(29)
    clock.pass_ms(900_000)
    page = ExamPage(services.exams, exam.id)
    with qtbot.waitSignal(page.navigate) as gone:
        opened(page)
    assert gone.args == ["results", exam.id]
    done = services.exams.result(exam.id)
    assert done.finish_reason == FinishReason.OVERDUE
    assert datetime.fromisoformat(done.finished_at) - datetime.fromisoformat(exam.started_at) == timedelta(minutes=30)
