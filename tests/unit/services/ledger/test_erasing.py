"""误录清除: the bytes of what was written by mistake are nowhere in the data folder; everything else is as it was."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import UserError
from app.domain.events import EntryErased, IssueChanged
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import EXTRA, LookBack, Relapse
from app.domain.ledger.monthly_report import ReportText
from app.domain.ledger.number_gaps import gap_words
from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from app.domain.ledger.post_risk import PostRisk
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.domain.ledger.self_check import Finding
from app.domain.ledger.stub import StubKind
from tests.unit.exports.papers import text as text_in
from tests.unit.house import House
from tests.unit.ledgers import DAY, ORIGIN, TRAIL, measure, signature
from tests.unit.months import noon
from tests.unit.services.ledger.office import Office

WHY = "误把不该录入的文件录了进来"
MONTH = "2026-03"


def mark(word: str, number: int) -> str:
    return f"独痕{word}{number:03}号"


WORDS = ("题", "形", "标", "措", "果", "佐", "见", "督", "看", "报", "条", "签", "改", "停")


def marks(number: int) -> list[str]:
    return [mark(word, number) for word in WORDS]


WRITTEN = {mark(word, 2) for word in WORDS} - {mark(word, 2) for word in ("督", "条", "停")}


def carried(here, there, path):
    """``there``, with the whole ledger of ``here`` read in."""
    here.ledger_export.write(path)
    ready = there.ledger_read_in.check(path)
    try:
        there.ledger_read_in.accept(ready)
    finally:
        ready.close()
    return there


def found_in(folder, words) -> set[str]:
    """Which of the words stand in a file of the folder, in one of its names, or in its journal's files."""
    wanted = {word: [word.encode(), word.encode("utf-16-le"), ascii(word)[1:-1].encode()] for word in words}
    seen = set()
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        data += str(path.relative_to(folder)).encode()
        seen |= {word for word, forms in wanted.items() if any(form in data for form in forms)}
    return seen


class Full:
    """An office whose issue has marked words at every place where an issue may have words."""

    def __init__(self, office: Office) -> None:
        self.office, self.services = office, office.services
        noon(office.clock, date(2026, 3, 20))
        self.data = office.house.paths.data

    def issue(self, number: int, unit: int = 0) -> str:
        office, say = self.office, lambda word: mark(word, number)
        issue_id = office.add(unit, title=say("题"), detail=say("形"), goal=say("标"))
        for at in (1, 2, 3):
            office.issues.add_measure(issue_id, measure(at, what=f"{measure(at).what}，{say('措')}"))
        office.issues.start(issue_id)
        source = office.file(f"{say('佐')}名单.txt", f"{say('佐')}：名单".encode())
        proof = office.evidence.add(issue_id, source)
        for at in (1, 2, 3):
            office.issues.finish_measure(issue_id, at, f"已停发3户，{say('果')}", (proof,), date(2026, 3, 9))
        office.issues.note_opinion(issue_id, OversightOpinion("驻厅纪检组", DAY, say("见")))
        office.issues.oversee(issue_id, OversightAct(next(iter(OversightKind)), DAY))
        office.issues.report_done(issue_id)
        for step in TRAIL:
            signed = signature(step.step, date(2026, 3, 10), opinion=f"同意{say('签')}")
            office.issues.approve(issue_id, signed)
        seen = (f"抽查20户，{say('看')}", Relapse.NONE, "走访5户，都知道公示在哪里")
        look = LookBack(EXTRA, date(2026, 3, 11), "周某", *seen)
        office.issues.look_back(issue_id, look)
        office.issues.reopen(issue_id, f"又发现2份，{say('改')}")
        return issue_id

    def report(self, unit: int, texts: dict[str, str], overall: str = "完成核查40户") -> None:
        """Each issue's work of the month, handed in."""
        reports, campaign = self.services.reports, self.office.campaign
        sheet = reports.sheet(campaign, self.office.units[unit], MONTH)
        own = ReportText(overall, "无", "4月5日前走访12户")
        made = replace(sheet.report, overall=own, filled_by="张某", reviewed_by="周某")
        for issue_id, words in texts.items():
            made = made.with_text(issue_id, ReportText(f"比对名单{len(words)}户，{words}", "无", "4月8日前走访9户"))
        reports.submit(made)


