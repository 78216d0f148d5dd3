"""A block from a spreadsheet put into the table of points: all of it in its right place, or nothing of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.paper_section import PaperSection
from app.domain.pasted_marks import MarksPaste
from app.domain.roster_person import RosterPerson

SECTIONS = (PaperSection("单选", 36), PaperSection("多选", 24), PaperSection("简答", 40))
PEOPLE = (
    RosterPerson("李华", "办公室", "1001"),
    RosterPerson("王芳", "财务股", "1002"),
    RosterPerson("周 明", "办公室", "1003"),
    RosterPerson("王芳", "办公室"),
)
EMPTY = [[None] * 3] * 4


def read(text, row=0, place=0, known=EMPTY, people=PEOPLE):
    return dict(MarksPaste(people, SECTIONS, known).read(text, row, place).points)


def refusal(text, **where):
    with pytest.raises(UserError) as said:
        read(text, **where)
    assert str(said.value).startswith("一格也没有写入。")
    return str(said.value)


def test_points_alone_go_from_the_chosen_cell_down_and_right():
    assert read("8\t6.5\n9\t7", row=1, place=1) == {(1, 1): 8, (1, 2): 6.5, (2, 1): 9, (2, 2): 7}


def test_a_sum_at_the_end_is_checked_and_not_written():
    assert read("18\t8\t6\t32") == {(0, 0): 18, (0, 1): 8, (0, 2): 6}
    assert "第 1 行李华：合计写的是 33，各题加起来是 32" in refusal("18\t8\t6\t33")


def test_a_sum_is_that_of_the_row_as_it_would_stand():
    known = [[None, None, 30.0], *EMPTY[1:]]
    assert read("8\t\t\t38", known=known) == {(0, 0): 8}
    assert "各题加起来是 38" in refusal("8\t\t\t8", known=known)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1\t2\t3\t6\t6", "粘贴的得分有 5 列，从“单选”起只有 3 列得分和 1 列合计"),
        ("1\n2\n3\n4\n5", "粘贴的有 5 行，从李华起只有 4 人"),
        ("1\t2\t3\n1\t25\t3", "第 2 行王芳：多选满分 24 分，填的是 25"),
        ("张三\t1\t2\t3", "“张三”不是得分，名单上也没有这个姓名"),
        ("李华\t1\n张三\t1", "第 2 行：名单上没有“张三”"),
        ("李华\t1\n李华\t2", "第 2 行：李华在第 1 行已经有了"),
        ("王芳\t1\t2\t3", "名单上有 2 个“王芳”，请连同工号或科室一起复制"),
        ("1002\t李华\t1\t2\t3", "工号“1002”在名单上是王芳，这里写的是“李华”"),
        ("姓名\t工号\t单选\n李华\t9999\t1", "名单上没有工号“9999”"),
        ("姓名\t单选\t口试\n李华\t1\t2", "认不出这几列是哪一题的得分：口试"),
        ("姓名\t单选\t单项选择题\n李华\t1\t2", "有两列写的是同一项：单选、单项选择题"),
        ("姓名\t成绩\n李华\t80", "没有各题的得分"),
        ("姓名\t单选\n李华\t缺考", "没有得分"),
        ("1\t2\t3\t多余", "“多余”不是得分"),
        ("\t\n", "1 到 6000 行"),
    ],
)
def test_what_does_not_fit_is_refused_whole(text, words):
    assert words in refusal(text)


def test_many_faults_are_counted_and_the_first_ones_told():
    said = refusal("\n".join(["99\t99\t99"] * 4))
    assert "有 12 处对不上" in said and said.endswith("还有 8 处。")


def test_without_names_a_cell_of_points_must_be_chosen():
    assert "请先选中要从哪一格起填的得分格" in refusal("1\t2", place=None)


def test_rows_are_found_by_name_number_or_both_whatever_is_chosen():
    wanted = {(2, 0): 1, (2, 1): 2, (2, 2): 3, (0, 0): 4, (0, 1): 5, (0, 2): 6}
    assert read("周明\t1\t2\t3\n李华\t4\t5\t6", row=3, place=2) == wanted
    assert read("1003\t1\t2\t3\n1001\t4\t5\t6", place=None) == wanted
    assert read("周明\t办公室\t1003\t1\t2\t3\t6\n李华\t办公室\t1001\t4\t5\t6\t15", place=None) == wanted
    assert read("1\t周明\t1\t2\t3\n2\t李华\t4\t5\t6") == wanted


def test_two_of_one_name_are_told_apart_by_number_or_department():
    assert read("王芳\t办公室\t\t1\t2\t3") == {(3, 0): 1, (3, 1): 2, (3, 2): 3}
    assert set(read("姓名\t工号\t单选\n王芳\t1002\t1")) == {(1, 0)}


def test_heads_say_which_column_is_which():
    text = "成绩登记表\t\t\t\t\t\t\n序号\t姓名\t三、简答题（40分）\t单项选择题\t多选（24）\t总分\t备注\n"
    text += "\t满分\t40\t36\t24\t100\t\n1\t周明\t1\t2\t3\t6\t\n2\t李华\t缺考\t\t\t缺考\t病假\n\t合计\t1\t2\t3\t6\t"
    assert read(text, place=None) == {(2, 2): 1, (2, 0): 2, (2, 1): 3}


def test_heads_by_the_ordinals_of_the_printed_paper():
    assert read("姓名\t一\t二\t三\t总分\n李华\t1\t2\t3\t6") == {(0, 0): 1, (0, 1): 2, (0, 2): 3}


def test_numbers_that_could_be_either_are_asked_for_with_their_heads():
    people = tuple(RosterPerson(f"某{number}", "", str(number)) for number in range(1, 9))
    known = [[None] * 3] * 8
    assert "说不清第一列是工号还是得分" in refusal("1\t5\n2\t6\n3\t7", people=people, known=known)
    assert read("工号\t单选\n2\t6\n1\t5", people=people, known=known) == {(1, 0): 6, (0, 0): 5}


@given(
    st.lists(st.tuples(st.integers(0, 36), st.integers(0, 24), st.integers(0, 40)), min_size=4, max_size=4),
    st.permutations(range(4)),
)
def test_a_list_in_any_order_gives_everybody_his_own(points, order):
    people = [f"{one.name}\t{one.department}\t{one.number}" for one in PEOPLE]
    lines = [f"{people[at]}\t{a}\t{b}\t{c}\t{a + b + c}" for at in order for a, b, c in [points[at]]]
    wanted = {(row, place): value for row, one in enumerate(points) for place, value in enumerate(one)}
    assert read("姓名\t科室\t工号\t单选\t多选\t简答\t合计\n" + "\n".join(lines)) == wanted


@given(st.text('李华王芳周明 1234567890.\t\n"缺考合计姓名单选', max_size=60), st.integers(0, 3), st.integers(0, 2))
def test_whatever_is_pasted_is_points_within_bounds_or_refused_in_words(text, row, place):
    try:
        found = read(text, row, place)
    except UserError:
        return
    assert found
    assert all(0 <= at < len(PEOPLE) and 0 <= value <= SECTIONS[to].full for (at, to), value in found.items())
