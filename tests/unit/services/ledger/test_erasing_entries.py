"""误录清除 of one entry of an issue: its bytes are nowhere in the data folder, the rest of the issue is as it was."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import UserError
from app.domain.events import EntryErased, IssueChanged
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.issue_voids import Noted
from app.domain.ledger.look_back import EXTRA, LookBack, Relapse
from app.domain.ledger.measure import SupportRequest
from app.domain.ledger.monthly_report import ReportText
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from app.domain.ledger.replay import replayed
from app.domain.ledger.stub import StubKind
from app.services.erasing_remains import with_remains
from tests.unit.exports.papers import text as text_in
from tests.unit.house import House
from tests.unit.ledgers import DAY, TRAIL, measure, signature
from tests.unit.services.ledger.test_erasing import (
    MONTH,
    WHY,
    WRITTEN,
    Full,
    carried,
    found_in,
    mark,
    marks,
    sound,
)

MEASURE, ACT, OPINION, LOOK_BACK, SIGNATURE = (
    *(StubKind.MEASURE, StubKind.ACT, StubKind.OPINION, StubKind.LOOK_BACK, StubKind.SIGNATURE),
)
FIRST = {MEASURE: 1, ACT: 0, OPINION: 0, LOOK_BACK: 0, SIGNATURE: 0}


@pytest.fixture
def full(office):
    return Full(office)


@pytest.fixture
def wipe(full):
    def wiped(issue_id, kind, place):
        return full.services.erasing.entries.wipe(issue_id, kind, place, WHY)

    return wiped


def replays(services, issue_id):
    told = with_remains(services._unit_journal.events(object_id=issue_id))
    changes = [event[4]["change"] for event in told if "change" in event[4]]
    assert replayed(issue_id, changes) == services.issues.get(issue_id)


def entries_of(full, number):
    """An issue with marked words of its own in each entry: 1 in the wrong ones, 2 in what stands beside them."""
    office = full.office
    issue_id = office.add(title=mark("题", number))
    for at in (1, 2, 3, 4):
        asked = SupportRequest(mark("报", 1 if at == 1 else 2))
        office.issues.add_measure(
            issue_id,
            measure(at, what=f"{measure(at).what}，{mark('措', 1 if at == 1 else 2)}", proof="名单", support=asked),
        )
    wrong = replace(office.issues.get(issue_id).measure(1), owner=mark("条", 1), proof=mark("佐", 1))
    office.issues.edit_measure(issue_id, wrong, office.issues.get(issue_id).version)
    office.issues.edit_measure(issue_id, replace(wrong, owner="张某"), office.issues.get(issue_id).version)
    office.issues.start(issue_id)
    proof = office.prove(issue_id)
    office.issues.finish_measure(issue_id, 1, f"已停发3户，{mark('果', 1)}", (proof,), DAY)
    office.issues.reopen_measure(issue_id, 1, f"又有1户，{mark('停', 1)}")
    for at in (1, 2, 3, 4):
        done = f"已停发3户，{mark('果', 1 if at == 1 else 2)}"
        office.issues.finish_measure(issue_id, at, done, (proof,), date(2026, 3, 9))
    for at in (2, 1, 2):
        office.issues.note_opinion(issue_id, OversightOpinion(f"驻厅{mark('督', at)}", DAY, mark("见", at)))
        office.issues.oversee(issue_id, OversightAct(OversightKind.TALKED, DAY))
    office.issues.void_entry(issue_id, Noted.OPINION, 1, f"不该写，{mark('签', 1)}")
    office.issues.void_entry(issue_id, Noted.ACT, 1, f"不该写，{mark('形', 1)}")
    office.issues.report_done(issue_id)
    for place, step in enumerate(TRAIL):
        said = mark("标", 1 if place == 1 else 2)
        office.issues.approve(issue_id, signature(step.step, date(2026, 3, 10), opinion=f"同意{said}"))
    for at in (2, 1):
        seen = (f"抽查20户，{mark('看', at)}", Relapse.RELAPSED, f"走访5户，{mark('改', at)}")
        office.issues.look_back(issue_id, LookBack(EXTRA, date(2026, 3, 11), "周某", *seen))
    return issue_id


def test_of_a_measure_every_word_it_ever_had_goes_and_the_others_keep_theirs(full, wipe):
    issue_id = entries_of(full, 3)
    own = [mark(word, 1) for word in ("措", "报", "条", "佐", "果", "停")]
    others = [mark("题", 3), *(mark(word, 2) for word in ("措", "报", "果", "见", "看"))]
    assert found_in(full.data, [*own, *others]) == {*own, *others}
    before = full.office.issues.get(issue_id)
    assert wipe(issue_id, MEASURE, 1) == ""
    assert found_in(full.data, [*own, *others]) == set(others)
    after = full.office.issues.get(issue_id)
    assert replace(after, measures=(), version=0) == replace(before, measures=(), version=0)
    assert after.measures[1:] == before.measures[1:]
    assert (after.measures[0].erased, after.measures[0].void_reason) == (True, WHY)
    (row,) = full.office.ledger.rows(full.office.campaign)
    assert row.done_words() == "措施完成 3/3"
    replays(full.services, issue_id)
    sound(full.services)


@pytest.mark.parametrize(
    ("kind", "place", "own", "field"),
    [
        (OPINION, 1, "督见签", "opinions"),
        (ACT, 1, "形", "acts"),
        (LOOK_BACK, 1, "看改", "look_backs"),
    ],
)
def test_of_what_others_said_the_one_goes_and_those_before_and_after_it_stay(full, wipe, kind, place, own, field):
    issue_id = entries_of(full, 3)
    before = full.office.issues.get(issue_id)
    words = [mark(word, number) for word in own for number in (1, 2)]
    theirs = {word for word in words if word in found_in(full.data, words) and word in marks(2)}
    assert {mark(word, 1) for word in own} <= found_in(full.data, words)
    assert wipe(issue_id, kind, place) == ""
    assert found_in(full.data, words) == theirs
    after, entries = full.office.issues.get(issue_id), getattr(before, field)
    assert after == replace(before, **{field: entries[:1] + entries[2:]}, version=before.version + 1)
    replays(full.services, issue_id)
    sound(full.services)


def test_what_was_written_with_a_signature_goes_and_the_issue_stays_closed(full, wipe):
    issue_id = entries_of(full, 3)
    before = full.office.issues.get(issue_id)
    assert wipe(issue_id, SIGNATURE, 1) == ""
    assert found_in(full.data, [mark("标", 1), mark("标", 2)]) == {mark("标", 2)}
    after = full.office.issues.get(issue_id)
    assert (after.state, after.closed_on) == (IssueState.CLOSED, before.closed_on)
    assert after.approvals[1] == replace(before.approvals[1], opinion="误录，已清除")
    assert after.approvals[2:] == before.approvals[2:]
    replays(full.services, issue_id)


def test_a_round_that_was_taken_back_holds_it_too(full, wipe):
    issue_id = entries_of(full, 3)
    full.office.issues.reopen(issue_id, "又有1户")
    assert wipe(issue_id, SIGNATURE, 1) == ""
    assert found_in(full.data, [mark("标", 1)]) == set()
    assert full.office.issues.get(issue_id).rounds[0][1].opinion == "误录，已清除"
    replays(full.services, issue_id)


def test_a_look_back_that_opened_the_issue_again_goes_with_the_reason_of_that(full, wipe):
    issue_id = entries_of(full, 3)
    full.office.issues.reopen(issue_id, f"回头看发现已反弹：抽查20户，{mark('看', 1)}")
    assert "当时写的原因一并清除" in full.services.erasing.entries.follows(issue_id, LOOK_BACK, 1)
    assert wipe(issue_id, LOOK_BACK, 1) == ""
    assert found_in(full.data, [mark("看", 1)]) == set()
    assert full.office.issues.get(issue_id).state is IssueState.WORKING
    (opened,) = [one for one in full.office.issues.history(issue_id) if one.words == "重新打开"]
    assert opened.reason == ""


def test_the_history_says_who_when_and_why_and_keeps_everybody_elses_entries(full, wipe):
    issue_id = entries_of(full, 3)
    before, told = full.office.issues.history(issue_id), []
    for kind in (EntryErased, IssueChanged):
        full.services.bus.subscribe(kind, told.append)
    wipe(issue_id, OPINION, 1)
    (stub, *past) = full.office.issues.history(issue_id)
    who = full.services.profiles.current.shown_name
    assert (stub.words, stub.reason, stub.by) == ("清除误录的监督意见", WHY, who)
    assert [one.seq for one in past] == [one.seq for one in before]
    own = [(old, new) for old, new in zip(before, past, strict=True) if old != new]
    assert [new.words for _, new in own] == ["作废监督意见：误录，已清除", "登记监督意见：误录，已清除"]
    assert all((new.by, new.utc, new.fields) == (old.by, old.utc, old.fields) for old, new in own)
    assert [type(one) for one in told] == [EntryErased, IssueChanged]
    (left,) = full.services.erasing.entries.stubs(issue_id, OPINION)
    assert (left.reason, left.by, left.number, left.campaign) == (WHY, who, 0, full.office.campaign)
    wipe(issue_id, MEASURE, 1)
    assert full.office.issues.history(issue_id)[0].words == "清除误录的措施：措施1"
    paper = text_in(full.services.ledger_documents.write_issue(issue_id, full.office.folder).read_bytes())
    assert "清除误录的措施：措施1" in paper and WHY in paper


def test_one_after_the_other_all_of_them_can_go_and_then_the_whole_issue(full, wipe):
    neighbour, issue_id = full.issue(1), full.issue(2)
    kept = full.office.issues.get(neighbour)
    for kind, place in FIRST.items():
        assert wipe(issue_id, kind, place) == ""
        replays(full.services, issue_id)
    gone = {mark(word, 2) for word in "见看"}
    assert found_in(full.data, marks(2)) == WRITTEN - gone - {mark("报", 2)}
    assert len(full.services.erasing.entries.stubs(issue_id, *FIRST)) == 5
    assert full.services.erasing.issue(issue_id, WHY) == ""
    assert found_in(full.data, marks(2)) == set()
    assert full.office.issues.get(neighbour) == kept
    sound(full.services)


def test_a_number_of_a_wiped_measure_is_never_given_again(full, wipe):
    issue_id = full.office.started()
    wipe(issue_id, MEASURE, 3)
    assert full.office.issues.add_measure(issue_id, measure(4)) == 4


def test_a_measure_does_not_count_and_what_leant_on_it_falls_back_as_was_told(full, wipe):
    office, entries, told = full.office, full.services.erasing.entries, []
    office.count_by_issue()
    issue_id, other = office.started(), full.issue(4, unit=1)
    assert "第 1 号问题正在整改" in entries.follows(issue_id, MEASURE, 2)
    full.services.bus.subscribe(IssueChanged, told.append)
    wipe(issue_id, MEASURE, 2)
    after = office.issues.get(issue_id)
    assert (after.state, office.issues.counted(issue_id).count) == (IssueState.PLANNING, 2)
    assert [fact.version for fact in told] == [after.version - 1, after.version]
    newest, stub = office.issues.history(issue_id)[:2]
    assert (newest.words, stub.words) == ("措施不足，退回待定措施", "清除误录的措施：措施2")
    assert "第 1 号问题的一条措施误录清除" in newest.reason
    with pytest.raises(UserError, match="还差 1 条"):
        office.issues.start(issue_id)
    assert [one.argument for one in full.services.ledger_dues.entries() if "措施不足" in one.title] == [issue_id]
    office.issues.add_measure(issue_id, measure(4))
    office.issues.start(issue_id)
    assert office.issues.get(other).state is IssueState.WORKING
    replays(full.services, issue_id)


def test_others_of_the_unit_that_leant_on_the_one_measure_fall_back_too(full, wipe):
    office = full.office
    first, second = office.add(), office.add()
    for issue_id, number in ((first, 1), (first, 2), (second, 3)):
        office.issues.add_measure(issue_id, measure(number))
    office.issues.start(first)
    office.issues.start(second)
    assert "第 1、2 号问题正在整改" in full.services.erasing.entries.follows(first, MEASURE, 1)
    wipe(first, MEASURE, 1)
    assert [office.issues.get(one).state for one in (first, second)] == [IssueState.PLANNING] * 2


def test_a_look_back_that_is_wiped_is_due_again(full, wipe):
    issue_id = entries_of(full, 3)
    full.office.clock.sleep(90 * 86_400)
    seen = ("抽查20户，均在次月停发", Relapse.NONE, "走访5户，都知道公示在哪里")
    full.office.issues.look_back(issue_id, LookBack(3, full.office.ledger.today(), "周某", *seen))
    assert [months for months, _ in full.office.issues.get(issue_id).look_backs_to_come()] == [6, 12]
    wipe(issue_id, LOOK_BACK, 2)
    assert [months for months, _ in full.office.issues.get(issue_id).look_backs_to_come()] == [3, 6, 12]


@pytest.mark.parametrize("state", ["void", "closed", "in check"])
def test_it_waits_for_no_state_of_the_issue(full, wipe, state):
    office = full.office
    if state == "void":
        issue_id = office.started()
        office.issues.void(issue_id, "登记重复")
    else:
        issue_id = entries_of(full, 3) if state == "closed" else full.issue(2)
    if state == "in check":
        office.issues.report_done(issue_id)
    before = office.issues.get(issue_id)
    wipe(issue_id, MEASURE, 1)
    after = office.issues.get(issue_id)
    assert after.measure(1).erased
    assert after.state is (IssueState.PLANNING if state == "in check" else before.state)
    replays(full.services, issue_id)


def test_a_void_issue_comes_back_to_be_planned_where_the_rest_is_too_little(full, wipe):
    issue_id = full.office.started()
    full.office.issues.void(issue_id, "登记重复")
    wipe(issue_id, MEASURE, 1)
    full.office.issues.restore(issue_id)
    assert full.office.issues.get(issue_id).state is IssueState.PLANNING


def test_who_copied_its_words_elsewhere_is_told_before_and_that_stays(full, wipe):
    office, entries = full.office, full.services.erasing.entries
    words = f"请城东村会计每周来局里领一次比对名单，{mark('措', 2)}"
    issue_id = office.add(detail=f"具体是：{words}。")
    office.issues.add_measure(issue_id, measure(1, what=words))
    for number in (2, 3):
        office.issues.add_measure(issue_id, measure(number))
    office.issues.start(issue_id)
    full.report(0, {issue_id: words})
    told = entries.keeps_elsewhere(issue_id, MEASURE, 1)
    assert told == "具体表现、2026 年 3 月月报里还照抄着它的内容，不随它清除，请另外处理。"
    assert entries.keeps_elsewhere(issue_id, MEASURE, 2) == ""
    wipe(issue_id, MEASURE, 1)
    assert found_in(full.data, [mark("措", 2)]) != set()
    report = full.services.reports.version(office.campaign, office.units[0], MONTH, 1)
    assert words in report.text_of(issue_id).work


def test_words_that_only_the_history_still_has_are_told_too(full):
    office, entries = full.office, full.services.erasing.entries
    words = f"经办人与申请人有亲属关系的登记回避，{mark('见', 2)}"
    issue_id = office.add(detail=words)
    office.issues.edit(issue_id, replace(office.issues.get(issue_id).text, detail="另一句"), 1)
    office.issues.note_opinion(issue_id, OversightOpinion("派驻组", DAY, words))
    assert "这个问题的历史记录里还照抄着" in entries.keeps_elsewhere(issue_id, OPINION, 0)


def test_months_that_are_over_are_merged_as_before(full, wipe):
    """How far issues were is read out of the log: it can still be read."""
    office = full.office
    issue_id = office.started()
    office.issues.finish_measure(issue_id, 1, "已停发3户", (office.prove(issue_id),), DAY)
    office.clock.sleep(40 * 86_400)
    office.issues.begin_measure(issue_id, 2)
    office.issues.note_opinion(issue_id, OversightOpinion("派驻组", DAY, mark("见", 2)))
    rows, book = full.services.ledger.rows, full.services.collection._book
    progress = lambda: book.progress(rows(office.campaign), MONTH)[issue_id].words("，")  # noqa: E731
    assert progress() == "正在整改，措施完成 1/3"
    wipe(issue_id, OPINION, 0)
    wipe(issue_id, MEASURE, 1)
    assert progress() == "正在整改，措施完成 1/3"


QUOTES = {
    MEASURE: "每月15日比对殡葬火化名单，当月停发",
    OPINION: mark("见", 2),
    LOOK_BACK: f"抽查20户，{mark('看', 2)}",
    SIGNATURE: f"同意{mark('签', 2)}",
}


@pytest.mark.parametrize(
    ("kind", "reason", "sentence"),
    [
        *((kind, "误录", "请写明为什么清除") for kind in FIRST),
        *((kind, "名字写错了（机密★）", "密") for kind in FIRST),
        *((kind, f"因为{quote}", "不能照抄") for kind, quote in QUOTES.items()),
    ],
)
def test_a_reason_that_says_too_little_or_repeats_it_is_refused_and_nothing_is_wiped(full, kind, reason, sentence):
    issue_id = full.issue(2)
    before, head = full.office.issues.get(issue_id), full.services._unit_journal.head()
    with pytest.raises(UserError, match=sentence):
        full.services.erasing.entries.wipe(issue_id, kind, FIRST[kind], reason)
    assert full.office.issues.get(issue_id) == before
    assert full.services._unit_journal.head() == head


def test_an_older_wording_may_not_be_repeated_either(full):
    issue_id = entries_of(full, 3)
    with pytest.raises(UserError, match="不能照抄"):
        full.services.erasing.entries.wipe(issue_id, MEASURE, 1, f"责任人写成了{mark('条', 1)}")


def test_what_is_not_there_is_refused(full, wipe):
    full.office.count_by_issue()
    issue_id = full.office.started()
    full.office.issues.add_measure(issue_id, measure(4))
    for kind, place in {**FIRST, MEASURE: 9}.items():
        with pytest.raises(UserError, match="找不到这一条"):
            wipe(issue_id, kind, place)
    with pytest.raises(UserError, match="找不到这个问题"):
        wipe("none", MEASURE, 1)
    wipe(issue_id, MEASURE, 1)
    with pytest.raises(UserError, match="已经清除"):
        wipe(issue_id, MEASURE, 1)
    for deed in (
        lambda: full.office.issues.void_measure(issue_id, 1, "重复"),
        lambda: full.office.issues.finish_measure(issue_id, 1, "已停发3户", ("e",)),
        lambda: full.office.issues.edit_measure(issue_id, measure(1), full.office.issues.get(issue_id).version),
    ):
        with pytest.raises(UserError, match="作废"):
            deed()


def test_a_graded_word_that_stays_keeps_nobody_from_wiping_another_entry(full, wipe):
    """What was let pass once, by an older version, is no reason to refuse."""
    issue_id = full.office.started()
    full.office.issues.note_opinion(issue_id, OversightOpinion("派驻组", DAY, mark("见", 2)))
    journal, store = full.services._unit_journal, full.services._issue_book.store
    before = full.office.issues.get(issue_id)
    old = OversightOpinion("派驻组", DAY, "机密★1年")
    from app.domain.ledger.difference import difference

    after = replace(before, opinions=(*before.opinions, old), version=before.version + 1)
    with journal.record("issue.opinion", issue_id, {"by": "周明", "change": difference(before, after)}):
        store.put_issue(after, 1)
    assert wipe(issue_id, OPINION, 0) == ""
    assert full.office.issues.get(issue_id).opinions == (old,)


# On other PCs.


@pytest.fixture
def elsewhere(full):
    opened = []

    def pc(name):
        services = House(full.office.folder / name / "data", full.office.clock).open()
        opened.append(services)
        return services

    yield pc
    for services in opened:
        services.close()


def test_what_was_wiped_is_not_in_the_file_and_the_other_pc_shows_the_stubs(full, wipe, elsewhere):
    issue_id = full.issue(2)
    for kind in (OPINION, LOOK_BACK, MEASURE):
        wipe(issue_id, kind, FIRST[kind])
    path, pc = full.office.folder / "1.jjledger", elsewhere("乙")
    carried(full.services, pc, path)
    assert pc.issues.get(issue_id) == full.office.issues.get(issue_id)
    stubs = pc.erasing.entries.stubs(issue_id, *FIRST)
    assert stubs == full.services.erasing.entries.stubs(issue_id, *FIRST) and len(stubs) == 3
    assert [(one.words, one.reason) for one in pc.issues.history(issue_id)] == [
        (one.words, one.reason) for one in full.office.issues.history(issue_id)
    ]
    assert found_in(full.office.folder / "乙", [mark("见", 2), mark("看", 2)]) == set()
    replays(pc, issue_id)
    assert pc._unit_journal.broken() == []


def test_wiped_on_the_pc_to_which_it_came_it_goes_on_the_first_one_too(full, elsewhere):
    issue_id = full.issue(2)
    first, pc = full.services, elsewhere("乙")
    carried(first, pc, full.office.folder / "1.jjledger")
    full.office.clock.sleep(60)
    for kind in (OPINION, LOOK_BACK, MEASURE):
        assert pc.erasing.entries.wipe(issue_id, kind, FIRST[kind], WHY) == ""
    assert found_in(full.office.folder / "乙", [mark("见", 2), mark("看", 2)]) == set()
    replays(pc, issue_id)
    carried(pc, first, full.office.folder / "2.jjledger")
    assert found_in(full.data, [mark("见", 2), mark("看", 2)]) == set()
    assert first.issues.get(issue_id) == pc.issues.get(issue_id)
    replays(first, issue_id)
    sound(first)
    again = elsewhere("丙")
    carried(first, again, full.office.folder / "3.jjledger")
    replays(again, issue_id)


def test_an_issue_that_was_tampered_with_after_a_wiping_is_still_not_read_in(full, wipe, elsewhere):
    issue_id = full.issue(2)
    wipe(issue_id, OPINION, 0)
    store = full.services._issue_book.store
    forged = replace(
        full.office.issues.get(issue_id), text=replace(full.office.issues.get(issue_id).text, title="改过")
    )
    full.services._unit_journal.note(lambda: store.put_issue(forged, 1))
    with pytest.raises(UserError, match="对不上"):
        full.services.ledger_export.write(full.office.folder / "1.jjledger")


def test_what_could_not_be_finished_is_done_at_the_next_start(full, wipe):
    issue_id = full.issue(2)
    with closing(full.services._unit.connection.execute("SELECT payload FROM event")) as cursor:
        cursor.fetchone()  # a reader that is in the midst of something
        assert "下次打开本程序时" in wipe(issue_id, OPINION, 0)
    full.services.close()
    again = full.office.services = full.office.house.open()
    assert again.erasing.settle() == ""
    assert found_in(full.data, [mark("见", 2)]) == set()


def test_a_report_of_the_unit_that_speaks_of_the_issue_is_left_alone(full, wipe):
    office = full.office
    issue_id = full.issue(2)
    full.report(0, {issue_id: mark("报", 2)})
    before = full.services.reports.version(office.campaign, office.units[0], MONTH, 1)
    wipe(issue_id, MEASURE, 1)
    assert full.services.reports.version(office.campaign, office.units[0], MONTH, 1) == before
    assert before.text_of(issue_id) == ReportText(f"比对名单7户，{mark('报', 2)}", "无", "4月8日前走访9户")
