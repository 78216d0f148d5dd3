"""The left side of an exam: one question, the ways to its neighbours, the flag."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam, ExamItem
from app.domain.labels import DISCLAIMER
from app.ui.exam.exam_words import marking_words
from app.ui.exam.question_scroll import QuestionScroll
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.parts.question_card import QuestionCard, kind_words

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
        self._kind, self._number, self._worth = Tag("", "ink"), Label("", 17, bold=True), Label("", 15, "text2")
        self._flag = button("标记本题", icon="flag", tip="标记后可在答题卡中找到（M）")
        self._previous = button("上一题", icon="arrow_left", big=True)
        self._next = button("下一题", "primary", "arrow_right", big=True, trailing=True)
        self._where = Label("", 15, "text2")
        # What stands in the scroll area stays: to take it out and put another in dresses every widget in it anew.
        self._note = Paragraph(DISCLAIMER, 14, "text3", line=1.5)
        self._body = column(None, self._note, margins=(0, 0, 6, 8), spacing=12)
        self._scroll = QuestionScroll(boxed(self._body))
        self._tools = row(spacing=12)
        named = (self._kind, self._number, self._worth)
        head = row(*named, None, self._tools, self._flag, margins=(0, 12, 0, 6), spacing=12)
        foot = row(self._previous, None, self._where, None, self._next, margins=(0, 10, 0, 10))
        inner = boxed(column(head, (self._scroll, 1), Rule(), foot, spacing=0))
        inner.setMaximumWidth(px(_WIDEST))
        self.setLayout(row(None, (inner, 10_000), None, margins=(40, 0, 40, 0), spacing=0))
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._flag.clicked.connect(self.flag_wanted)
        for made in (self._previous, self._next, self._flag):
            made.installEventFilter(self)

    def stops(self) -> list[QWidget | None]:
        """In the order of Tab: what there is to answer with, then the ways on."""
        return [self.card, self._previous, self._next, self._flag]

    def take_tools(self, *tools: QWidget) -> None:
        """Put these into the line of the question's number: a line of their own would cost an option's height."""
        for tool in tools:
            self._tools.addWidget(tool)

    def show_item(self, item: ExamItem) -> None:
        """Put another question on screen, with the answer saved for it."""
        old = self.card
        self.card = QuestionCard(item.question, item.shown, self._scroll.widget(), headed=False)
        self.card.set_answer(item.answer)
        self.card.set_permit(self._permit)
        self._note.setVisible(bool(item.question.case))
        if old is not None:
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._body.insertWidget(0, self.card)
        self.card.show()
        self._scroll.scroll_to(0)
        self._kind.set(kind_words(item.question), "ink")
        self._number.setText(f"第 {item.place} 题")
        self._worth.setText(marking_words(self._paper, item))
        self._where.setText(f"{item.place} / {self._total}")
        self._previous.setEnabled(item.place > 1)
        self.show_flag(item.flagged)

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
