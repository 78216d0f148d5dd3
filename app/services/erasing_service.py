"""误录清除: what should never have been written is taken out for good; who did it, when and why stays."""

from collections.abc import Iterable
from typing import TypeVar

from app.domain.errors import UserError
from app.domain.events import IssueChanged
from app.domain.ledger.evidence import Evidence
from app.domain.ledger.issue import Issue
from app.domain.ledger.monthly_report import month_words
from app.domain.ledger.outcome import FileReference, GoodPractice, IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack
from app.domain.ledger.stub import ERASED, Stub, StubKind
from app.packs.own_files import EXEMPLARS, RULES
from app.services.erasing_desk import ErasingDesk, Wipe
from app.services.erasing_entries import ErasingEntries
from app.services.erasing_leaning import ErasingLeaning
from app.services.erasing_stores import ErasingStores
from app.services.issue_traces import IssueTraces
from app.services.own_shelf import OwnShelf
from app.services.report_book import report_key, typed

T = TypeVar("T")
Outcome = FileReference | IssuedRule | GoodPractice
GONE = "找不到这一条，可能已被清除。请回到列表重新选择。"


class ErasingService:
    """Each is on disk when it returns. It gives "" where no trace of the content is left in the data folder, else a
    sentence for the user; what is missing is done at the next start. Raises UserError where nothing was wiped."""

    def __init__(
        self,
        desk: ErasingDesk,
        stores: ErasingStores,
        traces: IssueTraces,
        leaning: ErasingLeaning,
        shelf: OwnShelf,
    ) -> None:
        self._desk, self._stores, self._traces, self._shelf = desk, stores, traces, shelf
        self._leaning = leaning
        self.entries = ErasingEntries(desk, stores, leaning)

    def stub(self, entry_id: str) -> Stub | None:
        return self._desk.stubs.get(entry_id)

    def stubs(self, campaign_id: str, kind: StubKind = StubKind.ISSUE) -> list[Stub]:
        """Of its entries of that kind, issues by number, others in order of time; those of post risks are in campaign
        ""."""
        return self._desk.stubs.all(campaign_id, kind)

    def settle(self) -> str:
        """What an earlier wiping could not finish, or a crash cut off. As above."""
        return self._desk.finish()

    def keeps_elsewhere(self, issue_id: str) -> str:
        """A sentence about what else of the issue's text stands in entries of their own, or ""."""
        _, by_risk = self._traces.sources(issue_id)
        return "它由岗位廉政风险点转来，那一条风险点不在其内，请另外清除。" if by_risk else ""

    def follows(self, issue_id: str) -> str:
        """A sentence about the issues at work that its wiping puts back to 待定措施, or ""."""
        return self._leaning.words(_known(self._stores.issues.issue(issue_id)))

    def issue(self, issue_id: str, reason: str) -> str:
        """With measures, proof, trail, look-backs, oversight, its lines in the monthly reports of all months, and the
        answer of the self-check that it was made of. Issues at work that have too few measures without its own go
        back to 待定措施."""
        issue = _known(self._stores.issues.issue(issue_id))
        number = self._stores.issues.number_of(issue_id) or 0
        self._desk.refuse_reason(reason, _texts(issue))
        stub = self._desk.stub(StubKind.ISSUE, issue_id, issue.campaign, reason, number)
        leaning, told = self._leaning.on(issue), list[IssueChanged]()

        def drop() -> None:
            self._traces.clear(issue.campaign, issue_id, number)
            self._stores.issues.drop_issue(issue_id)
            told.extend(self._leaning.put_back(leaning, number))

        events = self._naming(issue.campaign, "findings.taken", "document", issue.origin.document)
        left = self._desk.wipe(Wipe(stub, drop, [issue_id], events, [f"{issue.campaign}/{issue_id}/"]))
        for fact in told:
            self._desk.desk.bus.publish(fact)
        return left

    def self_check(self, check_id: str, reason: str) -> str:
        """One sheet; the issues that it has made are entries of their own."""
        check = _known(self._stores.checks.get(check_id))
        self._desk.refuse_reason(reason, [one.note for one in (*check.answers, *check.taken_back)])
        stub = self._desk.stub(StubKind.SELF_CHECK, check_id, check.campaign, reason)
        return self._desk.wipe(Wipe(stub, lambda: self._stores.checks.drop(check_id), [check_id]))

    def post_risk(self, risk_id: str, reason: str) -> str:
        """One line; an issue that was made of it is an entry of its own."""
        risk = _known(self._stores.risks.get(risk_id))
        self._desk.refuse_reason(reason, [risk.post, risk.power, risk.risk, risk.control])
        stub = self._desk.stub(StubKind.POST_RISK, risk_id, "", reason)
        return self._desk.wipe(Wipe(stub, lambda: self._stores.risks.drop(risk_id), [risk_id]))

    def report(self, campaign_id: str, unit_id: str, month: str, reason: str) -> str:
        """A unit's month: every version, and what is being typed."""
        store, key = self._stores.reports, (campaign_id, unit_id, month)
        versions, draft = store.versions(*key), store.draft(*key)
        if not versions and draft is None:
            raise UserError(f"{month_words(month)}没有月报，也没有正在填写的内容，不用清除。")
        written = [*versions, draft] if draft is not None else versions
        self._desk.refuse_reason(reason, [text for one in written for text in typed(one)])
        name = report_key(*key)
        stub = self._desk.stub(StubKind.REPORT, name, campaign_id, reason)
        events = self._naming(campaign_id, "report.collected", "month", month, unit_id)
        return self._desk.wipe(Wipe(stub, lambda: store.drop_month(*key), [name], events))

    def _naming(self, campaign_id: str, kind: str, field: str, said: str, mentioned: str = "") -> list[tuple[str, int]]:
        """Events of a campaign that were logged with names of files and documents, as none is any more."""
        if not said:
            return []
        told = self._stores.mentions.events(campaign_id, mentioned or said)
        named = [one for one in told if one.kind == kind and {"document", "files"} & one.payload.keys()]
        return [one.name for one in named if one.payload.get(field) == said]

    def outcome(self, entry_id: str, reason: str) -> str:
        """A reference, a rule with the looks back at it, or a practice; with its text in 法规库 or 案例库."""
        store, found = self._stores.outcomes, self._outcome(entry_id)
        looks = [one.id for one in store.all(RuleLookBack, found.campaign) if one.rule == entry_id]
        self._desk.refuse_reason(reason, _outcome_texts(found))
        stub = self._desk.stub(StubKind.OUTCOME, entry_id, found.campaign, reason)
        entries, files = [entry_id, *looks], _own_files(found)

        def drop() -> None:
            for one in entries:
                store.drop(one)

        left = self._desk.wipe(Wipe(stub, drop, entries, files=files))
        if files:
            self._shelf.changed(entry_id)
        return left

    def rule_look_back(self, look_id: str, reason: str) -> str:
        """One look at a rule; 法规库 says again what the last one that is left has found."""
        store = self._stores.outcomes
        look = _known(store.get(RuleLookBack, look_id))
        self._desk.refuse_reason(reason, [*(text for _, text in look.points()), look.reason])
        stub = self._desk.stub(StubKind.RULE_LOOK_BACK, look_id, look.campaign, reason)
        left = self._desk.wipe(Wipe(stub, lambda: store.drop(look_id), [look_id]))
        if look.rule and (rule := store.get(IssuedRule, look.rule)) is not None:
            try:
                self._shelf.mark_rule(rule)
            except UserError as error:
                return f"{left}{error}"
        return left

    def _outcome(self, entry_id: str) -> Outcome:
        store = self._stores.outcomes
        if (reference := store.get(FileReference, entry_id)) is not None:
            return reference
        return store.get(IssuedRule, entry_id) or _known(store.get(GoodPractice, entry_id))

    def evidence(self, evidence_id: str, reason: str) -> str:
        """One file and what it was called; the list of its issue says that there was one. A measure that rests on it is
        no longer proved."""
        one = _known(self._stores.evidence.get(evidence_id))
        if not one.file:
            raise UserError("这份佐证已经清除。")
        self._desk.refuse_reason(reason, [one.name])
        stub = self._desk.stub(StubKind.EVIDENCE, evidence_id, one.campaign, reason)
        today = self._desk.desk.today()
        bare = Evidence(
            *(evidence_id, one.campaign, one.issue, ERASED, "", 0, ""),
            *(one.added_on, one.added_by, one.removed_on or today, stub.reason),
        )
        told = self._stores.mentions.events(one.issue, evidence_id)
        events = [event.name for event in told if event.kind.startswith("evidence.")]
        wipe = Wipe(
            stub,
            lambda: self._stores.evidence.put(evidence_id, (one.issue,), bare),
            events=events,
            files=[f"{one.campaign}/{one.issue}/{one.file}"],
        )
        return self._desk.wipe(wipe, one.issue)


def _known(found: T | None) -> T:
    if found is None:
        raise UserError(GONE)
    return found


def _texts(issue: Issue) -> Iterable[str]:
    yield from (issue.text.title, issue.text.detail, issue.text.goal)
    for measure in issue.measures:
        yield from (measure.what, measure.proof, measure.result)
    for opinion in issue.opinions:
        yield opinion.text
    for look in issue.look_backs:
        yield from (look.done, look.public)


def _outcome_texts(found: Outcome) -> list[str]:
    match found:
        case FileReference():
            return [found.number, found.source, found.notice]
        case IssuedRule():
            return [found.name, found.text]
        case _:
            return [found.title, found.story]


def _own_files(found: Outcome) -> list[str]:
    """Also where a void one was set aside."""
    if isinstance(found, FileReference) or not found.file:
        return []
    folder = RULES if isinstance(found, IssuedRule) else EXEMPLARS
    return [f"{folder}/{found.file}", f"{folder}/{found.file}.void"]
