"""阅简答: the organiser's markers read what was written, one question after another, and nobody needs a mouse."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.exam_package import ExamPackage
from app.domain.unit_exam_short import ShortQuestion
from app.services.unit_exam_marking import LONGEST_MARKER
from app.services.unit_exam_service import UnitExamService
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.form_field import line_field
from app.ui.kit.keys import bind_keys
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.unit_exam.short_answer_card import ShortAnswerCard, paper_number
from app.ui.unit_exam.short_points_card import ShortPointsCard
from app.ui.unit_exam.short_round import ShortRound

_SIDE_BY_SIDE = 760
_SHORT = 560
"""In a window lower than this the answer is put to the top; what stands above it is a scroll away."""
_STEM = 36
NOTHING = "收回的结果里还没有写了简答的答卷。请先收结果文件。"
MAKE_UP = "补考还没有结束：这一页有评分要点，不要让补考的人看到。"
ZERO = "一个要点也没有勾选。确认这份得 0 分，请再保存一次。"
ZERO_TICKED = "勾选的要点折算下来不足 1 分，这份得 0 分。确认得 0 分，请再保存一次。"
DONE = "简答已全部阅完，成绩册已按评分更新。改评分：翻到那一份，改好再保存，原来的评分留在记录里。"
_Pending = dict[tuple[str, int], tuple[bool, ...]]


class UnitExamShortPage(Page):
    facts = PageFacts(
        "unit_exam_short",
        "阅简答",
        "考",
        "单位统考",
        (
            Shortcut("1–9", "勾选或取消一个要点"),
            Shortcut("Enter", "保存评分，到下一份待阅的"),
            Shortcut("PgUp / PgDn", "上一份 / 下一份"),
            Shortcut("Ctrl+PgUp / Ctrl+PgDn", "上一题 / 下一题"),
        ),
    )

    def __init__(
        self, unit_exams: UnitExamService, marker: str = "", argument: object = None, parent: QWidget | None = None
    ) -> None:
        """``marker``: whose name to propose where nobody has marked yet."""
        super().__init__(parent)
        self._unit_exams, self._id = unit_exams, str(argument)
        self._round: ShortRound | None = None
        self._pending: _Pending = {}
        self._zero_said: tuple[str, int, tuple[bool, ...]] | None = None
        try:
            self._package = unit_exams.package(self._id)
            held = unit_exams.marking.held_words(self._package)
            questions = unit_exams.marking.questions(self._package)
        except UserError as error:
            self._say_instead(str(error), "unit_exam", "回到单位统考")
            return
        if not questions:
            self._say_instead(held or NOTHING, "unit_exam_book", "回到成绩册")
            return
        self._round = ShortRound(questions)
        self._marker = line_field("阅卷人", unit_exams.marking.last_marker(self._id) or marker, most=LONGEST_MARKER)
        names = [("hidden", "匿名阅卷"), ("shown", "显示姓名")]
        self._names = SegmentControl(names, "hidden", "考生姓名")
        self._question = ChoiceField("题目", [("", "")])
        self._progress, self._got, self._saved = Label("", 15), Label("", 17, bold=True), Label("", 15, "green")
        self._done = Banner(DONE, "green", "回到成绩册")
        self._answer, self._points = ShortAnswerCard(), ShortPointsCard()
        self._columns = row((self._answer, 3), (self._points, 2), spacing=14)
        self._scroll = ScrollPage()
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._before = button("上一份", icon="arrow_left")
        self._after = button("下一份", icon="arrow_right", trailing=True)
        self._save = button("保存，下一份", "primary", "checkmark_circle")
        self._lay_out(self._package)
        self._connect()
        self._show()

    def state(self) -> object:
        if self._round is None:
            return None
        here = self._round.answer
        return {
            "here": (here.question.id, here.sitting),
            "marker": self._marker.text(),
            "names": self._names.chosen(),
            "pending": dict(self._pending),
        }

    def restore(self, state: object) -> None:
        if self._round is None or not isinstance(state, dict):
            return
        self._round.find(*state["here"])
        self._marker.setText(state["marker"])
        self._names.set_chosen(state["names"])
        self._pending = dict(state["pending"])
        self._show()

    def shown(self) -> None:
        if self._round is not None:
            (self._points.take_focus if self._marker.text().strip() else self._marker.setFocus)()

    def on_width(self, logical: float) -> None:
        if self._round is not None:
            set_across(self._columns, logical >= _SIDE_BY_SIDE)

    def main_action(self) -> None:
        if self._round is not None and self._save.isEnabled():
            self._keep()

    # slots

    def _keep(self) -> None:
        assert self._round is not None
        here, ticks = self._round.answer, self._points.ticks()
        name = (here.sitting, here.place)
        if not here.worth(ticks) and self._zero_said != (*name, ticks):
            self._zero_said = (*name, ticks)
            self.message.emit("amber", ZERO_TICKED if any(ticks) else ZERO)
            return
        try:
            marked = self._unit_exams.marking.mark(self._package, here, ticks, self._marker.text())
        except UserError as error:
            self.message.emit("red", str(error))
            if not self._marker.text().strip():
                self._marker.setFocus()
            return
        self._pending.pop(name, None)
        self._round.put(marked)
        said = f"已保存：{paper_number(marked)} 得 {marked.points} 分"
        announce(self, said)
        if not self._round.go_to_waiting():
            self._round.step(1)
        self._show()
        self._saved.setText(said)
        self._points.take_focus()

    def _step(self, by: int) -> None:
        if self._round is not None and self._round.step(by):
            self._show()
            self._points.take_focus()

    def _turn(self, at: int) -> None:
        if self._round is not None and self._round.turn_to(at):
            self._show()
            self._points.take_focus()

    def _note(self) -> None:
        """What is ticked and not saved yet stays so when one looks at another answer."""
        assert self._round is not None
        here, ticks = self._round.answer, self._points.ticks()
        self._pending[here.sitting, here.place] = ticks
        self._show_points(ticks)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        digit = event.key() - Qt.Key.Key_0
        if not (self._round is not None and plain and 1 <= digit <= 9 and self._points.turn(digit)):
            super().keyPressEvent(event)

    # private

    def _connect(self) -> None:
        self._points.changed.connect(self._note)
        self._names.changed.connect(lambda _: self._show())
        self._question.currentIndexChanged.connect(self._turn)
        self._before.clicked.connect(lambda: self._step(-1))
        self._after.clicked.connect(lambda: self._step(1))
        self._save.clicked.connect(self._keep)
        self._laid_out.timeout.connect(self._scroll_to_answer)
        self._done.acted.connect(lambda: self.navigate.emit("unit_exam_book", self._id))
        bind_keys(self, {"PgUp": lambda: self._step(-1), "PgDown": lambda: self._step(1)})
        bind_keys(self, {"Ctrl+PgUp": lambda: self._turn_by(-1), "Ctrl+PgDown": lambda: self._turn_by(1)})

    def _turn_by(self, by: int) -> None:
        if self._round is not None:
            self._turn(self._round.at + by)

    def _show(self) -> None:
        assert self._round is not None
        place, here, question = self._round, self._round.answer, self._round.question
        words = [_question_words(at, one) for at, one in enumerate(place.questions)]
        self._question.set_choices([(str(at), one) for at, one in enumerate(words)], str(place.at))
        named = self._names.chosen() == "shown"
        self._answer.show_answer(here, place.place + 1, len(question.answers), named)
        ticks = self._pending.get((here.sitting, here.place), here.ticks)
        self._points.show_answer(here, ticks)
        self._show_points(ticks)
        self._progress.setText(f"已阅 {place.total - place.waiting} 份，待阅 {place.waiting} 份")
        self._done.setVisible(not place.waiting)
        self._saved.setText("")
        self._before.setEnabled(not place.first)
        self._after.setEnabled(not place.last)
        self._save.setEnabled(here.kept)
        self._laid_out.start()

    def _scroll_to_answer(self) -> None:
        short = self._scroll.viewport().height() < px(_SHORT)
        self._scroll.scroll_to(self._answer.y() - px(6) if short else 0)

    def _show_points(self, ticks: Sequence[bool]) -> None:
        assert self._round is not None
        here = self._round.answer
        unsaved = "（还没有保存）" if tuple(ticks) != here.ticks and (any(ticks) or here.ticks) else ""
        self._got.setText(f"得 {here.worth(ticks)} / {here.score} 分{unsaved}")

    def _say_instead(self, words: str, page: str, action: str) -> None:
        empty = EmptyState("document_table", words, action)
        empty.acted.connect(lambda: self.navigate.emit(page, self._id if page == "unit_exam_book" else None))
        self.setLayout(column(empty))

    def _lay_out(self, package: ExamPackage) -> None:
        back = button("回到成绩册", icon="arrow_left")
        back.clicked.connect(lambda: self.navigate.emit("unit_exam_book", self._id))
        title = Paragraph(f"阅简答：{package.exam.title}", 22, bold=True, serif=True, line=1.3)
        self._marker.setFixedWidth(px(150))
        named = Label("阅卷人", 15, bold=True)
        named.setBuddy(self._marker)
        tools = FlowLayout(spacing=12)
        for one in (boxed(row(named, self._marker, spacing=8)), self._names, self._progress):
            tools.addWidget(one)
        warning = [Banner(MAKE_UP, "amber")] if self._unit_exams.marking.make_up_to_come(package) else []
        asked = row(Label("题目", 15, bold=True), (self._question, 1), spacing=8)
        foot = row(self._before, self._after, self._saved, None, self._got, self._save, spacing=12)
        head = row((title, 1), back, spacing=10)
        parts: list[Item] = [head, boxed(tools), asked, *warning, self._done, (self._columns, 1)]
        self._scroll.setWidget(boxed(column(*parts, margins=(28, 16, 28, 6), spacing=10)))
        self.setLayout(column((self._scroll, 1), boxed(column(foot, margins=(28, 8, 28, 14))), spacing=0))


def _question_words(at: int, asked: ShortQuestion) -> str:
    words = " ".join(asked.question.stem.split())
    state = f"待阅 {asked.waiting} 份" if asked.waiting else "已阅完"
    return f"第 {at + 1} 题（{state}）　{words[:_STEM]}{'…' if len(words) > _STEM else ''}"