@pytest.fixture
def full(office):
    return Full(office)


def sound(services) -> None:
    journal = services._unit_journal
    assert journal.broken() == []
    journal._database.connection.execute("UPDATE event SET kind = kind || 'x' WHERE seq = 3")
    assert journal.broken() == [3]
    journal._database.connection.execute("UPDATE event SET kind = substr(kind, 1, length(kind) - 1) WHERE seq = 3")


def test_no_byte_of_a_wiped_issue_is_left_and_its_neighbour_keeps_all(full):
    office = full.office
    neighbour, wrong = full.issue(1), full.issue(2)
    full.report(0, {neighbour: mark("报", 1), wrong: mark("报", 2)})
    assert {mark("题", 2), mark("佐", 2), mark("报", 2), mark("签", 2)} <= found_in(full.data, marks(2))
    before = office.issues.get(neighbour)
    assert full.services.erasing.issue(wrong, WHY) == ""
    assert found_in(full.data, marks(2)) == set()
    kept = found_in(full.data, marks(1))
    assert kept == {mark(word, 1) for word in WORDS} - {mark("督", 1), mark("条", 1), mark("停", 1)}
    assert office.issues.get(neighbour) == before
    sound(full.services)


def test_an_ordinary_voiding_leaves_everything_to_be_found(full):
    wrong = full.issue(2)
    full.office.issues.void(wrong, "登记重复")
    assert mark("题", 2) in found_in(full.data, marks(2))


def test_without_the_squeeze_and_with_secure_delete_off_the_search_finds_what_was_deleted(full, monkeypatch):
    wrong = full.issue(2)
    database = full.services._unit
    database.connection.execute("PRAGMA secure_delete = OFF")
    monkeypatch.setattr(type(database), "squeeze", lambda _: True)
    full.services.erasing.issue(wrong, WHY)
    assert found_in(full.data, marks(2)) != set()


def test_a_stub_says_who_when_and_why_and_its_number_is_never_given_again(full):
    office, told = full.office, []
    full.services.bus.subscribe(EntryErased, told.append)
    first, wrong = full.office.add(), full.office.add()
    full.services.erasing.issue(wrong, WHY)
    (stub,) = full.services.erasing.stubs(office.campaign)
    assert (stub.id, stub.number, stub.reason, stub.by) == (wrong, 2, WHY, full.services.profiles.current.shown_name)
    assert stub.at.startswith("2026-03-20")
    assert [fact.entry_id for fact in told] == [wrong]
    assert [row.id for row in office.ledger.rows(office.campaign)] == [first]
    third = office.add()
    assert office.issues.number_of(third) == 3
    assert gap_words(office.ledger.rows(office.campaign), {first, third}) == "序号 2 系误录，已清除，不再编号。"
    for deed in (office.issues.get, office.issues.confirm, office.issues.start, office.issues.restore):
        with pytest.raises(UserError, match="找不到这个问题"):
            deed(wrong)
    with pytest.raises(UserError, match="可能已被清除"):
        full.services.erasing.issue(wrong, WHY)
    assert [change.words for change in office.issues.history(wrong)] == ["误录清除"]


def leaning(office):
    """Two issues of a unit that have three measures between them, the first with two, and both at work."""
    first, second = office.add(), office.add()
    for issue_id, number in ((first, 1), (first, 2), (second, 3)):
        office.issues.add_measure(issue_id, measure(number))
    office.issues.start(first)
    office.issues.start(second)
    return first, second


def test_what_leant_on_its_measures_is_told_before_and_put_back_to_be_planned(full):
    office, erasing, told = full.office, full.services.erasing, []
    wrong, kept = leaning(office)
    untouched = full.issue(4, unit=1)
    assert "第 2 号问题正在整改" in erasing.follows(wrong)
    full.services.bus.subscribe(IssueChanged, told.append)
    assert erasing.issue(wrong, WHY) == ""
    after = office.issues.get(kept)
    assert (after.state, len(after.measures)) == (IssueState.PLANNING, 1)
    assert office.issues.history(kept)[0].words == "措施不足，退回待定措施"
    assert [(fact.issue_id, fact.version) for fact in told] == [(kept, after.version)]
    assert office.issues.get(untouched).state is IssueState.WORKING
    with pytest.raises(UserError, match="还差 2 条"):
        office.issues.start(kept)


