"""The page as the room will see it, large, with what is revealed at a key."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from app.domain.planned_page import PlannedPage
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.presenter.page_view import PageView
from app.ui.presenter.sheet_painter import SheetPainter


class DeckPreview(QWidget):
    step_wanted = Signal(int)

    def __init__(self, painter: SheetPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = painter
        self._page: PlannedPage | None = None
        self._number = self._total = 0
        self._drawn: tuple[object, ...] = ()
        self.view = PageView()
        self._where = Label("", 15, "text2")
        self._before = button("上一页", "default", "chevron_left", small=True)
        self._after = button("下一页", "default", "chevron_right", small=True, trailing=True)
        self.reveal = button("看揭晓后", "default", "eye", small=True)
        self.reveal.setCheckable(True)
        foot = row(self._before, self._after, None, self._where, None, self.reveal)
        self.setLayout(column((self.view, 1), foot, margins=(14, 12, 14, 10), spacing=8))
        self.view.resized.connect(self._draw)
        self.reveal.toggled.connect(lambda _: self._draw())
        self._before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._after.clicked.connect(lambda: self.step_wanted.emit(1))

    def show_page(self, page: PlannedPage, number: int, total: int) -> None:
        """``number`` 0 for a page that is skipped."""
        if self._page is None or self._page.page.id != page.page.id:
            self.reveal.blockSignals(True)
            self.reveal.setChecked(False)
            self.reveal.blockSignals(False)
        self._page, self._number, self._total = page, number, total
        self.reveal.setVisible(page.page.revealed is not None)
        self._where.setText(f"第 {number} 页，共 {total} 页" if number else "这一页投影时跳过")
        self._draw()

    def _draw(self) -> None:
        size: QSize = self.view.picture_size
        if self._page is None or size.isEmpty():
            return
        page = self._page.page
        sheet = page.revealed if self.reveal.isChecked() and page.revealed is not None else page.sheet
        wanted = (sheet, size.width(), size.height(), self._number, self._total)
        if wanted != self._drawn:
            self._drawn = wanted
            total = self._total if self._number else 0
            ratio = self.devicePixelRatioF()
            self.view.show_picture(self._painter.pixmap(sheet, size, self._number, total, ratio=ratio))
