"""One draw rule: how many questions of which sort, and what each is worth."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.paper import DrawRule
from app.domain.paper_draft import LEAST_CASE_STUDY, MAX_COUNT, MAX_SCORE
from app.domain.question import QuestionKind
from app.ui.kit.button import Button, button
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row, set_across
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.plain_tip import set_tip
from app.ui.kit.tokens import px
from app.ui.paper_editor.choices_dialog import ChoicesDialog, Option
from app.ui.paper_editor.number_field import NumberField
from app.ui.paper_editor.rule_choices import RuleChoices
from app.ui.paper_editor.rule_words import level_words, regulation_words, topic_words

Chosen = Callable[[tuple[str, ...]], None]


class RuleRow(Card):
    changed = Signal()
    move_wanted = Signal(int)
    """-1: up, 1: down."""
    remove_wanted = Signal()

    def __init__(self, rule: DrawRule, choices: RuleChoices, parent: QWidget | None = None) -> None:
        super().__init__(kind="2", parent=parent)
        self._choices = choices
        self._topics, self._levels, self._regulations = rule.topics, rule.difficulties, rule.regulations
        kinds = [(kind.value, kind.value) for kind in QuestionKind]
        self._sort = ChoiceField("题型", kinds, rule.kind.value, 116)
        self._count = NumberField("题数", rule.count, 1, MAX_COUNT, "题", width=92)
        self._score = NumberField("每题分值", rule.score, 1, MAX_SCORE, "分", "每题", width=124)
        self._topic_button, self._level_button, self._regulation_button = (_choice() for _ in range(3))
        self._available, self._marks = Label("", 15, "text2"), Label("", 15, "text2")
        self._up = button("", "ghost", "chevron_up", small=True, name="上移这一条")
        self._down = button("", "ghost", "chevron_down", small=True, name="下移这一条")
        self._remove = button("", "ghost", "delete", small=True, name="移除这一条", tip="移除这一条")
        self._short = Paragraph("", 15, "red", line=1.45)
        self._warning = boxed(row(IconLabel("error_circle", 18, "red", True), (self._short, 1), spacing=6))
        self._lines = self._lay_out()
        self._connect()
        self._show_filters()
        self._show_marks()

    def rule(self) -> DrawRule:
        """As it stands on screen."""
        return DrawRule(
            QuestionKind(self._sort.chosen()),
            self._count.value(),
            self._score.value(),
            self._topics,
            self._levels,
            self._regulations,
        )

    def show_available(self, count: int, fault: str) -> None:
        """``fault`` is what keeps this rule from being drawn, or ""."""
        self._available.setText(f"可抽 {count} 题")
        self._available.set_tone("red" if fault else "text2")
        self._available.setAccessibleName(f"可抽 {count} 题" + (f"，{fault}" if fault else ""))
        self._short.set_text(fault)
        self._warning.setVisible(bool(fault))

    def fault(self) -> str:
        """What is shown to be wrong, or ""."""
        return self._short.text() if self._warning.isVisibleTo(self) else ""

    def number(self, place: int, of: int) -> None:
        """Say where the row stands, from 0."""
        self.setAccessibleName(f"第 {place + 1} 条抽题条件")
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < of - 1)

    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        filters = (self._topic_button, self._level_button, self._regulation_button)
        return [self._sort, self._count, self._score, *filters, self._up, self._down, self._remove]

    def take_focus(self) -> None:
        self._count.setFocus()
        self._count.selectAll()

    def set_wide(self, wide: bool) -> None:
        """One line, or two where there is less room."""
        set_across(self._lines, wide)

    # slots

    def _tell(self) -> None:
        self._show_marks()
        self.changed.emit()

    def _choose_topics(self) -> None:
        def chosen(keys: tuple[str, ...]) -> None:
            self._topics = keys
            self._filtered()

        self._open("这一条从哪些专题里抽", self._choices.topics, self._topics, chosen)

    def _choose_levels(self) -> None:
        def chosen(keys: tuple[str, ...]) -> None:
            self._levels = tuple(int(key) for key in keys)
            self._filtered()

        self._open("这一条抽哪些难度的题", self._choices.levels, tuple(map(str, self._levels)), chosen)

    def _choose_regulations(self) -> None:
        def chosen(keys: tuple[str, ...]) -> None:
            self._regulations = keys
            self._filtered()

        self._open("这一条只抽引用了哪些法规的题", self._choices.regulations, self._regulations, chosen)

    # private

    def _open(self, title: str, options: list[Option], ticked: tuple[str, ...], chosen: Chosen) -> None:
        missing = [Option(key, f"{key}（0 题）") for key in ticked if key not in {option.key for option in options}]
        ChoicesDialog(self, title, [*options, *missing], ticked, chosen).open()

    def _filtered(self) -> None:
        self._show_filters()
        self.changed.emit()

    def _show_filters(self) -> None:
        shown = (
            (self._topic_button, "专题", topic_words(self._topics)),
            (self._level_button, "难度", level_words(self._levels)),
            (self._regulation_button, "法规", regulation_words(self._regulations)),
        )
        for made, what, words in shown:
            made.set_label(words)
            made.setAccessibleName(f"{what}：{words}，按下可改")
            made.set_kind("soft" if not words.startswith("不限") else "default")
            set_tip(made, words)

    def _show_marks(self) -> None:
        rule = self.rule()
        self._marks.setText(f"共 {rule.count * rule.score} 分")
        self._score.setMinimum(LEAST_CASE_STUDY if rule.kind is QuestionKind.CASE_STUDY else 1)

    def _lay_out(self) -> QBoxLayout:
        self._available.setMinimumWidth(px(96))
        self._marks.setMinimumWidth(px(70))
        first = row(self._sort, self._count, self._score, None, spacing=8)
        second = row((self._topic_button, 3), (self._level_button, 2), (self._regulation_button, 3), spacing=8)
        both = row((first, 0), (second, 1), spacing=8)
        tail = row(self._marks, self._available, self._up, self._down, self._remove, spacing=4)
        self.setLayout(column(row((both, 1), tail, spacing=10), self._warning, margins=(12, 8, 8, 8), spacing=6))
        self._warning.hide()
        return both

    def _connect(self) -> None:
        self._sort.currentIndexChanged.connect(self._tell)
        self._count.valueChanged.connect(self._tell)
        self._score.valueChanged.connect(self._tell)
        self._topic_button.clicked.connect(self._choose_topics)
        self._level_button.clicked.connect(self._choose_levels)
        self._regulation_button.clicked.connect(self._choose_regulations)
        self._up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self._down.clicked.connect(lambda: self.move_wanted.emit(1))
        self._remove.clicked.connect(self.remove_wanted)


def _choice() -> Button:
    made = button("", "default", name="条件").stretch()
    made.setMinimumWidth(px(76))
    return made