def test_home_reminds_of_it_until_it_is_at_work_again_and_so_does_another_computer(full, tmp_path):
    office, due = full.office, full.services.ledger_dues
    wrong, kept = leaning(office)
    full.services.erasing.issue(wrong, WHY)
    (row,) = [one for one in due.entries() if "措施不足" in one.title]
    assert (row.action, row.page, row.argument) == ("去补足", "issue", kept)
    elsewhere = carried(full.services, House(tmp_path / "乙" / "data", office.clock).open(), tmp_path / "1.jjledger")
    assert any("措施不足" in one.title for one in elsewhere.ledger_dues.entries())
    for one in (elsewhere, full.services):
        for number in (1, 2):
            one.issues.add_measure(kept, measure(number))
        one.issues.start(kept)
        assert not any("措施不足" in row.title for row in one.ledger_dues.entries())
    elsewhere.close()


def test_a_trail_that_was_under_way_is_kept_and_begins_anew(full):
    office = full.office
    wrong, kept = leaning(office)
    office.issues.finish_measure(kept, 1, "已停发3户", (office.prove(kept),), DAY)
    office.issues.report_done(kept)
    office.issues.approve(kept, TRAIL[0])
    assert "重新审签" in full.services.erasing.follows(wrong)
    full.services.erasing.issue(wrong, WHY)
    after = office.issues.get(kept)
    assert (after.state, after.approvals, after.rounds) == (IssueState.PLANNING, (), ((TRAIL[0],),))
    assert after.measures[0].finished


def test_nothing_is_told_where_three_are_left_or_each_issue_counts_alone(full):
    office = full.office
    wrong, kept = leaning(office)
    for number in (4, 5):
        office.issues.add_measure(kept, measure(number))
    assert full.services.erasing.follows(wrong) == ""
    full.services.erasing.issue(wrong, WHY)
    assert office.issues.get(kept).state is IssueState.WORKING


def test_the_rest_of_a_report_stays_and_so_does_who_handed_it_in(full):
    office = full.office
    one, wrong = full.issue(1), full.issue(2)
    full.report(0, {one: mark("报", 1), wrong: mark("报", 2)}, f"完成核查40户，{mark('条', 1)}")
    full.services.reports.check(office.campaign, office.units[0], MONTH, "整改办郑某")
    full.services.erasing.issue(wrong, WHY)
    newest = full.services.reports.version(office.campaign, office.units[0], MONTH, 1)
    assert [item.issue for item in newest.items] == [one]
    assert mark("条", 1) in newest.overall.work
    history = full.services.reports.history(office.campaign, office.units[0], MONTH)
    assert [change.words for change in history] == ["清除误录问题的内容", "整改办审核", "报送"]
    assert history[-1].by == full.services.profiles.current.shown_name
    full.services.erasing.issue(one, WHY)
    history = full.services.reports.history(office.campaign, office.units[0], MONTH)
    assert [change.words for change in history][-1] == "报送"
    assert found_in(full.data, [mark("报", 1), mark("报", 2)]) == set()
    assert found_in(full.data, [mark("条", 1)]) != set()
    assert full.services.reports.grid(office.campaign).cell(office.units[0], MONTH).version == 1


def test_what_is_being_typed_of_it_goes_too(full):
    office, reports = full.office, full.services.reports
    wrong = full.issue(2)
    sheet = reports.sheet(office.campaign, office.units[0], MONTH)
    reports.keep(sheet.report.with_text(wrong, ReportText(mark("报", 2))).with_text("", ReportText(mark("停", 1))))
    full.services.erasing.issue(wrong, WHY)
    assert found_in(full.data, [mark("报", 2), mark("停", 1)]) == {mark("停", 1)}
    assert reports.sheet(office.campaign, office.units[0], MONTH).report.overall.work == mark("停", 1)


