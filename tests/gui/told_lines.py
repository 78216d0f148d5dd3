"""How much of a situation can be read on the screen."""

from PySide6.QtCore import Qt

from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.parts.scenario_pane import ScenarioPane


def pane_of(page):
    (pane,) = [one for one in page.findChildren(ScenarioPane) if one.isVisible()]
    return pane


def lines_seen(page):
    """Whole lines of the situation that are on the screen."""
    words = pane_of(page).findChild(Paragraph)
    return words.visibleRegion().boundingRect().height() // words.minimumSizeHint().height()


def lines_in_all(page):
    words = pane_of(page).findChild(Paragraph)
    return words.height() // words.minimumSizeHint().height()


def question_seen(page):
    """Whether there is room for any of the question, or for a moment for its picture."""
    area = pane_of(page).parentWidget().findChild(ScrollPage, options=Qt.FindChildOption.FindDirectChildrenOnly)
    line = pane_of(page).findChild(Paragraph).minimumSizeHint().height()
    return area.isVisible() and area.viewport().height() >= 1.2 * line
