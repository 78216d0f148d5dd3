"""Random histories of issues through the service, on a real database, against rules that are told here anew."""

import random
import re
import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain.errors import UserError
from app.domain.ledger.campaign import STEPS, CountBy
from app.domain.ledger.issue import IssueSource, Origin
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.issue_voids import Noted
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.measure import Measure, MeasureState, SupportRequest
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from app.domain.ledger.replay import replayed
from app.domain.ledger.stub import StubKind
from app.domain.ledger.workflow import BACK
from app.services.erasing_remains import with_remains
from tests.unit.fakes import FakeClock
from tests.unit.ledgers import ORIGIN, WHATS, finished, measure, signature, text
from tests.unit.services.ledger.office import Office

AT_WORK = {"正在整改", "基本完成", "已完成（待核验）", "长期坚持（阶段性完成、持续巩固）"}
SLOGAN = "切实提高思想认识"
which = st.integers(0, 5)
reasons = st.sampled_from(["误操作", "误操作", "误操作", " "])


def concrete(one):
    has_date = one.look_back if one.kind.value == "长期坚持" else one.deadline
    return one.state.value != "作废" and one.owner and has_date and one.proof not in ("", "无") and one.what != SLOGAN


def answered(issue):
    """Where the last look has found a relapse, something was done since."""
    looks = [look for look in issue.look_backs if not look.void_reason]
    if not looks or looks[-1].relapse is not Relapse.RELAPSED:
        return True
    valid = [one for one in issue.measures if one.state.value != "作废"]
    return any(one.done_on and one.done_on >= looks[-1].on for one in valid)


NAMES = (*STEPS, "党委会议审定", "局长办公会", "分管领导复核")


def _at(entries, place):
    return repr(entries[place]) if place < len(entries) else None


def _measure(issue, number):
    found = [one for one in issue.measures if one.number == number and one.what != "误录，已清除"]
    return repr(found[0]) if found else None


def _signatures(issue):
    return [one for done in (*issue.rounds, issue.approvals) for one in done]


def _signed(issue, place):
    found = _signatures(issue)[place : place + 1]
    return found[0].opinion if found and found[0].opinion != "误录，已清除" else None


OWN_WORDS = {
    StubKind.MEASURE: _measure,
    StubKind.ACT: lambda issue, place: _at(issue.acts, place),
    StubKind.OPINION: lambda issue, place: _at(issue.opinions, place),
    StubKind.LOOK_BACK: lambda issue, place: _at(issue.look_backs, place),
    StubKind.SIGNATURE: _signed,
}
"""What an entry says; None where there is none, or it was wiped."""


def without(issue, kind, place):
    """As it should be once that entry is wiped, and nothing leant on it."""
    changed = {"version": issue.version + 1}
    if kind is StubKind.MEASURE:
        one = issue.measure(place)
        left = Measure(
            *(place, "误录，已清除", "", one.kind, one.deadline, "", one.look_back, MeasureState.VOID, one.done_on),
            void_reason="误录，不该写在这里",
            erased=True,
        )
        return issue.with_measure(left)
    if kind is StubKind.SIGNATURE:
        wrong = _signatures(issue)[place]
        unsaid = lambda done: tuple(replace(one, opinion="误录，已清除") if one == wrong else one for one in done)  # noqa: E731
        return replace(issue, approvals=unsaid(issue.approvals), rounds=tuple(map(unsaid, issue.rounds)), **changed)
    field = {StubKind.ACT: "acts", StubKind.OPINION: "opinions", StubKind.LOOK_BACK: "look_backs"}[kind]
    entries = getattr(issue, field)
    return replace(issue, **{field: (*entries[:place], *entries[place + 1 :])}, **changed)


