"""成果归集: four batches, of clues and cases only where they are on file; rules, practices, and the figures."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.errors import UserError
from app.domain.ledger.look_back import EXTRA, LookBack, Relapse
from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.domain.problem import Severity
from app.packs.content_folder import read_content
from tests.unit.ledgers import DAY, TRAIL

RULE_TEXT = """
第一章 总则
第一条 为规范临时救助审批，制定本办法。
第二条 审批自受理之日起5个工作日内完成。有下列情形的，可以延长：
（一）需要入户核查的；
（二）需要信息比对的。

第三条　本办法自印发之日起施行。
"""


@pytest.fixture
def outcomes(office):
    return office.services.outcomes


@pytest.fixture
def clue(office):
    return FileReference("", office.campaign, Batch.CLUES, "〔2026〕3号", "12345热线转办", DAY)


@pytest.fixture
def issued(office):
    return IssuedRule("", office.campaign, "临时救助审批办法", "某民发〔2026〕7号", DAY, RULE_TEXT, office.units[0])


def look(office, rule="", **changes):
    standing = RuleLookBack(
        *("", office.campaign, rule, "" if rule else "旧办法", DAY, "周某"),
        *(
            "与救助法第21条一致",
            "第2条写明5个工作日",
            "2026年7月有新规定，第2条未改",
            "抽查20户，19户在5日内",
            "3月有1户超期，退回重办",
        ),
        *(Verdict.REVISE, "第2条期限与新规定差2天"),
    )
    return replace(standing, **changes)


def test_clues_and_cases_are_number_source_and_date(office, outcomes, clue):
    first = outcomes.add_reference(clue)
    notice = {"notice": "某县通报3起典型案例", "published_by": "县纪委监委网站", "published_on": DAY}
    second = outcomes.add_reference(replace(clue, batch=Batch.CASES, **notice))
    assert [one.id for one in outcomes.references(office.campaign, Batch.CLUES)] == [first]
    (case,) = outcomes.references(office.campaign, Batch.CASES)
    assert (case.id, case.notice, case.published_on) == (second, "某县通报3起典型案例", DAY)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"number": " "}, "请写编号和来源"),
        ({"source": ""}, "请写编号和来源"),
        (
            {"source": "反映某某违规办理低保并收受财物" * 5},
            "编号和来源各最多 60 字。这里只登记编号、来源和日期，不写内容",
        ),
        ({"on": date(2027, 1, 1)}, "还没有到"),
        ({"batch": Batch.SOLVED}, "自动归集"),
        ({"notice": "通报"}, "问题线索不能链接通报"),
        ({"batch": Batch.CASES, "notice": "通报"}, "请写全通报标题、公开来源和公开日期"),
        ({"number": "机密★1号"}, "密级标志"),
        ({"number": "反映李四收受张三礼金5万元"}, "“编号”里写了内容或人"),
        ({"number": "关于王某某问题的线索3"}, "“编号”里写了内容或人"),
        ({"number": "110101199003070011"}, "“编号”里写了内容或人"),
        ({"number": "某股的事"}, "“编号”要像一个编号"),
        ({"source": "李四前妻"}, "“来源”里写了内容或人"),
        ({"source": "群众王五实名举报"}, "“来源”里写了内容或人"),
    ],
)
def test_more_than_that_is_refused(office, outcomes, clue, changes, sentence):
    with pytest.raises(UserError, match=sentence):
        outcomes.add_reference(replace(clue, **changes))
    assert outcomes.references(office.campaign, Batch.CLUES) == []


@pytest.mark.parametrize("number", ["县民监〔2026〕12号", "2026-012", "XF20260301", "信访举报〔2026〕5号"])
@pytest.mark.parametrize("source", ["县纪委监委移交", "群众来信", "匿名信", "局长信箱", "某乡镇政府", "市妇幼保健院"])
def test_numbers_and_sources_as_offices_have_them_are_taken(office, outcomes, clue, number, source):
    assert outcomes.add_reference(replace(clue, number=number, source=source))


def test_a_rule_is_completed_and_corrected_and_its_history_says_so(office, outcomes, issued):
    rule_id = outcomes.add_rule(replace(issued, text="", number=""))
    standing = outcomes.rules(office.campaign)[0]
    outcomes.change_rule(replace(standing, text=RULE_TEXT, number=issued.number))
    assert outcomes.rules(office.campaign)[0] == replace(issued, id=rule_id)
    latest = outcomes.history(office.campaign)[0]
    assert latest.words == "修改成果：临时救助审批办法"
    assert latest.fields == (("编号或文号", "（空）", issued.number), ("正文", "0 字", f"{len(RULE_TEXT)} 字（已改）"))
    outcomes.change_rule(outcomes.rules(office.campaign)[0])
    assert outcomes.history(office.campaign)[0] == latest


def test_what_stands_in_the_library_is_written_anew(office, outcomes, issued):
    rule_id = outcomes.add_rule(issued)
    path = outcomes.publish_rule(rule_id)
    standing = outcomes.rules(office.campaign)[0]
    revised = replace(standing, text=RULE_TEXT.replace("5个工作日", "3个工作日"))
    outcomes.change_rule(revised)
    assert "3个工作日" in path.read_text("utf-8")
    with pytest.raises(UserError, match="制度正文里没有条文"):
        outcomes.change_rule(replace(standing, text=""))
    assert outcomes.rules(office.campaign) == [revised]
    assert "3个工作日" in path.read_text("utf-8")


def test_a_reference_and_a_practice_are_corrected_under_the_rules_of_a_new_one(office, outcomes, clue):
    first = outcomes.add_reference(clue)
    outcomes.change_reference(replace(clue, id=first, number="〔2026〕4号", batch=Batch.CASES))
    assert [one.number for one in outcomes.references(office.campaign, Batch.CLUES)] == ["〔2026〕4号"]
    with pytest.raises(UserError, match="里写了内容或人"):
        outcomes.change_reference(replace(clue, id=first, number="反映某某1"))
    second = outcomes.add_practice(GoodPractice("", office.campaign, "当场比对", office.units[0], "每月比对。"))
    drafted = outcomes.draft_exemplar(second)
    outcomes.change_practice(replace(outcomes.practices(office.campaign)[0], title="当场比对核验"))
    assert outcomes.practices(office.campaign)[0].title == "当场比对核验"
    assert outcomes.draft_exemplar(second) == drafted
    outcomes.void(second, "重复")
    with pytest.raises(UserError, match="已作废"):
        outcomes.change_practice(GoodPractice(second, office.campaign, "别的", "", "别的事。"))


def test_a_wrong_entry_is_void_with_a_reason_and_kept(office, outcomes, clue):
    entry = outcomes.add_reference(clue)
    with pytest.raises(UserError, match="请写明作废的原因"):
        outcomes.void(entry, "")
    outcomes.void(entry, "编号写错")
    assert outcomes.references(office.campaign, Batch.CLUES) == []
    assert [one.void_reason for one in outcomes.references(office.campaign, Batch.CLUES, void=True)] == ["编号写错"]
    with pytest.raises(UserError, match="已经作废"):
        outcomes.void(entry, "再一次")
    with pytest.raises(UserError, match="找不到这条成果"):
        outcomes.void("none", "没有")


def test_a_published_rule_is_a_regulation_that_the_library_can_read(office, outcomes, issued, tmp_path):
    rule_id = outcomes.add_rule(issued)
    path = outcomes.publish_rule(rule_id)
    assert path.parent == office.house.paths.data / "ledger" / "rules"
    assert outcomes.rules(office.campaign)[0].file == path.name
    content = tmp_path / "content"
    (content / "regulations").mkdir(parents=True)
    (content / "regulations" / path.name).write_text(path.read_text("utf-8"), "utf-8")
    found = read_content(content, DAY)
    assert [problem.message for problem in found.problems if problem.severity is Severity.ERROR] == []
    (regulation,) = found.regulations
    assert (regulation.title, regulation.kind, regulation.number) == (issued.name, "本单位制度", issued.number)
    assert len(regulation.articles) == 3


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "制度正文里没有条文"),
        ("一、总则", "第一行不是条文"),
        ("第一条 甲\n第三条 乙", "条号不连续"),
        ("第一条 甲\n第二条", "第二条没有内容"),
    ],
)
def test_a_text_that_is_not_in_articles_is_not_published(outcomes, issued, text, sentence):
    rule_id = outcomes.add_rule(replace(issued, text=text))
    with pytest.raises(UserError, match=sentence):
        outcomes.publish_rule(rule_id)


def test_a_good_practice_becomes_the_beginning_of_an_exemplar(office, outcomes):
    story = "2026年3月起窗口试行当场比对。\n四月办结21件，最长3天。"
    practice = GoodPractice("", office.campaign, "当场比对", office.units[0], story)
    path = outcomes.draft_exemplar(outcomes.add_practice(practice))
    written = path.read_text("utf-8")
    assert "kind: exemplar" in written
    assert "【1】2026年3月起窗口试行当场比对。" in written
    assert "【2】四月办结21件，最长3天。" in written
    assert outcomes.practices(office.campaign)[0].file == path.name
    for heading in ("事迹", "停一停", "条文依据", "为何做得到", "岗位可学", "学习启示", "讨论", "讲解提示"):
        assert f"## {heading}\n" in written


def test_what_the_draft_still_lacks_the_check_of_content_names(office, outcomes, tmp_path):
    practice = GoodPractice("", office.campaign, "当场: 'x'", office.units[0], "2026年3月1日，窗口试行。")
    path = outcomes.draft_exemplar(outcomes.add_practice(practice))
    content = tmp_path / "content"
    (content / "cases").mkdir(parents=True)
    (content / "cases" / path.name).write_text(path.read_text("utf-8"), "utf-8")
    problems = [problem for problem in read_content(content, DAY).problems if problem.file.endswith(path.name)]
    assert problems
    assert not any("YAML" in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rule_name": ""}, "请写是哪一项制度"),
        ({"sound": " "}, "请写“科学性”"),
        ({"enforced": "执行到位，效果良好"}, "“执行”里没有可以核对的事"),
        ({"by": ""}, "请写是谁回头看的"),
        ({"on": date(2027, 1, 1)}, "还没有到"),
        ({"reason": ""}, "请写为什么修订"),
        ({"reason": "进一步完善"}, "请写为什么修订"),
        ({"rule": "none"}, "找不到这项制度"),
    ],
)
def test_a_rule_is_looked_back_on_by_fact(office, changes, sentence):
    with pytest.raises(UserError, match=sentence):
        office.services.rule_look_backs.add(look(office, **changes))


def test_a_rule_falls_due_a_year_after_its_issue_or_the_last_look(office, outcomes, issued):
    looks = office.services.rule_look_backs
    rule_id = outcomes.add_rule(issued)
    assert looks.due(office.campaign, DAY + timedelta(364)) == []
    assert [rule.id for rule in looks.due(office.campaign, DAY + timedelta(365))] == [rule_id]
    office.clock.sleep(200 * 86_400)
    looks.add(look(office, rule_id, on=office.ledger.today()))
    assert looks.due(office.campaign, DAY + timedelta(400)) == []
    assert [one.rule_name for one in looks.of(office.campaign, rule_id)] == [issued.name]
    looks.add(look(office, rule_id, on=office.ledger.today(), verdict=Verdict.REPEAL))
    assert looks.due(office.campaign, DAY + timedelta(4_000)) == []
    with pytest.raises(UserError, match="早于制度出台"):
        looks.add(look(office, rule_id, on=DAY - timedelta(1)))


def test_the_figures_are_those_of_the_ledger(office, outcomes, clue, issued):
    closed, waiting = office.started(), office.add(1)
    for number in (1, 2, 3):
        office.issues.finish_measure(closed, number, "已停发3户", (office.prove(closed, str(number)),))
    office.issues.report_done(closed)
    for approval in TRAIL:
        office.issues.approve(closed, approval)
    office.issues.void(office.add(), "重复登记")
    outcomes.add_reference(clue)
    outcomes.void(outcomes.add_reference(clue), "重复")
    rule_id = outcomes.add_rule(issued)
    office.services.rule_look_backs.add(look(office, rule_id))
    found = outcomes.summary(office.campaign)
    assert (found.clues, found.cases, found.public_cases) == (1, 0, 0)
    assert (found.issues, found.closed, found.lasting, found.units) == (2, 1, 0, 2)
    assert (found.measures, found.measures_done, found.overdue) == (3, 3, 0)
    assert (found.rules, found.rules_kept, found.rules_revised, found.rules_repealed) == (1, 0, 1, 0)
    assert [row.id for row in outcomes.solved(office.campaign)] == [closed]
    assert waiting in [row.id for row in office.ledger.rows(office.campaign)]


def test_a_public_case_may_link_the_case_of_the_library_that_stands_for_it(office, outcomes, clue):
    public = {"notice": "某县通报3起典型案例", "published_by": "县纪委监委网站", "published_on": DAY}
    case = replace(clue, batch=Batch.CASES, case="builtin/case/a")
    outcomes.add_reference(replace(case, **public))
    (kept,) = outcomes.references(office.campaign, Batch.CASES)
    assert kept.case == "builtin/case/a"
    with pytest.raises(UserError, match="未公开的不填这三项，也不链接案例"):
        outcomes.add_reference(case)
    with pytest.raises(UserError, match="问题线索不能链接"):
        outcomes.add_reference(replace(clue, case="builtin/case/a"))


def test_what_has_come_back_is_not_among_what_was_solved(office, outcomes):
    issue_id = office.started()
    for number in (1, 2, 3):
        office.issues.finish_measure(issue_id, number, "已停发3户", (office.prove(issue_id, str(number)),))
    office.issues.report_done(issue_id)
    for approval in TRAIL:
        office.issues.approve(issue_id, approval)
    assert [row.id for row in outcomes.solved(office.campaign)] == [issue_id]
    office.clock.sleep(86_400)
    seen = ("抽查20户，又有2户", Relapse.RELAPSED, "走访5户，1户说又发了")
    office.issues.look_back(issue_id, LookBack(EXTRA, office.ledger.today(), "周某", *seen))
    assert outcomes.solved(office.campaign) == []
