"""试题分析: the table, its order by keyboard and by its heads, and what stands there while there is too little."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.domain.item_analysis import FEWEST, ItemAnalysis, ItemFigures
from app.domain.paper import DrawRule, FixedQuestion
from app.domain.paper_draft import PaperDraft
from app.domain.question import QuestionKind
from app.ui.analysis.analysis_page import AnalysisPage
from app.ui.analysis.item_model import ATTEMPTS, FACILITY, GUESS, HEADS, KIND, REMARK, STEM, ItemModel
from app.ui.analysis.item_order import ORDERS, ordered
from app.ui.analysis.item_words import LIKE_GUESSING, NEGATIVE, TOO_FEW, WHY_THIRTY
from app.ui.kit.banner import Banner
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.horizontal_bar import HorizontalBar
from app.ui.kit.paragraph import Paragraph


def sit(services, times):
    """The first question always right, the second never, the third by those who fail the fourth."""
    bank = [one for one in services.library.bank() if one.kind is QuestionKind.SINGLE][:4]
    paper = replace(
        services.exams.papers()[0], rules=(), fixed=tuple(FixedQuestion(one.id, 25) for one in bank), title="四题卷"
    )
    for number in range(times):
        exam = services.exams.start(paper, "周明")
        good = number % 2 == 0
        for item in exam.items:
            question = item.question
            right = {bank[0].id: True, bank[1].id: False, bank[2].id: not good, bank[3].id: good}[question.id]
            wrong = next(letter for letter in question.letters if (letter,) != question.answer)
            exam = services.exams.answer(exam, item.place, question.answer if right else (wrong,))
        services.exams.submit(exam)
    return bank


@pytest.fixture
def bank(services):
    return sit(services, FEWEST)


@pytest.fixture
def page(services, bank, show_page):
    made = AnalysisPage(services.item_analysis)
    show_page(made)
    return made


def column(page, place):
    model = page._table.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


def said(page):
    return "\n".join(one.text() for one in (*page.findChildren(Paragraph), *page.findChildren(QLabel)))


def test_without_an_exam_it_is_said_why_there_must_be_thirty(services, show_page, qtbot):
    page = AnalysisPage(services.item_analysis)
    show_page(page)
    assert page.findChild(EmptyState) is not None and WHY_THIRTY in said(page) and "30 人次" in WHY_THIRTY
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    assert gone.args == ["exams", None]


def test_under_thirty_attempts_no_figure_stands_anywhere(services, show_page):
    sit(services, 2)
    page = AnalysisPage(services.item_analysis)
    show_page(page)
    assert column(page, FACILITY) == [TOO_FEW] * 4
    assert column(page, REMARK) == ["还差 28 人次"] * 4
    assert page.findChild(Banner).isVisible() and page.findChildren(HorizontalBar) == []
    assert "%" not in said(page)


def test_every_question_stands_with_its_figures(page, bank):
    assert sorted(column(page, FACILITY)) == ["0%", "100%", "50%", "50%"]
    assert column(page, ATTEMPTS) == ["30"] * 4
    assert not any(banner.isVisible() for banner in page.findChildren(Banner) if banner.text() == WHY_THIRTY)


def test_what_is_to_be_looked_at_stands_first_with_a_word(page, bank):
    remarks = column(page, REMARK)
    assert set(remarks[:3]) == {NEGATIVE, LIKE_GUESSING} and remarks[3] == ""
    assert "3 题需要复核" in said(page)
    assert "区分度为负" in said(page) or "不高于随机猜测" in said(page)


def test_the_order_is_changed_by_keyboard(page, qtbot):
    page._orders.setFocus()
    QTest.keyClick(page._orders, Qt.Key.Key_Down)
    assert page._orders.currentData() == "facility"
    assert column(page, FACILITY) == ["0%", "50%", "50%", "100%"]
    QTest.keyClick(page._orders, Qt.Key.Key_Down)
    assert column(page, FACILITY) == ["100%", "50%", "50%", "0%"]


def test_a_click_on_a_head_orders_by_it_and_a_second_one_turns_it_round(page, qtbot):
    head = page._table.horizontalHeader()
    place = head.sectionViewportPosition(FACILITY) + head.sectionSize(FACILITY) // 2
    for expected in (["0%", "50%", "50%", "100%"], ["100%", "50%", "50%", "0%"]):
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
        assert column(page, FACILITY) == expected


def test_arrows_go_from_question_to_question_and_tab_leaves_the_table(page, qtbot):
    assert page._table.hasFocus()
    QTest.keyClick(page._table, Qt.Key.Key_Down)
    chosen = page._table.model().row(1).question
    assert chosen.stem in [one.text() for one in page._detail.findChildren(Paragraph)]
    QTest.keyClick(page._table, Qt.Key.Key_Tab)
    assert not page._table.hasFocus()


def test_the_details_count_each_option_and_name_the_key(page, bank, qtbot):
    page._order_by("-facility")
    page._table.choose(0)
    texts = [one.text() for one in page._detail.findChildren(Paragraph)]
    (key,) = bank[0].answer
    assert any(text.startswith(f"{key}. ") and text.endswith("（答案）") for text in texts)

    def bars():
        return [bar.accessibleName() for bar in page._detail.findChildren(HorizontalBar) if bar.isVisible()]

    qtbot.waitUntil(lambda: len(bars()) == len(bank[0].options))
    assert any("30 次　100%" in name for name in bars())


def test_a_row_is_read_aloud_in_one_sentence(page):
    model = page._table.model()
    words = model.index(0, STEM).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(head in words for head in HEADS[:-1])


def test_every_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window()) == []


def test_with_little_room_the_figures_stay_and_the_rest_gives_way(services, bank, show_page, qtbot):
    page = AnalysisPage(services.item_analysis)
    show_page(page, (640, 700))
    assert page._table.isColumnHidden(KIND) and page._table.isColumnHidden(GUESS)
    assert not page._table.isColumnHidden(FACILITY)
    assert page._table.columnWidth(STEM) > 100


def test_the_page_built_anew_looks_the_same(services, page, show_page):
    page._order_by("-facility")
    page._table.choose(2)
    again = AnalysisPage(services.item_analysis)
    show_page(again)
    again.restore(page.state())
    assert again.state() == page.state()
    assert column(again, FACILITY) == column(page, FACILITY)


def test_those_without_figures_come_last_in_either_direction(bank):
    shown = [
        ItemAnalysis(bank[0], 3, None),
        ItemAnalysis(bank[1], 40, ItemFigures(0.9, None, 0.25, (), 0)),
        ItemAnalysis(bank[2], 40, ItemFigures(0.2, 0.4, 0.25, (), 0)),
        ItemAnalysis(bank[3], 40, ItemFigures(0.5, -0.1, 0.25, (), 0)),
    ]
    for order in ("facility", "-facility"):
        assert ordered(shown, order)[-1].question is bank[0]
    for order in ("discrimination", "-discrimination"):
        assert [one.question for one in ordered(shown, order)][2:] == [bank[0], bank[1]]
    assert [one.question for one in ordered(shown, "review")][:2] == [bank[3], bank[2]]
    assert all(sorted(map(id, ordered(shown, order))) == sorted(map(id, shown)) for order in ORDERS)


def test_a_table_of_nothing_keeps_its_heads():
    model = ItemModel()
    assert (model.rowCount(), model.columnCount()) == (0, len(HEADS))


def test_a_paper_of_the_unit_is_analysed_under_its_own_title(services, show_page):
    editor = services.paper_editor
    draft = PaperDraft(title="季度测试", minutes=40, pass_score=6, rules=(DrawRule(QuestionKind.SINGLE, 5, 2),))
    saved = editor.save(editor.new(), draft)
    exam = services.exams.start(services.paper_shelf.paper(saved.id), "周明")
    services.exams.submit(exam)
    made = AnalysisPage(services.item_analysis)
    show_page(made)
    made._papers.setCurrentIndex(made._papers.findData(saved.id))
    assert "季度测试" in made._papers.currentText()
    assert made._table.model().rowCount() == 5
