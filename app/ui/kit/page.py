"""What the shell knows of a page."""

from typing import ClassVar, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.tokens import current_theme


class Shortcut(NamedTuple):
    """Keys as QKeySequence reads them, and what they do in the reader's words."""

    keys: str
    what: str


class PageFacts(NamedTuple):
    """A page's place: its key, its title, the rail entry and the tab it belongs to, its shortcuts for the F1 sheet."""

    key: str
    title: str
    rail: str
    tab: str
    shortcuts: tuple[Shortcut, ...] = ()


class Page(QWidget):
    """A page of the shell. Subclasses declare ``facts`` and override what they need."""

    message = Signal(str, str)
    """Tone and text for the message bar."""
    navigate = Signal(str, object)
    """Key of a page, and what it shall show."""

    facts: ClassVar[PageFacts]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")

    def shown(self) -> None:
        """Called when the page has come to the front."""

    def leave(self) -> None:
        """Called before the page goes: to another page, to be built anew, or because the window closes."""

    def state(self) -> object:
        """Where the reader is, for going back and for building the page anew; None if there is nothing to keep."""
        return None

    def restore(self, state: object) -> None:
        """Go to where ``state`` was taken."""

    def on_width(self, logical: float) -> None:
        """Called with the width divided by the scale, to fold panels at the breakpoints."""

    def main_action(self) -> None:
        """Called on Enter when nothing else has taken it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.on_width(event.size().width() / current_theme().scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not event.isAutoRepeat():
            self.main_action()
        else:
            super().keyPressEvent(event)
