"""Typing in the marks of a paper exam, with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.exam_session import ExamSession
from app.ui.unit_exam.marks_model import FIRST
from app.ui.unit_exam.unit_exam_marks_page import UnitExamMarksPage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(services, exam, watched, show_page):
    made = watched(UnitExamMarksPage(services.unit_exams, exam.id))
    show_page(made)
    return made


def kept(services, exam):
    return {one.person: one.points for one in services.unit_exams.marks(exam.id)}


def type_in(qtbot, page, text, key=Qt.Key.Key_Return):
    """As somebody types: into the cell that is current, then the key that ends it."""
    qtbot.keyClicks(page._table, text[0])
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, key)
    qtbot.waitUntil(page._table.hasFocus)  # the editor closes a moment later


def here(page):
    index = page._table.currentIndex()
    return index.row(), index.column() - FIRST


def test_enter_saves_and_goes_down_tab_saves_and_goes_right(page, services, exam, qtbot):
    assert here(page) == (0, 0)
    type_in(qtbot, page, "12")
    assert here(page) == (1, 0)
    type_in(qtbot, page, "9.5", Qt.Key.Key_Tab)
    assert here(page) == (1, 1)
    marks = kept(services, exam)
    assert marks["1001"][0] == 12 and marks["1002"][0] == 9.5 and len(marks) == 2


def test_at_the_last_person_enter_goes_on_with_the_next_section(page, qtbot):
    page._table.setCurrentIndex(page._model.index(2, FIRST))
    qtbot.keyClick(page._table, Qt.Key.Key_Return)
    assert here(page) == (0, 1)


def test_a_block_from_a_spreadsheet_is_pasted_and_summed(page, services, exam, qtbot):
    sections = services.unit_exams.package(exam.id).sections()
    full = "\t".join(str(one.full) for one in sections)
    QApplication.clipboard().setText(f"{full}\r\n{full}\r\n")
    qtbot.keyClick(page._table, Qt.Key.Key_V, CONTROL)
    last = page._model.columnCount() - 1
    assert page._model.data(page._model.index(0, last)) == str(sum(one.full for one in sections))
    assert set(kept(services, exam)) == {"1001", "1002"}
    assert page._says.text().startswith("已录完 2 人，共 3 人。")
    standing = services.unit_exams.standings(exam.id)[1]
    assert standing.counted is not None and standing.counted.score == exam.paper.total


def test_a_value_out_of_range_is_marked_with_a_sentence_and_not_saved(page, services, exam, qtbot):
    type_in(qtbot, page, "999")
    index = page._model.index(0, FIRST)
    assert page._model.data(index) == "⚠ 999"
    assert kept(services, exam) == {}
    page._table.setCurrentIndex(index)
    assert page._says.text().startswith("周明：") and "满分" in page._says.text()
    page._model.write(0, FIRST, [["3"]])
    assert kept(services, exam)["1001"][0] == 3 and not page._model.faults


def test_delete_empties_what_is_selected(page, services, exam, qtbot):
    page._model.write(0, FIRST, [["1", "2"]])
    qtbot.keyClick(page._table, Qt.Key.Key_Delete)
    assert kept(services, exam)["1001"][:2] == (None, 2)


def test_what_cannot_be_saved_is_not_shown(page, services, said, qtbot, monkeypatch):
    from app.domain.errors import UserError

    def full(exam_id, marks):
        raise UserError("磁盘已满。")

    page._unit_exams = type("NoRoom", (), {"put_marks": staticmethod(full)})()
    page._model.write(0, FIRST, [["5"]])
    assert said == [("red", "磁盘已满。")] and page._model.data(page._model.index(0, FIRST)) == ""


def test_what_was_typed_is_there_when_the_page_comes_again(page, services, exam, watched, show_page):
    page._model.write(1, FIRST + 1, [["4"]])
    page._table.setCurrentIndex(page._model.index(1, FIRST + 1))
    again = watched(UnitExamMarksPage(services.unit_exams, exam.id))
    again.restore(page.state())
    show_page(again)
    assert here(again) == (1, 1) and again._model.data(again._model.index(1, FIRST + 1)) == "4"
    assert ExamSession(again._session.chosen()) is ExamSession.MAIN


def test_tab_leaves_the_table_after_its_last_cell(page, qtbot):
    page._table.setCurrentIndex(page._model.index(2, page._model.columnCount() - 2))
    qtbot.keyClick(page._table, Qt.Key.Key_Tab)
    assert not page._table.hasFocus()


def test_every_tab_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window()) == []
