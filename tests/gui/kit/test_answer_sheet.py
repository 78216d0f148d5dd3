import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.ui.kit.answer_sheet import AnswerSheet, CellState, SheetGroup


@pytest.fixture
def sheet(show):
    made = AnswerSheet([SheetGroup("单选题", "20题×2分", tuple(range(1, 21))), SheetGroup("判断题", "", (21, 22, 23))])
    before, after = QLineEdit(), QLineEdit()
    made.before, made.after = before, after
    show(before, made, after)
    return made


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_the_answer_sheet_is_one_tab_stop(sheet, qtbot):
    sheet.before.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is sheet.cell(1)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is sheet.after


def test_the_tab_stop_is_the_question_on_the_screen(sheet, qtbot):
    sheet.set_states({}, current=14)
    sheet.before.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is sheet.cell(14)


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (1, Qt.Key.Key_Right, 2),
        (1, Qt.Key.Key_Left, 1),
        (7, Qt.Key.Key_Right, 8),
        (3, Qt.Key.Key_Down, 10),
        (10, Qt.Key.Key_Up, 3),
        (2, Qt.Key.Key_Up, 2),
        (16, Qt.Key.Key_Down, 22),
        (20, Qt.Key.Key_Right, 21),
        (12, Qt.Key.Key_Home, 1),
        (12, Qt.Key.Key_End, 23),
    ],
)
def test_arrows_move_inside(sheet, qtbot, start, key, end):
    sheet.focus_cell(start)
    qtbot.keyClick(focused(), key)
    assert focused() is sheet.cell(end)


def test_a_key_with_a_modifier_is_left_to_the_page(sheet, qtbot):
    sheet.focus_cell(5)
    qtbot.keyClick(focused(), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert focused() is sheet.cell(5)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_go_to_the_question(sheet, qtbot, key):
    sheet.focus_cell(9)
    with qtbot.waitSignal(sheet.activated) as told:
        qtbot.keyClick(focused(), key)
    assert told.args == [9]


def test_a_click_goes_to_the_question_and_keeps_one_tab_stop(sheet, qtbot):
    with qtbot.waitSignal(sheet.activated) as told:
        qtbot.mouseClick(sheet.cell(15), Qt.MouseButton.LeftButton)
    assert told.args == [15]
    stops = [n for n in range(1, 24) if sheet.cell(n).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [15]


def test_a_cell_says_number_state_flag_and_place(sheet):
    sheet.set_states({14: CellState("answered", flagged=True), 3: CellState("wrong")}, current=14)
    assert sheet.cell(14).accessibleName() == "第14题，已答，已标记，当前题"
    assert sheet.cell(3).accessibleName() == "第3题，答错"
    assert sheet.cell(4).accessibleName() == "第4题，未答"


def test_one_cell_changes_alone(sheet):
    sheet.set_states({2: CellState("answered")}, current=2)
    sheet.set_state(3, CellState("unanswered", flagged=True))
    assert sheet.cell(3).accessibleName() == "第3题，未答，已标记"
    assert sheet.cell(2).accessibleName() == "第2题，已答，当前题"


def test_new_groups_take_the_place_of_the_old(sheet, qtbot):
    sheet.set_groups([SheetGroup("", "", (31, 32))])
    assert sheet.cell(31).accessibleName() == "第31题，未答"
    with pytest.raises(KeyError):
        sheet.cell(1)
