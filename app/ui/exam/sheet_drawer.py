"""The answer sheet in a drawer, for windows in which it has no room beside the question."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.exam.exam_side import WIDTH, ExamSide
from app.ui.kit.drawer import Drawer


class SheetDrawer(QObject):
    closed = Signal()
    """The side is free again."""

    def __init__(self, page: QWidget, side: ExamSide) -> None:
        super().__init__(page)
        self._page, self._side = page, side
        self._drawer: Drawer | None = None

    def open(self) -> None:
        if self._drawer is None:
            self._side.set_beside(False)
            self._drawer = Drawer(self._page, "答题卡", self._side, "right", WIDTH + 30)
            self._drawer.closed.connect(self._give_back)
            self._drawer.open()

    def dismiss(self) -> None:
        if self._drawer is not None:
            self._drawer.dismiss()

    def _give_back(self) -> None:
        if self._drawer is not None:
            self._drawer.take_content()
            self._drawer = None
            self.closed.emit()
