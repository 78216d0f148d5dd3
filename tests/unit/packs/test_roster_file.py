"""A roster from a table: whatever an office sends is read, or every row says what is wrong with it."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.roster_person import RosterPerson
from app.packs import table_rows
from app.packs.roster_file import read_roster

ROWS = (("姓名", "科室", "工号"), ("周明", "社会救助科", 1001), ("李华", "办公室", "A-7"))
PEOPLE = (RosterPerson("周明", "社会救助科", "1001"), RosterPerson("李华", "办公室", "A-7"))


def xlsx(*rows, sheets=()):
    book = openpyxl.Workbook()
    for number, content in enumerate([rows, *sheets]):
        sheet = book.active if number == 0 else book.create_sheet()
        for row in content:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv(*rows, encoding="utf-8"):
    return "\r\n".join(",".join(map(str, row)) for row in rows).encode(encoding)


def said(name, data):
    with pytest.raises(UserError) as caught:
        read_roster(name, data)
    assert str(caught.value).endswith("。") and name in str(caught.value)
    return str(caught.value)


def problems(*rows):
    return [(one.line, one.message, one.advice) for one in read_roster("名单.xlsx", xlsx(*rows)).problems]


def test_a_plain_table_is_read():
    roster = read_roster("名单.xlsx", xlsx(*ROWS))
    assert (roster.people, roster.problems, roster.notes) == (PEOPLE, (), ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
def test_a_csv_is_read_in_the_encodings_of_offices(encoding):
    assert read_roster("名单.CSV", csv(*ROWS, encoding=encoding)).people == PEOPLE


def test_the_head_may_stand_below_titles_with_its_columns_in_any_order_and_others_between():
    rows = [("附件1",), (), ("序号", "工 号", "备注", "姓名", "部门"), (1, 1001.0, "", "周　明", "社会救助科")]
    assert read_roster("名单.xlsx", xlsx(*rows)).people == PEOPLE[:1]


def test_the_first_sheet_with_a_head_counts():
    assert read_roster("名单.xlsx", xlsx(("说明",), sheets=(ROWS,))).people == PEOPLE


def book(sheets, merged=()):
    """``sheets``: name → rows; ``merged``: ranges of the first one."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    for one in merged:
        made.worksheets[0].merge_cells(one)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_people_of_all_sheets_are_read_with_the_sheet_as_their_department():
    data = book({"办公室": [("姓名",), ("周明",)], "财务股": [("姓名",), ("李华",)], "Sheet3": [("姓名",), ("王芳",)]})
    found = [(one.name, one.department) for one in read_roster("a.xlsx", data).people]
    assert found == [("周明", "办公室"), ("李华", "财务股"), ("王芳", "")]


def test_a_column_of_departments_goes_before_the_name_of_the_sheet():
    data = book({"甲": ROWS, "乙": [("姓名", "科室"), ("王芳", "财务股")]})
    assert [one.department for one in read_roster("a.xlsx", data).people] == ["社会救助科", "办公室", "财务股"]


def test_a_sheet_without_names_is_named():
    data = book({"名单": ROWS, "说明": [("请填写",)], "空": []})
    assert read_roster("a.xlsx", data).notes == ("没有读取工作表“说明”：里面没有“姓名”一列。",)


def test_a_row_of_one_sheet_that_cannot_be_taken_names_its_sheet():
    data = book({"甲": [("姓名", "工号"), ("周明", 1)], "乙": [("姓名", "工号"), ("", 2), ("李华", 1)]})
    first, second = read_roster("a.xlsx", data).problems
    assert (first.line, first.message) == (2, "工作表“乙”里，这一行没有姓名")
    assert second.line == 3 and "与工作表“甲”第 2 行是同一个人" in second.message


def test_more_sheets_than_are_read_are_refused():
    assert "21 张工作表" in said("a.xlsx", book({f"第{n}科": [("姓名",), (f"人{n}",)] for n in range(21)}))


def test_two_blocks_side_by_side_are_refused_and_nothing_is_half_read():
    rows = (("姓名", "科室", "", "姓名", "科室"), ("周明", "办公室", "", "李华", "财务股"))
    roster = read_roster("a.xlsx", xlsx(*rows))
    ((line, message, advice),) = [(one.line, one.message, one.advice) for one in roster.problems]
    assert line == 1 and "两列“姓名”并排" in message and "一行只写一个人" in advice


