"""A 简答 has an end that is told: what was written is never cut off without a word."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.domain.question import Question, QuestionKind
from app.ui.kit.label import Label
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.question_card import QuestionCard

MOST = 10


@pytest.fixture
def box(qtbot, dressed):
    made = AnswerBox(MOST)
    qtbot.addWidget(made)
    made.counts = []
    made.counted.connect(lambda *given: made.counts.append(given))
    with qtbot.waitExposed(made):
        made.show()
    return made


def put_cursor(box, start, end=None):
    cursor = box.textCursor()
    cursor.setPosition(start)
    if end is not None:
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


def paste(box, text):
    data = QMimeData()
    data.setText(text)
    box.insertFromMimeData(data)


def commit(box, text):
    """As an input method does it: letters first, then the characters chosen for them."""
    QApplication.sendEvent(box, QInputMethodEvent("zhong", []))
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(box, event)


def test_up_to_the_most_everything_goes_in(box):
    QTest.keyClicks(box, "abcdefghij")
    assert box.toPlainText() == "abcdefghij" and box.counts[-1] == (10, 0)


@pytest.mark.parametrize("offer", [paste, commit])
def test_in_the_middle_the_end_of_what_is_offered_stays_out_and_nothing_that_was_there_goes(box, offer):
    box.setPlainText("一二三四五六七八")
    put_cursor(box, 3)
    offer(box, "甲乙丙丁")
    assert box.toPlainText() == "一二三甲乙四五六七八" and box.counts[-1] == (10, 2)


def test_what_is_replaced_makes_room(box):
    box.setPlainText("一二三四五六七八九十")
    put_cursor(box, 2, 5)
    paste(box, "甲乙丙丁")
    assert box.toPlainText() == "一二甲乙丙六七八九十"
    box.undo()
    assert box.toPlainText() == "一二三四五六七八九十"


def test_when_it_is_full_a_key_changes_nothing_and_that_is_told(box):
    box.setPlainText("一二三四五六七八九十")
    put_cursor(box, 4)
    QTest.keyClick(box, Qt.Key.Key_X)
    commit(box, "中国")
    assert box.toPlainText() == "一二三四五六七八九十" and box.counts[-1] == (10, 2)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text("ab中𠮷", max_size=MOST),
    st.text("xy国𠀀\n", min_size=1, max_size=30),
    st.integers(0, MOST),
    st.integers(0, MOST),
)
def test_whatever_is_pasted_wherever(box, before, offered, one, other):
    """A rare character is two units of a document, and is never cut in two."""
    box.setPlainText(before)
    units = [len(before[:at].encode("utf-16-le")) // 2 for at in range(len(before) + 1)]
    start, end = sorted((min(one, len(before)), min(other, len(before))))
    put_cursor(box, units[start], units[end])
    paste(box, offered)
    room = MOST - len(before) + end - start
    assert box.toPlainText() == before[:start] + offered[:room] + before[end:]
    assert len(box.toPlainText()) <= MOST


@pytest.fixture
def card(qtbot, dressed):
    made = QuestionCard(Question("q", QuestionKind.SHORT, "题干", "subsistence-allowance", 1), ())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def told(card):
    return [one.text() for one in card.findChildren(Label) if one.isVisible() and "字" in one.text()]


def test_what_is_on_screen_is_the_answer_and_the_number_stands_below(card):
    box = card.findChild(QPlainTextEdit)
    assert told(card) == ["0 / 2000 字"]
    box.setPlainText("字" * 1999)
    assert told(card) == ["1999 / 2000 字"]
    paste(box, "字" * 801)
    assert told(card) == ["最多 2000 字，有 800 字没有写进去"]
    assert card.answer() == (box.toPlainText(),) == ("字" * 2000,)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert told(card) == ["1999 / 2000 字"]
    QTest.keyClick(box, Qt.Key.Key_X)
    assert told(card) == ["最多 2000 字，已写满"]


def test_an_answer_that_is_only_read_has_no_number(card):
    card.set_answer(("写了。",))
    card.set_locked(True)
    assert told(card) == []
