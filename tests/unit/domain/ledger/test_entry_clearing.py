"""One entry of an issue is wiped: of any history nothing of its own is left, all else is, and it still replays."""

import json
import re
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.ledger import gates, issue_voids
from app.domain.ledger.difference import difference
from app.domain.ledger.entry_clearing import EntryClearing, signatures
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.measure import MeasureState, SupportRequest
from app.domain.ledger.measure_count import counted
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from app.domain.ledger.replay import replayed
from app.domain.ledger.stub import IN_ISSUE, StubKind
from tests.unit.ledgers import DAY, campaign, finished, issue, measure, signature, text

WHY = "误录，不该写在这里"
FIELDS = {StubKind.ACT: "acts", StubKind.OPINION: "opinions", StubKind.LOOK_BACK: "look_backs"}


class Past:
    """An issue and what its log says, where every word is known by whose it is."""

    def __init__(self, at_once):
        self.marks, self.words = 0, defaultdict(set)
        self.order = {kind: [] for kind in IN_ISSUE}
        begun = [self.new_measure(number) for number in (1, 2)] if at_once else []
        self.issue = issue(*begun, text=text(detail=self.say("issue")))
        self.events = [self.told(None, self.issue)]

    def say(self, whose):
        self.marks += 1
        self.words[whose].add(f"独痕{self.marks:04}")
        return f"独痕{self.marks:04}"

    def new_measure(self, number):
        whose = (StubKind.MEASURE, number)
        self.order[StubKind.MEASURE].append(whose)
        asked = SupportRequest(self.say(whose), DAY, None, self.say(whose))
        return measure(number, what=self.say(whose), owner=self.say(whose), proof=self.say(whose), support=asked)

    def told(self, before, after, **more):
        return {"change": difference(before, after), "by": "周明", **more}

    def do(self, after, **more):
        self.events.append(self.told(self.issue, replace(after, version=self.issue.version + 1), **more))
        self.issue = replace(after, version=self.issue.version + 1)

    def deed(self, what, at):
        """Something that happens to an issue; ``at`` chooses to what of it."""
        one, places = self.issue, self.order
        match what:
            case "measure":
                number = len(one.measures) + 1
                self.do(replace(one, measures=(*one.measures, self.new_measure(number))), subject=f"措施{number}")
            case "edited" | "finished" | "voided" if one.measures:
                old = one.measures[at % len(one.measures)]
                whose = (StubKind.MEASURE, old.number)
                if old.erased:
                    return
                why = {"reason": self.say(whose)}
                new = {
                    "edited": lambda: replace(old, what=self.say(whose), proof=self.say(whose)),
                    "finished": lambda: replace(finished(old.number), what=old.what, result=self.say(whose)),
                    "voided": lambda: replace(old, state=MeasureState.VOID, void_reason=self.say(whose)),
                }[what]()
                self.do(one.with_measure(new), **why)
            case "act" | "opinion" | "look_back":
                self.note(issue_voids.Noted(what))
            case "noted voided":
                kind = list(FIELDS)[at % 3]
                entries = getattr(one, FIELDS[kind])
                if entries and not entries[at % len(entries)].void_reason:
                    whose = places[kind][at % len(entries)]
                    noted = issue_voids.Noted(kind.value.removeprefix("issue."))
                    reason = self.say(whose)
                    if not getattr(entries[at % len(entries)], "reopened", False):
                        self.do(issue_voids.void_entry(one, noted, at % len(entries), reason), reason=reason)
            case "signed":
                whose = (StubKind.SIGNATURE, self.marks)
                places[StubKind.SIGNATURE].append(whose)
                self.do(replace(one, approvals=(*one.approvals, signature("核验", opinion=self.say(whose)))))
            case "scanned" if one.approvals:
                scanned = (*one.approvals[:-1], replace(one.approvals[-1], scan="e1"))
                self.do(replace(one, approvals=scanned))
            case "opened again":
                looks = issue_voids.reopening(one)
                flagged = [place for place, look in enumerate(looks) if look != one.look_backs[place]]
                whose = places[StubKind.LOOK_BACK][flagged[0]] if flagged else "issue"
                state = IssueState.WORKING if one.state is IssueState.PLANNING else IssueState.PLANNING
                rounds = (*one.rounds, one.approvals)
                moved = replace(one, approvals=(), rounds=rounds, look_backs=looks, state=state)
                self.do(moved, reason=self.say(whose))
            case "rewritten":
                self.do(replace(one, text=text(detail=self.say("issue"))), reason=self.say("issue"))

    def note(self, what):
        kind = StubKind(f"issue.{what}")
        whose = (kind, self.marks)
        self.order[kind].append(whose)
        entry = {
            StubKind.ACT: lambda: OversightAct(OversightKind.SUPERVISED, DAY),
            StubKind.OPINION: lambda: OversightOpinion(self.say(whose), DAY, self.say(whose)),
            StubKind.LOOK_BACK: lambda: LookBack(
                3, DAY, self.say(whose), self.say(whose), Relapse.RELAPSED, self.say(whose)
            ),
        }[kind]()
        entries = (*getattr(self.issue, FIELDS[kind]), entry)
        self.do(replace(self.issue, **{FIELDS[kind]: entries}), subject=self.say(whose))

    def wipe(self, kind, at):
        """Whose words go, or None where there is nothing of that kind."""
        known = self.order[kind]
        if not known:
            return None
        whose = known[at % len(known)]
        place = whose[1] if kind is StubKind.MEASURE else at % len(known)
        clearing = EntryClearing.of(self.issue, kind, self.place_of(kind, place))
        after = clearing.after(self.issue, WHY)
        self.events = [clearing.remains(event) for event in self.events]
        self.events.append(self.told(clearing.bare(self.issue), after))
        self.issue = after
        known.remove(whose)
        return whose

    def place_of(self, kind, place):
        """A wiped signature keeps its place."""
        if kind is not StubKind.SIGNATURE:
            return place
        return [at for at, one in enumerate(signatures(self.issue)) if "独痕" in one.opinion][place]