def test_blocks_one_below_another_are_read_each_by_its_own_head():
    rows = (ROWS[0], ROWS[1], (), ("姓名", "工号", "科室"), ("李华", "A-7", "办公室"))
    assert read_roster("a.xlsx", xlsx(*rows)).people == PEOPLE


def test_a_joined_cell_of_the_department_holds_for_every_line_that_it_reaches_over():
    rows = [("科室", "姓名"), ("办公室", "周明"), (None, "李华"), ("财务股", "王芳"), (None, "赵强"), (None, "陈静")]
    people = read_roster("a.xlsx", book({"名单": rows}, ["A2:A3", "A4:A5"])).people
    assert [one.department for one in people] == ["办公室", "办公室", "财务股", "财务股", ""]


def test_who_has_no_department_is_told_where_others_have_one():
    assert "1 人没有科室：李华。" in read_roster("a.xlsx", xlsx(ROWS[0], ROWS[1], ("李华",))).notes
    assert not read_roster("a.xlsx", xlsx(("姓名",), ("周明",))).notes


@pytest.mark.parametrize(
    "foot",
    [
        "合计",
        "合 计",
        "共 2 人",
        "制表人：张三",
        "填报日期",
        "审核：",
        "审核人 李四",
        "2026年11月22日",
        "注：按科室排序",
    ],
)
def test_the_foot_of_a_table_is_no_candidate_and_is_named(foot):
    roster = read_roster("a.xlsx", xlsx(*ROWS, (), (foot,)))
    assert roster.people == PEOPLE and not roster.problems
    assert f"没有当作人：第 5 行“{foot}”。" in roster.notes


def test_the_heading_of_a_group_is_not_taken_for_a_name():
    ((line, message, _),) = problems(ROWS[0], ("社会救助股",), ROWS[1])
    assert line == 2 and "像是科室，不像姓名" in message


@pytest.mark.parametrize("name", ["何平", "尚书记", "时小月", "单日新", "合木提", "审晓", "共工"])
def test_a_name_that_looks_a_little_like_it_is_taken(name):
    assert [one.name for one in read_roster("a.xlsx", xlsx(("姓名",), (name,))).people] == [name]


def test_empty_rows_are_passed_over_and_names_alone_are_enough():
    assert [one.name for one in read_roster("a.xlsx", xlsx(("姓名",), ("周明",), (None,), ("李华",))).people] == [
        "周明",
        "李华",
    ]


def test_columns_that_an_exam_does_not_need_are_not_read_and_that_is_said():
    roster = read_roster("a.xlsx", xlsx(("姓名", "身份证号", "手机"), ("周明", "110101199001011237", "13812345678")))
    assert roster.people == (RosterPerson("周明"),)
    assert len(roster.notes) == 2 and "没有读取“身份证号”一列" in roster.notes[0]


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ((ROWS[0], ("", "办公室", 3)), 2, "没有姓名"),
        ((ROWS[0], ROWS[1], ("王芳", "办公室", 1001)), 3, "与第 2 行是同一个人或用了同一个工号"),
        ((ROWS[0][:1], ("周明",), ("周明",)), 3, "与第 2 行是同一个人"),
        ((ROWS[0], ("名" * 41, "", "")), 2, "有 41 个字，超过 40 个"),
        ((ROWS[0], ("周明", "", "110101199001011237")), 2, "像是身份证号"),
        ((ROWS[0], ("周明", "机密★办公室", "")), 2, "密级标志"),
        ((ROWS[0],), 0, "表头下面没有人"),
    ],
)
def test_a_row_that_cannot_be_taken_says_where_and_why_and_what_to_do(rows, line, message):
    ((found_line, found_message, advice),) = problems(*rows)
    assert found_line == line and message in found_message and advice


def test_people_of_one_name_are_told_apart_by_number_or_department():
    rows = (ROWS[0], ("周明", "甲科", ""), ("周明", "乙科", ""), ("周明", "乙科", 7))
    assert not problems(*rows)


