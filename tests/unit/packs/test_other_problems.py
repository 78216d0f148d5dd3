"""What is said about regulations, questions, papers and files that have something wrong in them."""

import pytest

from app.domain.problem import Severity
from tests.unit.packs.builder import CASE, LAW, OLD_RULE, PAPER, QUIZ, QUIZ_TEXT, RULE, ContentFolder, filler

FAULTS = [
    (LAW, "kind: 国家法律", "kind: 法律", "“kind”的值“法律”不在词表里", ""),
    (LAW, "effective: 2021-03-01", "effective: 2021-13-01", "“effective”不是日期", ""),
    (LAW, "version: 2020", "version: 二〇", "“version”应是四位年份", ""),
    (LAW, "short: 刑法", "short: 刑 法", "简称“刑 法”不合规", ""),
    (LAW, "## 第二百五十三条之一 个人信息", "## 第253条之一 个人信息", "标题“第253条之一 个人信息”不是条号", ""),
    (LAW, "## 第二百五十三条之一 个人信息", "## 第二百五十三条之一", "第二百五十三条之一没有名称", ""),
    (LAW, "**学习提示**　名单", "名单", "第二百五十三条之一没有学习提示", "## 第二百五十三条之一"),
    (LAW, "> 违反", "违反", "第二百五十三条之一下面没有原文", "## 第二百五十三条之一"),
    (LAW, "也是个人信息。", "也是个人信息。\n\n> 这不是原文。", "学习提示里有“>”", "> 这不是原文"),
    (RULE, "## 第六条 从轻", "## 第五条 从轻", "第五条出现了两次", ""),
    (RULE, "## 第六条 从轻", "## 第四条 从轻", "第四条的次序不对", ""),
    (RULE, "> （二）车辆", "> （三）车辆", "第五条的项“（三）”不连续", ""),
    (OLD_RULE, "repealed: '2024-01-01'", "repealed: ''", "已有新版 规定@2023，却没有废止日期", ""),
    (OLD_RULE, "repealed: '2024-01-01'", "repealed: '2025-01-01'", "的废止日期晚于 规定@2023 的施行日期", ""),
    (OLD_RULE, "repealed: '2024-01-01'", "repealed: '2011-01-01'", "废止日期不晚于施行日期", ""),
    (RULE, "family: guiding", "family: banfa", "简称“规定”也是另一部法规", "short: 规定"),
    (OLD_RULE, "version: 2018", "version: 2023", "法规简称和版本“规定@2023”重复", ""),
    (QUIZ, "    topic: eldercare", "    subject: eldercare", "不认识的键“subject”", ""),
    (QUIZ, "id: jie-che-q2", "id: jie-che-q1", "题号“jie-che-q1”重复", "id: jie-che-q1\n    kind: 多选"),
    (QUIZ, "id: jie-che-q6-1", "id: jie-che-q6", "题号“jie-che-q6”重复", "id: jie-che-q6\n        kind: 判断"),
    (QUIZ, "id: jie-che-q2", "id: 借车2", "题号“借车2”不合规", ""),
    (QUIZ, "    answer: A\n", "", "“jie-che-q1”的答案不在选项里、重复或为空", "  - id: jie-che-q1"),
    (QUIZ, "    answer: A\n", "    answer: [A, B]\n", "单选“jie-che-q1”只能有一个答案", "answer: [A, B]"),
    (QUIZ, "    answer: [A, B]", "    answer: [A, D]", "“jie-che-q2”的答案不在选项里", ""),
    (QUIZ, "    answer: [A, B]", "    answer: [A]", "多选“jie-che-q2”至少两个答案", ""),
    (QUIZ, "    answer: 错", "    answer: 否", "判断“jie-che-q3”的答案只能是 对 或 错", ""),
    (QUIZ, "[立即 | 马上, 从轻]", "[立即 | 马上]", "填空“jie-che-q4”有 2 个空、1 个答案", ""),
    (QUIZ, "应当＿＿归还", "应当＿＿＿＿归还", "填空“jie-che-q4”的空写法不对", ""),
    (QUIZ, "应当＿＿归还", "应当__归还", "填空“jie-che-q4”的空写法不对", ""),
    (QUIZ, "[立即 | 马上, 从轻]", "[立即 | , 从轻]", "填空“jie-che-q4”的答案有空的", ""),
    (QUIZ, "[立即 | 马上, 从轻]", "[立即｜马上, 从轻]", "填空“jie-che-q4”的答案有空的", ""),
    (QUIZ, "[立即 | 马上, 从轻]", "[立即 | 马上, 马 上]", "有两个空都收“马上”，同一个词填两遍也会算对", ""),
    (QUIZ, "[立即 | 马上, 从轻]", "[立即, 立即]\n    any_order: true", "有两个空都收“立即”", "answer: [立即, 立即]"),
    (QUIZ, "[立即 | 马上, 从轻]", "[立即, 从轻]\n    any_order: 是", "“any_order”", "any_order: 是"),
    (QUIZ, "answer: [B, A, C]", "answer: [B, A, C]\n    any_order: true", "用不到 any_order", "any_order: true"),
    (QUIZ, "answer: [B, A, C]", "answer: [B, A]", "排序“jie-che-q5”的答案要排全部选项", ""),
    (QUIZ, "      B: 借用不分长短。\n", "", "“jie-che-q1”没有说明 B 错在哪里", "    why:"),
    (
        QUIZ,
        "      B: 借用不分长短。\n",
        "      B: 借用不分长短。\n      D: 没有。\n",
        "why 里有选项里没有的 D",
        "    why:",
    ),
    (QUIZ, "    explanation: 先还车。\n", "", "“jie-che-q5”缺少解析", "  - id: jie-che-q5"),
    (QUIZ, "      - 规定@2023/5.1.2", "      - 规定@2023/5.1.9", "第五条第 1 款没有第 9 项", ""),
    (QUIZ, "facts: [1]", "facts: [5]", "“jie-che-q1”引用的【5】不存在", ""),
    (QUIZ, "见【1】", "见【7】", "“jie-che-q3”引用的【7】不存在", "explanation: 借用本身"),
    (QUIZ, "case: jie-che", "case: huan-che", "没有案例“huan-che”", ""),
    (QUIZ, "            score: 2\n", "", "缺少“score”", "- text: 请他当天"),
    (QUIZ, "        points:", "        answer: 还\n        points:", "用不到 answer", "answer: 还"),
    (QUIZ, "      C: 雨伞", "      C: 车辆", "选项 C 与前面的选项相同", ""),
    (PAPER, "pass_score: 6", "pass_score: 60", "合格线 60 高于满分 10", ""),
    (
        PAPER,
        "kind: 判断, count: 1",
        "kind: 判断, count: 3",
        "判断需要 3 题，符合条件的只有 1 题",
        "kind: 判断, count: 3",
    ),
    (PAPER, "multiple: 全对得分", "multiple: 随便", "“multiple”的值“随便”不在词表里", ""),
    (PAPER, "kind: 判断", "kind: 简答", "简答需要 1 题，符合条件的只有 0 题", ""),
    (PAPER, "topics: [eldercare]", "topics: [cars]", "“topics”的值“cars”不在词表里", ""),
]


