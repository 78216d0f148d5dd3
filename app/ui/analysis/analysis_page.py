"""试题分析: which questions are too easy, which tell nothing, and which have something wrong with them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from app.domain.errors import UserError
from app.domain.item_analysis import ItemAnalysis
from app.services.item_analysis_service import AnalysedPaper, ItemAnalysisService
from app.ui.analysis.item_detail import ItemDetail
from app.ui.analysis.item_order import ORDERS, ordered
from app.ui.analysis.item_table import ItemTable
from app.ui.analysis.item_words import TERMS, WHY_THIRTY
from app.ui.kit.banner import Banner
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px
from app.ui.parts.disclaimer import Disclaimer

_SIDE_BY_SIDE = 1120
EMPTY = "还没有交卷的考试，没有可以分析的题目。"
WHOSE = "只统计本机当前人员已交卷的考试；同一个人多次作答，不能代替多人作答。"


class AnalysisPage(Page):
    facts = PageFacts(
        "analysis",
        "试题分析",
        "考",
        "试题分析",
        (Shortcut("↑ / ↓", "在表格中：上一题 / 下一题"), Shortcut("Tab", "到“排序”，再用 ↑ / ↓ 换一种顺序")),
    )

    def __init__(self, analysis: ItemAnalysisService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._analysis = analysis
        self._items: list[ItemAnalysis] = []
        self._columns: QBoxLayout | None = None
        papers = analysis.papers()
        if not papers:
            self.setLayout(column(self._empty()))
            return
        self._papers, self._orders = _paper_box(papers), _order_box()
        self._count = Label("", 15, "text2")
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
            self._table.setFocus()

    def state(self) -> object:
        if self._columns is None:
            return None
        return (self._papers.currentData(), self._orders.currentData(), self._table.currentIndex().row())

    def restore(self, state: object) -> None:
        if self._columns is not None and isinstance(state, tuple):
            paper, order, place = state
            self._papers.setCurrentIndex(max(0, self._papers.findData(paper)))
            self._orders.setCurrentIndex(max(0, self._orders.findData(order)))
            if 0 <= place < len(self._items):
                self._table.choose(place)

    def on_width(self, logical: float) -> None:
        if self._columns is not None:
            wide = logical >= _SIDE_BY_SIDE
            way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
            self._columns.setDirection(way)

    def main_action(self) -> None:
        if self._columns is None:
            self.navigate.emit("exams", None)

    # slots

    @Slot()
    def _read(self) -> None:
        try:
            self._items = self._analysis.analyse(self._papers.currentData() or "")
        except UserError as error:
            self._items = []
            self.message.emit("red", str(error))
        enough = sum(item.figures is not None for item in self._items)
        doubtful = sum(item.doubtful for item in self._items)
        self._count.setText(f"{len(self._items)} 题，{enough} 题满 30 人次，{doubtful} 题需要复核")
        self._few.setVisible(not enough)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        order = self._orders.currentData()
        self._table.show_items(ordered(self._items, order), order)

    @Slot(str)
    def _order_by(self, order: str) -> None:
        self._orders.setCurrentIndex(self._orders.findData(order))

    # private

    def _empty(self) -> QWidget:
        empty = EmptyState("data_bar_vertical", EMPTY, "去模拟考试", WHY_THIRTY)
        empty.acted.connect(lambda: self.navigate.emit("exams", None))
        return empty

    def _content(self) -> QWidget:
        head = row(Label("试题分析", 24, bold=True, serif=True), None, self._count, spacing=12)
        papers = row(Label("试卷", 15, "text2"), (self._papers, 1), spacing=6)
        orders = row(Label("排序", 15, "text2"), self._orders, spacing=6)
        self._columns = row((Card(column(self._table, margins=(6, 6, 6, 6))), 7), (self._detail, 4), spacing=16)
        terms = column(Paragraph(TERMS, 15, "text2", line=1.5), Paragraph(WHOSE, 15, "text2", line=1.5), spacing=2)
        body = column(
            head,
            row((papers, 1), orders, spacing=20),
            self._few,
            (self._columns, 1),
            terms,
            Disclaimer(),
            margins=(28, 18, 28, 16),
            spacing=12,
        )
        inner = boxed(body)
        inner.setMaximumWidth(px(1680))
        return boxed(row(None, (inner, 10_000), None, spacing=0))


def _paper_box(papers: list[AnalysedPaper]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName("试卷")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    if len(papers) > 1:
        box.addItem(f"全部试卷（{sum(one.attempts for one in papers)} 场）", "")
    for one in papers:
        box.addItem(f"{one.title}（{one.attempts} 场）", one.paper_id)
    return box


def _order_box() -> QComboBox:
    box = QComboBox()
    box.setAccessibleName("排序")
    for key, words in ORDERS.items():
        box.addItem(words, key)
    return box
