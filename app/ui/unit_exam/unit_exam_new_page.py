"""Making a 单位统考: paper, roster, times, password → the file for every PC; or on paper, for its marks alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.exam_window import ExamWindow
from app.domain.package_header import LONGEST_PASSWORD, SUFFIX, password_fault
from app.domain.paper import BreakPolicy, Paper
from app.domain.unit_exam import LONGEST_TITLE, BookRule
from app.domain.unit_exam_draft import UnitExamDraft
from app.services.document_folder import safe_name
from app.services.unit_exam_service import UnitExamService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, centred, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.unit_exam.file_asking import FileAsking
from app.ui.unit_exam.roster_field import RosterField
from app.ui.unit_exam.seat_card import FILTER
from app.ui.unit_exam.waiting import waiting
from app.ui.unit_exam.window_fields import WindowFields, next_morning

PC, PAPER = "pc", "paper"
MAKE = {PC: "生成统考文件", PAPER: "登记这次考试，录入得分"}

WINDOW_HINT = {
    PC: "在这段时间里都可以开考；开考以后，每人按试卷规定的时长计时。",
    PAPER: "在纸上考的那一天，已经考过的也可以。过了这个时间，没有录入得分的人在成绩册里是缺考。",
}
HOW_HINT = {
    PC: "生成加密的统考文件，在各台电脑上考；个别人写纸卷的，也可以补录。",
    PAPER: "不生成文件，不设口令。登记以后直接录入得分，成绩册照样有合格、缺考、补考。",
}

PASSWORD_HINT = "至少 8 个字符。开考前再当面或电话告知，不要写在文件名里；忘记了可以再存一份、另设口令。"

RELEASE_HINT = "答案、解析和各题对错，要到各次开考时段结束、最后开考的人也到了时间，才在各人电脑上显示。"


class UnitExamNewPage(Page):
    facts = PageFacts("unit_exam_new", "组织统考", "考", "单位统考", (Shortcut("Enter", "生成统考文件"),))

    def __init__(
        self,
        unit_exams: UnitExamService,
        offered: Callable[[], list[Paper]],
        files: FileAsking | None = None,
        parent: QWidget | None = None,
        *,
        draft: object = None,
    ) -> None:
        """``draft``: a UnitExamDraft with which it begins."""
        super().__init__(parent)
        self._unit_exams, self._files = unit_exams, files or FileAsking()
        self._papers = _papers(offered)
        if isinstance(draft, UnitExamDraft) and all(paper.id != draft.paper.id for paper in self._papers):
            self._papers = [*self._papers, draft.paper]
        self._make_choices()
        now = datetime.now(UTC)
        self._title = line_field("考试名称", "", "如：2026年度党纪法规统考", LONGEST_TITLE)
        self._how_hint, self._window_hint = Paragraph("", 14, "text2"), Paragraph("", 14, "text2")
        papers = [f"{paper.title}（{paper.size_words}，{paper.minutes} 分钟）" for paper in self._papers]
        self._paper = ChoiceField("试卷", [(str(at), words) for at, words in enumerate(papers)])
        self._about = Paragraph("", 14, "text2")
        self._proposed = {PC: next_morning(now, 1), PAPER: next_morning(now, 0)}
        self._window = WindowFields("开考时段", *self._proposed[PC])
        self._make_up = WindowFields("补考时段", *next_morning(now, 8))
        self._roster = RosterField(unit_exams, self._files)
        self._password = line_field("开启口令", most=LONGEST_PASSWORD, secret=True)
        self._again = line_field("再输一次开启口令", most=LONGEST_PASSWORD, secret=True)
        self._make = button(MAKE[PC], "primary", "save", big=True)
        self._lay_out()
        self._make_up.hide()
        if isinstance(draft, UnitExamDraft):
            self._begin(draft)
        self._show_how()
        self._connect()

    def state(self) -> object:
        """Not the password: it stays in no memory but that of its fields."""
        return {
            "title": self._title.text(),
            "how": self._how.chosen(),
            "paper": self._paper.currentIndex(),
            "book": self._book.chosen(),
            "breaks": self._breaks.chosen(),
            "scores": self._scores.chosen(),
            "window": self._window.times(),
            "with_make_up": self._with_make_up.chosen(),
            "make_up": self._make_up.times(),
            "people": self._roster.people,
            "extra": self._roster.extra(),
        }

    def restore(self, state: object) -> None:
        if not isinstance(state, dict):
            return
        kept: dict[str, Any] = state
        self._title.setText(kept["title"])
        self._how.set_chosen(kept["how"])
        self._paper.setCurrentIndex(kept["paper"])
        self._book.set_chosen(kept["book"])
        self._breaks.set_chosen(kept["breaks"])
        self._scores.set_chosen(kept["scores"])
        self._window.set_times(*kept["window"])
        self._make_up.set_times(*kept["make_up"])
        self._with_make_up.set_chosen(kept["with_make_up"])
        self._make_up.setVisible(kept["with_make_up"] == "yes")
        self._roster.set_people(kept["people"])
        self._roster.set_extra(kept["extra"])
        self._show_how()

    def shown(self) -> None:
        self._title.setFocus()

    def main_action(self) -> None:
        self._write()

    # slots

    def _describe(self) -> None:
        paper = self._chosen()
        if paper is None:
            self._about.set_text("还没有试卷。请先在“试卷编辑”里做一份。")
            return
        marks = f"满分 {paper.total} 分，{paper.pass_score} 分合格"
        drawn = f"{marks}，{paper.overdue.value}。每个人抽到的题和选项次序都不同，可以复核。"
        self._about.set_text(f"{marks}。得分按这份试卷的题型录入。" if self._on_paper() else drawn)

    def _change_how(self, how: str) -> None:
        """A time that nobody has changed goes along."""
        if self._window.times() == self._proposed[PC if how == PAPER else PAPER]:
            self._window.set_times(*self._proposed[how])
        self._show_how()

    def _show_how(self) -> None:
        how = self._how.chosen()
        for one in self._for_pcs:
            one.setVisible(how == PC)
        self._make.set_label(MAKE[how])
        self._how_hint.set_text(HOW_HINT[how])
        self._window_hint.set_text(WINDOW_HINT[how])
        self._describe()

    def _write(self) -> None:
        paper = self._chosen()
        if paper is None:
            self.message.emit("red", "还没有试卷。请先在“试卷编辑”里做一份。")
            return
        if self._on_paper():
            self._register(paper)
            return
        if fault := password_fault(self._password.text(), self._again.text()):
            self.message.emit("red", fault)
            self._password.setFocus()
            return
        made = ""
        try:
            window, people = self._window.exam_window(), self._roster.take_people()
            self._unit_exams.check(self._title.text(), paper, window, self._second(), people)
            name = f"{safe_name(self._title.text())}{SUFFIX}"
            path = self._files.save(self, "保存统考文件", name, FILTER)
            if path is None:
                return
            with waiting():
                book = BookRule(self._book.chosen())
                shown = self._scores.chosen() == "now"
                made = self._unit_exams.make(self._title.text(), paper, window, self._second(), book, people, shown).id
                self._unit_exams.write_package(made, self._password.text(), self._again.text(), path)
        except UserError as error:
            self.message.emit("red", str(error))
        else:
            self.message.emit("green", f"已生成 {path}。请拷到各台电脑，开考前告知口令。")
        if made:
            self.navigate.emit("unit_exam_book", made)

    def _register(self, paper: Paper) -> None:
        """No file and no password: straight on to the marks."""
        try:
            window, people = self._window.exam_window(), self._roster.take_people()
            book, title = BookRule(self._book.chosen()), self._title.text()
            made = self._unit_exams.make(title, paper, window, self._second(), book, people, on_paper=True)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.message.emit("green", f"已登记“{made.title}”，名单 {len(people)} 人。请录入得分。")
        self.navigate.emit("unit_exam_marks", made.id)

    # private

    def _begin(self, draft: UnitExamDraft) -> None:
        if draft.on_paper:
            self._how.set_chosen(PAPER)
            self._window.set_times(*self._proposed[PAPER])
        self._title.setText(draft.title)
        self._paper.setCurrentIndex([paper.id for paper in self._papers].index(draft.paper.id))
        self._roster.set_people(draft.people)

    def _on_paper(self) -> bool:
        return self._how.chosen() == PAPER

    def _second(self) -> ExamWindow | None:
        return self._make_up.exam_window() if self._with_make_up.chosen() == "yes" else None

    def _chosen(self) -> Paper | None:
        """With the breaks as they are to be here, whatever the paper says for a self-test."""
        at = self._paper.currentIndex()
        if not 0 <= at < len(self._papers):
            return None
        return replace(self._papers[at], breaks=BreakPolicy(self._breaks.chosen()))

    def _make_choices(self) -> None:
        self._how = SegmentControl([(PC, "在电脑上考"), (PAPER, "纸质考试：只登记成绩")], PC, "怎样考")
        books = [(rule.value, rule.value) for rule in BookRule]
        self._book = SegmentControl(books, BookRule.CLOSED.value, "开卷或闭卷")
        policies = [(BreakPolicy.COUNTS.value, "计入用时"), (BreakPolicy.FREE.value, "不计入")]
        self._breaks = SegmentControl(policies, BreakPolicy.COUNTS.value, "暂离、中断的时间")
        scores = [("now", "显示"), ("later", "先不显示")]
        self._scores = SegmentControl(scores, "now", "交卷后成绩")
        self._with_make_up = SegmentControl([("no", "不安排"), ("yes", "安排补考")], "no", "补考")

    def _connect(self) -> None:
        self._how.changed.connect(self._change_how)
        self._paper.currentIndexChanged.connect(self._describe)
        self._with_make_up.changed.connect(lambda key: self._make_up.setVisible(key == "yes"))
        self._roster.failed.connect(lambda words: self.message.emit("red", words))
        self._make.clicked.connect(self._write)

    def _lay_out(self) -> None:
        for field in (self._title, self._paper):
            field.setMaximumWidth(px(560))
        for field in (self._password, self._again):
            field.setFixedWidth(px(270))
        breaks, scores, release, passwords = self._for_pcs = self._pc_parts()
        form = column(
            Label("组织一次统考", 22, bold=True, serif=True),
            ConfidentialityBanner(),
            column(Label("怎样考", 15, bold=True), row(self._how, None), self._how_hint, spacing=4),
            FormField("考试名称", self._title, strong=True),
            column(FormField("试卷", self._paper, strong=True), self._about, spacing=4),
            column(Label("名单", 15, bold=True), self._roster, spacing=4),
            column(FormField("开考时段", self._window, strong=True), self._window_hint, spacing=4),
            column(Label("补考", 15, bold=True), row(self._with_make_up, None), self._make_up, spacing=6),
            row(
                column(Label("考试方式", 15, bold=True), row(self._book, None), spacing=4),
                breaks,
                scores,
                None,
                spacing=40,
            ),
            release,
            passwords,
            row(self._make, None),
            margins=(28, 20, 28, 24),
            spacing=16,
        )
        inner = centred(column(Card(form), None, margins=(28, 16, 28, 20)), 900)
        self.setLayout(column(ScrollPage(inner), spacing=0))

    def _pc_parts(self) -> tuple[QWidget, QWidget, QWidget, QWidget]:
        """What an exam on paper has not: breaks, when the score is shown, when the keys are, the password."""
        once = FormField("开启口令", self._password, strong=True)
        passwords = row(once, FormField("再输一次", self._again, strong=True), None, spacing=14)
        return (
            boxed(column(Label("暂离、中断的时间", 15, bold=True), row(self._breaks, None), spacing=4)),
            boxed(column(Label("交卷后成绩", 15, bold=True), row(self._scores, None), spacing=4)),
            Paragraph(RELEASE_HINT, 14, "text2"),
            boxed(column(passwords, Paragraph(PASSWORD_HINT, 14, "text2"), spacing=4)),
        )


def _papers(offered: Callable[[], list[Paper]]) -> list[Paper]:
    try:
        return offered()
    except UserError:
        return []
