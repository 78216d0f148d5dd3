"""总览: every page of the session over the console; the room goes on seeing the current one."""

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.presentation import Presentation
from app.ui.kit.button import Button
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.overlay import Overlay
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import Theme, current_theme, px
from app.ui.presenter.act import Act, act_of, digit_of
from app.ui.presenter.overview_grid import OverviewGrid
from app.ui.presenter.sheet_painter import SheetPainter


class Overview(Overlay):
    """Esc, G or the button close it; a page that is chosen closes it, too. Digits are handed on."""

    chosen = Signal(int)
    typed = Signal(str)

    def __init__(
        self,
        anchor: QWidget,
        presentation: Presentation,
        painter: SheetPainter,
        theme: Theme,
        shown: frozenset[str] | None = None,
    ) -> None:
        """``shown``: the pages whose pictures may be seen, where the room sees them too; None for all."""
        super().__init__(anchor)
        self.setAccessibleName("总览")
        self.grid = OverviewGrid(presentation, painter, theme, shown)
        self._scroll = ScrollPage(self.grid)
        back = Button("返回 Esc")
        title = Label(f"总览 · 共 {presentation.total} 页", 20, bold=True, serif=True)
        hint = Label("方向键移动，回车转到这一页", 15, "text2")
        self.setLayout(column(row(title, hint, None, back, spacing=14), (self._scroll, 1), margins=(20, 12, 12, 12)))
        back.clicked.connect(self.dismiss)
        self.grid.chosen.connect(self._choose)
        self.grid.moved.connect(self._show)

    def first_focus(self) -> QWidget | None:
        return self.grid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if digit_of(event):
            self.typed.emit(digit_of(event))
        elif act_of(event) is Act.OVERVIEW:
            self.dismiss()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().colour("bg"))

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.dismiss()
        self.chosen.emit(number)

    @Slot(QRect)
    def _show(self, box: QRect) -> None:
        margin = px(20)
        self._scroll.ensureVisible(box.left(), box.bottom(), 0, margin)
        self._scroll.ensureVisible(box.left(), box.top(), 0, margin)
        self._scroll.horizontalScrollBar().setValue(0)