@pytest.mark.parametrize(("file", "old", "new", "words", "place"), FAULTS)
def test_a_fault_is_told_with_its_line(
    folder: ContentFolder, file: str, old: str, new: str, words: str, place: str
) -> None:
    folder.change(file, old, new)
    found = [problem for problem in folder.problems() if words in problem.message]
    assert found, [f"{problem.file}:{problem.line} {problem.message}" for problem in folder.problems()]
    if "重复" not in words or file == QUIZ:
        assert (found[0].file, found[0].line) == (file, folder.line_of(file, place or new))
    assert found[0].severity is Severity.ERROR


def test_a_question_that_cannot_be_answered_is_left_out(folder: ContentFolder) -> None:
    folder.change(QUIZ, "    answer: 错", "    answer: 否")
    assert "jie-che-q3" not in [question.id for question in folder.read().questions]


def test_a_paper_with_a_fault_is_left_out_rather_than_drawn_from_a_wider_bank(folder: ContentFolder) -> None:
    assert folder.change(PAPER, "topics: [eldercare]", "topics: [cars]").read().papers == ()


def test_an_id_used_in_two_files_is_told_and_the_first_one_kept(folder: ContentFolder) -> None:
    other = QUIZ_TEXT.replace("case: jie-che\n", "").replace("还了就没事。", "第二份。").replace("见【1】", "见上")
    folder.write("quizzes/zi-mu.yaml", other.replace("facts: [1]", "facts: []"))
    content = folder.read()
    assert {question.stem for question in content.questions if question.id == "jie-che-q3"} == {"还了就没事。"}
    repeated = [problem for problem in content.problems if "重复" in problem.message]
    assert len(repeated) == 8 and {problem.file for problem in repeated} == {"quizzes/zi-mu.yaml"}
    assert repeated[0].advice == f"与 {QUIZ} 第 6 行相同，改一个"


