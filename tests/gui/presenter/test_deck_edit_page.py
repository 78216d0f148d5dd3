"""备课: order, skipped pages, notes, time, own pages and updates; every change is on disk and can be taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QImage

from app.domain.deck_plan import DeckPlan
from app.domain.own_page import OwnKind, OwnPage
from app.ui.presenter.deck_edit_page import DeckEditPage
from app.ui.presenter.deck_printing import DeckPrinting
from app.ui.presenter.own_page_dialog import OwnPageDialog
from app.ui.presenter.pick_dialog import PickDialog
from tests.gui.presenter.page_help import FileAnswers, heard, labels, open_modal, press

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def deck(services):
    return services.decks.make(services.library.cases()[0].id)


@pytest.fixture
def files():
    return FileAnswers()


@pytest.fixture
def opened(services, show_page, files):
    pages = []

    def show(deck_id, size=(1278, 712)):
        printing = DeckPrinting(services.meeting_documents, services.decks.files.path, files)
        page = DeckEditPage(services.decks, services.library, printing, deck_id, files)
        show_page(page, size)
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.leave()


def ids(services, deck_id):
    return [one.page.id for one in services.decks.pages(deck_id)]


def test_alt_and_down_moves_the_page_and_stays_on_it(services, deck, opened, qtbot):
    page, before = opened(deck.id), ids(services, deck.id)
    page.list.go_to(2)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
    after = ids(services, deck.id)
    assert after[2:4] == [before[3], before[2]] and page.list.row == 3
    qtbot.keyClick(page.list, Qt.Key.Key_Up, ALT)
    assert ids(services, deck.id) == before and page.list.row == 2


def test_the_ends_of_the_list_are_where_moving_stops(services, deck, opened, qtbot):
    page, before = opened(deck.id), ids(services, deck.id)
    page.list.go_to(0)
    qtbot.keyClick(page.list, Qt.Key.Key_Up, ALT)
    page.list.go_to(len(before) - 1)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
    assert ids(services, deck.id) == before


def test_a_page_can_be_dragged_to_another_place(services, deck, opened):
    page, before = opened(deck.id), ids(services, deck.id)
    page.list.go_to(0)
    target = page.list.visualRect(page.list.model().index(2))
    drop = QDropEvent(
        QPointF(target.left() + 5, target.bottom() - 2),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.list.dropEvent(drop)
    assert ids(services, deck.id)[:3] == [before[1], before[2], before[0]] and page.list.row == 2


def test_space_skips_a_page_and_takes_it_back(services, deck, opened, qtbot):
    page, whole = opened(deck.id), len(services.decks.deck(deck.id).pages)
    page.list.go_to(4)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert len(services.decks.deck(deck.id).pages) == whole - 1
    assert any("另跳过 1 页" in text for text in labels(page))
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert len(services.decks.deck(deck.id).pages) == whole


def test_notes_are_saved_a_moment_after_the_last_key_or_when_the_page_is_left(services, deck, opened, qtbot):
    page = opened(deck.id)
    page.list.go_to(1)
    page.side.notes.setPlainText("停：等十秒\n看第三行")
    page.list.go_to(2)
    wanted = (("停", "等十秒"), ("", "看第三行"))
    assert services.decks.pages(deck.id)[1].page.notes == wanted
    page.side.notes.setPlainText("另一页的提示")
    qtbot.waitUntil(lambda: services.decks.pages(deck.id)[2].page.notes == (("", "另一页的提示"),))


def test_a_graded_text_is_refused_and_stays_on_screen(services, deck, opened, qtbot):
    page = opened(deck.id)
    said, before = heard(page.message), services.decks.pages(deck.id)[0].page.notes
    page.side.notes.setPlainText("机密★ 不该写在这里")
    page.side.flush()
    assert said and said[0][0] == "red" and services.decks.pages(deck.id)[0].page.notes == before
    assert "机密" in page.side.notes.toPlainText()


def test_control_z_takes_back_change_after_change_and_control_y_makes_them_again(services, deck, opened, qtbot):
    page, before = opened(deck.id), ids(services, deck.id)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    qtbot.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert not any(one.skipped for one in services.decks.pages(deck.id)) and ids(services, deck.id) != before
    qtbot.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert ids(services, deck.id) == before
    qtbot.keyClick(page, Qt.Key.Key_Y, CONTROL)
    assert ids(services, deck.id) != before


def test_undo_outlives_a_change_of_theme(services, deck, opened, qtbot):
    page, before = opened(deck.id), ids(services, deck.id)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
    page.leave()
    again = opened(deck.id)
    again.restore(page.state())
    assert again.list.row == 1
    qtbot.keyClick(again, Qt.Key.Key_Z, CONTROL)
    assert ids(services, deck.id) == before


def test_time_of_a_page_and_of_the_whole_against_the_plan(services, deck, opened):
    page = opened(deck.id)
    page.side._minutes.setValue(9)
    page.side._seconds.setValue(30)
    assert services.decks.pages(deck.id)[0].page.seconds == 570
    page.head.minutes.setValue(20)
    assert services.decks.get(deck.id).plan.minutes == 20
    assert any("超出计划" in text for text in labels(page))


def test_a_text_page_comes_after_the_one_that_is_shown(services, deck, opened):
    page, before = opened(deck.id), ids(services, deck.id)
    page.list.go_to(3)
    page._adding.begin("文字页", page._page_id)
    dialog = open_modal(page, OwnPageDialog)
    dialog.button("save").click()
    assert dialog.isVisible() and len(ids(services, deck.id)) == len(before)  # still empty: said, not saved
    dialog.title_field.setText("本局怎么做")
    dialog.text_field.setPlainText("一、先自查\n二、再整改")
    dialog.button("save").click()
    assert ids(services, deck.id).index("own/1") == 4 and page._page_id == "own/1"


def test_a_page_half_written_is_thrown_away_only_when_asked_twice(services, deck, opened, qtbot):
    page, before = opened(deck.id), ids(services, deck.id)
    page._adding.begin("文字页", page._page_id)
    dialog = open_modal(page, OwnPageDialog)
    dialog.text_field.setPlainText("一、先自查")
    qtbot.keyClick(dialog.text_field, Qt.Key.Key_Escape)
    assert dialog.isVisible() and "放弃所写的" in dialog.problem()
    qtbot.keyClick(dialog.text_field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in page.window().findChildren(OwnPageDialog)))
    assert ids(services, deck.id) == before


def test_a_page_added_after_reordering_still_stands_where_it_was_put(services, deck, opened, qtbot):
    page = opened(deck.id)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
    page.list.go_to(3)
    page._put_own(OwnPage("", OwnKind.TEXT, "一页", after=page._page_id))
    assert ids(services, deck.id).index("own/1") == 4


def test_a_question_of_ones_own_needs_options_and_an_answer(services, deck, opened):
    page = opened(deck.id)
    page._adding.begin("题目：自己写", "")
    dialog = open_modal(page, OwnPageDialog)
    dialog.text_field.setPlainText("收到红包先做什么？")
    dialog.button("save").click()
    assert dialog.isVisible()
    for number, text in enumerate(("当场退还并报告", "先收下再说")):
        dialog.options._rows[number][1].setText(text)
    dialog.options._rows[0][2].setChecked(True)
    dialog.button("save").click()
    made = services.decks.get(deck.id).plan.own[0]
    assert (made.answer, len(made.options)) == (("A",), 2)
    assert page.preview.reveal.isVisible()


def test_a_question_of_the_bank_is_copied_into_the_deck(services, deck, opened):
    page = opened(deck.id)
    page._adding.begin("题目：从题库选", page._page_id)
    dialog = open_modal(page, PickDialog)
    chosen = dialog.entries.chosen()
    dialog.button("take").click()
    assert services.decks.get(deck.id).plan.own[0].question == chosen


def test_a_picture_is_copied_in_the_background(services, deck, opened, files, tmp_path, qtbot):
    files.answer_file = tmp_path / "照片.png"
    assert QImage(40, 30, QImage.Format.Format_RGB32).save(str(files.answer_file))
    page = opened(deck.id)
    page._adding.begin("图片页", page._page_id)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.window().findChildren(OwnPageDialog)))
    open_modal(page, OwnPageDialog).button("save").click()
    own = services.decks.get(deck.id).plan.own[0]
    assert own.kind is OwnKind.PICTURE and services.decks.files.path(own.file).is_file()


def test_a_file_that_cannot_be_shown_is_refused_with_a_reason(deck, opened, files, tmp_path, qtbot):
    files.answer_file = tmp_path / "表.xlsx"
    files.answer_file.write_bytes(b"PK\x03\x04 nothing to look at")
    page = opened(deck.id)
    said = heard(page.message)
    page._adding.begin("图片页", "")
    qtbot.waitUntil(lambda: any(tone == "red" for tone, _ in said))


def test_own_pages_can_be_deleted_and_those_of_the_case_cannot(services, deck, opened, qtbot):
    page = opened(deck.id)
    page._put_own(OwnPage("", OwnKind.TEXT, "一页", after=page._page_id))
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert "own/1" not in ids(services, deck.id)
    before = ids(services, deck.id)
    page.list.go_to(0)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert ids(services, deck.id) == before


def with_update(services, deck, page_id):
    """As if the content of one page, whose notes the leader had edited, had changed since."""
    built = services.decks.built(deck.id)
    page = next(one for one in built.pages if one.id == page_id)
    plan: DeckPlan = services.decks.get(deck.id).plan.noted(page, (("", "我的提示"),))
    edits = tuple(replace(one, source="older") for one in plan.edits)
    services.decks.save(deck.id, replace(plan, edits=edits))
    return page


@pytest.mark.parametrize(("word", "kept"), [("采用新的", False), ("保留我的", True)])
def test_an_update_shows_both_notes_and_one_is_chosen(services, deck, opened, word, kept, qtbot):
    content = with_update(services, deck, ids(services, deck.id)[2])
    page = opened(deck.id)
    assert any("内容有更新：改了 1 页" in text for text in labels(page))
    page.list.go_to(2)
    qtbot.waitUntil(lambda: "新的提示" in labels(page))
    press(page, word)
    notes = services.decks.pages(deck.id)[2].page.notes
    assert notes == ((("", "我的提示"),) if kept else content.notes)
    assert not services.decks.changes(deck.id)


def test_a_changed_page_is_shown_beside_what_it_was(services, deck, opened, qtbot):
    """Also where the leader never touched its notes."""
    plan: DeckPlan = services.decks.get(deck.id).plan
    page_id = ids(services, deck.id)[2]
    seen = tuple((one, name, "older" if one == page_id else source) for one, name, source in plan.seen)
    words = tuple((one, f"{text}\n已经删去的一句" if one == page_id else text) for one, text in plan.words)
    services.decks.save(deck.id, replace(plan, seen=seen, words=words))
    page = opened(deck.id)
    page.list.go_to(2)
    press(page, "看改了什么")
    shown = labels(page.window())
    assert "已经删去的一句" in shown and shown.count("−") == 1 and "＋" not in shown


def test_f5_projects_from_the_start_and_shift_f5_from_this_page(deck, opened):
    page = opened(deck.id)
    page.list.go_to(3)
    assert page.projection(False) == ("deck", deck.id, "")
    assert page.projection(True) == ("deck", deck.id, page._page_id)


def test_small_pictures_come_while_nothing_else_happens_and_moving_draws_none_anew(deck, opened, qtbot):
    page = opened(deck.id)
    model = page._model
    assert len(model._pictures) < model.rowCount()
    qtbot.waitUntil(lambda: len(model._pictures) == model.rowCount(), timeout=20_000)
    before = set(map(id, model._pictures.values()))
    qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: not model._idle.isActive())
    assert set(map(id, model._pictures.values())) == before


def test_an_empty_deck_says_how_to_begin(services, opened):
    page = opened(services.decks.make().id)
    assert "课件里还没有页面" in labels(page)


def test_a_deck_that_is_gone_leads_back(opened):
    page = opened("nowhere")
    asked = heard(page.navigate)
    press(page, "回到我的课件")
    assert asked == [("presenter", None)]


@pytest.mark.parametrize("size", [(1278, 712), (880, 480)])
def test_every_stop_has_a_name(deck, opened, nameless_stops, size):
    assert nameless_stops(opened(deck.id, size).window()) == []
