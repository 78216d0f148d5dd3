"""停一停: decide before reading on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.case import Gate
from app.domain.labels import CONFIDENCE
from app.domain.progress import CaseProgress
from app.ui.kit.banner import Banner
from app.ui.kit.bar_card import BarCard
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.option_button import OptionButton
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.library.reading_style import ReadingStyle
from app.ui.parts.case_text import kit_runs
from app.ui.parts.confidence_bar import ConfidenceBar

PASSED_BY = "-"


class GatePanel(Card):
    """The options, how sure one is, [确定] and beside it [直接阅读全文]. ``show_progress`` shows what was decided.

    It only asks: whoever listens records the decision and then calls ``show_progress``.
    """

    decided = Signal(str, str)
    """Option key and confidence."""
    passed_by = Signal()
    fact_requested = Signal(int)
    article_requested = Signal(str)
    article_lit = Signal(str)

    def __init__(
        self, gate: Gate, number: str, style: ReadingStyle, known: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(kind="1", parent=parent)
        self._gate, self._style, self._known = gate, style, known
        self._options = {option.key: OptionButton(option.key, option.text) for option in gate.options}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for option in self._options.values():
            self._group.addButton(option)
        self._confidence = ConfidenceBar(needed=True)
        self._confidence.setAccessibleName("把握程度")
        self._confirm = button("确定", "primary", big=True)
        self._skip = button("直接阅读全文", "ghost", "eye", big=True)
        self._hint = Paragraph("", 14, "text2", line=1.5)
        self._later = Banner("你选择了直接阅读全文，这一题仍可在这里作答。", "ink")
        self._asking = boxed(self._question())
        self._column: QVBoxLayout = column(
            self._head(number),
            Paragraph(gate.stem, 20, bold=True),
            *self._options.values(),
            self._asking,
            margins=(24, 20, 24, 22),
            spacing=12,
        )
        self.setLayout(self._column)
        self._group.buttonToggled.connect(lambda *_: self._weigh())
        self._confidence.changed.connect(lambda _: self._weigh())
        self._confirm.clicked.connect(self.confirm)
        self._skip.clicked.connect(self.passed_by)
        self._later.hide()
        self._weigh()

    def chosen(self) -> str:
        """The key of the option that is chosen, or ``""``."""
        return next((key for key, option in self._options.items() if option.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose an option as if by hand."""
        if self._asking.isVisibleTo(self):
            self._options[key].setChecked(True)
            self._options[key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def confidence(self) -> ConfidenceBar:
        """Where one says how sure one is."""
        return self._confidence

    def ready(self) -> bool:
        """Whether [确定] can be pressed."""
        return self._asking.isVisibleTo(self) and bool(self.chosen() and self._confidence.chosen())

    def confirm(self) -> None:
        """Decide, if everything is chosen."""
        if self.ready():
            self.decided.emit(self.chosen(), self._confidence.chosen())

    def show_progress(self, progress: CaseProgress) -> None:
        """Show what was decided: the own choice, the right one and the comment; or that it was passed by."""
        passed = progress.gate_answer == PASSED_BY
        self._later.setVisible(passed)
        self._skip.setVisible(not progress.gate_open)
        if progress.gate_open and not passed:
            self._reveal(progress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = list(self._options)
        pressed = event.text().upper()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and pressed in keys:
            self.choose(pressed)
        elif plain and pressed.isdigit() and 0 < int(pressed) <= len(keys):
            self.choose(keys[int(pressed) - 1])
        else:
            super().keyPressEvent(event)

    def _head(self, number: str) -> QVBoxLayout:
        title = row(
            Label(f"{number}、", 24, "red", True, True), Label("停一停", 24, "text", True, True), None, spacing=0
        )
        moment = button(f"回看时点【{self._gate.moment}】", "link", name=f"回到事实 {self._gate.moment}")
        moment.clicked.connect(lambda: self.fact_requested.emit(self._gate.moment))
        tags = FlowLayout(Tag(f"你的角色：{self._gate.role}", "ink", "person"), moment, spacing=10)
        why = Paragraph("先拿主意，再往下看。处理结果和剖析在作答之后出现。", 15, "text2")
        return column(title, boxed(tags), why, spacing=6)

    def _question(self) -> QVBoxLayout:
        buttons = row(self._confirm, self._skip, None, spacing=10)
        return column(self._later, row(self._confidence, None), buttons, self._hint, margins=(0, 4, 0, 0), spacing=12)

    def _weigh(self) -> None:
        self._confirm.setEnabled(bool(self.chosen() and self._confidence.chosen()))
        missing = [] if self.chosen() else ["一个做法"]
        missing += [] if self._confidence.chosen() else ["把握程度"]
        self._hint.set_text(
            f"还需选定{'和'.join(missing)}，才能确定。" if missing else "确定后不再更改，后文随即展开。"
        )

    def _reveal(self, progress: CaseProgress) -> None:
        self._asking.hide()
        for key, option in self._options.items():
            option.setChecked(key == progress.gate_answer)
            option.setEnabled(False)
            if key == self._gate.answer:
                option.set_result("right" if key == progress.gate_answer else "correct")
            elif key == progress.gate_answer:
                option.set_result("wrong", "错选")
        sure = CONFIDENCE.get(progress.gate_confidence, "")
        said = f"你的选择：{progress.gate_answer}（{sure}）　参考答案：{self._gate.answer}"
        comment = self._style.text("点评")
        comment.add_paragraph(kit_runs(self._gate.comment, self._known), "flush", "gate-comment")
        comment.end()
        comment.article_requested.connect(self.article_requested)
        comment.article_lit.connect(self.article_lit)
        comment.fact_requested.connect(self.fact_requested)
        tone = "green" if progress.gate_right else "red"
        card = BarCard(
            column(Label(said, 15, tone, True), comment, margins=(20, 12, 16, 4), spacing=8), tone, "surface2"
        )
        self._column.addWidget(card)