def test_options_of_unlike_length_are_a_warning(folder: ContentFolder) -> None:
    folder.change(QUIZ, "B: 可以借用两天", f"B: 可以借用两天{filler(10)}")
    assert folder.problem("“jie-che-q1”的选项长短相差 10 字").severity is Severity.WARNING


def test_a_question_that_rests_on_nothing_is_a_warning(folder: ContentFolder) -> None:
    folder.change(QUIZ, "    articles: [规定@2023/5.2]\n", "")
    problem = folder.problem("“jie-che-q5”没有任何依据")
    assert (problem.severity, problem.line) == (Severity.WARNING, folder.line_of(QUIZ, "- id: jie-che-q5"))


def test_facts_need_a_case_that_they_belong_to(folder: ContentFolder) -> None:
    folder.change(QUIZ, "case: jie-che\n", "")
    assert any("题库却没有写是哪个案例" in problem.message for problem in folder.problems())
    assert any("写的不是这个案例" in problem.message for problem in folder.problems())


def test_a_case_that_forgets_its_questions_is_a_warning(folder: ContentFolder) -> None:
    problem = folder.change(CASE, "quiz: jie-che\n", "").problem("文首却没有 quiz")
    assert (problem.severity, problem.advice) == (Severity.WARNING, "写 quiz: jie-che")


def test_files_that_are_not_read_are_named(folder: ContentFolder) -> None:
    folder.write("cases/bei-wang.docx", "x").write("quizzes/xin.yml", "x").write("cases/2025/a.md", "x")
    folder.write("cases/.hidden.txt", "x").write("cases/picture.png", "x")
    told = {problem.file: problem for problem in folder.problems()}
    assert set(told) == {"cases/bei-wang.docx", "quizzes/xin.yml", "cases/2025"}
    assert {problem.severity for problem in told.values()} == {Severity.WARNING}


def test_rules_that_draw_from_one_pool_are_counted_together(folder: ContentFolder) -> None:
    folder.change(PAPER, "  - {kind: 判断", "  - {kind: 单选, count: 1, score: 1, difficulties: [1]}\n  - {kind: 判断")
    assert folder.problem("单选几条规则共需要 2 题，符合条件的只有 1 题")


@pytest.mark.parametrize(("file", "mark"), [(CASE, "机密★"), (QUIZ, "密级：秘密"), (RULE, "绝 密 ☆")])
def test_a_file_with_a_security_grading_is_not_taken_in(folder: ContentFolder, file: str, mark: str) -> None:
    folder.write(file, f"{folder.text(file)}\n# {mark}\n")
    problem = folder.problem("文字中有密级标志，这个文件没有读入")
    assert (problem.file, problem.severity) == (file, Severity.ERROR)


@pytest.mark.parametrize(
    ("number", "what"),
    [("110101199001011234", "身份证号"), ("13812345678", "手机号"), ("4111111111111111", "银行卡号")],
)
def test_what_looks_like_a_persons_number_is_pointed_out(folder: ContentFolder, number: str, what: str) -> None:
    folder.change(QUIZ, "explanation: 先还车。", f"explanation: 先还车，{number}。")
    problem = folder.problem(f"这一行有{what}样的数字")
    assert (problem.file, problem.severity) == (QUIZ, Severity.WARNING)
