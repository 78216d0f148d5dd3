"""Where clock and answer sheet stand in a window of this width: beside the question, above it, in a drawer."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.exam.exam_question import ExamQuestion
from app.ui.exam.exam_side import ExamSide
from app.ui.exam.exam_tools import ExamTools
from app.ui.exam.lookup_door import LookupDoor
from app.ui.exam.sheet_drawer import SheetDrawer
from app.ui.kit.layouts import boxed, row

_NARROW = 1000


class ExamRoom(QObject):
    """``left`` holds the question and what stands above it; ``body`` all of it."""

    def __init__(
        self,
        page: QWidget,
        left: QVBoxLayout,
        question: ExamQuestion,
        side: ExamSide,
        tools: ExamTools,
        lookup: LookupDoor,
    ) -> None:
        super().__init__(page)
        self._question, self._side, self._tools, self._lookup = question, side, tools, lookup
        self._beside, self._logical = True, 0.0
        self._middle: QHBoxLayout = row((left, 1), spacing=0)
        self.body = boxed(self._middle)
        self.drawer = SheetDrawer(page, side)
        self.drawer.closed.connect(self._place_side)
        lookup.moved.connect(self._place_tools)
        self._place_side()

    def fit(self, logical: float) -> None:
        """The page is this wide now."""
        beside, self._logical = logical >= _NARROW, logical
        if beside == self._beside:
            self._place_tools()
        else:
            self._beside = beside
            self.drawer.dismiss()
            self._place_side()

    def open_sheet(self, place: int) -> None:
        """Focus the answer sheet: beside the question, or in its drawer."""
        if not self._beside:
            self.drawer.open()
        self._side.focus_sheet(place)

    def _place_side(self) -> None:
        self._side.set_beside(True)
        self._middle.addWidget(self._side)
        self._side.setVisible(self._beside)
        self._place_tools()

    def _place_tools(self) -> None:
        """What is looked up has a clock of its own, for when no other one can be seen."""
        self._tools.place(self._question, not self._beside, self._logical)
        if self._lookup.is_open:
            self._tools.hide()
        self._lookup.show_clock(not self._beside)
