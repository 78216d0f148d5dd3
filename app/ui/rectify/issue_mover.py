"""Moves an issue as asked, says what the gate says, and offers to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.issue_state import IssueState
from app.services.issue_service import IssueService
from app.ui.kit.toast import Toast
from app.ui.rectify.board_moves import MoveWay, move_to
from app.ui.rectify.issue_actions import BACK, BY_NAME, UNDO_REASON, UNDOES
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog


class IssueMover(QObject):
    moved = Signal(str)
    """The id of an issue that stands elsewhere now."""
    refused = Signal(str)
    trail_wanted = Signal(str)
    """The id of an issue that shall be closed: its trail has to be shown."""

    def __init__(self, page: QWidget, issues: IssueService) -> None:
        super().__init__(page)
        self._page, self._issues = page, issues
        self._toast: Toast | None = None

    def move(self, issue_id: str, target: IssueState) -> None:
        """To a column of the board."""
        try:
            plan = move_to(self._issues.get(issue_id).state, target)
        except UserError as error:
            self.refused.emit(str(error))
            return
        match plan.way:
            case MoveWay.DO:
                self.act(issue_id, plan.name)
            case MoveWay.REASON:
                self.ask(issue_id, plan.name, plan.words)
            case MoveWay.TRAIL:
                self.refused.emit(plan.words)
                self.trail_wanted.emit(issue_id)
            case MoveWay.REFUSED:
                self.refused.emit(plan.words)

    def act(self, issue_id: str, name: str) -> None:
        """One that needs no reason; asks for it where it does."""
        if BY_NAME[name].reason:
            self.ask(issue_id, name, BY_NAME[name].reason)
            return
        try:
            getattr(self._issues, name)(issue_id)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._tell(issue_id, name)

    def ask(self, issue_id: str, name: str, words: str) -> None:
        action = BY_NAME[name]

        def act(reason: str) -> None:
            getattr(self._issues, name)(issue_id, reason)
            self._tell(issue_id, name)

        try:
            title = f"{action.words}：{self._issues.get(issue_id).text.title}"
        except UserError as error:
            self.refused.emit(str(error))
            return
        LedgerReasonDialog(self._page, title, words, action.words, action.hint, act).open()

    def say(self, words: str, undo: Callable[[], None] | None = None) -> None:
        if self._toast is None:
            self._toast = Toast(self._page)
        self._toast.say(words, "green", undo, seconds=8 if undo else 4)

    def _tell(self, issue_id: str, name: str) -> None:
        self.moved.emit(issue_id)
        undoing = UNDOES.get(name)
        self.say(BY_NAME[name].done, (lambda: self._undo(issue_id, undoing)) if undoing else None)

    def _undo(self, issue_id: str, name: str) -> None:
        reason = (UNDO_REASON,) if name == BACK.name else ()
        try:
            getattr(self._issues, name)(issue_id, *reason)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.moved.emit(issue_id)
        self.say("已撤销，记录里留有这一步。")
