"""What is said about the questions as a whole, and about texts that are too much alike."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.problem import Severity
from app.packs.checks import copied_text
from app.packs.checks.bank import CRITICAL, chi_square
from app.packs.checks.copied_text import SIZE, WINDOW, fingerprints
from app.packs.checks.similarity import near_pairs, ngrams
from tests.unit.packs.builder import CASE, PAPER, QUIZ, RULE, ContentFolder

STEM = "某镇民政办把一张困难户登记表发进了一百多人的工作群里，表上有姓名和银行卡号，怎样处理？"


def single(name: str, stem: str, answer: str, options: str = "甲乙丙丁") -> str:
    listed = "".join(f"      {letter}: {word}说\n" for letter, word in zip("ABCD", options, strict=True))
    why = "".join(f"      {letter}: 不对。\n" for letter in "ABCD" if letter != answer)
    return (
        f"  - id: {name}\n    kind: 单选\n    topic: eldercare\n    difficulty: 1\n    stem: {stem}\n"
        f"    options:\n{listed}"
        f"    answer: {answer}\n    explanation: 见规定第五条。\n    why:\n{why}    articles: [规定@2023/5]\n"
    )


def bank(folder: ContentFolder, *questions: str) -> list[str]:
    folder.write("quizzes/duo-ti.yaml", "version: 1\nchecked: 待核校\nquestions:\n" + "".join(questions))
    return [problem.message for problem in folder.problems()]


def test_two_stems_that_say_the_same_are_reported(folder: ContentFolder) -> None:
    found = bank(folder, single("duo-1", STEM, "A"), single("duo-2", STEM.replace("一百多人", "两百多人"), "B"))
    assert [message for message in found if "“duo-2”与“duo-1”的题干有" in message]


def test_two_stems_of_one_kind_on_different_matters_are_not(folder: ContentFolder) -> None:
    other = "敬老院的食堂账三个月没有公示，院长说忙，怎样处理？"
    found = bank(folder, single("duo-1", STEM, "A"), single("duo-2", other, "B"))
    assert not [message for message in found if "题干" in message]


@pytest.mark.parametrize("option", ["以上都对", "前两项都正确", "上述说法均不正确", "A和B"])
def test_an_option_may_not_point_at_others(folder: ContentFolder, option: str) -> None:
    text = single("duo-1", STEM, "A").replace("D: 丁说", f"D: {option}")
    assert "指着别的选项说话" in "\n".join(bank(folder, text))


def test_a_file_whose_keys_favour_a_letter_is_reported(folder: ContentFolder) -> None:
    stems = ["一份公函", "两张发票", "三本台账", "四次入户", "五天公示"]
    found = bank(folder, *(single(f"duo-{place}", stem, "C") for place, stem in enumerate(stems)))
    assert "5 道单选里有 5 道答案是 C" in found


def test_keys_of_the_whole_bank_are_tested_for_evenness() -> None:
    assert chi_square(Counter("ABCD" * 25)) == 0
    assert chi_square(Counter({"A": 10, "B": 30, "C": 30, "D": 30})) > CRITICAL


def test_a_case_has_at_least_four_questions(folder: ContentFolder) -> None:
    text = folder.text(QUIZ)
    third = text.index("  - id: jie-che-q3")
    folder.write(QUIZ, text[:third])
    assert "只有 2 道题" in [problem.message for problem in folder.problems() if problem.file == CASE]


words = st.text("某镇县民政办甲乙丙丁一二三四五六七八九十日月年报表章印", min_size=40, max_size=120)


@given(words, words, words)
def test_any_copied_run_is_found_whatever_stands_around_it(source: str, before: str, after: str) -> None:
    copied = source[5 : 5 + SIZE + WINDOW - 1]
    assert set(fingerprints(source)) & set(fingerprints(f"{before}{copied}{after}"))


def test_a_copied_sentence_is_reported_with_its_words(folder: ContentFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "凡是车辆借出去一律由办公室在登记簿上写明用途和归还时间并由两个人签字"
    monkeypatch.setattr(copied_text, "KNOWN", frozenset(fingerprints(sentence)))
    assert not [problem for problem in folder.problems() if "雷同" in problem.message]
    folder.write(CASE, folder.text(CASE).replace("说“用两天”。", f"说“用两天”，{sentence}，他没有。"))
    assert [problem for problem in folder.problems() if "与受保护的文稿雷同" in problem.message]


@given(st.lists(words, max_size=6), words)
def test_equal_texts_are_always_a_pair(others: list[str], text: str) -> None:
    pairs = {(place, earlier): share for place, earlier, share in near_pairs([text, *others, text], 3, 0.6)}
    if ngrams(text, 3):
        assert pairs[(len(others) + 1, 0)] == 1.0


def test_an_article_that_everybody_should_know_is_there_and_asked_about(folder: ContentFolder) -> None:
    folder.write(RULE, folder.text(RULE).replace("checked: ''", "checked: ''\ncore: [6, 9]"))
    found = [problem.message for problem in folder.problems() if problem.file == RULE]
    assert found == ["必学条文 9 没有收录", "必学的第六条只有 1 道题"]


def test_a_paper_that_repeats_itself_is_reported(folder: ContentFolder) -> None:
    many = [single(f"duo-{place}", f"第{place}件事", "ABCD"[place % 4]) for place in range(100)]
    head = folder.text(PAPER).partition("draw:")[0]
    folder.write(PAPER, head + "draw:\n  - {kind: 单选, count: 10, score: 6}\n")
    assert "的题相同" not in "\n".join(bank(folder, *many))
    folder.write(PAPER, head + "draw:\n  - {kind: 单选, count: 60, score: 6}\n")
    assert "连抽两次平均有" in "\n".join(bank(folder, *many))


def test_a_paper_draws_by_rule_and_the_rule_must_be_there(folder: ContentFolder) -> None:
    wanted = "draw:\n  - {kind: 单选, count: 1, score: 6, regulations: [规定]}\n"
    folder.write(PAPER, folder.text(PAPER).partition("draw:")[0] + wanted)
    assert not [problem for problem in folder.problems() if "不在法规库" in problem.message]
    folder.write(PAPER, folder.text(PAPER).replace("[规定]", "[规章]"))
    found = "\n".join(problem.message for problem in folder.problems())
    assert "抽题规则里的法规“规章”不在法规库" in found and "符合条件的只有 0 题" in found


@pytest.mark.parametrize(
    ("score", "rule", "said"),
    [(1, "少选得半分", True), (2, "少选得半分", False), (1, "全对得分", False)],
)
def test_half_of_one_point_is_none_and_is_warned_of(folder: ContentFolder, score: int, rule: str, said: bool) -> None:
    head = folder.text(PAPER).partition("draw:")[0].replace("multiple: 全对得分", f"multiple: {rule}")
    drawn = f"draw:\n  - {{kind: 多选, count: 1, score: {score}}}\n"
    folder.write(PAPER, head.replace("pass_score: 6", "pass_score: 1") + drawn)
    found = [one for one in folder.read().problems if "得不到半分" in one.message]
    assert [(one.file, one.severity) for one in found] == [(PAPER, Severity.WARNING)] * said
