"""The other forms of 改: what they say, and that they claim nothing that was not recorded."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from app.domain.labels import DISCLAIMER
from app.domain.ledger.approval import PAPER_NOTE
from app.domain.ledger.campaign import STEPS
from app.domain.ledger.evidence import Evidence, EvidenceCheck, EvidenceState
from app.domain.ledger.issue_change import IssueChange
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.measure import MeasureKind, MeasureState
from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule, OutcomeSummary
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from app.domain.ledger.post_risk import PostRisk, RiskLevel
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.domain.ledger.self_check import NOT_HERE, Answer, Finding, SelfCheck, general_items
from app.exports.closing_sheet_document import ClosingSheetDocument
from app.exports.issue_sheet_document import IssueSheetDocument
from app.exports.look_back_document import LookBackDocument
from app.exports.one_page import wrapped_lines
from app.exports.outcome_summary_document import OutcomeFacts, OutcomeSummaryDocument
from app.exports.post_risk_document import PostRiskDocument
from app.exports.rectification_plan_document import RectificationPlanDocument
from app.exports.self_check_document import SelfCheckDocument
from tests.unit.exports.ledger_forms import (
    CASE,
    DAY,
    LONG,
    MADE,
    NAMES,
    NEVER,
    extract,
    headers,
    long_one,
    sheet,
    split_rows,
    two_of_four,
)
from tests.unit.exports.meetings import foot
from tests.unit.exports.papers import text as words
from tests.unit.ledgers import TRAIL, campaign, finished, issue, measure, signature

RISK = PostRisk("r", "u1", "低保审核岗", "初审申请材料", "熟人申请不回避", RiskLevel.HIGH, "登记回避，换人入户", "股长")
LOOK = LookBack(3, date(2026, 6, 9), "许言", "抽查20户，双签20户", Relapse.NONE, "走访12户，无人反映")
RULE_LOOK = RuleLookBack(
    *("l", "c", "", "临时救助工作规程", date(2026, 6, 1), "许言", "与办法第九条一致", "写明5个工作日", "2026年修订"),
    *("12份都按程序", "无人擅改", Verdict.REVISE, "第三条与新办法不一致"),
)
CLOSED = issue(finished(1), state=IssueState.CLOSED, closed_on=date(2026, 3, 2), approvals=TRAIL, look_backs=(LOOK,))


def closing(one=CLOSED, filled=True):
    return ClosingSheetDocument(extract(one), filled, MADE).to_bytes()


def test_a_closing_sheet_has_a_box_for_each_step_to_sign_on_paper() -> None:
    said = words(closing(filled=False))
    assert PAPER_NOTE in said and all(step in said for step in STEPS)
    assert said.count("意见：") == len(STEPS) and said.count("姓名：＿") == len(STEPS)
    assert "赵某" not in said and "签字见纸质原件" not in said


def test_filled_in_it_says_what_was_signed_and_whether_there_is_a_scan() -> None:
    said = words(closing(replace(CLOSED, approvals=(*TRAIL[:3], replace(TRAIL[3], scan="e")))))
    assert said.count("姓名：赵某　职务：股长　日期：2026年3月2日") == 4
    assert said.count("没有扫描件") == 3 and said.count("扫描件已存入佐证") == 1
    assert "局党组纪要〔2026〕9号" in said and said.count("姓名：＿") == 1


def test_the_steps_are_those_of_the_campaign() -> None:
    made = extract(issue(), campaign=campaign(steps=("科长签字", "局长签字")))
    said = words(ClosingSheetDocument(made, True, MADE).to_bytes())
    assert "科长签字" in said and "局长签字" in said and "责任领导审签" not in said


def test_the_box_of_a_meeting_asks_for_its_minutes_whatever_the_step_is_called() -> None:
    made = extract(issue(), campaign=campaign(steps=("科长签字", "党委会议审定"), minutes_steps=("党委会议审定",)))
    assert words(ClosingSheetDocument(made, True, MADE).to_bytes()).count("会议记录或纪要编号") == 1


def issue_sheet(one=None, files=(), history=()):
    return IssueSheetDocument(extract(one or CLOSED), files, history, MADE).to_bytes()


def test_what_is_void_stays_on_the_sheet_with_why_and_a_void_look_back_is_not_among_the_looks() -> None:
    one = replace(
        CLOSED,
        acts=(OversightAct(OversightKind.SUPERVISED, date(2026, 3, 1), "登记到了别的问题上"),),
        opinions=(OversightOpinion("派驻纪检监察组", date(2026, 3, 5), "请补佐证", "重复登记"),),
        look_backs=(replace(LOOK, done="抽查了另一处30份", void_reason="看的是另一个问题"),),
    )
    said = words(issue_sheet(one))
    assert "（已作废：登记到了别的问题上）" in said and "请补佐证（已作废：重复登记）" in said
    assert "抽查了另一处30份" not in said


def test_the_sheet_of_an_issue_tells_everything_about_it() -> None:
    one = replace(
        CLOSED,
        origin=CASE,
        rounds=((signature(STEPS[0], opinion="先前同意"),),),
        acts=(OversightAct(OversightKind.SUPERVISED, date(2026, 3, 1)),),
        opinions=(OversightOpinion("派驻纪检监察组", date(2026, 3, 5), "请补佐证"),),
    )
    file = Evidence("e", "c", "i", "停发名单.pdf", "x", 2_400_000, "abcdef0123", date(2026, 3, 1), "周明")
    change = IssueChange(
        1, "2026-03-02T01:00:00.000+00:00", "周明", "修改问题", "写错了", (("责任人", "张某", "李某"),)
    )
    made = issue_sheet(one, [EvidenceCheck(file, EvidenceState.MISSING)], [change])
    said = words(made)
    for part in (
        "制度漏洞、监管盲区",
        "对照自查：对照案例《低保绿色通道》，2026-02-03（对应案例第 3 项事实）",
        "停发名单.pdf",
    ):
        assert part in said
    for part in (
        "2.3 MB",
        "缺失",
        "abcdef01",
        PAPER_NOTE,
        "先前同意",
        "督办",
        "请补佐证",
        "抽查20户，双签20户",
        "未反弹",
    ):
        assert part in said
    assert "修改问题（写错了）" in said and "责任人：张某 → 李某" in said
    assert DISCLAIMER in foot(made)


def test_where_nothing_is_recorded_it_says_so() -> None:
    made = issue_sheet(issue(measure()))
    assert words(made).count("没有。") == 4 and words(made).count("未审签") == len(STEPS)
    assert DISCLAIMER not in foot(made)


def post_risks(risks, unit=""):
    return PostRiskDocument(risks, NAMES, unit, DAY, MADE).to_bytes()


def test_post_risks_of_a_unit() -> None:
    void = replace(RISK, post="撤销的岗位", void_reason="已撤并")
    one = words(post_risks([RISK, void], "u1"))
    assert "岗位廉政风险点及防控措施表" in one and "单位：社会救助股" in one and "1 个风险点" in one
    assert "撤销的岗位" not in one


def test_post_risks_of_all_stand_unit_by_unit() -> None:
    """However they were written; the unit is said once, at the head of every page that its table is on."""
    posts = (("u2", "火化岗"), ("u1", "审核岗"), ("u2", "公墓岗"), ("gone", "旧岗"), ("u1", "发放岗"))
    made = post_risks([replace(RISK, unit=unit, post=post) for unit, post in posts])
    tables = [table for table in Document(BytesIO(made)).tables if len(table.rows) > 1]
    assert [table.cell(0, 0).text for table in tables] == [
        *("社会救助股（2 个风险点）", "殡葬管理所（2 个风险点）", "gone（1 个风险点）"),
    ]
    rows = [[cell.text for cell in row.cells][:2] for table in tables for row in table.rows[2:]]
    assert rows == [["1", "审核岗"], ["2", "发放岗"], ["3", "火化岗"], ["4", "公墓岗"], ["5", "旧岗"]]
    for table in tables:
        repeated = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
        assert repeated == [True, True, *[False] * (len(table.rows) - 2)]
    assert words(made).count("社会救助股") == 1 and "5 个风险点" in words(made)


def test_without_risks_there_are_rows_to_write_on() -> None:
    made = Document(BytesIO(PostRiskDocument([], NAMES, "u1", DAY, MADE).to_bytes()))
    assert len(made.tables[0].rows) == 11


def test_a_self_check_lists_every_statement_and_what_came_of_it() -> None:
    items = general_items()[:3]
    answers = (Answer(items[0].id, Finding.PRESENT, "3户代签", "i"), Answer(items[1].id, Finding.UNCLEAR))
    check = SelfCheck("k", "c", "u1", "", "通用自查表", items, answers)
    made = SelfCheckDocument(check, "社会救助股", "王某", {"i": "第 12 号，正在整改"}, DAY, MADE).to_bytes()
    said = words(made)
    assert all(item.statement in said for item in items) and NOT_HERE in said
    assert "共 3 条：存在 1 条，未发现 0 条，需核实 1 条，未答 1 条。" in said
    assert "尚未完成，已答 2/3" in said and "第 12 号，正在整改" in said
    assert DISCLAIMER not in foot(made)
    by_case = replace(check, case="builtin/case/di-bao", title="对照案例《低保绿色通道》")
    assert DISCLAIMER in foot(SelfCheckDocument(by_case, "社会救助股", "", {}, DAY, MADE).to_bytes())


def test_look_backs_show_what_is_due_and_was_not_done() -> None:
    late = replace(CLOSED, closed_on=date(2025, 12, 31), look_backs=(LOOK,))
    said = words(LookBackDocument(extract(late, issue()), [RULE_LOOK], ["档案管理办法"], MADE).to_bytes())
    assert "抽查20户，双签20户" in said and "到期未看" in said and "应于\n2026-06-30" in said
    assert "12 个月" not in said  # not due yet
    assert "修订" in said and "第三条与新办法不一致" in said and "满一年还没有回头看的制度：档案管理办法。" in said


def test_what_lasts_is_among_them_with_the_day_since_when() -> None:
    lasting = measure(
        2,
        kind=MeasureKind.LASTING,
        deadline=None,
        look_back=date(2026, 5, 1),
        state=MeasureState.HELD,
        done_on=TRAIL[0].on,
    )
    said = words(LookBackDocument(extract(issue(lasting, state=IssueState.LASTING)), [], [], MADE).to_bytes())
    assert "长期坚持\n2026-03-02" in said and "到期未看" in said and "应于\n2026-05-01" in said


def test_a_look_back_from_before_it_was_opened_again_names_the_closing_of_then() -> None:
    again = tuple(replace(one, on=date(2026, 6, 20)) for one in TRAIL)
    one = replace(CLOSED, rounds=(TRAIL[:2], TRAIL), approvals=again, closed_on=date(2026, 6, 20))
    said = words(LookBackDocument(extract(one), [], [], MADE).to_bytes())
    assert "2026-03-02" in said and "2026-06-20" not in said


LASTING_LATE = measure(2, kind=MeasureKind.LASTING, deadline=None, look_back=date(2026, 6, 30))


def test_every_form_says_of_what_lasts_when_it_is_looked_back_on() -> None:
    one = issue(finished(1), LASTING_LATE, state=IssueState.WORKING)
    due, plan = "长期坚持，回头看 2026-06-30（已到期）", words(RectificationPlanDocument(extract(one), MADE).to_bytes())
    assert due in plan
    assert due in words(closing(one)) and due in words(issue_sheet(one))
    assert "长期坚持\n回头看\n2026-06-30\n（已到期）" in words(issue_sheet(one))  # its measure
    for made in (closing(one), issue_sheet(one), RectificationPlanDocument(extract(one), MADE).to_bytes()):
        assert "逾期" not in words(made)
    assert "措施完成 1/2，回头看已到期 6 天" in words(issue_sheet(one))


def test_a_place_to_sign_never_stands_alone_on_a_page() -> None:
    """What is above it, back to a row of a table, goes with it."""
    body = Document(BytesIO(post_risks([RISK], "u1"))).element.body
    table, note = body.findall(qn("w:tbl"))[0], body.findall(qn("w:tbl"))[0].getnext()
    assert all(one.xpath("w:pPr/w:keepNext") for one in (*table.tr_lst[-1].iter(qn("w:p")), note, note.getnext()))


def test_a_plan_is_three_lists() -> None:
    made = RectificationPlanDocument(extract(two_of_four(), issue(origin=CASE)), MADE).to_bytes()
    said = words(made)
    assert [said.count(name) for name in ("一、问题清单", "二、措施清单", "三、责任清单")] == [1, 1, 1]
    assert "问题 2 个　　措施 4 条" in said and " → ".join(STEPS) in said and "王某" in said
    assert headers(made)[:3] == [True] * 3 and DISCLAIMER in foot(made)


def facts(count: int, title: str = "临时救助专项", closed: int | None = None, name: str = LONG[:90]) -> OutcomeFacts:
    cases = [
        FileReference(str(at), "c", Batch.CASES, f"青纪立〔2026〕{at}号", "县纪委监委", DAY, name, "县纪委网站", DAY)
        for at in range(count)
    ]
    rules = [IssuedRule(str(at), "c", f"{name[:80]}{at}", "青民发〔2026〕9号", DAY, "x") for at in range(count)]
    found = count if closed is None else closed
    one = replace(CLOSED, text=replace(CLOSED.text, title=name))
    rows = [IssueRow.of(one, at) for at in range(found)]
    practices = [GoodPractice(str(at), "c", name, "u1", "x") for at in range(count)]
    summary = OutcomeSummary(*(99_999 if count > 5 else count for _ in range(18)))
    return OutcomeFacts(campaign(title=title), summary, cases, cases, rows, rules, practices, NAMES, DAY)


def summary_of(made: OutcomeFacts):
    return Document(BytesIO(OutcomeSummaryDocument(made, MADE).to_bytes()))


def height(document) -> float:
    """Points from the top to the foot, with the row to sign in."""
    whole = 30.0
    for paragraph in document.paragraphs:
        form, style = paragraph.paragraph_format, paragraph.style.paragraph_format
        line, before = form.line_spacing or style.line_spacing, form.space_before or style.space_before
        lines = (
            wrapped_lines(paragraph.text, 33.5) if paragraph.text.startswith("· ") else len(paragraph.text.split("\n"))
        )
        whole += line.pt * lines + before.pt
    return whole


NAME = "存在受理、入户、初审由同一人完成且无人复核的情形"


@pytest.mark.parametrize("title", ["临", "临时救助专项", LONG])
@pytest.mark.parametrize("name", ["代签", NAME, LONG[:90]])
@pytest.mark.parametrize("closed", [0, 1, 13, 60])
@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_the_summary_has_no_more_lines_than_a_page(count: int, closed: int, name: str, title: str) -> None:
    document = summary_of(facts(count, title, closed, name))
    section = document.sections[0]
    assert height(document) <= section.page_height.pt - section.top_margin.pt - section.bottom_margin.pt


def listed(made: OutcomeFacts, word: str = "销号）") -> list[str]:
    return [one.text for one in summary_of(made).paragraphs if one.text.startswith("· ") and one.text.endswith(word)]


def test_thirteen_closed_issues_find_room_on_it() -> None:
    assert len(listed(facts(1, closed=13, name=NAME))) == 13
    assert "另有" not in words(OutcomeSummaryDocument(facts(1, closed=13, name=NAME), MADE).to_bytes())


def test_few_entries_are_told_whole() -> None:
    (one,) = listed(facts(1, name=LONG[:60]))
    assert LONG[:60] in one and "…" not in one


def test_the_summary_counts_what_finds_no_room() -> None:
    made = facts(5, closed=60)
    said, shown = words(OutcomeSummaryDocument(made, MADE).to_bytes()), len(listed(made))
    assert all(batch in said for batch in Batch) and shown >= 3
    assert f"另有 {60 - shown} 项，见整改台账。" in said and "项，见成果归集。" in said
    assert "措施完成 5/5" in said and "已公开通报 5 件" in said


PUBLIC = FileReference(
    *("1", "c", Batch.CASES, "青纪立〔2026〕3号", "县纪委监委", DAY, "关于3起群众身边典型案例的通报"),
    *("县纪委监委网站", date(2026, 6, 30), "builtin/case/di-bao"),
)


def entries_of(made: OutcomeFacts) -> list[str]:
    return [one.text for one in summary_of(made).paragraphs if one.text.startswith("· ")]


def test_the_summary_names_number_source_date_and_the_link_of_a_public_case_and_nothing_else() -> None:
    made = replace(facts(0), cases=[PUBLIC], titles={"builtin/case/di-bao": "低保绿色通道"})
    (one,) = entries_of(made)
    assert one == (
        "· 青纪立〔2026〕3号（县纪委监委，2026-07-06）公开通报《关于3起群众身边典型案例的通报》"
        "（县纪委监委网站，2026-06-30），对应案例《低保绿色通道》"
    )
    document = OutcomeSummaryDocument(made, MADE)
    assert DISCLAIMER in foot(document.to_bytes())
    assert DISCLAIMER not in foot(OutcomeSummaryDocument(replace(made, titles={}), MADE).to_bytes())
    assert one.removeprefix("· ") in "".join(
        str(cell.value) for row in sheet(document.to_table()).iter_rows() for cell in row
    )


def test_where_there_is_little_room_number_source_and_date_stay_and_the_title_gives_way() -> None:
    crowded = replace(facts(40, closed=60), cases=[PUBLIC] * 9)
    told = [one for one in entries_of(crowded) if one.startswith("· 青纪立〔2026〕3号（县纪委监委，2026-07-06）")]
    assert told and all("公开通报《关于3起群众身边典型案例的通报》（县纪委监委网站" in one for one in told)
    assert all(wrapped_lines(one, 33.5) == 2 for one in told)
    (one,) = entries_of(replace(facts(0), cases=[replace(PUBLIC, notice=LONG)]))
    assert one.startswith("· 青纪立〔2026〕3号（县纪委监委，2026-07-06）") and "…》（县纪委监委网站" in one
    assert wrapped_lines(one, 33.5) <= 3


def every_form(one):
    yield closing(one)
    yield issue_sheet(one)
    yield PostRiskDocument([replace(RISK, risk=LONG, control=LONG)] * 3, NAMES, "", DAY, MADE).to_bytes()
    yield LookBackDocument(extract(one), [replace(RULE_LOOK, reason=LONG, sound=LONG)], [], MADE).to_bytes()
    yield RectificationPlanDocument(extract(one), MADE).to_bytes()
    yield OutcomeSummaryDocument(facts(3), MADE).to_bytes()


def test_no_form_ranks_shows_percentages_or_takes_a_seal() -> None:
    for made in every_form(CLOSED):
        assert not any(word in words(made) for word in NEVER)
        assert not Document(BytesIO(made)).inline_shapes and "内部资料，注意保管" in foot(made)


def test_rows_are_not_split_with_long_texts_either() -> None:
    one = replace(
        long_one(), state=IssueState.CLOSED, closed_on=DAY, look_backs=(replace(LOOK, done=LONG, public=LONG),)
    )
    closing_sheet, *others = every_form(one)
    assert [split_rows(made) for made in others] == [0] * len(others)
    assert split_rows(closing_sheet) == 1  # four measures of 400 characters: no page holds them
