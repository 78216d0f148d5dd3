"""Before an exam."""

from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.exam import ExamState
from app.domain.paper import BreakPolicy
from app.ui.exam.exam_lobby_page import ExamLobbyPage
from app.ui.exam.unfinished_card import UnfinishedCard
from app.ui.kit.banner import Banner
from app.ui.kit.button import Button


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
    with qtbot.waitSignal(page.message) as said:
        press(page, "印成纸质试卷")
    tone, words = said.args
    assert tone == "green" and "“考试材料”" in words and "共 6 个" in words
    assert len([file for file in folder.iterdir() if page._cards[-1].paper.title in file.name]) == 6
    assert services.exams.unfinished() is None


def test_thinking_better_of_the_folder_writes_and_says_nothing(services, opened, monkeypatch, qtbot):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    with qtbot.assertNotEmitted(page.message):
        press(page, "印成纸质试卷")


def test_a_folder_that_cannot_be_written_is_told(services, opened, qtbot, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "file"))
    page = opened(ExamLobbyPage(services.exams, services.profiles, services.papers))
    with qtbot.waitSignal(page.message) as said:
        press(page, "印成纸质试卷")
    assert said.args[0] == "red" and "不能写到文件夹" in said.args[1]


def test_building_the_page_opens_no_window(services, exam, clock, paper, stray, qtbot):
    qtbot.addWidget(ExamLobbyPage(services.exams, services.profiles, services.papers))
    clock.pass_ms(paper.minutes * 60_000)
    services.exams.beat(exam, 1)
    qtbot.addWidget(ExamLobbyPage(services.exams, services.profiles, services.papers))
    assert stray == []
