"""A note with a security grading is not kept: its answer is, the note stays on screen and is asked for on leaving."""

import pytest

from app.domain.ledger.self_check import Finding
from app.ui.kit.modal import Modal
from app.ui.kit.page import Page, PageFacts
from app.ui.rectify.refused_question import BACK
from app.ui.rectify.self_check_sheet_page import SelfCheckSheetPage

GRADED = "3月抽查12份，2份不符，附件标注机密★。"
GOOD = "3月抽查12份，2份不符。"


@pytest.fixture
def page(services, check, opened):
    """The first statement is answered, with a note that may not be stored."""
    made = opened(SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, check.id))
    item = next(iter(made._board.items.values()))
    item.choices.button(Finding.PRESENT).click()
    item.note.setPlainText(GRADED)
    made._board.flush()
    return made


def first(page):
    return next(iter(page._board.items.values()))


def test_it_is_said_at_the_note_and_below_and_not_that_all_is_saved(page, services, check):
    assert "密级标志" in first(page).refused() and first(page).written() == GRADED
    assert page._bar.saved_words() == "1 条说明没有保存"
    assert services.self_checks.get(check.id).answers[0].note == ""
    first(page).note.setPlainText(GOOD)
    page._board.flush()
    assert not first(page).refused() and page._bar.saved_words() == "已自动保存"
    assert services.self_checks.get(check.id).answers[0].note == GOOD


def test_another_answer_is_kept_all_the_same(page, services, check):
    first(page).choices.button(Finding.UNCLEAR).click()
    answer = services.self_checks.get(check.id).answers[0]
    assert (answer.finding, answer.note) == (Finding.UNCLEAR, "") and first(page).written() == GRADED


def test_the_page_built_anew_has_it_still(page, services, check, opened):
    again = opened(SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, check.id))
    again.restore(page.state())
    assert first(again).written() == GRADED and "密级标志" in first(again).refused()


class Other(Page):
    facts = PageFacts("other", "别页", "改", "别页")


def test_from_another_page_one_may_go_back_to_it(page, services, check, opened, went, qtbot):
    page.leave()
    page.hide()
    other = Other()
    other.navigate.connect(lambda key, argument: went.append((key, argument)))
    page.window().layout().addWidget(other)
    other.show()
    asked = lambda: [one for one in other.window().findChildren(Modal) if one.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: bool(asked()))
    asked()[-1].button(BACK).click()
    key, argument = went[-1]
    assert key == "self_check_sheet"
    again = opened(SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, argument))
    assert first(again).written() == GRADED and "密级标志" in first(again).refused()
