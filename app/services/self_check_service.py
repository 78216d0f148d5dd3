"""对照自查: statements of risk are answered one by one; what is there becomes a draft issue at once."""

import uuid
from dataclasses import replace

from app.domain.codec import to_plain
from app.domain.errors import UserError
from app.domain.events import SelfCheckChanged
from app.domain.labels import PROBLEM_AREAS, ROOT_CAUSES
from app.domain.ledger import workflow
from app.domain.ledger.general_template import TITLE
from app.domain.ledger.issue import Issue, IssueSource, IssueText, Origin
from app.domain.ledger.issue_check import MOST_TEXT, MOST_TITLE
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.risk_words import problem_words
from app.domain.ledger.self_check import Answer, CheckItem, Finding, SelfCheck, general_items, items_of
from app.services.issue_book import IssueBook, Step
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.ordered_id import ordered_id
from app.storage.self_check_store import SelfCheckStore

GONE = "找不到这次自查。请回到“对照自查”重新选择。"
FINISHED = "这次自查已经完成，不能再改，“需核实”的除外。情况有变化，请另做一次。"
VERIFIED_HOW = "这次自查已经完成。请先在说明里写清核实的结果（何时、何处、多少），再改答。"
ANSWERED_ANEW = "自查改答，不再是“存在”"
TAKEN_BACK = "撤销了自查的这次作答"
TOUCHED = "这一条生成的问题已有人处理，不能撤销作答。可以改答，或到台账里把问题作废。"


