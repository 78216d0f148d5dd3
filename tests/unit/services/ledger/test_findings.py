"""Findings of an inspection: what the columns are is shown first, and then all rows become issues or none does."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document
from openpyxl import Workbook

from app.domain.errors import UserError
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.findings import FindingField, FindingsFrame
from app.domain.ledger.issue import IssueSource
from app.domain.ledger.issue_state import IssueState
from app.packs.findings_file import MOST_ROWS, guessed, read_findings

HEAD = ("序号", "反馈问题", "具体表现", "责任单位", "配合单位", "责任领导", "整改目标")
ROWS = (
    (1, "死亡人员没有按月停发", "2025年9月有3户死亡后仍发放", "社会救助股", "殡葬管理所、财政局", "李某", "次月停发"),
    (2, "公示没有照片", "抽查5个村，4个没有照片", "不认识的科", "", "", ""),
)
FRAME = FindingsFrame(IssueSource.INSPECTION, "县委第三巡察组反馈意见", date(2026, 2, 20), area="mass-interest-harm")


def xlsx(*rows, merged="", title="问题清单"):
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for span in merged.split():
        sheet.merge_cells(span)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def docx(*rows, merge=()):
    document = Document()
    document.add_paragraph("附件")
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(at, column).text = str(cell)
    for (top, left), (bottom, right) in merge:
        table.cell(top, left).merge(table.cell(bottom, right))
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.fixture
def read(office):
    def read(name, data):
        return office.services.findings.read(office.file(name, data))

    return read


@pytest.mark.parametrize(("name", "make"), [("清单.xlsx", xlsx), ("清单.docx", docx)])
def test_a_table_is_read_and_its_columns_are_guessed(office, read, name, make):
    shown = read(name, make(("巡察反馈问题清单", "", "", "", "", "", ""), HEAD, *ROWS))
    assert shown.columns == HEAD
    assert dict(shown.mapping) == {
        FindingField.TITLE: 1,
        FindingField.DETAIL: 2,
        FindingField.UNIT: 3,
        FindingField.HELPERS: 4,
        FindingField.LEADER: 5,
        FindingField.GOAL: 6,
    }
    first, second = shown.rows
    assert (first.title, first.detail, first.goal) == ("死亡人员没有按月停发", "2025年9月有3户死亡后仍发放", "次月停发")
    assert (first.unit, first.helpers, first.leader) == (office.units[0], (office.units[1], "财政局"), "李某")
    assert (second.unit, second.number) == ("", 4)
    assert shown.refused == ()
    assert shown.notes[0] == "没有读取的列：序号。"
    assert "没有对上牵头单位：“不认识的科”" in shown.notes[1]


def test_nothing_is_saved_before_it_is_accepted(office, read):
    read("清单.xlsx", xlsx(HEAD, *ROWS))
    assert office.ledger.rows(office.campaign) == []


def test_accepted_they_are_drafts_that_name_the_letter(office, read):
    ids = office.services.findings.accept(office.campaign, read("清单.xlsx", xlsx(HEAD, *ROWS)), FRAME)
    first, second = map(office.issues.get, ids)
    assert first.state is second.state is IssueState.DRAFT
    assert (first.origin.source, first.origin.document, first.origin.on) == (FRAME.source, FRAME.document, FRAME.on)
    assert (first.text.dimension, first.text.area) == (Dimension.SYSTEM, "mass-interest-harm")
    assert [office.issues.number_of(one) for one in ids] == [1, 2]
    with pytest.raises(UserError, match="还没有指定牵头单位"):
        office.issues.confirm(second.id)
    office.issues.confirm(first.id)


def test_all_or_none(office, read):
    """The unit of the second row is gone between looking and accepting."""
    from dataclasses import replace

    shown = read("清单.xlsx", xlsx(HEAD, *ROWS))
    spoiled = replace(shown, rows=(shown.rows[0], replace(shown.rows[1], title="")))
    with pytest.raises(UserError, match="没有导入：第 3 行，请写反馈问题"):
        office.services.findings.accept(office.campaign, spoiled, FRAME)
    with pytest.raises(UserError, match="密级标志"):
        graded = replace(shown, rows=(shown.rows[0], replace(shown.rows[1], title="绝密★")))
        office.services.findings.accept(office.campaign, graded, FRAME)
    assert office.ledger.rows(office.campaign) == []
    assert not [one for one in office.services._unit_journal.events() if one[2] == "findings.taken"]


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [({"document": " "}, "请写这些问题出自哪份文件"), ({"on": date(2027, 1, 1)}, "还没有到")],
)
def test_the_letter_must_be_named(office, read, frame, sentence):
    from dataclasses import replace

    shown = read("清单.xlsx", xlsx(HEAD, *ROWS))
    with pytest.raises(UserError, match=sentence):
        office.services.findings.accept(office.campaign, shown, replace(FRAME, **frame))


def test_another_mapping_gives_other_rows(office, read):
    shown = read("清单.xlsx", xlsx(("编号", "反馈问题", "备注"), ("A", "甲问题", "乙问题")))
    again = office.services.findings.mapped(shown.table, {FindingField.TITLE: 2})
    assert [row.title for row in again.rows] == ["乙问题"]
    without = office.services.findings.mapped(shown.table, {FindingField.DETAIL: 1})
    assert (without.rows, without.refused[0].message) == ((), "还没有指定哪一列是“反馈问题”")
    with pytest.raises(UserError, match="没有可以导入的行"):
        office.services.findings.accept(office.campaign, without, FRAME)


@pytest.mark.parametrize(
    ("head", "mapping"),
    [
        (("问题", "责任部门"), {FindingField.TITLE: 0, FindingField.UNIT: 1}),
        (("审计发现的主要问题", "问题", "责任单位（牵头）"), {FindingField.TITLE: 1, FindingField.UNIT: 2}),
        (("反馈问题及要求", "责任领导（签字）"), {FindingField.TITLE: 0, FindingField.LEADER: 1}),
        (("1.反馈问题", "2.问题类别"), {FindingField.TITLE: 0, FindingField.AREA: 1}),
    ],
)
def test_heads_as_offices_write_them(head, mapping):
    assert guessed(head) == mapping


def test_a_long_finding_is_named_by_its_first_sentence():
    long = "临时救助审批超过时限。" + "2025年9月起抽查20户，有7户超过20个工作日。" * 8
    from app.packs.findings_rows import taken

    table = read_findings("清单.xlsx", xlsx(("反馈问题",), (long,)))
    ((row,), refused, _) = taken(table, guessed(table.columns), {}, {})
    assert (row.title, row.detail, refused) == ("临时救助审批超过时限", long, ())


REFUSED = [
    (("", "没有名字的表现", "", "", "", "", ""), "没有“反馈问题”，可能有合并单元格", "取消合并"),
    (("死亡人员没有按月停发", "2025年9月有3户死亡后仍发放"), "与第 2 行是同一个问题", "删去重复的一行"),
    (("某问题", "身份证 110101199003070011 的人"), "“具体表现”里有身份证号样的数字", "删去这些号码"),
    (("某问题", "字" * 2500), "“具体表现”有 2500 字", "选错了列"),
    (("=1+1", "公式"), "这一行有公式", "粘贴为数值"),
]


@pytest.mark.parametrize(("row", "message", "advice"), REFUSED)
def test_a_row_that_cannot_be_taken_says_where_why_and_what_to_do(read, row, message, advice):
    first = ("死亡人员没有按月停发", "2025年9月有3户死亡后仍发放")
    shown = read("清单.xlsx", xlsx(("反馈问题", "具体表现"), first, row))
    (problem,) = shown.refused
    assert (problem.file, problem.line) == ("清单.xlsx", 3)
    assert message in problem.message
    assert advice in problem.advice
    assert [one.number for one in shown.rows] == [2]


def test_merged_cells_are_refused_where_they_hide_whose_they_are(read):
    rows = (("反馈问题", "具体表现"), ("甲", "其一"), ("", "其二"), ("乙", "其三"))
    for name, data in (
        ("清单.xlsx", xlsx(*rows, merged="A2:A3")),
        ("清单.docx", docx(*rows, merge=[((1, 0), (2, 0))])),
    ):
        shown = read(name, data)
        assert "乙" in [row.title for row in shown.rows]
        assert all("合并单元格" in problem.message and "取消合并" in problem.advice for problem in shown.refused)
        assert 3 in [problem.line for problem in shown.refused]


MERGED_HEAD = ("类别", "序号", "反馈问题", "责任单位")
MERGED_ROWS = (
    ("不作为", 1, "床位补贴只看报表", "社会救助股"),
    ("", 2, "探访记录补写", ""),
    ("", 3, "食材验收一人签字", ""),
    ("两个责任不力", 4, "公车派单", "殡葬管理所"),
)


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_is_merged_down_holds_for_every_row_that_it_covers_and_is_said(office, read, ending):
    rows = (MERGED_HEAD, *MERGED_ROWS)
    data = {
        "xlsx": lambda: xlsx(*rows, merged="A2:A4 D2:D4"),
        "docx": lambda: docx(*rows, merge=[((1, 0), (3, 0)), ((1, 3), (3, 3))]),
    }[ending]()
    shown = read(f"清单.{ending}", data)
    assert shown.refused == ()
    assert [row.area for row in shown.rows] == ["nonfeasance"] * 3 + ["dual-responsibility"]
    first, second = office.units
    assert [row.unit for row in shown.rows] == [first, first, first, second]
    assert "“牵头单位”、“突出问题”有合并单元格，2 行照合并的那一格填上了。请在下面逐行核对。" in shown.notes


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_merged_column_that_is_not_read_refuses_nothing(read, ending):
    rows = (("备注", "反馈问题"), ("同上", "甲问题"), ("", "乙问题"))
    data = xlsx(*rows, merged="A2:A3") if ending == "xlsx" else docx(*rows, merge=[((1, 0), (2, 0))])
    shown = read(f"清单.{ending}", data)
    assert ([row.title for row in shown.rows], shown.refused) == (["甲问题", "乙问题"], ())


def test_a_head_of_two_lines_names_no_finding(read):
    rows = (("反馈问题", "责任"), ("", "单位"), ("甲问题", "社会救助股"))
    shown = read("清单.xlsx", xlsx(*rows, merged="A1:A2"))
    assert "甲问题" in [row.title for row in shown.rows] and "反馈问题" not in [row.title for row in shown.rows]


def test_how_many_rows_fall_back_is_said(read):
    rows = (MERGED_HEAD, ("不作为", 1, "甲问题", ""), ("作风", 2, "乙问题", "社会救助股"))
    note = "1 行的“牵头单位”、1 行的“突出问题”没有写或没有对上，导入时按上面选的记。请核对。"
    assert note in read("清单.xlsx", xlsx(*rows)).notes


def test_the_same_file_once_more_enters_nothing_unless_that_is_wanted(office, read):
    findings, shown = office.services.findings, read("清单.xlsx", xlsx(HEAD, *ROWS))
    first = findings.accept(office.campaign, shown, FRAME)
    assert findings.known(office.campaign, shown) == {2: 1, 3: 2}
    with pytest.raises(UserError, match="这 2 条台账里都有了"):
        findings.accept(office.campaign, shown, FRAME)
    office.issues.void(first[1], "不属实")
    (again,) = findings.accept(office.campaign, shown, FRAME)
    assert office.issues.get(again).text.title == "公示没有照片"
    assert len(findings.accept(office.campaign, shown, FRAME, again=True)) == 2


def test_the_same_title_with_other_words_in_another_department_is_another_finding(office, read):
    head = ("反馈问题", "具体表现", "责任单位")
    findings = office.services.findings
    findings.accept(office.campaign, read("甲.xlsx", xlsx(head, ("台账不全", "缺3份", "社会救助股"))), FRAME)
    other = read("乙.xlsx", xlsx(head, ("台账不全", "缺12份", "殡葬管理所"), ("台账不全", "又缺1份", "社会救助股")))
    assert findings.known(office.campaign, other) == {3: 1}


def bomb():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"0" * (70 * 1024 * 1024))
    return data.getvalue()


def entities():
    """A docx whose text would be a million characters if its entities were expanded."""
    source, data = io.BytesIO(docx(("反馈问题",), ("甲",))), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(data, "w") as new:
        for part in old.infolist():
            body = old.read(part)
            if part.filename == "word/document.xml":
                chain = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 7))
                declared = f'<!DOCTYPE d [<!ENTITY e0 "甲">{chain}]>'.encode()
                body = body.replace(b"?>", b"?>" + declared, 1).replace("甲".encode(), b"&e6;", 1)
            new.writestr(part, body)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("清单.doc", b"\xd0\xcf\x11\xe0", "请在 WPS 或 Word 中另存为 docx/xlsx 后再导入"),
        ("清单.et", b"\xd0\xcf\x11\xe0", "请在 WPS 或 Word 中另存为 docx/xlsx 后再导入"),
        ("清单.wps", b"\xd0\xcf\x11\xe0", "请在 WPS 或 Word 中另存为 docx/xlsx 后再导入"),
        ("清单.xlsx", b"\xd0\xcf\x11\xe0", "打不开：文件不完整，或不是真正的"),
        ("清单.docx", b"PK\x03\x04broken", "打不开：文件不完整，或不是真正的"),
        ("清单.docx", xlsx(("反馈问题",), ("甲",)), "打不开"),
        ("清单.xlsx", b"0" * (10 * 1024 * 1024 + 1), "超过 10 MB"),
        ("清单.xlsx", bomb(), "内容太多"),
        ("清单.xlsx", xlsx(("名称", "数量"), ("甲", 1)), "找不到问题清单的表头"),
        ("清单.xlsx", xlsx(("反馈问题",), *((f"问题{n}",) for n in range(MOST_ROWS + 5))), "表格超过 2000 行"),
        ("清单.xlsx", xlsx(("反馈问题",), ("甲",), ("密级：机密",)), "没有读入。文字中有密级标志"),
    ],
)
def test_what_is_no_list_of_findings_is_refused(office, read, name, data, sentence):
    with pytest.raises(UserError, match=sentence):
        read(name, data)
    assert office.ledger.rows(office.campaign) == []


def test_entities_are_never_expanded(read):
    try:
        shown = read("清单.docx", entities())
    except UserError:
        return
    assert all(len(row.title) < 100 for row in shown.rows)


def test_a_hidden_sheet_is_not_read(read):
    book = Workbook()
    book.active.title = "别的"
    hidden = book.create_sheet("问题")
    hidden.append(("反馈问题",))
    hidden.append(("甲",))
    hidden.sheet_state = "hidden"
    data = io.BytesIO()
    book.save(data)
    with pytest.raises(UserError, match="找不到问题清单的表头"):
        read("清单.xlsx", data.getvalue())


def test_clues_and_open_cases_are_told_with_their_rows_and_can_be_taken_all_the_same(office, read):
    second = (2, "账目不清", "原股长已留置，举报人周某提供", *[""] * 4)
    rows = ((ROWS[0][0], "举报人张丽华反映多报人数", *ROWS[0][2:]), second)
    shown = read("清单.xlsx", xlsx(HEAD, *rows))
    assert shown.notes[0].startswith("第 2、3 行里有一处像是举报人的情况。")
    assert shown.notes[1].startswith("第 3 行里有一处像是正在办理的案件。")
    assert (len(shown.rows), shown.refused) == (2, ())


def said_in_the_log(office, words):
    return [event for event in office.services._unit_journal.events() if words in str(event[4])]


def test_wiped_nothing_stays_of_the_names_of_its_file_and_document(office, read):
    """Also of what an earlier version wrote into the log."""
    letter = "关于某某的内部通报"
    old = {"file": f"{letter}.xlsx", "document": letter, "count": 2}
    with office.services._unit_journal.record("findings.taken", office.campaign, old):
        pass
    frame = FindingsFrame(IssueSource.INSPECTION, letter, date(2026, 2, 20), area="mass-interest-harm")
    ids = office.services.findings.accept(office.campaign, read(f"{letter}.xlsx", xlsx(HEAD, *ROWS)), frame)
    assert said_in_the_log(office, letter)
    for issue_id in ids:
        assert office.services.erasing.issue(issue_id, "录入了不该录入的内容") == ""
    assert said_in_the_log(office, letter) == []
    assert office.services._unit_journal.broken() == []
