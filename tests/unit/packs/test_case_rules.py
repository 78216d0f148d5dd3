"""What the law demands of a story: least sanctions, bound persons, thresholds, and no real places."""

import pytest

from app.packs.checks.place_names import NAME, PREFECTURES, PROVINCES
from app.packs.checks.thresholds import sums_in
from tests.unit.packs.builder import CASE, LAW, RULE, ContentFolder

SANCTION = "`p-warning` 警告"
CLAUSE = "- 【1】 → `规定@2023/5.1.2` · 行为时 →"


def messages(folder: ContentFolder) -> str:
    return "\n".join(problem.message for problem in folder.problems() if problem.file == CASE)


def test_a_suspected_crime_needs_a_heavy_party_sanction(folder: ContentFolder) -> None:
    folder.write(RULE, folder.text(RULE).replace("short: 规定", "short: 条例").replace("## 第五条", "## 第二十九条"))
    text = folder.text(CASE).replace("规定@2023/5", "条例@2023/29").replace("违反条款·规定5", "违反条款·条例29")
    folder.write(CASE, text)
    assert "条例@2023/29（涉嫌犯罪）与处理结果里的党纪处分不相称" in messages(folder)
    for heavy in ("p-removal` 撤销党内职务", "p-serious-warning-11` 严重警告", "p-expulsion` 开除党籍"):
        folder.write(CASE, text.replace(SANCTION, f"`{heavy}"))
        assert "不相称" not in messages(folder)


def test_the_fourth_form_hands_somebody_over(folder: ContentFolder) -> None:
    folder.write(CASE, folder.text(CASE).replace("form: form-2", "form: form-4"))
    assert "第四种形态，却没有人移送司法机关" in messages(folder)
    handed_over = f"{SANCTION}\n- 甲某 · 县监委 · `judicial-transfer` 移送检察机关审查起诉"
    folder.write(CASE, folder.text(CASE).replace(SANCTION, handed_over))
    assert "移送司法机关" not in messages(folder)


def test_terms_are_computed_not_typed(folder: ContentFolder) -> None:
    folder.write(CASE, folder.text(CASE).replace(SANCTION, f"{SANCTION}，影响期一年"))
    assert "处理结果里写了影响期" in messages(folder)


def test_a_probation_says_for_how_long(folder: ContentFolder) -> None:
    folder.write(CASE, folder.text(CASE).replace(SANCTION, "`p-probation` 留党察看"))
    assert "留党察看没有写几年" in messages(folder)


def test_an_article_that_binds_only_those_responsible_needs_one_who_is(folder: ContentFolder) -> None:
    folder.write(RULE, folder.text(RULE).replace("不得向管理对象借用", "对直接责任者和领导责任者给予警告：不得借用"))
    assert "只处分直接责任者" not in messages(folder)
    folder.write(CASE, folder.text(CASE).replace("    responsibility: direct\n", ""))
    assert "规定@2023/5 只处分直接责任者和领导责任者" in messages(folder)


def crime(folder: ContentFolder, article: str, sum_words: str) -> None:
    """The case tells of ``sum_words`` and suspects the crime of an article of the criminal law."""
    rule = folder.text(LAW).replace("## 第二百五十三条之一", f"## 第{article}条")
    folder.write(LAW, rule)
    text = folder.text(CASE).replace("说“用两天”。", f"说“用两天”，另收{sum_words}。").replace("form-2", "form-4")
    number = {"三百八十五": "385", "三百八十二": "382", "三百八十四": "384"}[article]
    text = text.replace("规定@2023/5.1.2", f"刑法@2020/{number}")
    text = text.replace("违反条款·规定5\n", f"违反条款·刑法{number}\n")
    folder.write(CASE, text.replace("刑法@2020/253之一", "规定@2023/5"))


@pytest.mark.parametrize(
    ("article", "sum_words", "wrong"),
    [
        ("三百八十五", "2万元", "涉嫌受贿，案情里最大的金额是 20000 元，不到 30000 元的起点"),
        ("三百八十五", "29,999元", "不到 30000 元的起点"),
        ("三百八十五", "3万元", ""),
        ("三百八十二", "2.9万元", "涉嫌贪污"),
        ("三百八十四", "一分没有，只有9000余元", "涉嫌挪用公款"),
        ("三百八十四", "5万元", ""),
    ],
)
def test_a_suspected_crime_reaches_its_threshold(
    folder: ContentFolder, article: str, sum_words: str, wrong: str
) -> None:
    crime(folder, article, sum_words)
    assert (wrong in messages(folder)) if wrong else ("起点" not in messages(folder))


def test_sums_are_read_as_written() -> None:
    assert sums_in("收8.6万元，退24,800元，余9000余元，共3万余元；3个月") == [86_000, 24_800, 9_000, 30_000]


def test_a_gift_as_large_as_a_bribe_is_explained(folder: ContentFolder) -> None:
    folder.write(RULE, folder.text(RULE).replace("short: 规定", "short: 条例").replace("## 第五条", "## 第九十七条"))
    text = folder.text(CASE).replace("规定@2023/5", "条例@2023/97").replace("规定5", "条例97")
    text = text.replace("说“用两天”。", "说“用两天”，送卡3.2万元。").replace("受贿", "收礼")
    folder.write(CASE, text)
    assert "收受 32000 元已到受贿的数额起点" in messages(folder)


@pytest.mark.parametrize(
    "words",
    ["在江苏培训", "从绵阳市来", "凉山州的工地", "浙江某县", "一口温州话、温州籍"],
)
def test_a_real_place_is_found(folder: ContentFolder, words: str) -> None:
    folder.write(CASE, folder.text(CASE).replace("说“用两天”。", f"说“用两天”，{words}。"))
    assert "真实地名" in messages(folder)


@pytest.mark.parametrize(
    "words", ["文山会海", "大理石台面", "来宾登记簿", "担保定金", "大同小异", "日照时间", "某省某市"]
)
def test_a_word_that_only_looks_like_a_place_is_not(words: str) -> None:
    assert not NAME.search(words)


def test_the_list_of_places_is_whole() -> None:
    assert len(PROVINCES) == 34 and len(set(PREFECTURES)) == len(PREFECTURES) >= 325
