"""The list of the unit's papers, and their place among those to sit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.unit_paper import PaperState
from app.ui.exam.exam_lobby_page import ExamLobbyPage
from app.ui.paper_editor.paper_editor_page import PaperEditorPage
from app.ui.parts.ask_text import AskText


def test_enter_begins_a_new_paper(editor, show_page, qtbot):
    page = PaperEditorPage(editor)
    show_page(page)
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    key, paper_id = gone.args
    assert key == "paper_edit" and editor.get(paper_id).state is PaperState.DRAFT


def test_a_built_in_paper_is_copied_to_be_changed(editor, show_page, qtbot, press):
    page = PaperEditorPage(editor)
    show_page(page)
    builtin = editor.builtin()[-1]
    with qtbot.waitSignal(page.navigate) as gone:
        press(page, "复制成本单位试卷")
    assert editor.written(gone.args[1]).title == f"{builtin.title}（副本）"


def test_a_paper_is_retired_with_a_reason_and_taken_into_use_again(editor, saved_id, show_page, qtbot, press):
    page = PaperEditorPage(editor)
    show_page(page)
    press(page, "作废《")
    dialog = page.window().findChild(AskText)
    assert QApplication.focusWidget() is dialog.field
    press(page, "作废")
    assert dialog.isVisible() and editor.get(saved_id).state is PaperState.IN_USE
    qtbot.keyClicks(dialog.field, "reason")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert editor.get(saved_id).reason == "reason"
    press(page, "恢复使用")
    assert editor.get(saved_id).state is PaperState.IN_USE


def test_a_draft_is_deleted_only_when_asked_twice(editor, paper_id, show_page, press):
    page = PaperEditorPage(editor)
    show_page(page)
    press(page, "删除草稿《")
    press(page, "保留")
    assert len(editor.papers()) == 1
    press(page, "删除草稿《")
    press(page, "删除草稿")
    assert editor.papers() == []


def test_the_lobby_shows_them_apart_as_the_units(services, saved_id, paper_id, show_page, qtbot):
    page = ExamLobbyPage(services.exams, services.profiles, services.papers, offered=services.paper_shelf.papers)
    show_page(page)
    own = [card for card in page._cards if card.accessibleName().startswith("本单位试卷，")]
    assert [card.paper.id for card in own] == [saved_id]
    own[0].click()
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    assert services.exams.result(gone.args[1]).paper.id == saved_id


def test_every_stop_has_a_name(editor, saved_id, paper_id, show_page, nameless_stops):
    assert nameless_stops(show_page(PaperEditorPage(editor))) == []
