"""What is said about a case that has something wrong in it: where, what, and what to do."""

import re
from datetime import date

import pytest

from app.domain.problem import Severity
from tests.unit.packs.builder import CASE, OLD_RULE, RULE, ContentFolder, filler

# (what becomes, what; words of the message; text on whose line it is reported, by default the new text's)
HEAD = [
    ("cover: 借车", "cover: 借车\ncolour: red", "不认识的键“colour”", "colour:"),
    ("title: 借来的车", "title: 借来的车\ntitle: 又一个", "“title”写了两次", "title: 又一个"),
    ("subtitle: 车还了，人情没有还\n", "", "缺少“subtitle”", "kind:"),
    ("kind: case", "kind: story", "“kind”的值“story”不在词表里", ""),
    ("number: 7", "number: seven", "“number”应是 1 到 9999 的整数", ""),
    ("cover: 借车", "cover: 借车记", "封面字应是两个字", ""),
    ("composite: true\n", "", "没有标明是复合案例", "kind:"),
    ("composite: true", "composite: false", "没有标明是复合案例", ""),
    ("domain: eldercare", "domain: cars", "“domain”的值“cars”不在词表里", ""),
    ("[privilege, oversight-missing]", "[privilege, privilege]", "“root_causes”里“privilege”写了两次", ""),
    ("[privilege, oversight-missing]", "[hedonism]", "根因 hedonism 在原因剖析里没有写", ""),
    ("posts: [领导, 经办, 监督]", "posts: [司机]", "“posts”的值“司机”不在词表里", ""),
    ("period: 2025-03-01/2025-06-30", "period: 2025年", "“period”应是起止日期", ""),
    ("period: 2025-03-01/2025-06-30", "period: 2025-06-30/2025-03-01", "“period”的终了早于开始", ""),
    (
        "period: 2025-03-01/2025-06-30",
        "period: 2025-04-01/2025-06-30",
        "【1】（2025-03-01）不在事发期间",
        "【1】2025年",
    ),
    ("outcome_date: 2026-02", "outcome_date: 2025-02-30", "“outcome_date”不是日期", ""),
    ("outcome_date: 2026-02", "outcome_date: 2025-05", "处理日期 2025-05 不晚于最后一个事实", ""),
    ("status: [村居干部]", "status: [村干部]", "“status”的值“村干部”不在词表里", ""),
    ("  - ref: 乙某", "  - ref: 甲某", "人物“甲某”写了两次", "  - ref: 甲某\n    post: 村委会委员"),
    ("quiz: jie-che", "quiz: huan-che", "没有题库文件 quizzes/huan-che.yaml", ""),
    ("slug: jie-che", "slug: 借车", "“借车”不能作编号名", ""),
    ("slug: jie-che", "slug: huan-che", "slug“huan-che”与文件名不一致", ""),
]
BODY = [
    ("## 停一停", "## 停两停", "不认识的标题“停两停”", ""),
    ("## 讨论", "## 对照自查", "标题“对照自查”出现了两次", "## 对照自查\n\n### 监管盲区"),
    ("【2】2025年6月，", "【3】2025年6月，", "事实编号【3】不连续", ""),
    ("【1】2025年3月1日，", "【1】2025年3月41日，", "事实的日期不存在", ""),
    ("【2】2025年6月，", "去年六月，", "事实段没有编号或日期", ""),
    ("【2】2025年6月，", "【2】2025年2月，", "【2】的日期早于前一个事实", ""),
    ("同【1】一样", "同【8】一样", "没有【8】这个事实", ""),
    ("角色：经办", "角色：司机", "角色“司机”不对", ""),
    ("时点：【1】", "时点：第一天", "“时点”应指回一个事实", ""),
    ("时点：【1】", "时点：【9】", "没有【9】这个事实", ""),
    ("答：A", "答：D", "“答：D”不在选项里", ""),
    ("答：A\n", "", "“停一停”缺少“答：”", "## 停一停"),
    ("- B. 等他自己还", "- A. 等他自己还", "选项 A 写了两次", ""),
    ("- B. 等他自己还", "- b 等他自己还", "选项的写法不对", ""),
    ("`p-warning` 警告", "`p-praise` 表扬", "处理种类“p-praise”不在词表里", ""),
    ("- 甲某 · 县纪委 ·", "- 丙某 · 县纪委 ·", "“丙某”不在 people 里", ""),
    ("`a-warning` 警告", "`a-dismissal` 撤职", "乙某（村居干部）不能给“撤职”", ""),
    ("- 乙某 · 镇政府 · `a-warning`", "- 乙某 · 镇政府 · `p-warning`", "乙某不是党员，不能给党纪处分“警告”", ""),
    ("示意：情节较轻", "情节较轻", "处理结果没有标明“示意：”", ""),
    ("→ `规定@2023/5.1.2` ·", "→ `规定@2023/7` ·", "规定第七条未收录", ""),
    ("→ `规定@2023/5.1.2` ·", "→ `规定@2023/5.3` ·", "第五条没有第 3 款", ""),
    ("→ `规定@2023/5.1.2` ·", "→ `规定@2023/5.1.3` ·", "第五条第 1 款没有第 3 项", ""),
    ("→ `规定@2023/5.1.2` ·", "→ `办法@2023/5` ·", "引用的法规“办法@2023”不在法规库", ""),
    ("→ `规定@2023/5.1.2` ·", "→ `规定第五条` ·", "引用“规定第五条”的写法不对", ""),
    ("· 行为时 → 借用", "· 当时 → 借用", "依据“当时”不对", ""),
    ("- 【1】 → `规定", "- 【4】 → `规定", "没有【4】这个事实", ""),
    ("- 【1】 → `规定@2023/5.1.2` · 行为时 →", "- 【1】 → `规定@2023/5.1.2` 行为时", "这一行的写法不对", ""),
    ("- 意见二：", "意见二：", "定性分歧有 1 种意见", "## 定性分歧"),
    ("评析：看【2】", "看【2】", "定性分歧缺少“评析：”", ""),
    ("### 监督\n\n- `oversight", "### 群众\n\n- `oversight", "“原因剖析”的分组“群众”不对", "### 群众"),
    ("### 个人\n\n- `privilege`", "- `privilege`", "“原因剖析”的第一个小标题之前有文字", "- `privilege`"),
    ("- `system-gap` 【2】", "- `system-hole` 【2】", "根因“system-hole”不在词表里", ""),
    ("→ 办公室", "", "这一行的写法不对：- 缺口1：", "- 缺口1："),
    ("- 缺口2：还车", "- 缺口1：还车", "缺口1写了两次", ""),
    ("- 立行立改 · 缺口1：建", "- 立行立改 · 缺口8：建", "没有缺口8", ""),
    ("；佐证：登记簿；", "；", "措施缺少责任、时限、佐证或回头看", "  责任：办公室"),
    ("- 自查1 → 缺口1：", "- 自查1 → 缺口6：", "没有缺口6", ""),
    ("存在由管理对象接送的情形。", "是否存在由管理对象接送的情形？", "对照自查写成了问句", ""),
    ("- 自查4：", "- 自查3：", "自查3写了两次", "- 自查3：存在由管理"),
    ("1. 事实：他借车时怎么想？\n", "", "讨论有 2 题", "## 讨论"),
    ("- 借两天，也是借。【1】", "- 借两天，也是借。", "这一行的写法不对", ""),
    ("- 借两天，也是借。【1】", "- 借两天，也是借。【6】", "没有【6】这个事实", ""),
    ("### 封面", "### 封底", "讲解提示的“封底”不是投影页", ""),
    ("### 违反条款·规定5\n", "### 违反条款·规定6、7\n", "讲解提示的“违反条款·规定6、7”不是投影页", ""),
    ("- 现行：", "- 今天：", "版本脚注缺少“现行”一栏", "## 版本脚注"),
]


