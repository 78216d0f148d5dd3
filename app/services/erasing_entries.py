"""误录清除 of one entry of an issue: a measure, 督办, 监督意见, a look back, what was written with a signature."""

from collections.abc import Iterable, Iterator
from typing import Any

from app.domain.errors import UserError
from app.domain.events import IssueChanged
from app.domain.ledger.difference import difference
from app.domain.ledger.entry_clearing import EntryClearing
from app.domain.ledger.issue import Issue
from app.domain.ledger.monthly_report import month_words
from app.domain.ledger.stub import LONGEST_QUOTE, Stub, StubKind, quoted
from app.services.erasing_desk import ErasingDesk, Wipe
from app.services.erasing_leaning import ErasingLeaning
from app.services.erasing_remains import CLEARED
from app.services.erasing_stores import ErasingStores
from app.services.report_book import typed
from app.storage.mention_store import ObjectEvent

GONE = "找不到这个问题，可能已被清除。请回到列表重新选择。"
REOPENED = "问题已据此重新打开：重新打开不变，当时写的原因一并清除。"


class ErasingEntries:
    """``kind`` and ``place`` as in `EntryClearing`. Whatever cannot be wiped raises UserError."""

    def __init__(self, desk: ErasingDesk, stores: ErasingStores, leaning: ErasingLeaning) -> None:
        self._desk, self._stores, self._leaning = desk, stores, leaning

    def stubs(self, issue_id: str, *kinds: StubKind) -> list[Stub]:
        """What is left of its wiped entries of these kinds, in the order of time."""
        return [stub for stub in self._desk.stubs.within(issue_id) if stub.kind in kinds]

    def follows(self, issue_id: str, kind: StubKind, place: int) -> str:
        """A sentence about what becomes of issues at work without it, or ""."""
        issue = self._issue(issue_id)
        clearing = EntryClearing.of(issue, kind, place)
        reopened = REOPENED if kind is StubKind.LOOK_BACK and issue.look_backs[place].reopened else ""
        return reopened + self._leaning.words(issue, clearing.after(issue, ""), "这条措施")

    def keeps_elsewhere(self, issue_id: str, kind: StubKind, place: int) -> str:
        """A sentence about where else somebody has copied its words to, or "": that is not wiped with it."""
        issue = self._issue(issue_id)
        clearing = EntryClearing.of(issue, kind, place)
        told = self._stores.mentions.events(issue_id, "")
        texts = [text for text in _texts(clearing, told) if len(text) >= LONGEST_QUOTE]  # “同意” stands everywhere
        places = dict.fromkeys(name for name, words in self._written(clearing.bare(issue)) if quoted(words, texts))
        log = (words for event in told for words in _words(clearing.remains(event.payload)))
        if not places and any(quoted(words, texts) for words in log):
            places["这个问题的历史记录"] = None
        return f"{'、'.join(places)}里还照抄着它的内容，不随它清除，请另外处理。" if places else ""

    def wipe(self, issue_id: str, kind: StubKind, place: int, reason: str) -> str:
        """On disk when it returns; "" or a sentence as those of `ErasingService`. What its issue's events said of
        everything else is told again by one more event."""
        desk, issue = self._desk, self._issue(issue_id)
        clearing = EntryClearing.of(issue, kind, place)
        told = self._stores.mentions.events(issue_id, "")
        desk.refuse_reason(reason, _texts(clearing, told))
        events, was = _emptied(clearing, told)
        after = clearing.after(issue, reason)
        leaning, facts = self._leaning.on(issue, after), list[IssueChanged]()
        number = self._stores.issues.number_of(issue_id) or 0

        def drop() -> None:
            payload = {"by": desk.desk.who(), "was": was, "change": difference(clearing.bare(issue), after)}
            # not by `LedgerDesk.record`: what stays was let pass when it was written, and never keeps this one here
            with desk.desk.journal.record(CLEARED, issue_id, payload) as (seq, _):
                self._stores.issues.put_issue(after, number)
            facts.append(IssueChanged(seq, issue_id, after.version))
            facts.extend(self._leaning.put_back(leaning, number, "一条措施"))

        left = desk.wipe(Wipe(self._stub(issue, clearing, reason), drop, events=events), issue_id)
        for fact in facts:
            desk.desk.bus.publish(fact)
        return left

    def _stub(self, issue: Issue, clearing: EntryClearing, reason: str) -> Stub:
        entry = f"{issue.id}/{len(self._desk.stubs.within(issue.id)) + 1}"
        number = clearing.place if clearing.kind is StubKind.MEASURE else 0
        return self._desk.stub(clearing.kind, entry, issue.campaign, reason, number)

    def _issue(self, issue_id: str) -> Issue:
        issue = self._stores.issues.issue(issue_id)
        if issue is None:
            raise UserError(GONE)
        return issue

    def _written(self, issue: Issue) -> Iterator[tuple[str, str]]:
        """What people have written about it elsewhere: (where, words)."""
        text = issue.text
        yield from (("反馈问题", text.title), ("具体表现", text.detail), ("整改目标", text.goal))
        for one in issue.measures:
            for words in (one.what, one.proof, one.result, one.support.answer, one.void_reason):
                yield f"措施{one.number}", words
        yield from (("监督意见", said.text) for said in issue.opinions)
        for look in issue.look_backs:
            yield from (("回头看", look.done), ("回头看", look.public))
        trails = (*issue.rounds, issue.approvals)
        yield from (("审签意见", signed.opinion) for done in trails for signed in done)
        reports = self._stores.reports
        drafts = reports.drafts_mentioning(issue.campaign, issue.id)
        for report in (*reports.mentioning(issue.campaign, issue.id), *drafts):
            yield from ((f"{month_words(report.month)}月报", words) for words in typed(report))


def _emptied(
    clearing: EntryClearing, told: Iterable[ObjectEvent]
) -> tuple[list[tuple[str, int]], dict[str, dict[str, Any]]]:
    """The events that speak of it, and what they say without it, by mark; of one that tells of an earlier wiping, also
    what that kept."""
    events, was = list[tuple[str, int]](), dict[str, dict[str, Any]]()
    for event in told:
        kept = event.payload.get("was", {})
        own = {key: value for key, value in event.payload.items() if key != "was"}
        left, earlier = clearing.remains(own), {mark: clearing.remains(old) for mark, old in kept.items()}
        if left is own and all(one is kept[mark] for mark, one in earlier.items()):
            continue
        events.append(event.name)
        was |= {mark: dict(old) for mark, old in (earlier | {event.mark: left}).items()}
    return events, was


def _texts(clearing: EntryClearing, told: Iterable[ObjectEvent]) -> list[str]:
    """Everything that it has ever said."""
    said = [one for event in told for one in (event.payload, *event.payload.get("was", {}).values())]
    return list(dict.fromkeys(text for one in said for text in clearing.texts(one)))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _words(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _words(entry)
