"""A look back that was wrong is made void, with why, and one that should not be here is wiped: asked on the page
回头看."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.issue_voids import REOPENED, Noted
from app.domain.ledger.stub import StubKind
from app.services.erasing_service import ErasingService
from app.services.issue_service import IssueService
from app.services.rule_look_back_service import RuleLookBackService
from app.ui.rectify.erase_dialog import EraseDialog
from app.ui.rectify.erase_words import NOT_BY_VOIDING, RULE_LOOK
from app.ui.rectify.issue_erasing import words_of_entry
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog

OF_ISSUE = f"作废后这一次不再算数，这个月份的回头看重新到期；内容和原因都保留，划线显示。{NOT_BY_VOIDING}"
OF_RULE = "作废后这一次不再算数，制度的结论以上一次有效的为准，法规库里的标注随之改回；内容和原因都保留，划线显示。"
HINT = "原因，如：看的是另一个问题"


class LookBackVoiding:
    """``done(tone, words)`` is told when it was done, or why it cannot be."""

    def __init__(
        self,
        page: QWidget,
        issues: IssueService,
        rules: RuleLookBackService,
        done: Callable[[str, str], None],
        erasing: ErasingService | None = None,
    ) -> None:
        self._page, self._issues, self._rules, self._done = page, issues, rules, done
        self._erasing = erasing

    @property
    def wipes(self) -> bool:
        return self._erasing is not None

    def of_issue(self, issue_id: str, place: int) -> None:
        """``place`` among the look-backs of that issue."""
        if self._issues.get(issue_id).look_backs[place].reopened:
            self._done("amber", REOPENED)
            return
        self._ask(OF_ISSUE, lambda reason: self._issues.void_entry(issue_id, Noted.LOOK_BACK, place, reason))

    def wipe_of_issue(self, issue_id: str, place: int) -> None:
        """Also of a void one."""
        if (erasing := self._erasing) is not None:
            try:
                words = words_of_entry(erasing, self._issues, issue_id, StubKind.LOOK_BACK, place)
            except UserError as error:
                self._done("amber", str(error))
                return
            act = lambda reason: erasing.entries.wipe(issue_id, StubKind.LOOK_BACK, place, reason)  # noqa: E731
            EraseDialog(self._page, words, act, self._done).open()

    def of_rule(self, look_id: str) -> None:
        self._ask(OF_RULE, lambda reason: self._rules.void(look_id, reason))

    def wipe_of_rule(self, look_id: str) -> None:
        """Also of a void one."""
        if (erasing := self._erasing) is not None:
            EraseDialog(
                self._page, RULE_LOOK, lambda reason: erasing.rule_look_back(look_id, reason), self._done
            ).open()

    def _ask(self, words: str, act: Callable[[str], None]) -> None:
        def void(reason: str) -> None:
            act(reason)
            self._done("green", "已作废，原因已记录。")

        LedgerReasonDialog(self._page, "作废这次回头看？", words, "作废", HINT, void).open()
