"""我的课件: what is kept, what can be done with it, and the session that was left open."""

import pytest
from PySide6.QtCore import Qt

from app.ui.kit.button import Button
from app.ui.kit.modal import Modal
from app.ui.presenter.deck_printing import DeckPrinting
from app.ui.presenter.pick_dialog import PickDialog
from app.ui.presenter.presenter_page import NONE_YET, PresenterPage
from app.ui.presenter.unfinished_session import UnfinishedSession
from tests.gui.presenter.page_help import FileAnswers, heard, labels, open_modal, press


@pytest.fixture
def case_id(services):
    return services.library.cases()[0].id


@pytest.fixture
def files(tmp_path):
    return FileAnswers(folder=tmp_path / "out")


@pytest.fixture
def shown(services, show_page, files):
    def show(size=(1278, 712)):
        printing = DeckPrinting(services.meeting_documents, services.decks.files.path, files)
        page = PresenterPage(services.decks, services.meetings, services.library, printing)
        show_page(page, size)
        return page

    return show


def test_an_empty_shelf_says_that_any_case_can_be_projected(shown):
    assert NONE_YET in labels(shown())


def test_a_deck_shows_its_case_pages_and_minutes(services, shown, case_id, qtbot):
    services.decks.make(case_id)
    page, title = shown(), services.library.cases()[0].title
    qtbot.waitUntil(lambda: any(f"取自案例《{title}》" in text and "分钟" in text for text in labels(page)))


def test_making_one_from_a_case_opens_it_for_editing(services, shown, qtbot):
    page = shown()
    asked = heard(page.navigate)
    press(page, "从案例新建")
    dialog = open_modal(page, PickDialog)
    dialog.entries.field.setText(services.library.cases()[3].title)
    dialog.button("take").click()
    deck = services.decks.all()[0]
    assert asked == [("deck_edit", deck.id)] and deck.title == services.library.cases()[3].title


def test_enter_in_the_search_field_takes_what_is_marked(services, shown, qtbot):
    page = shown()
    press(page, "从案例新建")
    dialog = open_modal(page, PickDialog)
    qtbot.keyClick(dialog.entries.field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.entries.field, Qt.Key.Key_Return)
    assert services.decks.all()[0].case == services.library.cases()[1].id


def test_f5_projects_the_first_deck_or_the_one_used_last(services, shown, case_id):
    first = services.decks.make(case_id, "甲")
    second = services.decks.make(case_id, "乙")
    page = shown()
    assert page.projection(False) == ("deck", second.id)
    press(page, "备课《甲》")
    assert page.projection(False) == ("deck", first.id)


def test_there_is_nothing_to_project_on_an_empty_shelf(shown):
    assert shown().projection(False) is None


def test_copy_rename_retire_and_restore(services, shown, case_id, qtbot):
    deck = services.decks.make(case_id, "甲")
    page = shown()
    page._act(deck, "复制一份")
    qtbot.waitUntil(lambda: "甲（副本）" in labels(page))
    page._act(deck, "改名")
    dialog = open_modal(page, Modal)
    dialog.field.setText("")
    dialog.button("save").click()
    assert dialog.isVisible() and services.decks.get(deck.id).title == "甲"
    dialog.field.setText("乙")
    dialog.button("save").click()
    assert services.decks.get(deck.id).title == "乙"
    qtbot.waitUntil(lambda: "乙" in labels(page))
    page._act(services.decks.get(deck.id), "停用")
    open_modal(page, Modal).button("save").click()
    assert services.decks.get(deck.id).retired
    qtbot.waitUntil(lambda: "已停用的课件" in labels(page))
    press(page, "恢复使用《乙》")
    assert not services.decks.get(deck.id).retired


def test_printing_writes_word_and_pdf_into_the_folder_and_lists_them(services, shown, case_id, files, qtbot):
    services.decks.make(case_id, "甲")
    page = shown()
    press(page, "打印《甲》")
    open_modal(page, Modal).button("script").click()
    assert {path.suffix for path in files.answer_folder.iterdir()} == {".docx", ".pdf"}
    qtbot.waitUntil(lambda: any("讲稿" in text and text.endswith(".docx") for text in labels(page.window())))
    press(page, "打开所在文件夹")
    assert files.shown == [files.answer_folder]


def test_a_session_left_open_can_be_gone_on_with(services, shown, case_id):
    meetings = services.meetings
    live = meetings.start_deck(services.decks.of_case(case_id), "廉政党课", case_id)
    meetings.stage.show(live.presentation.go_to(4))
    meetings.stage.leave()
    page = shown()
    card = page.findChild(UnfinishedSession)
    assert card is not None and any("讲到第 4 页" in text for text in labels(page))
    asked = heard(page.navigate)
    card.resume.click()
    card.record.click()
    assert asked == [("project", ("resume",)), ("meeting_room", live.meeting.id)]


def test_every_stop_has_a_name_and_the_case_is_marked_as_made_up(services, shown, case_id, nameless_stops):
    services.decks.make(case_id)
    page = shown((900, 540))
    assert nameless_stops(page.window()) == []
    assert any(text.startswith("教学案例") for text in labels(page)) and page.findChild(Button)
