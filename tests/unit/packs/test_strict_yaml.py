"""YAML in which every scalar is text and nothing is repeated, tagged or deep."""

import pytest

from app.packs.strict_yaml import MAX_DEPTH, Mapping, Sequence, YamlError, load


def test_scalars_stay_text() -> None:
    assert load("a: 12:30\nb: no\nc: 3.10\nd: ~\ne:\nf: 2024-01-01") == {
        "a": "12:30", "b": "no", "c": "3.10", "d": "~", "e": "", "f": "2024-01-01",
    }  # fmt: skip


def test_keys_and_entries_know_their_lines() -> None:
    loaded = load("a: 1\nb:\n  - x\n\n  - y\nc: {d: 2}", first_line=2)
    assert isinstance(loaded, Mapping) and isinstance(loaded["b"], Sequence)
    assert loaded.lines == {"a": 2, "b": 3, "c": 7} and loaded["b"].lines == [4, 6]
    assert loaded["c"].line == 7


def test_folded_chinese_lines_join_without_a_space() -> None:
    assert load("a: >-\n  父子分户，\n  同住同吃 abc\n  def") == {"a": "父子分户，同住同吃 abc def"}
    assert load("a: 甲 乙") == {"a": "甲 乙"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\na: 2", 2, "“a”写了两次"),
        ("a: &x 1\nb: *x", 1, "不能使用 & 和 * 引用"),
        ("b: 1\na: !!int 1", 2, "不能使用 ! 标签"),
        ("a: 1\n? [x]\n: 2", 2, "键必须是文字"),
        ("a: 1\n---\nb: 2", 2, "一个文件只能有一份内容"),
        ("a: 1\nb: [x, y\nc: 2", 2, "YAML 格式不对"),
        ('a: 1\nb: "x\nc: 2\n', 2, "YAML 格式不对"),
        ("a: 1\nb: x: y", 2, "YAML 格式不对"),
        ("a: 1\n\tb: 2", 2, "YAML 格式不对"),
        ("a: " + "[" * 5000, 1, "嵌套太深"),
        ("a: " + "[" * 5000 + "]" * 5000, 1, "嵌套太深"),
        ("x: 1\na: " + "{a: " * 5000, 2, "嵌套太深"),
        ("- " * 5000, 1, "嵌套太深"),
        ("x" * 1_000_001, 1, "文件超过 100 万字符"),
    ],
)
def test_what_is_refused_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(YamlError) as refused:
        load(text)
    assert (refused.value.line, refused.value.message) == (line, words)
    assert refused.value.advice


def test_nesting_as_deep_as_allowed_is_read() -> None:
    loaded = load("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    for _ in range(MAX_DEPTH - 1):
        loaded = loaded[0]
    assert loaded == []
