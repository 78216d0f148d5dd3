"""A question of every kind, before and after it is answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from app.domain.case import Option
from app.domain.marking import Verdict, judge
from app.domain.question import KeyPoint, Question, QuestionKind
from app.ui.kit.option_button import OptionButton
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.answer_panel import AnswerPanel
from app.ui.parts.order_list_row import OrderListRow
from app.ui.parts.question_card import QuestionCard

OPTIONS = tuple(Option(key, f"第{key}项的文字") for key in "ABCD")


def question(kind, **given):
    return Question("q", kind, given.pop("stem", "题干"), "subsistence-allowance", 1, **given)


MULTIPLE = question(
    QuestionKind.MULTIPLE,
    options=OPTIONS,
    answer=("A", "C"),
    explanation="A和C都对，3A级不算。",
    why=(("B", "B项错在这里。"), ("D", "D项错在那里。")),
)


@pytest.fixture
def card(qtbot, dressed):
    def make(asked, shown=()):
        made = QuestionCard(asked, shown)
        qtbot.addWidget(made)
        made.resize(900, 700)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return make


def options(card):
    return card.findChildren(OptionButton)


def test_letters_follow_the_place_and_answers_the_key(card):
    made = card(MULTIPLE, ("D", "C", "B", "A"))
    assert [option.key() for option in options(made)] == list("ABCD")
    assert "第D项" in options(made)[0].accessibleName()
    QTest.keyClick(made, Qt.Key.Key_B)
    QTest.keyClick(made, Qt.Key.Key_4)
    assert made.answer() == ("A", "C")


def test_one_option_replaces_another_where_only_one_can_be_chosen(card):
    made = card(question(QuestionKind.SINGLE, options=OPTIONS, answer=("A",)), tuple("ABCD"))
    options(made)[1].click()
    options(made)[2].click()
    options(made)[2].click()
    assert made.answer() == ("C",)


def test_what_is_refused_is_not_shown(card):
    made = card(MULTIPLE, tuple("ABCD"))
    made.set_permit(lambda answer: False)
    options(made)[0].click()
    assert made.answer() == () and not options(made)[0].isChecked()


def test_right_wrong_and_missed_are_told_apart_in_words(card):
    made = card(MULTIPLE, tuple("ABCD"))
    made.set_answer(("A", "B"))
    made.reveal(judge(MULTIPLE, ("A", "B")))
    assert [option.state() for option in options(made)] == ["right", "wrong", "missed", "idle"]
    assert "选对" in options(made)[0].accessibleName()
    assert "错选" in options(made)[1].accessibleName()
    assert "漏选" in options(made)[2].accessibleName()
    options(made)[3].click()
    assert made.answer() == ("A", "B")


def test_explanations_name_the_letters_that_were_shown(services, qtbot):
    panel = AnswerPanel(MULTIPLE, Verdict.WRONG, services.library, ("C", "D", "A", "B"))
    qtbot.addWidget(panel)
    texts = [paragraph.text() for paragraph in panel.findChildren(Paragraph)]
    assert "C和A都对，3A级不算。" in texts
    assert texts.index("B　第D项的文字") < texts.index("D　第B项的文字")
    assert texts[texts.index("D　第B项的文字") + 1] == "D项错在这里。"


def test_true_or_false_is_answered_in_these_words(card):
    made = card(question(QuestionKind.TRUE_FALSE, answer=("错",)))
    QTest.keyClick(made, Qt.Key.Key_2)
    assert made.answer() == ("错",)


def test_each_blank_has_a_field_and_is_told_what_it_should_have_been(card):
    asked = question(QuestionKind.BLANKS, stem="公示＿＿，由＿＿负责。", answer=("七天|7天", "街道"))
    made = card(asked)
    fields = made.findChildren(QLineEdit)
    assert [field.accessibleName() for field in fields] == ["第1空", "第2空"]
    QTest.keyClick(fields[0], Qt.Key.Key_7)
    assert made.answer() == ("7", "") and not made.complete()
    made.reveal(Verdict.WRONG)
    assert fields[0].accessibleDescription() == "应填：七天 或 7天"


def test_blanks_of_any_order_say_so_and_tell_only_what_is_missing(card, qtbot):
    asked = question(
        QuestionKind.BLANKS, stem="＿＿、＿＿、＿＿", answer=("补贴|误工补贴", "奖金", "绩效"), any_order=True
    )
    made = card(asked)
    assert any("（顺序不限）" in line.text() for line in made.findChildren(Paragraph))
    made.set_answer(("奖金", "补贴", "误工补贴"))
    made.reveal(judge(asked, made.answer()))
    fields = made.findChildren(QLineEdit)
    assert [field.accessibleDescription() for field in fields] == ["填对", "填对", "应填：绩效"]


def test_the_right_answer_of_blanks_of_any_order_is_one_line(card, services, qtbot):
    asked = question(QuestionKind.BLANKS, stem="＿＿、＿＿", answer=("补贴|误工补贴", "奖金"), any_order=True)
    panel = AnswerPanel(asked, Verdict.WRONG, services.library)
    qtbot.addWidget(panel)
    assert "顺序不限：补贴 或 误工补贴；奖金" in [line.text() for line in panel.findChildren(Paragraph)]


def test_letters_typed_into_a_blank_do_not_choose_anything(card):
    made = card(question(QuestionKind.BLANKS, stem="＿＿", answer=("a",)))
    QTest.keyClick(made.findChild(QLineEdit), Qt.Key.Key_A)
    assert made.answer() == ("a",)


def test_an_order_counts_once_something_was_moved(card):
    made = card(question(QuestionKind.ORDER, options=OPTIONS, answer=tuple("ABCD")), tuple("BACD"))
    assert not made.complete() and made.answer() == ()
    rows = made.findChildren(OrderListRow)
    first = next(row for row in rows if row.key == "B")
    QTest.keyClick(first, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert made.answer() == tuple("ABCD")
    QTest.keyClick(first, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert made.answer() == tuple("BACD")


def test_a_line_is_dragged_by_the_mouse(card):
    made = card(question(QuestionKind.ORDER, options=OPTIONS, answer=tuple("ABCD")), tuple("BACD"))
    rows = made.findChildren(OrderListRow)
    first, third = rows[0], rows[2]
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=first.rect().center())
    QTest.mouseMove(first, first.mapFrom(made, third.mapTo(made, third.rect().center())))
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton)
    assert made.answer()[0] == "A"


def test_a_short_answer_is_marked_by_the_person(card):
    points = (KeyPoint("先回避", ("回避",), 2), KeyPoint("再备案", ("备案",), 2))
    made = card(question(QuestionKind.SHORT, points=points))
    made.findChild(QPlainTextEdit).setPlainText("我先回避")
    made.reveal(Verdict.UNMARKED)
    made.findChildren(QCheckBox)[1].click()
    assert made.own_verdict() is Verdict.PARTIAL
    made.findChildren(QCheckBox)[0].click()
    assert made.own_verdict() is Verdict.RIGHT


def test_key_words_are_told_beside_a_point_and_never_tick_it(card):
    points = (KeyPoint("先回避", ("回避",), 2), KeyPoint("再备案", ("备案",), 2))
    made = card(question(QuestionKind.SHORT, points=points))
    made.findChild(QPlainTextEdit).setPlainText("我先 回\n避")
    made.reveal(Verdict.UNMARKED)
    assert made.ticks() == (False, False) and made.own_verdict() is Verdict.WRONG
    hinted = ["，有关键词" in tick.accessibleName() for tick in made.findChildren(QCheckBox)]
    assert hinted == [True, False]


@pytest.mark.parametrize(
    ("full", "worth"),
    [(0, ["2 分", "1 分", "1 分"]), (40, ["20 分", "10 分", "10 分"]), (2, ["1 分", "约 0.5 分", "约 0.5 分"])],
)
def test_a_point_is_worth_its_share_of_this_question(card, full, worth):
    points = tuple(KeyPoint(f"要点{place}", ("词",), score) for place, score in enumerate((2, 1, 1)))
    made = card(question(QuestionKind.SHORT, points=points))
    made.set_answer(("写了。",))
    made.reveal(Verdict.UNMARKED, full=full)
    assert [tick.accessibleName().split("，")[1] for tick in made.findChildren(QCheckBox)] == worth


def test_the_situation_of_a_case_study_stays_above_its_parts(card):
    made = card(question(QuestionKind.SINGLE, options=OPTIONS, answer=("A",), scenario="某镇……", group="g"))
    assert any(paragraph.text() == "某镇……" and paragraph.isVisible() for paragraph in made.findChildren(Paragraph))