class SelfCheckService:
    """Every answer is on disk when the method returns: a check may be left at any moment and taken up again."""

    def __init__(self, ledger: LedgerService, book: IssueBook, store: SelfCheckStore, library: LibraryService) -> None:
        self._ledger, self._book, self._store, self._library = ledger, book, store, library

    def begin(self, campaign_id: str, unit_id: str, case_id: str = "") -> SelfCheck:
        """By a case, or by the general template. The one that is not finished yet, where there is one."""
        campaign, unit = self._ledger.campaign(campaign_id), self._ledger.unit(unit_id)
        if unit.retired or campaign.retired:
            raise UserError("这个专项或科室已停用，不能开始自查。请重新选择。")
        for check in self._store.all(campaign.id, unit.id):
            if check.case == case_id and not check.finished_on:
                return check
        if case_id:
            case = self._library.case(case_id)
            title, items = f"对照案例《{case.title}》", items_of(case)
            if not items:
                raise UserError("这个案例没有对照自查的条目。请换一个案例，或用通用自查表。")
        else:
            title, items = TITLE, general_items()
        check = SelfCheck(ordered_id(), campaign.id, unit.id, case_id, title, items)
        self._put("self_check.begun", check, {"check": to_plain(check)})
        return check

    def get(self, check_id: str) -> SelfCheck:
        check = self._store.get(check_id)
        if check is None:
            raise UserError(GONE)
        return check

    def checks(self, campaign_id: str, unit_id: str = "") -> list[SelfCheck]:
        """Of a campaign, or of one of its units; begun last first."""
        return self._store.all(campaign_id, unit_id)

    def answer(self, check_id: str, item_id: str, finding: Finding, note: str = "") -> SelfCheck:
        """The check as it is now. 存在 makes a draft issue with the note as its 具体表现; another answer voids that
        draft as long as nobody has confirmed or edited it."""
        check = self.get(check_id)
        if not check.open_to_answer(item_id):
            raise UserError(FINISHED)
        item = next((one for one in check.items if one.id == item_id), None)
        if item is None:
            raise UserError("这次自查里没有这一条。请重新打开这次自查。")
        if len(note) > MOST_TEXT:
            raise UserError(f"说明有 {len(note)} 字，最多 {MOST_TEXT} 字。请写短一些。")
        if check.finished_on and finding is not Finding.NOT_FOUND and not note.strip():
            raise UserError(VERIFIED_HOW)
        before = check.answer(item_id)
        if before is not None and (before.finding, before.note) == (finding, note.strip()):
            return check
        before = check.former(item_id)
        steps = self._steps(check, item, before, finding, note.strip())
        made = steps[0].after.id if steps else before.issue if before else ""
        answer = Answer(item_id, finding, note.strip(), made)
        after = check.with_answer(answer)
        self._put("self_check.answered", after, {"answer": to_plain(answer)}, steps, note)
        return after

    def take_back(self, check_id: str, item_id: str) -> SelfCheck:
        """The check without that answer, as if it had not been given: its untouched draft is void, with the reason.
        Raises UserError where somebody has confirmed or edited the draft."""
        check = self._open(check_id)
        answer = check.answer(item_id)
        if answer is None:
            return check
        steps = []
        if answer.issue and (issue := self._book.get(answer.issue)).state is not IssueState.VOID:
            item = next(one for one in check.items if one.id == item_id)
            if not self._untouched(issue, check, item, answer):
                raise UserError(TOUCHED)
            steps = [Step("issue.voided", issue, workflow.void(issue, TAKEN_BACK), TAKEN_BACK)]
        after = check.without(item_id)
        self._put("self_check.taken_back", after, {"item": item_id}, steps)
        return after

    def finish(self, check_id: str) -> SelfCheck:
        """Raises UserError where something is not answered yet, or was not written down where it is."""
        check = self._open(check_id)
        waiting = len(check.items) - check.answered
        if waiting:
            raise UserError(f"还有 {waiting} 条没有作答。每条选“存在”“未发现”或“需核实”后再完成。")
        bare = [one for one in check.answers if one.finding is Finding.PRESENT and not one.note]
        if bare:
            raise UserError(f"有 {len(bare)} 条“存在”没有写具体表现。请写清何时、何处、多少。")
        vague = [one for one in check.answers if one.finding is Finding.UNCLEAR and not one.note]
        if vague:
            raise UserError(f"有 {len(vague)} 条“需核实”没有写说明。请写清核实什么、谁去核、何时核完；核清后再来改答。")
        after = replace(check, finished_on=self._ledger.today().isoformat(), to_verify=check.unclear)
        self._put("self_check.finished", after, {"on": after.finished_on})
        return after

    def drafts(self, check_id: str) -> list[Issue]:
        """The issues that its answers have made, as they stand, in the order of its items; void ones are left out."""
        check = self.get(check_id)
        places = {item.id: place for place, item in enumerate(check.items)}
        answers = sorted(check.answers, key=lambda one: places.get(one.item, 0))
        issues = [self._book.get(one.issue) for one in answers if one.issue]
        return [issue for issue in issues if issue.state is not IssueState.VOID]

    def _open(self, check_id: str) -> SelfCheck:
        check = self.get(check_id)
        if check.finished_on:
            raise UserError(FINISHED)
        return check

    def _steps(
        self, check: SelfCheck, item: CheckItem, before: Answer | None, finding: Finding, note: str
    ) -> list[Step]:
        """What becomes of the draft; nothing where it is in other hands already."""
        present = finding is Finding.PRESENT
        if before is None or not before.issue:
            return [self._made(check, item, note)] if present else []
        issue = self._book.get(before.issue)
        if self._untouched(issue, check, item, before):
            if not present:
                return [Step("issue.voided", issue, workflow.void(issue, ANSWERED_ANEW), ANSWERED_ANEW)]
            return [self._noted(issue, check, item, note)]
        if issue.state is IssueState.VOID and issue.void_reason in (ANSWERED_ANEW, TAKEN_BACK) and present:
            back = workflow.restore(issue, [], self._ledger.campaign(check.campaign))
            noted = [self._noted(back, check, item, note)] if note != back.text.detail else []
            return [Step("issue.restored", issue, back), *noted]
        return []

    def _untouched(self, issue: Issue, check: SelfCheck, item: CheckItem, answer: Answer) -> bool:
        """Whether it is a draft still, and as the answer has made it."""
        made = Issue(issue.id, issue.campaign, self._text(check, item, answer.note), issue.origin)
        return issue == replace(made, version=issue.version) and not self._book.origin_corrected(issue.id)

    def _made(self, check: SelfCheck, item: CheckItem, note: str) -> Step:
        origin = Origin(
            IssueSource.SELF_CHECK, check.title, self._ledger.today(), check.case, item.fact, item.statement
        )
        text = self._text(check, item, note)
        issue = Issue(uuid.uuid4().hex, check.campaign, text, origin, IssueState.DRAFT)
        return Step("issue.added", None, issue, subject=text.title)

    def _noted(self, issue: Issue, check: SelfCheck, item: CheckItem, note: str) -> Step:
        text = self._text(check, item, note)
        return Step("issue.edited", issue, replace(issue, text=text, version=issue.version + 1))

    def _text(self, check: SelfCheck, item: CheckItem, note: str) -> IssueText:
        """What a draft says before anybody has touched it: the problem; the statement itself is in its origin."""
        area = item.area if item.area in PROBLEM_AREAS else "internal-management"
        causes = (item.cause,) if item.cause in ROOT_CAUSES else ()
        leader = self._ledger.unit(check.unit).leader
        title = problem_words(item.statement)[:MOST_TITLE]
        return IssueText(title, note, "", item.dimension, area, causes, leader, check.unit)

    def _put(
        self, kind: str, check: SelfCheck, payload: dict[str, object], steps: list[Step] | None = None, note: str = ""
    ) -> None:
        desk, facts = self._book.desk, []
        with desk.record(kind, check.id, payload, note) as (seq, _):
            self._store.put(check, desk.now())
            facts = [self._book.write(step) for step in steps or []]
        desk.bus.publish(SelfCheckChanged(seq, check.id))
        for fact in facts:
            desk.bus.publish(fact)
