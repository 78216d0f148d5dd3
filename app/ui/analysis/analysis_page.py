"""试题分析: which questions are too easy, which tell nothing, and which have something wrong with them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from app.domain.errors import UserError
from app.domain.item_analysis import FEWEST, ItemAnalysis
from app.services.item_analysis_service import ItemAnalysisService
from app.ui.analysis.analysis_choice import AnalysisChoice
from app.ui.analysis.counted_words import OWN, counted_words, held_words
from app.ui.analysis.item_detail import ItemDetail
from app.ui.analysis.item_order import ORDERS, ordered
from app.ui.analysis.item_table import ItemTable
from app.ui.analysis.item_words import TERMS, WHY_THIRTY
from app.ui.kit.banner import Banner
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, centred, clear, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.parts.disclaimer import Disclaimer

_SIDE_BY_SIDE = 1120
EMPTY = "还没有交卷的考试，没有可以分析的题目。"
UNIT_TOO = "组织统考的，收回结果文件以后，也在这里分析。"


class AnalysisPage(Page):
    facts = PageFacts(
        "analysis",
        "试题分析",
        "考",
        "试题分析",
        (Shortcut("↑ / ↓", "在表格中：上一题 / 下一题"), Shortcut("Tab", "到“排序”，再用 ↑ / ↓ 换一种顺序")),
    )

    def __init__(self, analysis: ItemAnalysisService, argument: object = None, parent: QWidget | None = None) -> None:
        """``argument``: id of the unit's exam to begin with."""
        super().__init__(parent)
        self._analysis = analysis
        self._items: list[ItemAnalysis] = []
        self._columns: QBoxLayout | None = None
        unit_exams, papers = analysis.unit_exams(), analysis.papers()
        if not unit_exams and not papers:
            self.setLayout(column(self._empty()))
            return
        self._papers, self._orders = AnalysisChoice(unit_exams, papers), _order_box()
        self._papers.choose_unit_exam(argument)
        self._count, self._counted = Label("", 15, "text2"), Paragraph("", 15, "text2", line=1.5)
        self._nothing = column(spacing=0)
        self._few = Banner(WHY_THIRTY, "amber")
        self._table, self._detail = ItemTable(), ItemDetail()
        self._scroll = ScrollPage(self._content())
        self.setLayout(column(self._scroll, spacing=0))
        self._table.chosen.connect(self._detail.show_item)
        self._table.order_wanted.connect(self._order_by)
        self._papers.currentIndexChanged.connect(self._read)
        self._orders.currentIndexChanged.connect(self._draw)
        self._read()

    def shown(self) -> None:
        if self._columns is not None:
            (self._table if self._items else self._papers).setFocus()

    def state(self) -> object:
        if self._columns is None:
            return None
        return (self._papers.currentData(), self._orders.currentData(), self._table.currentIndex().row())

    def restore(self, state: object) -> None:
        if self._columns is not None and isinstance(state, tuple):
            paper, order, place = state
            self._papers.choose(paper)
            self._orders.setCurrentIndex(max(0, self._orders.findData(order)))
            if 0 <= place < len(self._items):
                self._table.choose(place)

    def on_width(self, logical: float) -> None:
        if self._columns is not None:
            set_across(self._columns, logical >= _SIDE_BY_SIDE)

    def main_action(self) -> None:
        if self._columns is None:
            self.navigate.emit("exams", None)

    # slots

    @Slot()
    def _read(self) -> None:
        clear(self._nothing)
        try:
            self._items, instead = self._found()
        except UserError as error:
            self._items, instead = [], str(error)
            self._counted.set_text("")
        if instead:
            self._nothing.addWidget(EmptyState("clock", instead))
        enough = sum(item.figures is not None for item in self._items)
        doubtful = sum(item.doubtful for item in self._items)
        there = f"{len(self._items)} 题，{enough} 题满 {FEWEST} 人次，{doubtful} 题需要复核"
        self._count.setText("" if instead else there)
        self._few.setVisible(not enough and not instead)
        for part in self._figures:
            part.setVisible(not instead)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        order = self._orders.currentData()
        self._table.show_items(ordered(self._items, order), order)

    @Slot(str)
    def _order_by(self, order: str) -> None:
        self._orders.setCurrentIndex(self._orders.findData(order))

    # private

    def _found(self) -> tuple[list[ItemAnalysis], str]:
        """The questions, or why they are not shown. Raises UserError where they cannot be read."""
        if not self._papers.unit_exam:
            self._counted.set_text(OWN)
            return self._analysis.analyse(self._papers.paper), ""
        found = self._analysis.analyse_unit_exam(self._papers.unit_exam)
        self._counted.set_text(counted_words(found))
        return list(found.items), held_words(found.release) if found.release is not None else ""

    def _empty(self) -> QWidget:
        empty = EmptyState("data_bar_vertical", EMPTY, "去模拟考试", WHY_THIRTY + UNIT_TOO)
        empty.acted.connect(lambda: self.navigate.emit("exams", None))
        return empty

    def _content(self) -> QWidget:
        head = row(Label("试题分析", 24, bold=True, serif=True), None, self._count, spacing=12)
        papers = row(Label("考试", 15, "text2"), (self._papers, 1), spacing=6)
        orders = boxed(row(Label("排序", 15, "text2"), self._orders, spacing=6))
        self._columns = row((Card(column(self._table, margins=(6, 6, 6, 6))), 7), (self._detail, 4), spacing=16)
        table, terms = boxed(self._columns), Paragraph(TERMS, 15, "text2", line=1.5)
        self._figures = (orders, table, terms)
        body = column(
            head,
            row((papers, 1), orders, spacing=20),
            self._counted,
            self._few,
            (table, 1),
            (self._nothing, 1),
            terms,
            Disclaimer(),
            margins=(28, 18, 28, 16),
            spacing=12,
        )
        return centred(body, 1680)


def _order_box() -> QComboBox:
    box = QComboBox()
    box.setAccessibleName("排序")
    for key, words in ORDERS.items():
        box.addItem(words, key)
    return box
