"""What a meeting agreed on becomes an issue of the ledger, once."""

from datetime import date

from app.domain.errors import UserError
from app.domain.follow_up_list import OpenFollowUp
from app.domain.ledger.issue import IssueSource, IssueText, Origin
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.meeting_service import MeetingService
from app.ui.kit.page import Page
from app.ui.rectify.issue_dialog import IssueDialog

TAKEN = "这项待办已经列入台账，或已不在会议记录里。"
NO_CAMPAIGN = "请先新建一个专项，再回到会议记录把待办列入台账。"
TITLE = 100


class FollowUps:
    """Speaks through the page that it is of."""

    def __init__(
        self,
        page: Page,
        meetings: MeetingService,
        ledger: LedgerService,
        issues: IssueService,
        library: LibraryService | None,
    ) -> None:
        self._page, self._meetings, self._ledger, self._issues = page, meetings, ledger, issues
        self._library = library

    def ask(self, meeting_id: str, number: int, campaign_id: str) -> None:
        """The form of a new issue with what is known of it; "" for no campaign yet."""
        every = self._meetings.open_follow_ups()
        one = next((one for one in every if (one.meeting_id, one.number) == (meeting_id, number)), None)
        if one is None or not campaign_id:
            self._page.message.emit("amber", NO_CAMPAIGN if one else TAKEN)
        else:
            self._open(one, campaign_id)

    def _open(self, one: OpenFollowUp, campaign_id: str) -> None:
        def keep(text: IssueText, origin: Origin) -> None:
            if one not in self._meetings.open_follow_ups():
                raise UserError(TAKEN)
            issue = self._issues.add(campaign_id, text, origin)
            self._meetings.hand_over(one.meeting_id, one.number, issue)
            self._page.navigate.emit("issue", issue)

        units, today = self._ledger.units(), self._ledger.today()
        origin = Origin(IssueSource.MEETING, one.title, date.fromisoformat(one.day[:10]))
        dialog = IssueDialog(self._page, None, units, today, keep, self._library, origin)
        dialog.name_field.setText(one.follow_up.what[:TITLE])
        owner = next((unit for unit in units if unit.name == one.follow_up.owner), None)
        if owner is not None:
            dialog.unit.choose(owner.id)
        dialog.open()
