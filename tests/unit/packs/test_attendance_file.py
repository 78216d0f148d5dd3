"""Names for 签到 as units keep them: any columns, any order, two people of one name, and nothing that is not needed."""

import io

import openpyxl
import pytest

from app.domain.errors import UserError
from app.packs.attendance_file import read_names


def xlsx(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def csv(text, encoding="utf-8"):
    return text.encode(encoding)


def test_columns_are_found_by_their_names_below_a_title():
    read = read_names(
        "名单.xlsx",
        xlsx(
            ["警示教育大会参会人员"],
            ["序号", "科 室", "姓名", "职务", "列席", "可抽点"],
            [1, "办公室", "周 明", "主任", None, "否"],
            [2, "社会救助科", "李华", "科长", "", "是"],
            [None, None, None, None, None, None],
            [3, "派驻组", "王芳", "组长", "√", ""],
        ),
    )
    assert [(one.number, one.name, one.unit, one.post, one.observer, one.pickable) for one in read.people] == [
        (1, "周明", "办公室", "主任", False, False),
        (2, "李华", "社会救助科", "科长", False, True),
        (3, "王芳", "派驻组", "组长", True, True),
    ]
    assert read.problems == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_csv_is_read_in_both_encodings(encoding):
    read = read_names("名单.csv", csv("姓名,单位,出席/列席\n周明,办公室,出席\n李华,,列席\n", encoding))
    assert [(one.name, one.unit) for one in read.people] == [("周明", "办公室"), ("李华", "")]
    assert [one.observer for one in read.people] == [False, True]


def test_people_of_one_name_are_kept_apart_and_told():
    read = read_names("名单.csv", csv("姓名,科室\n周明,办公室\n李华,\n周明,养老服务科\n"))
    assert [one.number for one in read.people] == [1, 2, 3]
    assert read.notes == (
        "“周明”有 2 位：第 1 位（办公室）、第 3 位（养老服务科）。已分别登记；如果是同一个人，请移出多余的。",
    )


def test_a_bare_column_of_names_needs_no_header():
    assert [one.name for one in read_names("名单.xlsx", xlsx(["周明"], ["李华"])).people] == ["周明", "李华"]


def test_private_columns_are_not_read_and_that_is_said():
    read = read_names("名单.csv", csv("姓名,手机号,身份证号\n周明,13800138000,110101199003070071\n"))
    assert "13800138000" not in repr(read)
    assert read.notes == (
        "没有读取“手机号”一列：签到不需要这些信息。",
        "没有读取“身份证号”一列：签到不需要这些信息。",
    )


def test_a_row_that_cannot_be_taken_says_which_and_why_and_the_others_are_taken():
    read = read_names("名单.csv", csv(f"姓名,科室\n,办公室\n{'长' * 31},\n13800138000,\n密级：机密,\n周明,\n"))
    assert [one.name for one in read.people] == ["周明"]
    assert [(one.line, one.advice) for one in read.problems] == [
        (2, "补上姓名，或删去这一行"),
        (3, "检查是不是填错了列"),
        (4, "签到不登记身份证号和手机号，请删去"),
        (5, "删去这一行，按保密规定处理"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("名单.xlsx", xlsx(["序号", "科室"], [1, "办公室"]), "找不到表头"),
        ("名单.csv", csv("姓名,科室\n"), "没有人"),
        ("名单.csv", csv("姓名\n" + "周明\n" * 2001), "超过 2000 人"),
        ("名单.et", b"\xd0\xcf\x11\xe0", "另存为 xlsx"),
        ("名单.xlsx", b"PK\x03\x04 broken", "打不开"),
    ],
)
def test_what_is_no_list_of_names_is_refused_with_what_to_do(name, data, words):
    with pytest.raises(UserError, match=words):
        read_names(name, data)