class IssueStates(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="issue-states-"))
        self.office = Office(self.folder, FakeClock())
        self.service = self.office.issues
        self.ids, self.numbers, self.logs, self.wiped, self.opened = [], {}, {}, set(), {}
        self.opening = {}
        self.files, self.said = 0, 0

    def teardown(self):
        self.office.close()
        shutil.rmtree(self.folder)

    def issue(self, at):
        return self.service.get(self.ids[at % len(self.ids)])

    def attempt(self, deed):
        """Whether it was done; what is refused says why and changes nothing."""
        head, before = self.head(), self.stored()
        try:
            deed()
        except UserError as error:
            assert str(error)
            assert (self.head(), self.stored()) == (head, before)
            return False
        return True

    def head(self):
        return self.office.services._unit_journal.head()

    def stored(self):
        return {one: self.service.get(one) for one in self.ids}

    def mark(self):
        """Words that stand nowhere else."""
        self.said += 1
        return f"独痕{self.said:04}"

    def enough(self, issue):
        """At least three different concrete measures, one of them its own."""
        campaign = self.office.ledger.campaign(self.office.campaign)
        own = {one.what for one in issue.measures if concrete(one)}
        lent = set(own)
        if campaign.count_by is CountBy.UNIT:
            for other in map(self.service.get, self.ids):
                if other.text.lead_unit == issue.text.lead_unit and other.state.value not in ("待确认", "作废"):
                    lent |= {one.what for one in other.measures if concrete(one)}
        return bool(own) and len(lent) >= 3

    @initialize(
        walks=st.lists(st.integers(0, 16), min_size=2, max_size=4),
        steps=st.one_of(st.just(STEPS), st.lists(st.sampled_from(NAMES), unique=True, min_size=1, max_size=5)),
        meeting=st.integers(0, 4),
    )
    def some_are_under_way(self, walks, steps, meeting):
        standing = self.office.ledger.campaign(self.office.campaign)
        meets = standing.minutes_steps if steps == STEPS else (steps[meeting % len(steps)],)
        self.office.ledger.change_campaign(replace(standing, steps=tuple(steps), minutes_steps=meets))
        for at, steps in enumerate(walks):
            self.ids.append(self.office.add(at % 2, confirmed=False))
            self.go_on_as_one_should(at, steps)
            for kind in (OversightKind.SUPERVISED, OversightKind.REMINDED):
                self.oversee(at, kind)
                self.note_opinion(at, "请把抽查结果列入回头看")
            self.days_pass(1)
            self.look_back(at, True, Relapse.RELAPSED, 0)

    # What can be done.

    @rule(
        unit=st.integers(0, 1),
        confirmed=st.booleans(),
        goal=st.sampled_from(["停发不超过次月", ""]),
        causes=st.sampled_from([("system-gap",), ()]),
    )
    def add(self, unit, confirmed, goal, causes):
        if len(self.ids) < 6:
            self.ids.append(self.office.add(unit, confirmed, goal=goal, causes=causes))

    @precondition(lambda self: self.ids)
    @rule(
        at=which,
        unit=st.integers(0, 1),
        leader=st.sampled_from(["李某", "", "周某"]),
        causes=st.sampled_from([("system-gap",), ("duty-neglect",), ()]),
        stale=st.booleans(),
    )
    def edit(self, at, unit, leader, causes, stale):
        before = self.issue(at)
        new = text(self.office.units[unit], leader=leader, causes=causes)
        if stale and before.version > 1:
            with pytest.raises(UserError, match=r"刚才已被修改|不能再改"):
                self.service.edit(before.id, new, before.version - 1)
        else:
            self.attempt(lambda: self.service.edit(before.id, new, before.version))

    @precondition(lambda self: self.ids)
    @rule(
        at=which,
        what=st.integers(1, len(WHATS)),
        owner=st.sampled_from(["张某", "张某", ""]),
        empty=st.sampled_from([{}, {}, {"what": SLOGAN}, {"proof": "无"}]),
    )
    def add_measure(self, at, what, owner, empty):
        # what it says of itself is not believed
        said = {"state": MeasureState.DONE, "proof": f"名单{self.mark()}", "erased": True}
        done = measure(what, owner=owner, **(said | empty))
        self.attempt(lambda: self.service.add_measure(self.issue(at).id, done))

    @precondition(lambda self: self.ids)
    @rule(at=which, number=st.integers(1, 4), what=st.integers(1, len(WHATS)), owner=st.sampled_from(["张某", ""]))
    def edit_measure(self, at, number, what, owner):
        before = self.issue(at)
        if number <= len(before.measures):
            done = finished(what, owner=owner)  # not believed either
            new = replace(done, number=number, support=SupportRequest(f"县财政局{self.mark()}"))
            self.attempt(lambda: self.service.edit_measure(before.id, new, before.version))

    @precondition(lambda self: self.ids)
    @rule(at=which, number=st.integers(1, 4), days=st.sampled_from([-3000, -9, 0, 40]), reason=reasons)
    def put_off(self, at, number, days, reason):
        """At work not without a reason, and never to before it was found."""
        before = self.issue(at)
        if number > len(before.measures) or before.measures[number - 1].deadline is None:
            return
        standing = before.measures[number - 1]
        moved = replace(standing, deadline=standing.deadline + timedelta(days))
        done = self.attempt(lambda: self.service.edit_measure(before.id, moved, before.version, reason))
        assert not (done and days and before.state.value in AT_WORK) or reason.strip()
        assert not (done and days == -3000)

    @precondition(lambda self: self.ids)
    @rule(at=which, number=st.integers(1, 4), reason=reasons)
    def void_measure(self, at, number, reason):
        before = self.issue(at)
        if number <= len(before.measures):
            self.attempt(lambda: self.service.void_measure(before.id, number, reason))

    @precondition(lambda self: self.ids)
    @rule(at=which, number=st.integers(1, 4))
    def begin_measure(self, at, number):
        before = self.issue(at)
        if number <= len(before.measures):
            begun = self.attempt(lambda: self.service.begin_measure(before.id, number))
            assert not begun or before.state.value in AT_WORK

    @precondition(lambda self: self.ids)
    @rule(at=which, number=st.integers(1, 4), proved=st.sampled_from(["", "own", "other", "altered", "gone"]))
    def finish_measure(self, at, number, proved):
        before = self.issue(at)
        if number > len(before.measures):
            return
        evidence = self.proof(before, proved)
        done = self.attempt(lambda: self.service.finish_measure(before.id, number, "已停发3户", evidence))
        assert not done or proved == "own"

    @precondition(lambda self: self.ids)
    @rule(at=which, number=st.integers(1, 4), reason=reasons)
    def reopen_measure(self, at, number, reason):
        before = self.issue(at)
        if number <= len(before.measures):
            self.attempt(lambda: self.service.reopen_measure(before.id, number, reason))

    @precondition(lambda self: self.ids)
    @rule(at=which, move=st.sampled_from(["confirm", "start", "mostly_done", "report_done", "hold", "restore"]))
    def move(self, at, move):
        before = self.issue(at)
        could = self.enough(before)
        done = self.attempt(lambda: getattr(self.service, move)(before.id))
        assert not (done and move == "start") or could
        assert not (done and move in ("report_done", "hold")) or answered(before)

    @precondition(lambda self: self.ids)
    @rule(at=which, reason=reasons)
    def take_back(self, at, reason):
        before = self.issue(at)
        if self.attempt(lambda: self.service.take_back(before.id, reason)):
            after = self.service.get(before.id)
            signed = before.state is IssueState.DONE and before.approvals
            assert after.state is (before.state if signed else BACK[before.state])
            assert after.measures == before.measures
            assert reason.strip()

    @precondition(lambda self: self.ids)
    @rule(at=which, reason=reasons)
    def reopen(self, at, reason):
        before = self.issue(at)
        if self.attempt(lambda: self.service.reopen(before.id, reason)):
            after = self.service.get(before.id)
            self.opened[before.id] = self.office.ledger.today()
            assert after.rounds == (*before.rounds, before.approvals)
            assert after.measures == before.measures
            assert [replace(one, reopened=False) for one in after.look_backs] == [
                replace(one, reopened=False) for one in before.look_backs
            ]
            self.opening.setdefault(before.id, set()).update(
                at for at, one in enumerate(after.look_backs) if one != before.look_backs[at]
            )
            assert reason.strip()

    @precondition(lambda self: self.ids)
    @rule(at=which, reason=reasons, back=st.booleans())
    def void_and_restore(self, at, reason, back):
        before = self.issue(at)
        if self.attempt(lambda: self.service.void(before.id, reason)):
            assert reason.strip()
            if back:
                self.service.restore(before.id)
                assert self.service.get(before.id).state in (before.state, IssueState.PLANNING)

    @precondition(lambda self: self.ids)
    @rule(at=which, step=st.integers(0, 4), days=st.sampled_from([-90, -20, -1, 0, 0, 1]), number=st.booleans())
    def sign(self, at, step, days, number):
        before = self.issue(at)
        steps = self.office.ledger.campaign(self.office.campaign).steps
        today = self.office.ledger.today()
        on = today.fromordinal(today.toordinal() + days)
        said = {"minutes_number": "局党组纪要〔2026〕9号" * number, "opinion": f"同意{self.mark()}"}
        approval = signature(steps[step % len(steps)], on, **said)
        self.attempt(lambda: self.service.approve(before.id, approval))

    @precondition(lambda self: self.ids)
    @rule(
        at=which,
        fact=st.booleans(),
        relapse=st.sampled_from(list(Relapse)),
        months=st.sampled_from([0, 0, 3, 3, 6, 12]),
    )
    def look_back(self, at, fact, relapse, months):
        words = f"抽查20户，均在次月停发，{self.mark()}" if fact else "措施落实到位"
        before, today = self.issue(at), self.office.ledger.today()
        look = LookBack(months, today, "周某", words, relapse, "走访5户，都知道公示在哪里")
        done = self.attempt(lambda: self.service.look_back(before.id, look))
        assert not done or fact
        assert not done or (today - before.settled_on).days >= max(1, months * 30 - 32)
        assert not (done and months) or months in {one for one, _ in before.look_backs_to_come()}

    @precondition(lambda self: self.ids)
    @rule(at=which, kind=st.sampled_from(list(OversightKind)))
    def oversee(self, at, kind):
        self.attempt(lambda: self.service.oversee(self.issue(at).id, OversightAct(kind, self.office.ledger.today())))

    @precondition(lambda self: self.ids)
    @rule(at=which, text=st.sampled_from(["请把抽查结果列入回头看", " "]))
    def note_opinion(self, at, text):
        said = OversightOpinion("派驻组", self.office.ledger.today(), f"{text}{self.mark()}" if text.strip() else text)
        assert not self.attempt(lambda: self.service.note_opinion(self.issue(at).id, said)) or text.strip()

    @precondition(lambda self: self.ids)
    @rule(at=which, what=st.sampled_from(list(Noted)), place=st.integers(0, 2), reason=reasons)
    def void_what_was_noted(self, at, what, place, reason):
        """Nothing of it is lost, nothing else changes, and what opened the issue again stays."""
        before = self.issue(at)
        field = {Noted.ACT: "acts", Noted.OPINION: "opinions", Noted.LOOK_BACK: "look_backs"}[what]
        if self.attempt(lambda: self.service.void_entry(before.id, what, place, reason)):
            after, old = self.service.get(before.id), getattr(before, field)
            assert reason.strip() and not old[place].void_reason and before.state is not IssueState.VOID
            assert what is not Noted.LOOK_BACK or place not in self.opening.get(before.id, ())
            new = (*old[:place], replace(old[place], void_reason=reason.strip()), *old[place + 1 :])
            assert after == replace(before, **{field: new}, version=before.version + 1)

    @precondition(lambda self: self.ids)
    @rule(at=which, document=st.sampled_from(["第二轮巡察反馈意见", "局务会纪要"]), case=st.sampled_from(["", "c1"]))
    def correct_where_it_came_from(self, at, document, case):
        before = self.issue(at)
        origin = Origin(IssueSource.CASE, document, before.origin.on, case)
        if self.attempt(lambda: self.service.edit(before.id, before.text, before.version, origin)):
            assert self.service.get(before.id).origin == origin
            assert before.state.value not in ("已销号", "作废", "已完成（待核验）")

    @invariant()
    def a_look_back_that_is_void_is_to_be_done_again(self):
        for one in map(self.service.get, self.ids):
            if one.settled_on is not None:
                held = [look for look in one.look_backs if not look.void_reason and not look.reopened]
                valid = [look for look in held if look.on > one.settled_on]
                to_come = {months for months, _ in one.look_backs_to_come()}
                assert to_come == {3, 6, 12} - {look.months for look in valid}

    @precondition(lambda self: self.ids)
    @rule(at=which)
    def wipe(self, at):
        """It never waits for others: what leant on its measures goes back to 待定措施, as was told before; nothing of
        it is lost."""
        before = self.issue(at)
        others = [one for one in map(self.service.get, self.ids) if one.id != before.id]
        number, told = self.service.number_of(before.id), self.office.services.erasing.follows(before.id)
        self.wiped.add(number)
        assert self.office.services.erasing.issue(before.id, "误录，不该写在这里") == ""
        self.ids.remove(before.id)
        self.opening.pop(before.id, None)
        del self.numbers[before.id], self.logs[before.id]
        assert self.office.services._unit_journal.broken() == []
        self.only_what_leant_fell(others, number, told)

    def only_what_leant_fell(self, issues, number, told):
        """``issues`` as they should be, but for those at work that have too few measures now."""
        fallen = [one for one in issues if one.state.value in AT_WORK and not self.enough(one)]
        assert bool(fallen) == ("会退回“待定措施”" in told)
        for one in issues:
            after = self.service.get(one.id)
            if one not in fallen:
                assert after == one
                continue
            rounds = (*one.rounds, one.approvals) if one.approvals else one.rounds
            back = replace(one, state=IssueState.PLANNING, approvals=(), rounds=rounds, version=one.version + 1)
            assert after == back
            (latest, *_) = self.service.history(one.id)
            assert (latest.words, f"第 {number} 号" in latest.reason) == ("措施不足，退回待定措施", True)
            assert str(self.service.number_of(one.id)) in told

    @precondition(lambda self: self.ids)
    @rule(at=which, kind=st.sampled_from(list(OWN_WORDS)), place=st.integers(0, 40), there=st.integers(0, 4))
    def wipe_an_entry(self, at, kind, place, there):
        """In whatever state its issue is: it alone goes, out of every event and row, and what leant on it falls back as
        was told; the log tells all the rest as before (see the invariant)."""
        before, entries = self.issue(at), self.office.services.erasing.entries
        known = [one for one in range(20) if OWN_WORDS[kind](before, one) is not None]
        place = known[place % len(known)] if there and known else place
        others = [one for one in map(self.service.get, self.ids) if one.id != before.id]
        lost = OWN_WORDS[kind](before, place)
        told = entries.follows(before.id, kind, place) if lost is not None else ""
        history = {one.seq for one in self.service.history(before.id)}
        done = self.attempt(lambda: entries.wipe(before.id, kind, place, "误录，不该写在这里"))
        assert done == (lost is not None)
        if not done:
            return
        assert self.office.services._unit_journal.broken() == []
        self.only_what_leant_fell([without(before, kind, place), *others], self.service.number_of(before.id), told)
        assert not [mark for mark in re.findall("独痕[0-9]{4}", lost) if self.stands(mark)]
        assert history < {one.seq for one in self.service.history(before.id)}
        stub = entries.stubs(before.id, kind)[-1]
        assert (stub.reason, stub.number) == ("误录，不该写在这里", place if kind is StubKind.MEASURE else 0)
        if kind is StubKind.LOOK_BACK:
            opening = self.opening.get(before.id, set())
            self.opening[before.id] = {one - (one > place) for one in opening if one != place}

    def stands(self, mark):
        """Whether it is in any event, or in any issue as it is stored."""
        ask = self.office.services._unit.connection.execute
        events = ask("SELECT COUNT(*) FROM event WHERE instr(payload, ?)", (mark,)).fetchone()[0]
        return events + ask("SELECT COUNT(*) FROM issue_body WHERE instr(body, ?)", (mark,)).fetchone()[0]

    @rule(by=st.sampled_from(list(CountBy)))
    def count_otherwise(self, by):
        changed = replace(self.office.ledger.campaign(self.office.campaign), count_by=by)
        self.attempt(lambda: self.office.ledger.change_campaign(changed))

    @rule(days=st.integers(0, 40))
    def days_pass(self, days):
        self.office.clock.sleep(days * 86_400)

    @precondition(lambda self: self.ids)
    @rule(at=which, steps=st.integers(1, 12))
    def go_on_as_one_should(self, at, steps):
        """The right next step, so many times: chance alone would hardly ever close anything."""
        for _ in range(steps):
            before = self.issue(at)
            match before.state:
                case IssueState.DRAFT:
                    self.service.confirm(before.id)
                case IssueState.PLANNING:
                    self.plan(before)
                case IssueState.WORKING | IssueState.MOSTLY | IssueState.LASTING:
                    self.work(before)
                case IssueState.DONE:
                    steps_of = self.office.ledger.campaign(self.office.campaign).steps
                    step = steps_of[len(before.approvals)]
                    signed = signature(step, self.office.ledger.today(), minutes_number="局党组纪要〔2026〕9号")
                    self.service.approve(before.id, signed)
                case _:
                    return

    def plan(self, before):
        if not (before.text.goal and before.text.leader and before.text.causes):
            self.service.edit(before.id, text(before.text.lead_unit), before.version)
        elif self.enough(before):
            self.service.start(before.id)
        else:
            has = {one.what for one in before.measures if concrete(one)}
            number = next(number for number in range(1, len(WHATS) + 1) if WHATS[number - 1] not in has)
            self.service.add_measure(before.id, measure(number))

    def work(self, before):
        waiting = [one for one in before.valid_measures if not one.finished]
        if waiting:
            self.service.finish_measure(before.id, waiting[0].number, "已停发3户", self.proof(before, "own"))
        elif not answered(before):
            self.service.add_measure(before.id, measure(1 + len(before.measures) % len(WHATS)))
        else:
            self.service.report_done(before.id)

    def proof(self, issue, kind):
        if not kind:
            return ()
        self.files += 1
        others = [
            one for one in self.ids if one != issue.id and self.service.get(one).state.value not in ("已销号", "作废")
        ]
        home = issue.id if kind != "other" or not others else others[0]
        if self.service.get(home).state.value in ("已销号", "作废"):
            return ("none",)
        found = self.office.prove(home, f"名单{self.files}")
        path = self.office.evidence.path(found)
        if kind == "altered":
            path.write_bytes(b"changed")
        elif kind == "gone" or (kind == "other" and not others):
            path.unlink()
        return (found,)

    # What must hold at any moment.

    @invariant()
    def no_issue_is_at_work_without_its_three_measures(self):
        for one in map(self.service.get, self.ids):
            assert one.state.value not in AT_WORK or self.enough(one)

    @invariant()
    def what_is_at_work_says_what_why_and_who(self):
        for one in map(self.service.get, self.ids):
            written = (one.text.detail, one.text.goal, one.text.causes, one.text.lead_unit, one.text.leader)
            assert one.state.value not in AT_WORK or all(written)

    @invariant()
    def what_is_closed_has_the_whole_trail_and_every_proof(self):
        campaign = self.office.ledger.campaign(self.office.campaign)
        steps = campaign.steps
        for one in map(self.service.get, self.ids):
            assert (one.state is IssueState.CLOSED) == (one.closed_on is not None)
            if one.state is IssueState.CLOSED:
                assert tuple(step.step for step in one.approvals) == steps
                assert [step.on for step in one.approvals] == sorted(step.on for step in one.approvals)
                assert any(step.minutes_number for step in one.approvals)
                assert all(step.minutes_number for step in one.approvals if step.step in campaign.minutes_steps)
                assert all(one.finished and one.evidence for one in one.valid_measures)
            elif one.state not in (IssueState.DONE, IssueState.VOID):
                assert one.approvals == ()

    @invariant()
    def nothing_is_signed_before_it_was_done_or_opened_again(self):
        for one in map(self.service.get, self.ids):
            if one.approvals:
                done = max((measure.done_on for measure in one.valid_measures), default=one.approvals[0].on)
                assert one.approvals[0].on >= max(done, self.opened.get(one.id, done))
                assert one.closed_on in (None, one.approvals[-1].on)

    @invariant()
    def what_is_finished_rests_on_evidence_of_its_own_issue(self):
        for one in map(self.service.get, self.ids):
            for found in (found for done in one.measures if done.finished for found in done.evidence):
                assert self.office.evidence.get(found).issue == one.id

    @invariant()
    def the_log_tells_everything_and_forgets_nothing(self):
        for one in self.ids:
            told = with_remains(self.office.services._unit_journal.events(object_id=one))
            events = [event for event in told if "change" in event[4]]
            seqs = [event[0] for event in events]
            assert seqs[: len(self.logs.get(one, []))] == self.logs.get(one, [])
            self.logs[one] = seqs
            issue = self.service.get(one)
            assert replayed(one, [event[4]["change"] for event in events]) == issue
            assert len(events) == issue.version
            assert all(event[4]["by"] for event in events)

    @invariant()
    def a_number_is_given_once_and_kept(self):
        numbers = {one: self.service.number_of(one) for one in self.ids}
        assert self.numbers.items() <= numbers.items()
        given = set(range(1, len(self.ids) + len(self.wiped) + 1))
        assert sorted(numbers.values()) == sorted(given - self.wiped)
        self.numbers = numbers

    @invariant()
    def lists_say_what_the_issues_say(self):
        rows = {row.id: row for row in self.office.ledger.rows(self.office.campaign)}
        assert rows.keys() == set(self.ids)
        for one in map(self.service.get, self.ids):
            row = rows[one.id]
            assert (row.state, row.done_words(), row.unit) == (one.state, one.done_words(), one.text.lead_unit)
            assert row.overdue_by(self.office.ledger.today()) == one.overdue_by(self.office.ledger.today())


IssueStates.TestCase.settings = settings(
    max_examples=50, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
TestIssueStates = IssueStates.TestCase


def test_a_history_made_at_random_can_be_replayed_backwards_to_nothing(tmp_path):
    """Every change holds what was there before: taken away from the end, the issue grows young again."""
    office = Office(tmp_path, FakeClock())
    try:
        issue_id = office.started()
        chance = random.Random(7)
        for number in (1, 2, 3):
            office.issues.finish_measure(
                issue_id, number, f"已停发{chance.randint(1, 9)}户", (office.prove(issue_id, str(number)),)
            )
        changes = [
            event[4]["change"]
            for event in office.services._unit_journal.events(object_id=issue_id)
            if "change" in event[4]
        ]
        for length in range(1, len(changes) + 1):
            assert replayed(issue_id, changes[:length]).version == length
        with pytest.raises(ValueError, match="was"):
            replayed(issue_id, [changes[0], changes[0]])
    finally:
        office.close()


def test_where_it_came_from_is_kept(tmp_path):
    office = Office(tmp_path, FakeClock())
    try:
        assert office.issues.get(office.add()).origin == ORIGIN
    finally:
        office.close()
