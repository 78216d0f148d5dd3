"""A question in front of everything, asked inside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.announce import announce
from app.ui.kit.button import Button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import column, row
from app.ui.kit.overlay import Overlay
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px

_MARGIN = 28


@dataclass(frozen=True)
class Choice:
    """A button of a modal. The safe one stands at the right, has the focus and answers Enter."""

    key: str
    text: str
    safe: bool = False
    kind: str = ""
    icon: str = ""


class Modal(Overlay):
    """A title, a text or any widget, and choices.

    Emits ``chosen(key)`` and closes; closed by Esc it emits ``chosen("")``. Content too tall for the window scrolls,
    the choices stay. With ``stays`` a choice does not close by itself: the caller checks first, then ``dismiss()``.
    """

    chosen = Signal(str)

    def __init__(
        self,
        anchor: QWidget,
        title: str,
        content: QWidget | str,
        choices: Sequence[Choice],
        *,
        width: float = 520,
        icon: str = "",
        tone: str = "ink",
        closable: bool = True,
        stays: bool = False,
    ) -> None:
        super().__init__(anchor, closable)
        self._width, self._stays, self._answer = width, stays, ""
        self.setAccessibleName(title)
        self._said = f"{title}。{content}" if isinstance(content, str) else title
        self._content = Paragraph(content, 16, "text2") if isinstance(content, str) else content
        self._scroll = ScrollPage(self._content)
        self._buttons = {choice.key: self._button(choice) for choice in choices}
        self._safe = next((choice.key for choice in choices if choice.safe), choices[-1].key if choices else "")
        heading = Paragraph(title, 22, bold=True, serif=True, line=1.4)
        head = row(*([IconLabel(icon, 24, tone, True)] if icon else []), (heading, 1), spacing=10)
        risky = [button for key, button in self._buttons.items() if key != self._safe]
        safe = [button for key, button in self._buttons.items() if key == self._safe]
        foot = row(*risky, None, *safe, spacing=10)
        margins = (_MARGIN, 24, _MARGIN, 22)
        self._panel = Card(column(head, self._scroll, 8, foot, margins=margins, spacing=10), parent=self)
        self._content.installEventFilter(self)
        self.closed.connect(lambda: self.chosen.emit(self._answer))

    def open(self) -> None:
        super().open()
        announce(self, self._said)

    def button(self, key: str) -> Button:
        """The button of a choice."""
        return self._buttons[key]

    def place(self) -> None:
        scrolled = self._scroll.verticalScrollBar().value()
        width = min(px(self._width), self.width() - px(32))
        inner = width - 2 * px(_MARGIN)
        layout = self._panel.layout()
        assert layout is not None
        tall = self._content.heightForWidth(inner) if self._content.hasHeightForWidth() else -1
        wanted = max(tall, self._content.minimumSizeHint().height()) if tall > 0 else self._content.sizeHint().height()
        self._scroll.setFixedHeight(wanted)
        self._panel.setFixedWidth(width)
        layout.activate()
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        too_much = height - (self.height() - px(32))
        # Where all of it fits no bar may take room: narrowed by it a text could wrap once more, and keep it there.
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if too_much > 0 else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._scroll.setVerticalScrollBarPolicy(bar)
        if too_much > 0:
            self._scroll.setFixedHeight(max(px(60), wanted - too_much))
            height -= wanted - self._scroll.height()
        left, top = (self.width() - width) // 2, max(px(16), (self.height() - height) * 2 // 5)
        self._panel.setGeometry(left, top, width, height)
        self._scroll.verticalScrollBar().setValue(scrolled)  # it was as tall as its content for a moment

    def first_focus(self) -> QWidget | None:
        inside = next((stop for stop in self._stops() if self._content.isAncestorOf(stop)), None)
        return inside or self._buttons.get(self._safe)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._safe:
            self._buttons[self._safe].click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _button(self, choice: Choice) -> Button:
        made = Button(choice.text, choice.kind or ("primary" if choice.safe else "default"), choice.icon or None, True)
        made.clicked.connect(lambda: self._choose(choice.key))
        return made

    def _choose(self, key: str) -> None:
        if self._stays:
            self.chosen.emit(key)
        else:
            self._answer = key
            self.dismiss()


def ask(
    anchor: QWidget,
    title: str,
    content: QWidget | str,
    choices: Sequence[Choice],
    answered: Callable[[str], None],
    *,
    icon: str = "",
    tone: str = "ink",
    closable: bool = True,
) -> Modal:
    """Open a modal; ``answered`` gets the key of the choice, ``""`` for Esc."""
    modal = Modal(anchor, title, content, choices, icon=icon, tone=tone, closable=closable)
    modal.chosen.connect(answered)
    modal.open()
    return modal
