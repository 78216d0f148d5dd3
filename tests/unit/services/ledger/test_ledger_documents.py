"""The forms of 改 as files: whole or not at all, named for what they are, nothing of somebody's replaced."""

from dataclasses import replace
from datetime import date, timedelta

import openpyxl
import pytest

from app.domain.errors import UserError
from app.domain.ledger.approval import Approval
from app.domain.ledger.campaign import MEETING_STEP
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.post_risk import PostRisk, RiskLevel
from app.domain.ledger.self_check import Finding
from app.domain.ledger.steps import StoppedError
from app.services import ledger_documents
from tests.unit.exports.papers import text as words

DAY = "2026-03-02"
CAMPAIGN = f"{DAY} 临时救助专项"


@pytest.fixture
def documents(office):
    return office.services.ledger_documents


@pytest.fixture
def out(tmp_path):
    return tmp_path / "导出"


def close(office, issue_id):
    """Done, proved and signed."""
    proof = office.prove(issue_id)
    for number in (1, 2, 3):
        office.issues.finish_measure(issue_id, number, "已停发3户，追回1,420元", (proof,))
    office.issues.report_done(issue_id)
    for step in office.ledger.campaign(office.campaign).steps:
        number = "局党组纪要〔2026〕9号" if step == MEETING_STEP else ""
        office.issues.approve(issue_id, Approval(step, "赵某", "股长", date(2026, 3, 2), "同意", number))


def numbers(path):
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [cell.value for cell in sheet["A"] if isinstance(cell.value, int)]


def test_the_table_holds_the_issues_on_screen_in_their_order(office, documents, out):
    first, second, third = office.started(), office.add(1), office.add()
    office.issues.void(second, "重复登记")
    path = documents.write_table(documents.extract(office.campaign, [third, second, first]), out)
    assert path == out / f"{CAMPAIGN} 整改台账.xlsx" and numbers(path) == [3, 2, 1]
    assert numbers(documents.write_table(documents.extract(office.campaign), out)) == [1, 3]
    assert {one.name for one in out.iterdir()} == {f"{CAMPAIGN} 整改台账.xlsx", f"{CAMPAIGN} 整改台账（2）.xlsx"}


def test_what_is_left_of_a_wiped_issue_is_a_row_of_every_file_as_on_screen(office, documents, out):
    first, wrong, third = office.started(), office.add(1), office.add()
    office.services.erasing.issue(wrong, "误把不该录入的内容录了进来")
    stub = office.services.erasing.stub(wrong)
    heads = [("社会救助股　2 个问题", 2), ("误录，已清除　1 个序号", 1)]
    extract = documents.extract(office.campaign, [third, first, wrong], heads)
    assert [number for number, _ in extract.lines()] == [3, 1, 2]
    assert [number for number, _ in extract.issues] == [3, 1]
    assert extract.count_words().startswith("共 2 个问题，")
    book = openpyxl.load_workbook(documents.write_table(extract, out))
    sheet = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    (at,) = [place for place, row in enumerate(sheet) if row[1] == "误录，已清除"]
    assert sheet[at - 1][0] == "误录，已清除　1 个序号"
    assert (sheet[at][0], sheet[at][2], sheet[at][11]) == (2, stub.why(), "已清除")
    assert all(row[0] != 2 for row in book.worksheets[1].iter_rows(values_only=True))
    table, listed = out / "甲.docx", out / "乙.docx"
    documents.write_table(extract, table)
    documents.write_issue_list(extract, listed)
    for path in (table, listed):
        assert words(path.read_bytes()).count("误把不该录入的内容录了进来") == 1
    found = openpyxl.load_workbook(documents.write_issue_list(extract, out / "丙.xlsx")).worksheets[0]
    assert stub.why() in [cell.value for cell in found["C"]]
    assert numbers(documents.write_table(documents.extract(office.campaign), out)) == [1, 2, 3]


def test_every_kind_of_table_says_which_numbers_are_void(office, documents, out):
    first, second, third = office.started(), office.add(1), office.add()
    said = "序号 2 已作废（原因见台账历史），不再编号。"
    assert documents.extract(office.campaign).gaps == ""
    office.issues.void(second, "重复登记")
    extract = documents.extract(office.campaign, [third, first])
    assert extract.gaps == said
    for place in (0, 1):
        sheet = openpyxl.load_workbook(documents.write_table(extract, out)).worksheets[place]
        above, foot = (row[0].value for row in list(sheet.iter_rows())[-2:])
        assert (above, foot) == (said, "填报单位（盖章）：")
        assert sheet.print_area.endswith(f"${sheet.max_row}")
        assert int(sheet.auto_filter.ref.rpartition("N")[2]) < sheet.max_row - 1
    assert words(documents.write_table(extract, out / "甲.docx").read_bytes()).count(said) == 1
    assert words(documents.write_plan(extract, out).read_bytes()).count(said) == 3  # each list is handed out by itself
    assert documents.extract(office.campaign, [second]).gaps == ""


def test_a_path_that_was_chosen_is_written_and_says_the_kind(office, documents, out):
    office.started()
    extract = documents.extract(office.campaign)
    for name in ("甲.xlsx", "甲.docx", "甲.docx"):
        assert documents.write_table(extract, out / name) == out / name
    assert "措施完成 0/3" in words((out / "甲.docx").read_bytes())
    with pytest.raises(UserError, match="只能写成 docx"):
        documents.write_plan(extract, out / "乙.xlsx")
    assert sorted(one.name for one in out.iterdir()) == ["甲.docx", "甲.xlsx"]


