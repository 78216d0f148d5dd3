"""三方面对照: the statements of a case, or of the general template, answered by a department."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.errors import RefusedTextError, UserError
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.self_check import NOT_HERE, Finding, SelfCheck
from app.services.document_folder import safe_name
from app.services.erasing_service import ErasingService
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.services.self_check_service import SelfCheckService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.keys import bind_keys
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tag import Tag
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.disclaimer import Disclaimer
from app.ui.parts.doubt_banner import DoubtBanner
from app.ui.rectify.erase_dialog import EraseDialog
from app.ui.rectify.erase_words import CHECK
from app.ui.rectify.form_saving import FormSaving
from app.ui.rectify.refused_question import ask_when_gone
from app.ui.rectify.self_check_bar import SelfCheckBar
from app.ui.rectify.self_check_board import SelfCheckBoard
from app.ui.rectify.self_check_forms import SelfCheckForms
from app.ui.rectify.self_check_item import SelfCheckItem
from app.ui.rectify.self_check_steps import SelfCheckSteps

SIDE_BY_SIDE, STEPS_BESIDE = 1000, 1140
VERIFY = "还有 {} 条“需核实”，可以改答：核清后写上结果，再选“存在”或“未发现”。选“存在”的，进入问题清单待确认。"


class SelfCheckSheetPage(Page):
    """``argument``: the id of a self-check. A finished one is only to be read, but for what was left to be verified; it
    can be written out where there are ``forms``."""

    facts: ClassVar[PageFacts] = PageFacts(
        "self_check_sheet",
        "三方面对照",
        "改",
        "对照自查",
        (
            Shortcut("1", "存在（2 未发现，3 需核实）"),
            Shortcut("Down", "下一条（Up 上一条）"),
            Shortcut("Right", "在三个答案间移动，按空格选定"),
            Shortcut("Tab", "到这一条的说明"),
            Shortcut("Ctrl+Enter", "形成问题清单"),
        ),
    )

    def __init__(
        self,
        checks: SelfCheckService,
        ledger: LedgerService,
        issues: IssueService,
        argument: object,
        *,
        forms: SelfCheckForms | None = None,
        erasing: ErasingService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._checks, self._ledger, self._issues, self._forms = checks, ledger, issues, forms
        self._erasing = erasing
        self._saving = FormSaving(self)
        self._saving.failed.connect(lambda words: self.message.emit("red", words))
        self._before: dict[str, Finding] = {}
        self._check: SelfCheck | None = None
        try:
            check, *notes = argument if isinstance(argument, tuple) else (argument,)
            self._check = checks.get(str(check or ""))
            self._build(self._check)
            self._board.put(*notes or ({},))
        except UserError as error:
            empty = EmptyState("error_circle", str(error), "回到对照自查")
            empty.acted.connect(lambda: self.navigate.emit("self_check", None))
            self.setLayout(column(empty))

    def shown(self) -> None:
        if self._check is None or self._check.finished_on:
            return
        if (item := self._board.first_open()) and self._scroll.verticalScrollBar().value() == 0:
            item.take_focus()
            self._scroll.scroll_to(0)

    def leave(self) -> None:
        if self._check is not None:
            self._board.flush()
            if notes := self._board.refused():
                ask_when_gone(self, (self._check.id, notes))

    def state(self) -> object:
        if self._check is None:
            return None
        return (self._scroll.verticalScrollBar().value(), self._before, self._board.refused())

    def restore(self, state: object) -> None:
        if self._check is not None and isinstance(state, tuple):
            place, self._before, notes = state
            self._show()
            self._board.put(notes)
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(place))

    def on_width(self, logical: float) -> None:
        if self._check is not None:
            self._board.set_wide(logical >= SIDE_BY_SIDE)
            self._bar.set_wide(logical >= SIDE_BY_SIDE)
            set_across(self._head, logical >= STEPS_BESIDE)

    def main_action(self) -> None:
        self._form()

    # slots

    def _answer(self, item_id: str, finding: Finding, note: str) -> None:
        if self._check is None:
            return
        old, refused = self._check.answer(item_id), ""
        try:
            try:
                self._check = self._checks.answer(self._check.id, item_id, finding, note)
            except RefusedTextError as error:  # the answer is kept, with the note that it had
                refused = str(error)
                self.message.emit("red", refused)
                kept = old.note if old else ""
                self._check = self._checks.answer(self._check.id, item_id, finding, kept)
        except UserError as error:
            self.message.emit("red", str(error))
        else:
            self._board.items[item_id].show_refused(refused)
            self._bar.show_refused(len(self._board.refused()))
            if old is not None and finding is Finding.PRESENT and old.finding is not Finding.PRESENT:
                self._before[item_id] = old.finding
        self._show(item_id)

    def _undo(self, item_id: str) -> None:
        item, back_to = self._board.items[item_id], self._back_to(item_id)
        if back_to is not None:
            self._answer(item_id, back_to, item.written())
        else:
            self._take_back(item_id)
        item.take_focus()

    def _take_back(self, item_id: str) -> None:
        assert self._check is not None
        try:
            self._check = self._checks.take_back(self._check.id, item_id)
        except UserError as error:
            self.message.emit("amber", str(error))
        self._show(item_id)

    def _form(self) -> None:
        if self._check is None:
            return
        self._board.flush()
        if not self._check.finished_on:
            try:
                self._checks.finish(self._check.id)
            except UserError as error:
                self.message.emit("amber", str(error))
                if item := self._board.first_open():
                    self._board.go_to(item, note=True)
                return
        self.navigate.emit("drafts", self._check.id)

    def _export(self) -> None:
        if self._forms is None or self._check is None:
            return
        forms, check = self._forms, self._check.id
        name = f"{self._ledger.today()} {safe_name(self._ledger.unit(self._check.unit).name)} 对照自查情况表.docx"
        self._saving.save(name, lambda path: forms.write_self_check(check, path))

    def _erase(self) -> None:
        if self._erasing is None or self._check is None:
            return
        erasing, check = self._erasing, self._check.id

        def done(tone: str, words: str) -> None:
            self._check = None  # nothing of it is to be kept when the page is left
            self.message.emit(tone, words)
            self.navigate.emit("self_check", None)

        EraseDialog(self, CHECK, lambda reason: erasing.self_check(check, reason), done).open()

    def _reveal(self, item: SelfCheckItem) -> None:
        self._scroll.reveal(item)

    # private

    def _back_to(self, item_id: str) -> Finding | None:
        """What 撤销 answers: the answer before. None: there was none, and there will be none."""
        return self._before.get(item_id)

    def _state_of(self, issue_id: str) -> IssueState | None:
        try:
            return self._issues.get(issue_id).state
        except UserError:
            return None

    def _show(self, only: str = "") -> None:
        assert self._check is not None
        self._board.show_check(self._check, self._state_of, self._back_to, only)
        self._bar.show_count(self._check.answered, len(self._check.items))

    def _build(self, check: SelfCheck) -> None:
        locked = bool(check.finished_on)
        unit = self._ledger.unit(check.unit).name
        back = button("", "ghost", "arrow_left", name="回到对照自查", tip="回到对照自查")
        about = ElidedLabel(f"{check.title} · {unit}", 16, lines=2, tone="text2", fit=True)
        title: list[Item] = [back, Label("对照自查", 24, bold=True, serif=True), (about, 1)]
        if locked:
            title.append(Tag(f"已完成 {check.finished_on}", "green", "checkmark_circle", filled=True))
        if locked and self._forms is not None:
            export = button("导出", "default", "arrow_download", small=True, name="导出对照自查情况表")
            export.clicked.connect(self._export)
            title.append(export)
        if self._erasing is not None:
            wipe = button("误录清除…", "ghost", "delete", small=True, name="误录清除这份自查表")
            wipe.clicked.connect(self._erase)
            title.append(wipe)
        steps = SelfCheckSteps(2 if locked else 1)
        self._head: QBoxLayout = row((boxed(row(*title, spacing=10)), 1), steps, spacing=8)
        self._head.setAlignment(steps, Qt.AlignmentFlag.AlignVCenter)
        items: list[Item] = [self._head]
        items += [Banner(NOT_HERE, "red"), ConfidentialityBanner()]
        items += [Banner(VERIFY.format(len(check.unclear)), "amber")] if locked and check.unclear else []
        self._board = SelfCheckBoard(check)
        items.append(self._board)
        if check.case:
            items.append(Disclaimer())
        self._scroll = ScrollPage(boxed(column(*items, None, margins=(24, 14, 24, 18), spacing=10)))
        self._bar = SelfCheckBar(locked)
        self.doubts = DoubtBanner(self._board)
        doubts = boxed(column(self.doubts, margins=(24, 4, 24, 4)))
        self.setLayout(column((self._scroll, 1), doubts, self._bar, spacing=0))
        back.clicked.connect(lambda: self.navigate.emit("self_check", None))
        self._board.answered.connect(self._answer)
        self._board.undo_wanted.connect(self._undo)
        self._board.reached.connect(self._reveal)
        self._board.draft_wanted.connect(lambda issue_id: self.navigate.emit("drafts", (check.id, issue_id)))
        self._bar.formed.connect(self._form)
        bind_keys(self, {"Ctrl+Return": self._form, "Ctrl+Enter": self._form})
        self._show()
        self.doubts.look()