def test_the_answer_that_an_issue_was_made_of_loses_its_words_and_can_be_given_anew(full):
    office, checks = full.office, full.services.self_checks
    check = checks.begin(office.campaign, office.units[0])
    checks.answer(check.id, "ty-01", Finding.UNCLEAR, mark("条", 3))
    after = checks.answer(check.id, "ty-01", Finding.PRESENT, mark("条", 2))
    checks.answer(check.id, "ty-02", Finding.PRESENT, mark("条", 1))
    wrong = after.answer("ty-01").issue
    assert full.services.erasing.issue(wrong, WHY) == ""
    assert found_in(full.data, [mark("条", number) for number in (1, 2, 3)]) == {mark("条", 1)}
    left = checks.get(check.id).answer("ty-01")
    assert (left.finding, left.note, left.issue) == (Finding.PRESENT, "", "")
    assert len(checks.drafts(check.id)) == 1
    again = checks.answer(check.id, "ty-01", Finding.PRESENT, "2025年9月有3户")
    assert office.issues.get(again.answer("ty-01").issue).state is IssueState.DRAFT
    sound(full.services)


def test_a_sheet_goes_alone_and_its_drafts_stay(full):
    office, checks = full.office, full.services.self_checks
    check = checks.begin(office.campaign, office.units[0])
    made = checks.answer(check.id, "ty-01", Finding.PRESENT, "2025年9月有3户").answer("ty-01").issue
    checks.answer(check.id, "ty-02", Finding.UNCLEAR, mark("条", 2))
    assert full.services.erasing.self_check(check.id, WHY) == ""
    assert found_in(full.data, [mark("条", 2)]) == set()
    assert office.issues.get(made).text.detail == "2025年9月有3户"
    assert checks.checks(office.campaign) == []
    assert full.services.erasing.stub(check.id).reason == WHY


def test_a_line_of_the_post_risks_goes_alone_and_a_wiped_issue_lets_go_of_its_line(full):
    office, risks = full.office, full.services.post_risks
    risk = PostRisk("", office.units[0], "救助经办", "审批", mark("条", 2), "高", "双人复核", "张某")
    first, second = risks.add(risk), risks.add(replace(risk, risk=mark("条", 1)))
    made = risks.raise_issue(first, office.campaign, "mass-interest-harm")
    assert "另外清除" in full.services.erasing.keeps_elsewhere(made)
    full.services.erasing.issue(made, WHY)
    assert risks.get(first).issue == ""
    assert risks.raise_issue(first, office.campaign, "mass-interest-harm")
    full.services.erasing.post_risk(first, WHY)
    assert [one.id for one in risks.of()] == [second]
    third = risks.add(replace(risk, risk="另一处风险点"))
    assert [one.id for one in risks.of(office.units[0])] == [second, third]
    path = full.services.ledger_documents.write_post_risks("", full.data / "风险点表.docx")
    assert full.services.erasing.stub(first).why() in text_in(path.read_bytes())


def test_a_month_of_a_unit_goes_with_every_version_and_is_missing_again(full):
    office, reports = full.office, full.services.reports
    issue, other = full.issue(1), full.issue(4, unit=1)
    full.report(0, {issue: mark("报", 2)})
    full.report(1, {other: mark("报", 3)})
    sheet = reports.begin_correction(office.campaign, office.units[0], MONTH)
    corrected = sheet.report.with_text("", ReportText(f"完成核查41户，{mark('停', 2)}", "无", "走访12户"))
    reports.submit(corrected, "户数写错")
    assert full.services.erasing.report(office.campaign, office.units[0], MONTH, WHY) == ""
    assert found_in(full.data, [mark("报", 2), mark("停", 2), mark("报", 3)]) == {mark("报", 3)}
    assert reports.grid(office.campaign).cell(office.units[0], MONTH).version == 0
    assert [one.words for one in reports.history(office.campaign, office.units[0], MONTH)] == ["误录清除"]
    full.report(0, {issue: "又一户"})
    assert reports.grid(office.campaign).cell(office.units[0], MONTH).version == 1
    with pytest.raises(UserError, match="不用清除"):
        full.services.erasing.report(office.campaign, office.units[1], "2026-02", WHY)


