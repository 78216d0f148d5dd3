"""Typing in the marks of a paper exam, with the keyboard alone."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from app.domain.exam_session import ExamSession
from app.ui.kit.button import Button
from app.ui.kit.modal import Modal
from app.ui.unit_exam.marks_model import FIRST
from app.ui.unit_exam.unit_exam_marks_page import UnitExamMarksPage
from tests.gui.unit_exam.conftest import PASSWORD

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


def full(services, exam):
    return [str(one.full) for one in services.unit_exams.package(exam.id).sections()]


def paste(qtbot, page, *rows):
    QApplication.clipboard().setText("".join("\t".join(row) + "\r\n" for row in rows))
    qtbot.keyClick(page._table, Qt.Key.Key_V, CONTROL)


def shown(page, row, column=FIRST):
    return page._model.data(page._model.index(row, column))


def choose(page, *cells):
    """Cells picked one by one, as with Ctrl and the mouse."""
    picked = page._table.selectionModel()
    picked.clearSelection()
    for row, section in cells:
        picked.select(page._model.index(row, FIRST + section), QItemSelectionModel.SelectionFlag.Select)


def answer(page, text):
    next(one for one in page.window().findChildren(Button) if one.label() == text and one.isVisible()).click()


def test_a_block_from_a_spreadsheet_is_pasted_and_summed(page, services, exam, qtbot):
    row = full(services, exam)
    paste(qtbot, page, row, row)
    assert shown(page, 0, page._model.last + 1) == str(exam.paper.total)
    assert set(kept(services, exam)) == {"1001", "1002"}
    assert page._says.text().startswith(f"已粘贴 2 人的 {2 * len(row)} 格得分")
    standing = services.unit_exams.standings(exam.id)[1]
    assert standing.counted is not None and standing.counted.score == exam.paper.total


def test_a_block_with_names_finds_its_people_in_any_order(page, services, exam, qtbot):
    paste(qtbot, page, ("李华", "2"), ("周明", "1"))
    assert (kept(services, exam)["1001"][0], kept(services, exam)["1002"][0]) == (1, 2)
    page._table.setCurrentIndex(page._model.index(2, 0))
    paste(qtbot, page, ("王芳", *full(services, exam)))
    assert kept(services, exam)["1003"][0] == float(full(services, exam)[0])


@pytest.mark.parametrize("rows", [[["1"]] * 4, [["1"] * 9], [["张三", "1"], ["周明", "1"]], [["1"], ["999"]]])
def test_a_block_that_does_not_fit_writes_nothing_and_says_why(page, services, exam, qtbot, rows):
    paste(qtbot, page, *rows)
    assert kept(services, exam) == {} and not page._model.faults
    assert page._says.text().startswith("一格也没有写入。")


def test_a_value_out_of_range_is_marked_with_a_sentence_and_not_saved(page, services, exam, qtbot):
    type_in(qtbot, page, "999")
    index = page._model.index(0, FIRST)
    assert page._model.data(index) == "⚠ 999"
    assert kept(services, exam) == {}
    page._table.setCurrentIndex(index)
    assert page._says.text().startswith("周明：") and "满分" in page._says.text()
    page._model.type_in(0, FIRST, "3")
    assert kept(services, exam)["1001"][0] == 3 and not page._model.faults


def test_a_slip_while_typing_leaves_what_was_saved(page, services, exam, qtbot):
    paste(qtbot, page, full(services, exam))
    before = kept(services, exam)
    page._table.setCurrentIndex(page._model.index(0, FIRST))
    type_in(qtbot, page, "999")
    assert shown(page, 0) == "⚠ 999" and kept(services, exam) == before
    page._table.setCurrentIndex(page._model.index(0, FIRST))
    assert f"没有保存这一格，保存的仍是 {full(services, exam)[0]} 分" in page._says.text()
    standing = services.unit_exams.standings(exam.id)[0]
    assert standing.counted is not None and standing.counted.score == exam.paper.total
    choose(page, (0, 0))
    qtbot.keyClick(page._table, Qt.Key.Key_Delete)
    assert shown(page, 0) == full(services, exam)[0] and kept(services, exam) == before


def test_delete_empties_what_is_selected_and_nothing_between(page, services, exam, qtbot):
    paste(qtbot, page, *[["1", "1", "1"]] * 3)
    choose(page, (0, 0), (2, 2))
    qtbot.keyClick(page._table, Qt.Key.Key_Delete)
    assert [points[:3] for points in kept(services, exam).values()] == [(1, 1, 1)] * 3  # it asks first
    answer(page, "清空")
    assert [points[:3] for points in kept(services, exam).values()] == [(None, 1, 1), (1, 1, 1), (1, 1, None)]


def test_of_one_person_it_empties_without_asking(page, services, exam, qtbot):
    paste(qtbot, page, ["1", "2"])
    choose(page, (0, 0))
    qtbot.keyClick(page._table, Qt.Key.Key_Delete)
    assert kept(services, exam)["1001"][:2] == (None, 2)


def test_whoever_thinks_better_of_it_has_emptied_nothing(page, services, exam, qtbot):
    paste(qtbot, page, ["1"], ["2"])
    choose(page, (0, 0), (1, 0))
    qtbot.keyClick(page._table, Qt.Key.Key_Delete)
    answer(page, "不改")
    assert [points[0] for points in kept(services, exam).values()] == [1, 2]


def test_typing_emptying_and_pasting_are_taken_back_on_disk_too(page, services, exam, qtbot):
    type_in(qtbot, page, "5")
    seen = [kept(services, exam)]
    paste(qtbot, page, ["7"], ["8"])
    seen.append(kept(services, exam))
    choose(page, (1, 0))
    qtbot.keyClick(page._table, Qt.Key.Key_Delete)
    assert kept(services, exam) != seen[-1]
    for state in reversed(seen):
        qtbot.keyClick(page._table, Qt.Key.Key_Z, CONTROL)
        assert kept(services, exam) == state
    qtbot.keyClick(page._table, Qt.Key.Key_Z, CONTROL)
    assert kept(services, exam) == {}
    qtbot.keyClick(page._table, Qt.Key.Key_Z, CONTROL)
    assert page._says.text() == "没有可以撤销的改动。"


def test_a_paste_can_be_taken_back_by_the_button_beside_its_words(page, services, exam, qtbot):
    paste(qtbot, page, ["7"])
    answer(page, "撤销")
    assert kept(services, exam) == {} and page._table.hasFocus()


@pytest.fixture
def sat(services, exam, package_file, tmp_path):
    """周明 has sat it on a PC, with nothing right, and the file is in."""
    data, _ = services.exam_seats.read(package_file)
    sitting = services.exam_seats.start(services.exam_seats.open(data, PASSWORD), "1001")
    services.exam_seats.save_result(services.exams.submit(sitting), tmp_path / "一.jjresult")
    services.unit_exams.collect(exam.id, tmp_path)


def test_a_result_from_the_pc_is_shown_and_asked_about_before_marks_go_beside_it(sat, page, services, exam, qtbot):
    assert (shown(page, 0, 0), shown(page, 1, 0)) == ("周明（机考 0）", "李华")
    assert page._says.text() == "周明已有机考成绩 0 分，成绩册以机考为准。"
    qtbot.keyClicks(page._table, "1")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.window().findChild(Modal) is not None)  # the editor closes a moment later
    assert kept(services, exam) == {}
    answer(page, "不改")
    qtbot.waitUntil(page._table.hasFocus)
    assert kept(services, exam) == {}
    page._table.setCurrentIndex(page._model.index(0, FIRST))
    paste(qtbot, page, full(services, exam))
    answer(page, "仍要录入")
    assert None not in kept(services, exam)["1001"]
    page._table.setCurrentIndex(page._model.index(1, FIRST))
    assert page._says.text().endswith("录完的成绩已在成绩册里，其中 1 人另有机考成绩，成绩册以机考为准。")


def test_what_cannot_be_saved_is_not_shown(page, services, said, qtbot, monkeypatch):
    from app.domain.errors import UserError

    def full(exam_id, marks):
        raise UserError("磁盘已满。")

    page._unit_exams = type("NoRoom", (), {"put_marks": staticmethod(full)})()
    page._model.type_in(0, FIRST, "5")
    assert said == [("red", "磁盘已满。")] and page._model.data(page._model.index(0, FIRST)) == ""


def test_what_was_typed_is_there_when_the_page_comes_again(page, services, exam, watched, show_page):
    page._model.type_in(1, FIRST + 1, "4")
    page._table.setCurrentIndex(page._model.index(1, FIRST + 1))
    again = watched(UnitExamMarksPage(services.unit_exams, exam.id))
    again.restore(page.state())
    show_page(again)
    assert here(again) == (1, 1) and again._model.data(again._model.index(1, FIRST + 1)) == "4"
    assert ExamSession(again._session.chosen()) is ExamSession.MAIN


def test_tab_leaves_the_table_after_its_last_cell(page, qtbot):
    page._table.setCurrentIndex(page._model.index(2, page._model.last))
    qtbot.keyClick(page._table, Qt.Key.Key_Tab)
    assert not page._table.hasFocus()


def test_every_tab_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window()) == []
