"""Asked before texts that may not be stored are gone: something else is wanted here, or another page has come."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QTimer

from app.ui.kit.modal import Choice, ask
from app.ui.kit.page import Page

BACK, DROP = "back", "drop"
TITLE = "有文字没有保存"
WORDS = "标红的文字里有密级标志，不能存在本机。其余的都已保存。要留下，请回去删去涉密内容；离开就没有了。"


def ask_refused(page: Page, go: Callable[[], None], stay: Callable[[], None]) -> None:
    choices = (Choice(DROP, "不要这些文字，离开"), Choice(BACK, "回去修改", safe=True))
    ask(page, TITLE, WORDS, choices, lambda key: go() if key == DROP else stay(), icon="warning", tone="amber")


def ask_when_gone(page: Page, argument: object) -> None:
    """The page is about to go; ``argument`` is what it is opened with again, the texts in it: they are held in memory
    only, and only until that is answered. Nobody is asked where the page is merely built anew."""
    window, kind = page.window(), type(page)

    def look() -> None:
        pages = cast("list[Page]", window.findChildren(Page))
        here = next((one for one in pages if one.isVisible()), None)
        if here is not None and not isinstance(here, kind):
            ask_refused(here, lambda: None, lambda: here.navigate.emit(kind.facts.key, argument))

    QTimer.singleShot(0, window, look)