def test_a_formula_gives_its_value_and_never_itself():
    roster = read_roster("a.xlsx", xlsx(("姓名", "科室"), ("周明", '=HYPERLINK("http://x","y")')))
    assert roster.people == (RosterPerson("周明"),)


@pytest.mark.parametrize("name", ["名单.xls", "名单.et", "名单.wps", "名单.pdf", "名单"])
def test_other_files_are_to_be_saved_as_xlsx(name):
    assert "另存为 xlsx" in said(name, b"\xd0\xcf\x11\xe0")


def test_an_old_file_with_a_new_name_is_found_out():
    assert "不是真正的 xlsx" in said("名单.xlsx", b"\xd0\xcf\x11\xe0" * 100)


def test_a_table_without_names_says_what_the_head_must_be():
    assert "表头" in said("名单.xlsx", xlsx(("人员", "处"), ("周明", "办公室")))


def test_a_csv_in_neither_encoding_or_with_an_open_quote_is_refused():
    assert "编码" in said("a.csv", b"\xff\xff\xff\xff")
    assert "引号" in said("a.csv", '姓名\n"周明'.encode())


def test_too_many_rows_are_refused():
    assert "超过 6000 行" in said("a.csv", csv(("姓名",), *((f"人{n}",) for n in range(6_000))))


def test_a_cell_far_away_costs_nothing():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"], book.active["XFD1048576"] = "姓名", "周明", "远"
    out = io.BytesIO()
    book.save(out)
    assert read_roster("a.xlsx", out.getvalue()).people == (RosterPerson("周明"),)


def repacked(data, name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("name", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
def test_a_part_that_unpacks_to_more_than_a_roster_is_refused_before_it_is_parsed(name):
    assert "内容太多" in said("a.xlsx", repacked(xlsx(*ROWS), name, b" " * (table_rows.MOST_BYTES * 7)))


def test_entities_are_not_expanded():
    with zipfile.ZipFile(io.BytesIO(xlsx(*ROWS))) as whole:
        sheet = whole.read("xl/worksheets/sheet1.xml").replace("周明".encode("ascii", "xmlcharrefreplace"), b"&b;")
    assert b"&b;" in sheet
    bomb = b'<!DOCTYPE x [<!ENTITY a "\xe6\x9d\x8e"><!ENTITY b "&a;&a;&a;">]>' + sheet
    assert "不完整" in said("a.xlsx", repacked(xlsx(*ROWS), "xl/worksheets/sheet1.xml", bomb))


WHOLE = xlsx(*ROWS)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=8), st.integers(0, 300))
def test_a_damaged_file_is_read_or_ends_in_a_sentence(start, patch, gap):
    damaged = WHOLE[:start] + patch + WHOLE[start + gap :]
    try:
        read_roster("a.xlsx", damaged)
    except UserError as error:
        assert str(error).endswith("。")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.text(max_size=60), max_size=4), max_size=6))
def test_whatever_stands_under_the_head_every_row_is_a_person_or_a_problem(cells):
    rows = [["".join(one for one in cell if one not in '",\n\r') for cell in row] for row in cells]
    data = csv(("姓名", "科室", "工号"), *rows).replace(b"\x00", b"").decode("utf-8", "replace")
    roster = read_roster("a.csv", data.encode())
    for person in roster.people:
        assert person.name and (person.name + person.department + person.number).isprintable()
    assert len({person.key for person in roster.people}) == len(roster.people)


HEAD = ("姓名", "工号", "延长时间")


def test_extra_time_is_read_from_its_column():
    rows = (HEAD, ("周明", 1, None), ("李华", 2, 1.25), ("王芳", 3, "1.5倍"), ("赵六", 4, 1))
    roster = read_roster("a.xlsx", xlsx(*rows))
    assert not roster.problems and [one.factor for one in roster.people] == [100, 125, 150, 100]


def test_extra_time_that_cannot_be_given_is_a_row_to_mend():
    ((line, message, advice),) = problems(HEAD, ("周明", 1, ""), ("李华", 2, "30分钟"))
    assert line == 3 and "延长时间“30分钟”" in message and "1.25 或 1.5" in advice
