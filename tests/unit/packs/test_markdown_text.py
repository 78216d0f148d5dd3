"""Markdown as typed blocks: nothing is lost, and nothing becomes markup that was not meant so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.prose import Block, BlockKind, Run, RunKind, plain_text, prose_text
from app.packs.markdown_text import inline, prose


@pytest.mark.parametrize(
    "text",
    [
        "<b>粗</b> <script>alert(1)</script>",
        "a &amp; b &lt; c &#20; d",
        "[字](http://x.cn) <http://x.cn> ![图](x.png) 在句中",
        "[字][1] 和 [1]: http://x.cn",
        "3 * 4 * 5，snake_case_name",
        "2025. 一年开头的句子",
        "# 井号 和 > 大于号 和 - 减号",
        "<!-- 注释 --> <?php ?> <img src=x onerror=y>",
        "klzzwxh:0001 wzxhzdk:0",
        "未成对的 ` 和 ** 和 【",
        "【】 和 【一】 和 【1",
    ],
)
def test_what_is_no_mark_of_ours_stays_as_written(text: str) -> None:
    assert plain_text(inline(text)) == text
    assert inline(text) == (Run(text),)


def test_emphasis_facts_and_articles_become_runs() -> None:
    assert inline("见**要件**【3】与`条例@2023/124.1`。") == (
        Run("见"),
        Run("要件", RunKind.STRONG),
        Run("【3】", RunKind.FACT, "3"),
        Run("与"),
        Run("纪律处分条例第一百二十四条第一款", RunKind.ARTICLE, "条例@2023/124.1"),
        Run("。"),
    )


def test_marks_inside_emphasis_are_found() -> None:
    assert [run.kind for run in inline("**甲【1】乙**")] == [RunKind.STRONG, RunKind.FACT, RunKind.STRONG]


def test_code_is_kept_from_markdown() -> None:
    assert inline("`a*b*c_d_ &amp; \\*`")[0] == Run("a*b*c_d_ &amp; \\*", RunKind.ARTICLE, "a*b*c_d_ &amp; \\*")


def test_escaped_characters_are_themselves() -> None:
    assert plain_text(inline(r"\*不是强调\* \_ \[ \` \\ **强\*调**")) == "*不是强调* _ [ ` \\ 强*调"


def test_written_list_numbers_survive() -> None:
    (block,) = prose("3. 三\n7. 七\n   接着七")
    assert (block.kind, block.target) == (BlockKind.NUMBERS, "3 7")
    assert [plain_text(line) for line in block.lines] == ["三", "七接着七"]


def test_blocks_are_told_apart() -> None:
    blocks = prose("# 题\n甲\n乙\n- 一\n- 二\n\n> 引\n> 文\n\n![图](a/b.png)\n末")
    assert [block.kind for block in blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.BULLETS,
        BlockKind.QUOTE,
        BlockKind.IMAGE,
        BlockKind.PARAGRAPH,
    ]
    assert prose_text(blocks) == "题\n甲乙\n一\n二\n引文\n图\n末"
    assert blocks[4].target == "a/b.png"


def test_a_table_keeps_its_cells() -> None:
    (block,) = prose("| 项 | 额 |\n|--|--|\n| **甲** | `条例@2023/5` |\n|  | 2 |")
    assert block.kind is BlockKind.TABLE
    assert [plain_text(line) for line in block.lines] == ["项\t额", "甲\t纪律处分条例第五条", "\t2"]
    assert block.lines[1][0] == Run("甲", RunKind.STRONG)


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "../x.png", "a/../x.png", "http://x/y.png", "file:x.png", "\\\\host\\x.png", "C:x.png", "//h/x"],
)
def test_a_picture_from_elsewhere_stays_text(path: str) -> None:
    assert prose(f"![图]({path})") == (Block(BlockKind.PARAGRAPH, (inline(f"![图]({path})"),)),)


@given(st.text(max_size=200))
def test_any_text_is_read_and_gives_no_empty_runs(text: str) -> None:
    for block in prose(text):
        for line in block.lines:
            assert all(run.text for run in line)
            assert not any(mark in plain_text(line) for mark in "\x02\x03\ue000\ue001")


@given(
    st.text(st.characters(exclude_characters="*_\\`【\x02\x03\ue000\ue001", exclude_categories=["Z", "C"]), max_size=80)
)
def test_text_without_marks_stays_itself(text: str) -> None:
    assert plain_text(inline(text)) == text
