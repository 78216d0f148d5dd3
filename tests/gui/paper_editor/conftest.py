"""A paper that is being written, on the repository's own content."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from app.domain.paper import DrawRule
from app.domain.paper_draft import PaperDraft
from app.domain.question import QuestionKind
from app.ui.kit.button import Button
from app.ui.paper_editor.paper_edit_page import PaperEditPage

DRAFT = PaperDraft(
    title="季度测试",
    minutes=40,
    pass_score=30,
    rules=(DrawRule(QuestionKind.SINGLE, 10, 2), DrawRule(QuestionKind.MULTIPLE, 5, 4)),
)


@pytest.fixture
def editor(services):
    return services.paper_editor


@pytest.fixture
def draft():
    return DRAFT


@pytest.fixture
def paper_id(editor):
    """Never saved."""
    made = editor.new()
    editor.keep(made, DRAFT)
    return made


@pytest.fixture
def saved_id(editor):
    made = editor.new()
    editor.save(made, replace(DRAFT, title="已保存的卷"))
    return made


@pytest.fixture
def edit(editor, show_page):
    """Opens the page of a paper in a window and gives the page."""

    pages: list[PaperEditPage] = []

    def opened(paper_id: str, size: tuple[int, int] = (1278, 712)) -> PaperEditPage:
        page = PaperEditPage(editor, paper_id)
        pages.append(page)
        show_page(page, size)
        return page

    yield opened
    for page in pages:
        if isValid(page):
            page.window().hide()  # the window closes: nothing is asked
            page.leave()


@pytest.fixture
def press(qtbot):
    """Presses the button of that word, or whose accessible name begins so: the last one, which lies on top."""

    def pressed(within: QWidget, word: str) -> None:
        def found() -> list[Button]:
            seen = [one for one in within.window().findChildren(Button) if one.isVisible() and one.isEnabled()]
            return [one for one in seen if one.label() == word or one.accessibleName().startswith(word)]

        qtbot.waitUntil(lambda: bool(found()))
        found()[-1].click()

    return pressed


@pytest.fixture
def title_field():
    def found(page: QWidget) -> QLineEdit:
        return page.findChild(QLineEdit, "field-名称")

    return found