@pytest.mark.parametrize(("old", "new", "words", "place"), HEAD + BODY)
def test_a_fault_is_told_with_its_line(folder: ContentFolder, old: str, new: str, words: str, place: str) -> None:
    folder.change(CASE, old, new)
    found = [problem for problem in folder.problems() if words in problem.message and problem.file == CASE]
    assert found, [f"{problem.line} {problem.message}" for problem in folder.problems()]
    assert found[0].line == folder.line_of(CASE, place or new.strip("\n"))
    assert found[0].severity is Severity.ERROR
    assert re.search("[\u4e00-\u9fff]", found[0].message) and re.search("[\u4e00-\u9fff]", found[0].advice)


def test_a_missing_section_is_told(folder: ContentFolder) -> None:
    text = folder.text(CASE)
    folder.write(CASE, text[: text.index("## 版本脚注")])
    assert folder.problem("缺少“版本脚注”一节").advice == "补上标题 ## 版本脚注 和内容"


def test_sections_stand_in_the_order_of_the_outline(folder: ContentFolder) -> None:
    text = folder.text(CASE)
    begin, end = text.index("## 刹车点"), text.index("## 整改措施")
    folder.write(CASE, text[:begin] + text[end:] + text[begin:end])
    assert folder.problem("的位置不对").line == folder.line_of(CASE, "## 刹车点")


