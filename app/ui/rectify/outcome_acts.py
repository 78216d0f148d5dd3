"""What one does with an entry of 成果归集: list it in 法规库 or 案例库, read it there, make it void, wipe it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.outcome import FileReference, GoodPractice, IssuedRule
from app.domain.own_exemplar import own_case_id
from app.services.erasing_service import ErasingService
from app.services.outcome_service import OutcomeService
from app.ui.rectify.erase_dialog import EraseDialog
from app.ui.rectify.erase_words import OUTCOME
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.outcome_words import VOIDED

Act = tuple[str, Callable[[], None]]


class OutcomeActs(QObject):
    """Each method gives what a button calls."""

    changed = Signal()
    said = Signal(str, str)
    """Tone and words."""
    went = Signal(str, object)
    """Page and argument."""
    change_wanted = Signal(object)
    """An entry that is to be corrected or completed."""

    def __init__(
        self,
        page: QWidget,
        outcomes: OutcomeService,
        erasing: ErasingService | None,
        show_folder: Callable[[Path], bool],
    ) -> None:
        super().__init__(page)
        self._page, self._outcomes, self._erasing, self._show_folder = page, outcomes, erasing, show_folder

    def goes(self, page: str, argument: object) -> Callable[[], None]:
        return lambda: self.went.emit(page, argument)

    def changes(self, entry: FileReference | IssuedRule | GoodPractice) -> Callable[[], None]:
        return lambda: self.change_wanted.emit(entry)

    def publishes(self, rule_id: str) -> Callable[[], None]:
        words = "已列入法规库的“本单位制度”。文本在 {}。"
        return lambda: self.make(lambda: self._outcomes.publish_rule(rule_id), words)

    def drafts(self, practice_id: str) -> Callable[[], None]:
        words = "已列入案例库，标“草稿（本单位）”。草稿文本在 {}，可以接着写。"
        return lambda: self.make(lambda: self._outcomes.draft_exemplar(practice_id), words)

    def reads(self, file: str) -> Callable[[], None]:
        return self.goes("case", own_case_id(file))

    def writes_on(self, practice_id: str) -> Callable[[], None]:
        """The way to the text, made anew where somebody has taken it away."""

        def act() -> None:
            try:
                path = self._outcomes.draft_exemplar(practice_id)
            except UserError as error:
                self.said.emit("red", str(error))
                return
            if not self._show_folder(path.parent):
                self.said.emit("red", f"打不开文件夹窗口。草稿文本在 {path}。")

        return act

    def voids(self, entry_id: str, name: str) -> Callable[[], None]:
        def act(reason: str) -> None:
            self._outcomes.void(entry_id, reason)
            self._done("green", "已作废，原因已记录。")

        hint = "如：重复登记"
        return lambda: LedgerReasonDialog(self._page, f"作废　{name}", VOIDED, "作废", hint, act).open()

    def erases(self, entry_id: str) -> list[Act]:
        """Also of a void one; nothing where nobody can wipe."""
        erasing = self._erasing
        if erasing is None:
            return []
        act = lambda reason: erasing.outcome(entry_id, reason)  # noqa: E731
        return [("误录清除", lambda: EraseDialog(self._page, OUTCOME, act, self._done).open())]

    def make(self, act: Callable[[], Path], words: str) -> None:
        """A file; ``words`` with its path are said then."""
        try:
            made = act()
        except UserError as error:
            self.said.emit("red", str(error))
            return
        self._done("green", words.format(made))

    def _done(self, tone: str, words: str) -> None:
        self.changed.emit()
        self.said.emit(tone, words)