def test_stopped_it_leaves_nothing(office, documents, out):
    office.started()
    extract = documents.extract(office.campaign)
    for name in ("甲.xlsx", "甲.docx"):
        with pytest.raises(StoppedError):
            documents.write_table(extract, out / name, lambda done, total: done < total)
    with pytest.raises(StoppedError):
        documents.extract(office.campaign, go_on=lambda done, total: False)
    assert not out.exists()


def test_reading_says_how_far_it_is(office, documents):
    for _ in range(30):
        office.add()
    assert list(documents.reading(office.campaign)) == [(0, 30), (25, 30), (30, 30)]


def test_too_many_for_a_word_document_are_refused_with_the_way_out(office, documents, out, monkeypatch):
    monkeypatch.setattr(ledger_documents, "MOST_IN_WORD", 1)
    office.add(), office.add()
    extract = documents.extract(office.campaign)
    for write in (documents.write_table, documents.write_plan):
        with pytest.raises(UserError, match="最多 1 个。请筛选后再导出，或导出 Excel"):
            write(extract, out / "甲.docx")
    assert numbers(documents.write_table(extract, out / "甲.xlsx")) == [1, 2]


def test_an_issue_of_another_campaign_is_refused(office, documents):
    other = office.ledger.open_campaign("另一个专项", date(2026, 1, 1), date(2026, 12, 31))
    with pytest.raises(UserError, match="不在这个专项里"):
        documents.extract(other, [office.add()])


def test_the_papers_of_one_issue(office, documents, out):
    issue_id = office.started()
    blank = documents.write_closing(issue_id, out, filled=False)
    assert blank.name == f"{CAMPAIGN} 第1号问题 销号审批表.docx" and "姓名：＿" in words(blank.read_bytes())
    close(office, issue_id)
    assert words(documents.write_closing(issue_id, out).read_bytes()).count("赵某") == 5
    sheet = documents.write_issue(issue_id, out)
    assert sheet.name == f"{CAMPAIGN} 第1号问题 问题整改情况表.docx"
    said = words(sheet.read_bytes())
    assert "名单.txt" in said and "完好" in said and "登记审签：报派驻组/巡察办" in said


def test_look_backs_of_what_was_closed_and_what_is_due(office, documents, out):
    done, late, _ = office.started(), office.started(), office.started()
    close(office, done), close(office, late)
    office.clock.sleep(100 * 86_400)
    on = office.ledger.today() - timedelta(days=1)
    office.issues.look_back(done, LookBack(3, on, "许言", "抽查20户，双签20户", Relapse.NONE, "走访12户，无人反映"))
    said = words(documents.write_look_backs(office.campaign, out).read_bytes())
    assert said.count("抽查20户，双签20户") == 1 and said.count("到期未看") == 1


def test_self_check_post_risks_plan_and_outcomes(office, documents, out):
    checks, risks = office.services.self_checks, office.services.post_risks
    check = checks.begin(office.campaign, office.units[0])
    checks.answer(check.id, check.items[0].id, Finding.PRESENT, "3户没有第二签名")
    risks.add(PostRisk("", office.units[0], "低保审核岗", "初审", "熟人不回避", RiskLevel.HIGH, "登记回避", "股长"))
    sheet = documents.write_self_check(check.id, out)
    (draft,) = checks.drafts(check.id)
    office.issues.confirm(draft.id)
    paths = [
        sheet,
        documents.write_post_risks(office.units[0], out),
        documents.write_post_risks("", out),
        documents.write_plan(documents.extract(office.campaign), out),
        documents.write_outcomes(office.campaign, out),
    ]
    assert [path.name for path in paths] == [
        f"{DAY} 社会救助股 对照自查情况表.docx",
        f"{DAY} 社会救助股 岗位廉政风险点及防控措施表.docx",
        f"{DAY} 各单位 岗位廉政风险点及防控措施表.docx",
        f"{CAMPAIGN} 整改方案（三张清单）.docx",
        f"{CAMPAIGN} 成果汇总.docx",
    ]
    said = [words(path.read_bytes()) for path in paths]
    assert "第 1 号，待确认" in said[0] and "熟人不回避" in said[1] and "社会救助股" in said[2]
    assert "3户没有第二签名" in said[3] and "排查一批问题线索" in said[4]


def test_forms_are_xlsx_where_the_name_of_the_file_says_so(office, documents, out):
    """Into a folder they go as Word documents, unless a table is asked for."""
    issue_id, unit = office.started(), office.units[0]
    extract = documents.extract(office.campaign)
    sheet = office.services.reports.sheet(office.campaign, unit, DAY[:7])
    written = [
        documents.write_issue_list(extract, out / "问题清单.xlsx"),
        documents.write_closing(issue_id, out / "销号审批表.xlsx"),
        documents.write_post_risks(unit, out / "风险点表.xlsx"),
        documents.write_month(sheet, out / "整改月报.xlsx"),
        documents.write_look_backs(office.campaign, out, ".xlsx"),
        documents.write_outcomes(office.campaign, out, ".xlsx"),
    ]
    for path in written:
        assert path.suffix == ".xlsx" and openpyxl.load_workbook(path).active["A1"].value
    kept = [documents.write_issue_list(extract, out), documents.write_month(sheet, out)]
    assert [path.suffix for path in kept] == [".docx"] * 2


def test_whatever_the_campaign_is_called_the_file_has_a_name(office, documents, out):
    office.ledger.change_campaign(replace(office.ledger.campaign(office.campaign), title='救助/"监管"：' + "长" * 60))
    path = documents.write_table(documents.extract(office.campaign), out)
    assert path.exists() and len(path.name.encode()) < 200
