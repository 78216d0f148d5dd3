"""Unreadable, half-written and hostile files: a sentence for each, and the rest goes on working.

How the time grows with the size of such files is measured by ``benchmarks/hostile.py``.
"""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.content import Content
from app.packs.problem_list import MAX_PROBLEMS
from tests.unit.packs.builder import CASE, FILES, LAW, PAPER, QUIZ, RULE, ContentFolder

NAMES = sorted(FILES)
HEAD = FILES[CASE].split("\n---\n")[0] + "\n---\n"
LAW_HEAD = FILES[LAW].split("\n---\n")[0] + "\n---\n"
MILLION = 999_000
MOST = 340_000  # characters; a file of more is refused before it is read
PATTERNS = {
    "pictures": "![",
    "stars": "*a",
    "strong": "**a ",
    "underscores": "_a ",
    "brackets": "[",
    "quotes": ">",
    "facts": "【1】",
    "fact without an end": "【",
    "code": "`a",
    "backslashes": "\\*",
    "references": "`规定@2023/5`",
    "entities": "&amp;",
    "tags": "<b>",
    "table": "|a",
    "arrows": " → ",
    "measure": "；时限：；佐证：",
    "dots": " · ",
    "digits": "9",
    "headings": "## 案情\n",
    "small headings": "### 个人\n",
    "list": "- a\n",
    "numbers": "1. a\n",
    "nested list": "  - a\n",
    "quote lines": "> a\n",
    "clauses": "- 【1】 → `规定@2023/5` · 行为时 → 文\n",
    "gaps": "- 缺口1：a → b → c → d\n",
    "empty lines": "\n",
    "tables": "|a|\n|-|\n",
    "emphasis over lines": "*a**b\n",
    "dashes": "---\n",
}
YAML_BOMBS = {
    "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "merge": "a: &a {x: y}\nb: {<<: *a}\n",
    "nested lists": "questions: " + "[" * 5000,
    "nested lists with an end": "questions: " + "[" * 5000 + "]" * 5000,
    "nested mappings": "questions: " + "{a: " * 5000,
    "nested dashes": "questions:\n  " + "- " * 5000,
    "a million brackets": "[" * MILLION,
    "a million braces": "{" * MILLION,
    "a million question marks": "? " * (MILLION // 2),
    "python object": "questions: !!python/object/apply:os.system [ls]",
    "anchor without alias": "version: &v 1",
    "list as key": "[a, b]: c",
    "two documents": "version: 1\n---\nversion: 2",
    "number of 5,000 digits": "version: " + "1" * 4999,
    "many keys": "".join(f"k{number}: 1\n" for number in range(60_000)),
    "only a list": "- a\n- b\n",
    "only a word": "题库",
    "tab": "questions:\n\t- id: a",
    "question of nothing": "version: 1\nquestions:\n  -\n  - [a]\n  - a\n  - {}\n",
    "lists where words belong": "version: [1]\ncase: {a: b}\nquestions: {id: a}\n",
    "words where lists belong": (
        "version: 1\nquestions:\n- {id: a, kind: 单选, stem: s, options: x, answer: {}, why: [], facts: x, points: y}\n"
    ),
}


def test_a_megabyte_of_pictures_is_refused(folder: ContentFolder) -> None:
    folder.write(CASE, HEAD + "## 刹车点\n\n" + "![" * 490_000)
    assert "超过 350000 字符" in folder.problem("文件有").message


def assert_told(content: Content, name: str) -> None:
    """Something readable is said about the file, and every sentence is fit to be shown."""
    assert any(problem.file == name for problem in content.problems)
    for problem in content.problems:
        for text in (problem.message, problem.advice):
            assert text and showable(text) and len(text) < 2100
        assert "读到一半出错" not in problem.message and "没有做完" not in problem.message
        assert problem.line >= 0


def showable(text: str) -> bool:
    """No control, no line break, no turn of direction."""
    turns = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    kinds = {unicodedata.category(character) for character in text}
    return not kinds & {"Cc", "Cs", "Zl", "Zp"} and not set(text) & set(turns)


@pytest.mark.parametrize("name", PATTERNS)
@pytest.mark.parametrize(
    "opening", ["", "## 案情\n\n【1】2025年3月1日，", "## 刹车点\n\n", "## 整改措施\n\n- 立行立改 · 缺口1："]
)
def test_much_of_anything_in_a_case_is_read_to_its_end(folder: ContentFolder, name: str, opening: str) -> None:
    unit = PATTERNS[name]
    folder.write(CASE, HEAD + opening + unit * (MOST // 4 // len(unit)))
    assert_told(folder.read(), CASE)


@pytest.mark.parametrize("name", PATTERNS)
def test_many_lines_of_the_greatest_length_are_read_to_their_end(folder: ContentFolder, name: str) -> None:
    unit = PATTERNS[name].rstrip("\n")
    line = (unit * 2000)[:1990]
    body = "## 刹车点\n\n" + "\n\n".join([line] * (MOST // (len(line) + 2) - 2))
    assert len(HEAD + body) < 350_000
    assert_told(folder.write(CASE, HEAD + body).read(), CASE)


@pytest.mark.parametrize("name", PATTERNS)
def test_much_of_anything_in_a_regulation_is_read_to_its_end(folder: ContentFolder, name: str) -> None:
    unit = PATTERNS[name]
    text = "## 第一条 一\n\n> 原文\n\n**学习提示**　" + unit * min(MOST // len(unit), 19_000)
    folder.write(LAW, LAW_HEAD + text)
    content = folder.read()
    assert any(problem.file == CASE for problem in content.problems)  # what it cited is gone


@pytest.mark.parametrize("name", YAML_BOMBS)
@pytest.mark.parametrize("file", [QUIZ, PAPER])
def test_yaml_that_is_not_plain_is_refused_quickly(folder: ContentFolder, name: str, file: str) -> None:
    folder.write(file, YAML_BOMBS[name])
    assert_told(folder.read(), file)


@pytest.mark.parametrize("name", YAML_BOMBS)
def test_so_it_is_in_the_head_of_a_case(folder: ContentFolder, name: str) -> None:
    folder.write(CASE, f"---\n{YAML_BOMBS[name]}\n---\n\n## 案情\n")
    assert_told(folder.read(), CASE)


def test_nesting_is_told_with_its_line(folder: ContentFolder) -> None:
    folder.write(QUIZ, "version: 1\ncase: jie-che\nquestions: " + "[" * 2000)
    told = [(problem.line, problem.message) for problem in folder.problems() if problem.file == QUIZ]
    assert told == [(3, "嵌套太深")]


@pytest.mark.parametrize("name", NAMES)
def test_bytes_that_are_no_text_are_told(folder: ContentFolder, name: str) -> None:
    text = FILES[name]
    expected = {
        "空的": b"",
        "空字符": text.encode()[:100] + b"\0" * 50,
        "不是 UTF-8": text.encode("gb18030"),
        "UTF-16": text.encode("utf-16"),
        "1 MB": text.encode() + b"\n#" + b" " * 10_000_000,
        "没有写完": text.encode()[: text.encode().index("某".encode()) + 1]
        if "某" in text
        else text.encode() + b"\xe6",
    }
    for words, raw in expected.items():
        folder.write(name, raw)
        content = folder.read()
        assert_told(content, name)
        told = [problem for problem in content.problems if problem.file == name]
        assert any(words in problem.message for problem in told), (words, told)
        assert all(problem.advice for problem in told)


def test_the_line_of_a_null_byte_is_told(folder: ContentFolder) -> None:
    folder.write(CASE, b"---\nkind: case\ntitle: \0\n")
    told = [(problem.line, problem.message) for problem in folder.problems() if problem.file == CASE]
    assert told == [(3, "文件中有空字符，可能没有写完")]


def test_controls_and_turns_of_direction_are_told_and_never_shown(folder: ContentFolder) -> None:
    folder.change(CASE, "title: 借来的车", "title: 借\u202e来\u2028的车")
    content = folder.read()
    told = [problem for problem in content.problems if "控制字符" in problem.message]
    assert [problem.line for problem in told] == [5]
    assert content.cases[0].title == "借 来 的车"
    assert content.cases[0].facts[0].line == folder.line_of(CASE, "【1】2025年")


def test_invisible_leftovers_of_copying_are_forgiven(folder: ContentFolder) -> None:
    assert (
        folder.change(CASE, "## 讨论", "## 讨论\u200b").change(CASE, "【2】2025年", "\ufeff【2】2025年").problems()
        == ()
    )


def test_what_is_no_file_is_told(folder: ContentFolder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("内部资料")
    cases = folder.root / "cases"
    (cases / "folder.md").mkdir()
    (cases / "loop.md").symlink_to("loop.md")
    (cases / "nowhere.md").symlink_to("nothing.md")
    (cases / "outside.md").symlink_to(secret)
    os.mkfifo(cases / "pipe.md")
    content = folder.read()
    told = {problem.file: problem.message for problem in content.problems}
    assert told["cases/folder.md"] == "这是一个文件夹，不是文件"
    assert told["cases/loop.md"] == "文件打不开：链接绕成了圈"
    assert told["cases/nowhere.md"] == "文件打不开：文件不存在"
    assert told["cases/outside.md"] == "这是指向内容文件夹之外的链接"
    assert told["cases/pipe.md"] == "这不是普通文件"
    assert len(told) == 5 and len(content.cases) == 1


def test_a_file_that_may_not_be_read_is_told(folder: ContentFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, *arguments: object, **options: object) -> object:
        if path.name == "jie-che.md":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    content = folder.read()
    assert [p.message for p in content.problems if p.file == CASE] == ["文件打不开：没有读取权限"]
    assert len(content.regulations) == 3


def test_a_folder_that_is_a_file_or_is_missing_is_told(folder: ContentFolder, tmp_path: Path) -> None:
    folder.root = tmp_path / "missing"
    assert folder.problems()[0].message == "内容文件夹不存在或打不开"
    folder.root.mkdir()
    assert folder.problems() == ()
    (folder.root / "cases").write_text("x")
    assert folder.problems()[0].message == "文件夹打不开：它不是文件夹"


def test_a_name_that_is_not_utf8_does_not_stop_the_reading(folder: ContentFolder) -> None:
    (folder.root / "cases" / os.fsdecode(b"\xb0\xb8\xc0\xfd.md")).write_text("x")
    content = folder.read()
    assert len(content.cases) == 1 and len(content.problems) == 1
    assert content.problems[0].file.encode()


def test_a_broken_file_costs_only_itself(folder: ContentFolder) -> None:
    for name in (QUIZ, PAPER, LAW):
        before = folder.read()
        folder.write(name, b"\xff\x00")
        after = folder.read()
        assert len(after.cases) == 1 and any(problem.file == name for problem in after.problems)
        assert len(after.regulations) >= 2
        assert folder.write(name, FILES[name]).read() == before


def test_a_hopeless_file_does_not_fill_the_report(folder: ContentFolder) -> None:
    folder.write(QUIZ, "".join(f"k{number}: 1\n" for number in range(5000)))
    told = [problem for problem in folder.problems() if problem.file == QUIZ]
    assert len(told) == MAX_PROBLEMS + 1
    assert told[-1].message == f"问题超过 {MAX_PROBLEMS} 处，其余没有列出" or any(
        "其余没有列出" in p.message for p in told
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_off_anywhere_never_raises(folder: ContentFolder, name: str) -> None:
    raw = FILES[name].encode()
    step = max(1, len(raw) // 100)
    for end in [*range(0, len(raw) - 1, step), *range(len(raw) - 40, len(raw) - 1)]:
        content = folder.write(name, raw[:end]).read()
        for problem in content.problems:
            assert "读到一半出错" not in problem.message and "没有做完" not in problem.message


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_spoiled_file_never_raises(folder: ContentFolder, name: str, data: st.DataObject) -> None:
    text = FILES[name]
    for _ in range(data.draw(st.integers(1, 4))):
        begin = data.draw(st.integers(0, len(text)))
        end = min(len(text), begin + data.draw(st.integers(0, 60)))
        put = data.draw(
            st.one_of(
                st.sampled_from(
                    ["", "\n", "---\n", "## ", "### ", "- ", "`", "【1】", "【", " → ", ": ", "[", "{", '"']
                ),
                st.text(max_size=10),
                st.just(text[begin:end] * 2),
            )
        )
        text = text[:begin] + put + text[end:]
    content = folder.write(name, text.encode("utf-8", "replace")).read()
    for problem in content.problems:
        assert "读到一半出错" not in problem.message and "没有做完" not in problem.message
        assert showable(problem.message) and showable(problem.advice)


@pytest.mark.parametrize("name", [CASE, RULE, QUIZ, PAPER])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=300))
def test_any_bytes_are_survived(folder: ContentFolder, name: str, raw: bytes) -> None:
    assert_told(folder.write(name, raw).read(), name)
    text = FILES[name].encode()
    folder.write(name, text[: len(text) // 2] + raw + text[len(text) // 2 :]).read()
