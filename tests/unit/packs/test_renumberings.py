"""原第114条: where the articles of an older rule stand now, and what is said about a rule whose text is missing."""

from pathlib import Path

import pytest

from app.domain.renumbering import Renumbering
from app.storage.content_compiler import build
from app.storage.content_index import ContentIndex
from tests.unit.packs.builder import RULE, ContentFolder

MAP = "regulations/numbers/guiding-2018-2023.yaml"
MAP_TEXT = """\
regulation: 规定@2023
old: 规定@2018
old_words: 2018版
relation: 条号对照
source: 自编
numbers:
  4: 5
  6: 6
  9: [5, 6]
notes:
  5: 新增“车辆”
"""


def test_an_article_says_where_it_stood(folder: ContentFolder) -> None:
    folder.write(MAP, MAP_TEXT)
    content = folder.read()
    assert content.problems == ()
    regulation = next(rule for rule in content.regulations if rule.id == "规定@2023")
    former = {article.number: article.former for article in regulation.articles}
    assert former["5"] == "原第四条、第九条（2018版；新增“车辆”）"
    assert former["6"] == "原第六条、第九条（2018版）"


def test_an_unchanged_number_is_not_worth_a_word() -> None:
    same = Renumbering("a", "规定@2023", "规定@2018", "2018版", True, "自编", (("6", ("6",)),))
    other = Renumbering("b", "新法@2026", "办法@2019", "《办法》", False, "自编", (("6", ("6",)),))
    assert same.former("6") == "" and same.former("7") == ""
    assert other.former("6") == "内容对应《办法》第六条"


def test_an_old_reference_leads_to_the_new_article_and_search_finds_the_old_number(
    folder: ContentFolder, tmp_path: Path
) -> None:
    folder.write(MAP, MAP_TEXT)
    build(folder.read(), tmp_path / "index.db")
    index = ContentIndex(tmp_path / "index.db")
    assert index.moved_to("规定@2018/9") == ["规定@2023/5", "规定@2023/6"]
    assert index.moved_to("规定@2018/99") == []
    for typed in ("原第4条", "原第四条"):
        assert [hit[1] for hit in index.search(typed, 10)] == ["规定@2023/5"], typed
    index.close()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  4: 5", "  四: 5", "“四”这一行不是条号"),
        ("  4: 5", "  4: 第五条", "“4”这一行不是条号"),
        ("old: 规定@2018", "old: 规定2018", "“old”应是简称和版本"),
        ("relation: 条号对照", "relation: 对照", "“relation”的值“对照”不在词表里"),
        ("numbers:", "number:", "不认识的键“number”"),
        ("regulation: 规定@2023", "regulation: 规定@2099", "条号对照指向的法规 规定@2099 不在法规库"),
    ],
)
def test_a_wrong_map_is_left_out_and_reported(folder: ContentFolder, old: str, new: str, message: str) -> None:
    folder.write(MAP, MAP_TEXT.replace(old, new))
    content = folder.read()
    assert message in "\n".join(problem.message for problem in content.problems)


def test_a_rule_without_text_says_what_is_missing(folder: ContentFolder) -> None:
    head = folder.text(RULE).partition("\n---\n")[0].replace("规定", "办法").replace("guiding", "banfa")
    folder.write("regulations/banfa-2023.md", f"{head}\n---\n")
    assert "没有任何条文" in [problem.message for problem in folder.problems()]
    folder.write("regulations/banfa-2023.md", f"{head}\nmissing: 全文没有取得。\n---\n")
    content = folder.read()
    assert content.problems == ()
    assert next(rule for rule in content.regulations if rule.short == "办法").missing == "全文没有取得。"