def test_a_rule_goes_with_its_looks_back_and_its_text_in_the_library(full):
    office, outcomes, library = full.office, full.services.outcomes, full.services.library
    text = f"第一条　为规范审批，{mark('条', 2)}。\n第二条　自受理起5个工作日内办结。"
    rule = IssuedRule("", office.campaign, f"救助办法{mark('题', 2)}", "某民发〔2026〕7号", DAY, text, office.units[0])
    wrong, kept = outcomes.add_rule(rule), outcomes.add_rule(replace(rule, name=mark("题", 1), text=mark("条", 1)))
    outcomes.publish_rule(wrong)
    points = ("与救助法第21条一致", "第2条写明5个工作日", "2026年7月有新规定", "抽查20户19户在5日内", "3月有1户超期")
    look = RuleLookBack("", office.campaign, wrong, "", DAY, "周某", *points, Verdict.KEEP, "继续用，每年看一次")
    full.services.rule_look_backs.add(look)
    base = library.index.path
    made = library._own.prepare(base, library._own.names_over(base), None, base)  # as the window does it
    library.adopt(made.path)
    assert found_in(full.data / "cache", [mark("条", 2)]) or made.path != base
    assert full.services.erasing.outcome(wrong, WHY) == ""
    library.adopt(base)
    library.sweep_old()
    assert found_in(full.data, [mark("条", 2), mark("题", 2)]) == set()
    assert [one.id for one in outcomes.rules(office.campaign)] == [kept]
    assert full.services.rule_look_backs.of(office.campaign) == []


def test_a_look_back_at_a_rule_goes_alone_and_the_library_says_what_the_others_have_found(full, tmp_path):
    office, outcomes, looks = full.office, full.services.outcomes, full.services.rule_look_backs
    text = "第一条　为规范审批。\n第二条　自受理起5个工作日内办结。"
    rule = outcomes.add_rule(IssuedRule("", office.campaign, "救助办法", "", DAY, text, office.units[0]))
    path = outcomes.publish_rule(rule)
    points = ("与救助法第21条一致", mark("条", 2), "2026年7月有新规定", "抽查20户19户在5日内", "3月有1户超期")
    look = RuleLookBack("", office.campaign, rule, "", DAY, "周某", *points, Verdict.REPEAL, "第2条与新规定不一致")
    wrong = looks.add(look)
    assert "废止" in path.read_text("utf-8") or "repeal" in path.read_text("utf-8")
    marked = path.read_text("utf-8")
    assert full.services.erasing.rule_look_back(wrong, WHY) == ""
    assert found_in(full.data, [mark("条", 2)]) == set()
    assert looks.of(office.campaign, void=True) == []
    assert path.read_text("utf-8") != marked
    stubs = full.services.erasing.stubs(office.campaign, StubKind.RULE_LOOK_BACK)
    assert [stub.reason for stub in stubs] == [WHY]
    elsewhere = carried(full.services, House(tmp_path / "乙" / "data", office.clock).open(), tmp_path / "1.jjledger")
    assert elsewhere.erasing.stubs(office.campaign, StubKind.RULE_LOOK_BACK) == stubs
    elsewhere.close()
    sound(full.services)


def test_references_and_practices_can_be_wiped_void_or_not(full):
    office, outcomes = full.office, full.services.outcomes
    entry = FileReference("", office.campaign, Batch.CLUES, mark("题", 2), "12345热线转办", DAY)
    first = outcomes.add_reference(entry)
    practice = GoodPractice("", office.campaign, mark("题", 3), office.units[0], f"每月比对。{mark('条', 3)}")
    second = outcomes.add_practice(practice)
    outcomes.draft_exemplar(second)
    outcomes.void(second, "不是本单位的做法")
    assert full.services.erasing.outcome(first, WHY) == ""
    assert full.services.erasing.outcome(second, WHY) == ""
    assert found_in(full.data, [mark("题", 2), mark("题", 3), mark("条", 3)]) == set()
    assert outcomes.practices(office.campaign, void=True) == []