def test_a_section_too_short_or_too_long_is_told_with_its_count(folder: ContentFolder) -> None:
    problem = folder.change(CASE, "【1】2025年3月1日，", "【1】2025年3月1日，" + filler(100)).problem("“案情”有")
    assert re.fullmatch("“案情”有 5\\d\\d 字，应为 350–450 字", problem.message)
    assert problem.line == folder.line_of(CASE, "## 案情")


def test_what_is_hidden_until_answered_is_not_counted(folder: ContentFolder) -> None:
    assert folder.change(CASE, "评：提醒", f"评：{filler(300)}\n{filler(90)}提醒").problems() == ()


def test_a_case_without_the_composite_marker_is_not_taken_in(folder: ContentFolder) -> None:
    assert folder.change(CASE, "composite: true\n", "").read().cases == ()


def test_a_fact_that_nothing_points_back_to_is_told(folder: ContentFolder) -> None:
    folder.change(CASE, "## 停一停", "【3】2025年6月30日，文。\n\n## 停一停")
    problem = folder.problem("【3】后面没有用到")
    assert problem.line == folder.line_of(CASE, "【3】2025年")


def test_a_gap_without_a_measure_is_told(folder: ContentFolder) -> None:
    folder.change(CASE, "缺口1、缺口2：还车", "缺口1：还车").change(CASE, "长期坚持 · 缺口2", "长期坚持 · 缺口1")
    assert folder.problem("缺口2没有对应的整改措施").line == folder.line_of(CASE, "- 缺口2：")


def test_a_removal_from_no_post_is_doubted(folder: ContentFolder) -> None:
    folder.change(CASE, "    party_post: 支部委员\n", "").change(CASE, "`p-warning` 警告", "`p-removal` 撤销党内职务")
    assert folder.problem("没有写党内职务").severity is Severity.WARNING


def test_a_party_organisation_need_not_be_a_person(folder: ContentFolder) -> None:
    folder.change(CASE, "- 甲某 · 县纪委 · `p-warning` 警告", "- 机关支部 · 县纪委 · `org-measure` 责令检查")
    assert not [problem for problem in folder.problems() if "people" in problem.message]


class TestForce:
    """行为时 on the date of the fact, 处理时 on the date of the outcome, 现行对照 today."""

    def test_a_rule_not_yet_in_force_at_the_fact_is_told_with_the_one_that_was(self, folder: ContentFolder) -> None:
        folder.change(CASE, "【1】2025年3月1日", "【1】2023年3月1日").change(
            CASE, "period: 2025-03-01", "period: 2023-03-01"
        )
        problems = [problem for problem in folder.problems() if "不在施行期内" in problem.message]
        assert problems[0].line == folder.line_of(CASE, "- 【1】 → `规定@2023/5.1.2`")
        assert problems[0].message == "规定@2023 在【1】（2023-03-01）时不在施行期内，不能作“行为时”依据"
        assert problems[0].advice == "该法规 2024-01-01 施行：改引当时施行的 规定@2018，或把依据改为现行对照"

    def test_a_repealed_rule_is_told(self, folder: ContentFolder) -> None:
        folder.change(CASE, "→ `规定@2023/5.1.2` ·", "→ `规定@2018/5.1.2` ·")
        problem = folder.problem("规定@2018 在【1】（2025-03-01）时不在施行期内")
        assert problem.advice == "该法规 2018-10-01 施行、2024-01-01 废止：改引当时施行的 规定@2023"

    def test_the_outcome_has_its_own_date(self, folder: ContentFolder) -> None:
        folder.change(CASE, "`规定@2023/6` · 处理时", "`规定@2018/6` · 处理时")
        assert folder.problem("规定@2018 在处理（2026-02）时").line == folder.line_of(CASE, "- 【2】 → `规定@2018/6`")

    def test_a_comparison_must_be_in_force_today(self, folder: ContentFolder) -> None:
        folder.change(CASE, "`规定@2023/6` · 处理时", "`规定@2018/6` · 现行对照")
        assert "（2026-11-21）" in folder.problem("规定@2018 在今天").message
        assert not [problem for problem in folder.problems(date(2020, 1, 1)) if "规定@2018" in problem.message]

    def test_a_month_counts_if_the_rule_was_in_force_on_some_day_of_it(self, folder: ContentFolder) -> None:
        for name, old, new in (
            (RULE, "effective: 2024-01-01", "effective: 2025-06-30"),
            (OLD_RULE, "repealed: '2024-01-01'", "repealed: '2025-06-30'"),
        ):
            folder.change(name, old, new)
        folder.change(CASE, "→ `规定@2023/5.1.2` ·", "→ `规定@2018/5.1.2` ·")
        assert folder.problems() == ()