def marks_in(value):
    return set(re.findall("独痕[0-9]{4}", json.dumps(value, ensure_ascii=False)))


DEEDS = (
    *("measure", "edited", "finished", "voided", "act", "opinion", "look_back", "noted voided", "signed", "scanned"),
    *("opened again", "rewritten"),
)
few = st.lists(st.sampled_from((*DEEDS, *IN_ISSUE)), min_size=3, max_size=7, unique=True)
happens = few.flatmap(
    lambda some: st.lists(st.tuples(st.sampled_from(some), st.integers(0, 11)), min_size=4, max_size=25)
)
"""A few kinds of deeds, again and again: so one thing comes to stand upon another."""


def then(*deeds):
    return example(at_once=False, deeds=[(what, 0) for what in deeds])


SIGNED = StubKind.SIGNATURE


@settings(max_examples=500, deadline=None)
@then("signed", "scanned", "signed", "opened again", "signed", SIGNED, SIGNED, SIGNED)
@then("look_back", "opened again", StubKind.LOOK_BACK, "look_back")
@given(at_once=st.booleans(), deeds=happens)
def test_of_any_history_its_own_words_go_and_no_others_and_it_replays_to_what_is_stored(at_once, deeds):
    past = Past(at_once)
    for what, at in deeds:
        if what not in IN_ISSUE:
            past.deed(what, at)
            continue
        before = marks_in(past.events)
        whose = past.wipe(what, at)
        lost = past.words[whose] if whose else set()
        assert marks_in(past.events) == before - lost
        assert not marks_in(repr(past.issue)) & lost
        assert replayed(past.issue.id, [event["change"] for event in past.events]) == past.issue


def test_an_issue_that_came_with_its_measures_in_one_event_keeps_the_other_ones():
    past = Past(at_once=True)
    (only,) = past.events
    left = EntryClearing.of(past.issue, StubKind.MEASURE, 1).remains(only)
    assert marks_in(left) == past.words["issue"] | past.words[StubKind.MEASURE, 2]


def test_an_event_that_says_nothing_of_it_is_left_alone():
    past = Past(at_once=False)
    past.deed("measure", 0)
    past.deed("opinion", 0)
    clearing = EntryClearing.of(past.issue, StubKind.OPINION, 0)
    assert [clearing.remains(event) is event for event in past.events] == [True, True, False]


def test_gates_answer_as_for_a_measure_that_is_void():
    three = issue(*(measure(number) for number in (1, 2, 3)), state=IssueState.WORKING)
    wiped = EntryClearing.of(three, StubKind.MEASURE, 2).after(three, WHY)
    void = three.without_measure(2, WHY)
    assert counted(wiped.measures) == counted(void.measures)
    assert len(wiped.valid_measures) == 2 and wiped.done_words() == void.done_words()
    assert gates.enough_measures(wiped, [], campaign()) == gates.enough_measures(void, [], campaign()) != ""
    assert gates.may_report_done(wiped) == gates.may_report_done(void)
    for ask in (gates.may_edit_measure, lambda one: gates.may_finish_measure(one, "已停发3户", ("e",))):
        assert ask(wiped.measure(2)) == ask(void.measure(2)) != ""
    assert gates.may_void_measure(wiped, 2, [], campaign()) == "这条措施已经作废。"
    assert wiped.measure(2).number == 2 and wiped.measure(2).deadline == three.measure(2).deadline


def test_of_a_finished_measure_its_number_kind_and_days_stay():
    one = issue(finished(1, support=SupportRequest("县财政局", DAY)), state=IssueState.WORKING)
    left = EntryClearing.of(one, StubKind.MEASURE, 1).after(one, f" {WHY} ").measure(1)
    bare = measure(1, what="误录，已清除", owner="", proof="", state=MeasureState.VOID, done_on=DAY)
    assert left == replace(bare, void_reason=WHY, erased=True)


@pytest.mark.parametrize(("kind", "place"), [(kind, place) for kind in IN_ISSUE for place in (-1, 7)])
def test_what_is_not_there_is_refused(kind, place):
    with pytest.raises(UserError, match="找不到这一条"):
        EntryClearing.of(issue(measure(1)), kind, place)


def test_what_was_wiped_is_not_wiped_again():
    one = issue(measure(1), approvals=(signature("核验", opinion="同意"),))
    for kind, place in ((StubKind.MEASURE, 1), (StubKind.SIGNATURE, 0)):
        wiped = EntryClearing.of(one, kind, place).after(one, WHY)
        with pytest.raises(UserError, match="已经清除"):
            EntryClearing.of(wiped, kind, place)