def test_a_file_of_evidence_goes_with_its_name_and_proves_nothing_any_more(full):
    office = full.office
    issue_id = full.issue(2)
    kept = office.prove(issue_id, mark("停", 1))
    (wrong,) = [one.evidence.id for one in office.evidence.of(issue_id) if one.evidence.id != kept]
    assert full.services.erasing.evidence(wrong, WHY) == ""
    assert found_in(full.data, [mark("佐", 2), mark("停", 1)]) == {mark("停", 1)}
    stub, other = (one.evidence for one in office.evidence.of(issue_id))
    assert (stub.name, stub.removed_reason, stub.file) == ("误录，已清除", WHY, "")
    assert office.evidence.check(other.id).state.value == "完好"
    assert office.issues.history(issue_id)[0].words == "清除误录的佐证"
    with pytest.raises(UserError, match="不能作数"):
        office.issues.report_done(issue_id)
    with pytest.raises(UserError, match="已经清除"):
        full.services.erasing.evidence(wrong, WHY)
    sound(full.services)


def test_a_ledger_that_came_from_elsewhere_is_wiped_like_one_that_was_written_here(full, tmp_path):
    office = full.office
    one, wrong = full.issue(1), full.issue(2)
    full.report(0, {one: mark("报", 1), wrong: mark("报", 2)})
    (proof,) = (check.evidence.id for check in office.evidence.of(one))
    second, third = (House(tmp_path / name / "data", office.clock) for name in ("乙", "丙"))
    services = carried(full.services, second.open(), tmp_path / "1.jjledger")
    assert found_in(second.paths.data, marks(2)) >= WRITTEN
    assert services.erasing.issue(wrong, WHY) == ""
    assert found_in(second.paths.data, marks(2)) == set()
    history = services.reports.history(office.campaign, office.units[0], MONTH)
    assert [change.words for change in history] == ["清除误录问题的内容", "报送"]
    assert services.erasing.evidence(proof, WHY) == ""
    sound(services)
    last = carried(services, third.open(), tmp_path / "2.jjledger")
    assert found_in(third.paths.data, [*marks(2), mark("佐", 1)]) == set()
    assert last.erasing.stub(wrong) == services.erasing.stub(wrong)
    assert last.issues.number_of(last.issues.add(office.campaign, office.issues.get(one).text, ORIGIN)) == 3
    for opened in (services, last):
        opened.close()


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("", "请写明为什么清除"),
        ("误录", "请写明为什么清除"),
        (f"因为写了{mark('题', 2)}", "不能照抄"),
        ("名字是机密的内容写错了（机密★）", "密"),
    ],
)
def test_a_reason_that_says_too_little_or_repeats_the_text_is_refused_and_nothing_is_wiped(full, reason, sentence):
    wrong = full.issue(2)
    with pytest.raises(UserError, match=sentence):
        full.services.erasing.issue(wrong, reason)
    assert mark("题", 2) in found_in(full.data, marks(2))


def test_what_could_not_be_finished_is_told_and_done_at_the_next_start(full, monkeypatch):
    wrong = full.issue(2)
    cursor = full.services._unit.connection.execute("SELECT payload FROM event")
    cursor.fetchone()  # a reader that is in the midst of something
    assert "下次打开本程序时" in full.services.erasing.issue(wrong, WHY)
    cursor.close()
    full.services.close()
    again = full.office.services = full.office.house.open()
    assert again.erasing.settle() == ""
    assert found_in(full.data, marks(2)) == set()
    assert again.erasing._desk.note.to_do() is None
    assert again.erasing.settle() == ""


def test_files_that_cannot_be_deleted_are_told_and_tried_again(full, monkeypatch):
    from app.services import erasing_desk

    wrong = full.issue(2)

    def locked(path):
        raise PermissionError(path)

    monkeypatch.setattr(erasing_desk, "wipe_file", locked)
    assert "1 个文件删不掉" in full.services.erasing.issue(wrong, WHY)
    monkeypatch.undo()
    assert full.services.erasing.settle() == ""
    assert found_in(full.data, marks(2)) == set()


def test_nothing_is_wiped_where_nothing_is_saved(tmp_path):
    from tests.unit.fakes import FakeClock

    office = Office(tmp_path, FakeClock())
    try:
        wrong = office.add()
        office.services._ledger_desk.saves = False
        with pytest.raises(UserError, match="不能保存"):
            office.services.erasing.issue(wrong, WHY)
        assert office.issues.get(wrong)
    finally:
        office.close()
        shutil.rmtree(tmp_path / "data")
