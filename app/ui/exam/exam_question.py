"""The left side of an exam: one question, the ways to its neighbours, the flag."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam, ExamItem
from app.ui.exam.question_leaf import QuestionLeaf
from app.ui.exam.question_scroll import QuestionScroll
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.pile import Pile
from app.ui.kit.rule import Rule
from app.ui.kit.tokens import current_theme, px
from app.ui.parts.question_card import QuestionCard
from app.ui.parts.scenario_split import ScenarioSplit

_WIDEST = 1040


class ExamQuestion(QWidget):
    """Shows what it is given; ``permit`` is asked before a choice is shown."""

    previous_wanted = Signal()
    next_wanted = Signal()
    flag_wanted = Signal()

    def __init__(self, exam: Exam, permit: Callable[[tuple[str, ...]], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper, self._total, self._permit = exam.paper, len(exam.items), permit
        self.card: QuestionCard | None = None
        # What the buttons show: told again they would be laid out and painted again.
        self._flagged, self._way_on = False, ("下一题", "primary")
        self._flag = button("标记本题", icon="flag", tip="标记后可在答题卡中找到（M）")
        self._previous = button("上一题", icon="arrow_left", big=True)
        self._next = button("下一题", "primary", "arrow_right", big=True, trailing=True)
        self._where = _fixed(Label(f"{self._total} / {self._total}", 15, "text2"))
        self._leaves: dict[int, QuestionLeaf] = {}
        self._headings, self._bodies = Pile(), Pile(wrap=True)
        self._scroll = QuestionScroll(self._bodies)
        self._split = ScenarioSplit(self._scroll)
        self._tools = row(spacing=12)
        head = row((self._headings, 1), self._tools, self._flag, margins=(0, 12, 0, 6), spacing=12)
        foot = row(self._previous, None, self._where, None, self._next, margins=(0, 10, 0, 10))
        inner = boxed(column(head, (self._split, 1), Rule(), foot, spacing=0))
        inner.setMaximumWidth(px(_WIDEST))
        self.setLayout(row(None, (inner, 10_000), None, margins=(40, 0, 40, 0), spacing=0))
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._flag.clicked.connect(self.flag_wanted)
        for made in (self._previous, self._next, self._flag):
            made.installEventFilter(self)

    def stops(self) -> list[QWidget | None]:
        """In the order of Tab: what there is to answer with, then the ways on."""
        return [self._split.pane, self.card, self._previous, self._next, self._flag]

    def take_tools(self, *tools: QWidget) -> None:
        """Put these into the line of the question's number: a line of their own would cost an option's height."""
        for tool in tools:
            self._tools.addWidget(tool)

    def show_item(self, item: ExamItem, draft: tuple[str, ...] | None = None) -> None:
        """Put another question on screen, with the answer saved for it, or the text typed last that is not saved."""
        leaf = self._leaf(item)
        self.card = leaf.card
        if draft is not None:
            leaf.card.set_draft(draft)
        elif leaf.card.answer() != item.answer:
            leaf.card.set_answer(item.answer)
        self._split.tell(item.question.scenario)  # before the body is shown, which it may leave less room
        self._headings.show_sheet(leaf.heading)
        self._bodies.show_sheet(leaf.body, at_once=leaf.card.takes_focus())
        self._scroll.scroll_to(0)
        self._where.setText(f"{item.place} / {self._total}")
        self._previous.setEnabled(item.place > 1)
        self.show_flag(item.flagged)

    def make_ready(self, items: Sequence[ExamItem]) -> None:
        """Lay out these questions, of which one is on screen, and forget all others."""
        ground = current_theme().colour("bg")
        for item in items:
            leaf = self._leaf(item)
            self._headings.make_ready(leaf.heading, ground)
            self._bodies.make_ready(leaf.body, ground)
        for place in self._leaves.keys() - {item.place for item in items}:
            leaf = self._leaves.pop(place)
            self._headings.remove(leaf.heading)
            self._bodies.remove(leaf.body)

    def show_flag(self, flagged: bool) -> None:
        if flagged != self._flagged:
            self._flagged = flagged
            self._flag.set_label("取消标记" if flagged else "标记本题")
            self._flag.set_icon("flag", filled=flagged)

    def show_next(self, last: bool, all_answered: bool) -> None:
        """On the last question the way on is handing in; once all is answered the red button is 交卷."""
        label, kind = "检查并交卷" if last else "下一题", "default" if all_answered and not last else "primary"
        if (label, kind) != self._way_on:
            self._way_on = (label, kind)
            self._next.set_label(label)
            self._next.set_kind(kind)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right mean previous and next question even while a button has the focus."""
        sideways = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in sideways:
            event.ignore()
            return True
        return False

    def _leaf(self, item: ExamItem) -> QuestionLeaf:
        if item.place not in self._leaves:
            self._leaves[item.place] = QuestionLeaf(self._paper, item, self._permit)
        return self._leaves[item.place]


def _fixed(label: Label) -> Label:
    """As wide as its text is now, so that another text in its middle moves nothing."""
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setFixedSize(label.sizeHint())
    return label
