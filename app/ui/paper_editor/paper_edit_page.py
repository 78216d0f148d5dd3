"""Writing one of the unit's own papers. What is written is kept as it is typed; saving makes it a paper to sit."""

from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.paper_draft import MAX_RULES, PaperDraft
from app.services.paper_editor_service import PaperEditorService
from app.ui.kit.banner import Banner
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import Item, centred, column
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.scroll_page import ScrollPage
from app.ui.paper_editor.basics_card import BasicsCard
from app.ui.paper_editor.edit_head import EditHead
from app.ui.paper_editor.leave_question import LeaveQuestion
from app.ui.paper_editor.questions_card import QuestionsCard
from app.ui.paper_editor.rule_choices import RuleChoices
from app.ui.paper_editor.trial_dialog import TrialDialog
from app.ui.parts.confidentiality_banner import ConfidentialityBanner

KEEP_MS, OVERLAP_MS = 400, 500
WIDE_BASICS, WIDE_RULES, WIDEST = 940, 1120, 1240
UNSAVED = "单位数据现在不能保存（见窗口上方的提示），试卷只留到关闭窗口为止。请先按提示处理。"


class PaperEditPage(Page):
    facts = PageFacts(
        "paper_edit",
        "试卷编辑",
        "考",
        "试卷编辑",
        (
            Shortcut("Enter", "保存试卷"),
            Shortcut("Ctrl+S", "保存试卷"),
            Shortcut("Ctrl+T", "试抽一份"),
            Shortcut("Ctrl+Enter", "加一条抽题条件，或从题库选题"),
            Shortcut("Ctrl+Shift+Up", "上移光标所在的一条"),
            Shortcut("Ctrl+Shift+Down", "下移光标所在的一条"),
            Shortcut("Ctrl+Shift+Delete", "移除光标所在的一条"),
        ),
    )

    def __init__(self, editor: PaperEditorService, argument: object, parent: QWidget | None = None) -> None:
        """``argument``: the paper's id."""
        super().__init__(parent)
        self._editor, self.paper_id = editor, str(argument or "")
        self._ready = self._touched = False
        self._draft = PaperDraft()
        try:
            self._draft = editor.written(self.paper_id)
            self._build()
        except UserError as error:
            empty = EmptyState("error_circle", str(error), "回到试卷编辑")
            empty.acted.connect(lambda: self.navigate.emit("paper_editor", None))
            self.setLayout(column(empty))

    def shown(self) -> None:
        if self._ready and not self._draft.title:
            self._basics.focus_field("title")

    def leave(self) -> None:
        if not self._ready:
            return
        self._count_overlap.stop()
        self._keep()
        window, editor, name, touched = self.window(), self._editor, self.paper_id, self._touched

        def ask() -> None:
            # A change of theme or size builds the same page again: nobody has left.
            pages = cast("list[PaperEditPage]", window.findChildren(PaperEditPage))
            here = any(page.paper_id == name and page.isVisible() for page in pages)
            if window.isVisible() and not here:
                LeaveQuestion(window, editor, name, touched).ask()

        QTimer.singleShot(0, window, ask)

    def state(self) -> object:
        return (self._scroll.verticalScrollBar().value(), self._touched) if self._ready else None

    def restore(self, state: object) -> None:
        if self._ready and isinstance(state, tuple):
            place, self._touched = state
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(place))

    def on_width(self, logical: float) -> None:
        if self._ready:
            self._basics.set_wide(logical >= WIDE_BASICS)
            self._questions.set_wide(logical >= WIDE_RULES)

    def main_action(self) -> None:
        self._save()

    # slots

    def _change(self) -> None:
        self._draft, self._touched = self._questions.draft(self._basics.draft(self._draft)), True
        try:
            self._show()
        except UserError as error:
            self.message.emit("red", str(error))
        self._pause.start()
        self._count_overlap.start()

    def _keep(self) -> None:
        """On disk; what may not be stored is said and stays on screen only."""
        self._pause.stop()
        try:
            self._editor.keep(self.paper_id, self._draft)
            self._show_state()
        except UserError as error:
            self.message.emit("red", str(error))

    def _save(self) -> None:
        if not self._ready:
            return
        self._pause.stop()
        try:
            before = self._editor.get(self.paper_id).version
            paper = self._editor.save(self.paper_id, self._draft)
        except UserError as error:
            self.message.emit("red", str(error))
            self._show_state()
            self._go_to_fault()
            return
        self._show_state()
        if paper.version == before:
            self.message.emit("green", f"没有改动，仍是第 {before} 版。")
        else:
            self.message.emit("green", f"已保存为第 {paper.version} 版，“模拟考试”里可以考了。")

    def _try(self) -> None:
        try:
            TrialDialog(self, self._editor.trial(self._draft), lambda: self._editor.trial(self._draft)).open()
        except UserError as error:
            self.message.emit("red", str(error))

    def _show_overlap(self) -> None:
        try:
            self._questions.show_overlap(self._editor.overlap_words(self._draft))
        except UserError as error:
            self.message.emit("red", str(error))

    # private

    def _build(self) -> None:
        choices = RuleChoices(self._editor.bank())
        self._head = EditHead()
        self._basics = BasicsCard(self._draft)
        self._questions = QuestionsCard(self._draft, choices, self._editor.finder())
        items: list[Item] = [] if self._editor.saves else [Banner(UNSAVED, "red")]
        items += [self._basics, self._questions, ConfidentialityBanner(), None]
        inner = centred(column(*items, margins=(24, 14, 24, 24), spacing=14), WIDEST)
        self._scroll = ScrollPage(inner)
        self.setLayout(column(self._head, (self._scroll, 1), spacing=0))
        self._pause = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._count_overlap = QTimer(self, singleShot=True, interval=OVERLAP_MS)
        self._ready = True
        self._connect()
        self._show()
        self._show_state()
        self._show_overlap()

    def _connect(self) -> None:
        self._pause.timeout.connect(self._keep)
        self._count_overlap.timeout.connect(self._show_overlap)
        self._basics.changed.connect(self._change)
        self._questions.changed.connect(self._change)
        full = f"抽题条件最多 {MAX_RULES} 条。请合并相近的几条，再加。"
        self._questions.full.connect(lambda: self.message.emit("amber", full))
        self._head.back_wanted.connect(lambda: self.navigate.emit("paper_editor", None))
        self._head.trial_wanted.connect(self._try)
        self._head.save_wanted.connect(self._save)
        keys = (
            ("Ctrl+S", self._save),
            ("Ctrl+T", self._try),
            ("Ctrl+Return", self._questions.add_row),
            ("Ctrl+Enter", self._questions.add_row),
            ("Ctrl+Shift+Up", lambda: self._questions.move_row(-1)),
            ("Ctrl+Shift+Down", lambda: self._questions.move_row(1)),
            ("Ctrl+Shift+Delete", self._questions.remove_row),
        )
        bind_keys(self, dict(keys))

    def _show(self) -> None:
        """Counts, sums and what is wrong, at once."""
        paper = self._draft.paper(self.paper_id)
        faults = self._editor.faults(self.paper_id, self._draft)
        self._head.show_paper(paper, len(faults))
        self._basics.show_full(paper.total)
        self._basics.show_uneven(self._editor.uneven_words(self._draft))
        # A name that is only missing yet is said by its hint and on saving; one that is wrong is said at once.
        heads = {fault.place: fault.message for fault in faults if fault.place != "title" or paper.title}
        self._basics.show_faults(heads)
        self._questions.show_faults([self._editor.available(rule) for rule in self._draft.rules], faults)

    def _show_state(self) -> None:
        one = self._editor.get(self.paper_id)
        self._head.show_state(one.version, one.draft is not None)

    def _go_to_fault(self) -> None:
        faults = self._editor.faults(self.paper_id, self._draft)
        if not faults:
            return
        self._basics.show_faults({fault.place: fault.message for fault in faults})
        if faults[0].place in ("rules", "picks"):
            self._questions.focus_row(faults[0].row)
        else:
            self._basics.focus_field(faults[0].place)
