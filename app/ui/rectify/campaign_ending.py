"""结束专项: no more reminders but of 回头看, with all of it kept and still shown; and the way back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue_state import IssueState
from app.services.ledger_service import LedgerService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.layouts import column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph

END = "end"
OVER = (IssueState.CLOSED, IssueState.VOID)
KEPT = (
    "结束后，首页不再提醒它的月报和措施期限。台账、月报、佐证都保留，什么都不删除：月报、收集、回头看、成果各页的"
    "专项选择里，它排在最后，标“已结束”；“整改台账”里点“已结束的专项”，也可以在那里恢复。"
)
ENDED = "这个专项已结束：首页只提醒它的回头看，各页里排在最后，标“已结束”。恢复后照常使用。"


class CampaignEnding(QWidget):
    """``done`` is called when it was ended or taken up again."""

    def __init__(self, ledger: LedgerService, campaign: Campaign, done: Callable[[], None]) -> None:
        super().__init__()
        self._ledger, self._campaign, self._done = ledger, campaign, done
        over = campaign.retired
        words = ENDED if over else "专项做完了，可以结束：只再提醒回头看，记录都保留，可以恢复。"
        word, icon = ("恢复专项", "arrow_undo") if over else ("结束专项", "checkmark_circle")
        self.act = button(word, icon=icon, small=True)
        self.act.clicked.connect(self._take_up if over else self.ask)
        self._problem = Banner("", "red")
        self._problem.hide()
        self.setLayout(column(row((Paragraph(words, 15, "text2"), 1), self.act, spacing=12), self._problem, spacing=8))

    def ask(self) -> None:
        asked = Modal(
            self,
            f"结束“{self._campaign.title}”？",
            f"{self._open_words()}{self._look_back_words()}{KEPT}",
            (Choice(END, "结束专项"), Choice("", "不结束", safe=True)),
        )
        asked.chosen.connect(self._answer)
        asked.open()

    def _open_words(self) -> str:
        """What is not done yet: it is said, never refused."""
        rows = [one for one in self._ledger.rows(self._campaign.id) if one.state not in OVER]
        today = self._ledger.today()
        drafts = sum(one.state is IssueState.DRAFT for one in rows)
        late = sum(bool(one.overdue_by(today)) for one in rows)
        words = ""
        if count := len(rows) - drafts:
            words = f"还有 {count} 个问题没有销号" + (f"，其中 {late} 个已逾期" if late else "") + "。"
        return words + (f"还有 {drafts} 条草稿没有确认。" if drafts else "")

    def _look_back_words(self) -> str:
        days = self._ledger.look_backs_to_come(self._campaign.id)
        if not days:
            return ""
        return f"还有 {len(days)} 次回头看没有做，最早的 {days[0]:%Y-%m-%d} 到期：结束后，到期照样在首页提醒。"

    def _answer(self, key: str) -> None:
        if key == END:
            self._retire(True)

    def _take_up(self) -> None:
        self._retire(False)

    def _retire(self, retired: bool) -> None:
        try:
            self._ledger.retire_campaign(self._campaign.id, retired)
        except UserError as error:
            self._problem.say(str(error), "red")
            self._problem.show()
            return
        self._done()
