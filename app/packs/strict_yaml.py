"""YAML as our authors write it: every scalar is text, no aliases, no tags, no duplicate keys; lines are known.

``12:30`` stays "12:30", ``no`` stays "no". Built from the parser's events, so that what is nested too deeply or
repeated by an alias is refused at its first line and never walked.
"""

import re
from typing import Any

import yaml

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # a PyYAML built without libyaml
    from yaml import BaseLoader  # type: ignore[assignment]

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 12
# Where a scalar is folded over several lines, YAML puts a space; between Chinese characters there is none.
FOLD = re.compile("(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]) (?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])")
ADVICE = (
    ("cannot start any token", "缩进只用空格，不用 Tab；以 @ ` % 开头的文字要加引号"),
    ("mapping values are not allowed", "这一行多了一个“: ”：给整句话加引号，或改用中文冒号"),
    ("could not find expected ':'", "检查冒号后面有没有空格、引号是否成对"),
    ("expected ',' or", "检查方括号、花括号是否成对，各项之间用英文逗号"),
    ("unexpected end of stream", "引号没有成对，或文件没有写完"),
    ("expected <document start>", "检查这一行的缩进"),
)


class YamlError(Exception):
    """``line`` counts from 1; the text is Chinese."""

    def __init__(self, line: int, message: str, advice: str) -> None:
        super().__init__(message)
        self.line, self.message, self.advice = line, message, advice


class Mapping(dict[str, Any]):
    """A mapping that knows the line of each key and of itself."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Sequence(list[Any]):
    """A list that knows the line of each entry."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


def load(text: str, first_line: int = 1) -> Any:
    """Mapping, Sequence or str; ``first_line`` is the line of the file at which ``text`` begins.

    Raises YamlError.
    """
    if len(text) > MAX_CHARACTERS:
        raise YamlError(first_line, "文件超过 100 万字符", "请拆成几个文件")
    builder = _Builder(first_line)
    try:
        for event in yaml.parse(text, Loader=BaseLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _translated(error, first_line) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise YamlError(first_line, "YAML 无法读取", "检查文件中是否有特殊字符") from error
    return builder.root


def _translated(error: yaml.MarkedYAMLError, first_line: int) -> YamlError:
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and ("end of stream" in problem or "',' or" in problem):
        mark = error.context_mark  # where the quotation mark or bracket was opened
    fitting = (advice for words, advice in ADVICE if words in problem)
    advice = next(fitting, "检查这一行的缩进、冒号后的空格和引号是否成对")
    return YamlError(first_line + (mark.line if mark else 0), "YAML 格式不对", advice)


def _folded(event: yaml.Event) -> bool:
    begin, end = event.start_mark, event.end_mark
    return begin is not None and end is not None and end.line > begin.line


class _Builder:
    """Takes events one by one; what is open stands on a stack of containers, never on Python's."""

    def __init__(self, first_line: int) -> None:
        self.root: Any = ""
        self._first_line, self._documents = first_line, 0
        self._open: list[Mapping | Sequence] = []
        self._keys: list[str | None] = []  # of each open container: the key that waits for its value

    def take(self, event: yaml.Event) -> None:
        line = self._first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise YamlError(line, "一个文件只能有一份内容", "删去多余的 --- 行")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlError(line, "不能使用 & 和 * 引用", "把内容直接写在这里；以 * 或 & 开头的文字要加引号")
        if getattr(event, "tag", None):
            raise YamlError(line, "不能使用 ! 标签", "删去标签；以 ! 开头的文字要加引号")
        if isinstance(event, yaml.ScalarEvent):
            self._put(event.value if event.style == "|" or not _folded(event) else FOLD.sub("", event.value), line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(Mapping(line))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(Sequence(line))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._keys.pop()
            ended = self._open.pop()
            self._put(ended, ended.line)

    def _begin(self, container: Mapping | Sequence) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise YamlError(container.line, "嵌套太深", "减少层级")
        self._open.append(container)
        self._keys.append(None)

    def _put(self, value: Any, line: int) -> None:
        if not self._open:
            self.root = value
            return
        container, key = self._open[-1], self._keys[-1]
        if isinstance(container, Sequence):
            container.append(value)
            container.lines.append(line)
        elif key is not None:
            container[key] = value
            self._keys[-1] = None
        elif not isinstance(value, str):
            raise YamlError(line, "键必须是文字", "键写在冒号前，不要用列表")
        elif value in container:
            raise YamlError(line, f"“{value[:30]}”写了两次", "删去多余的一处")
        else:
            self._keys[-1] = value
            container.lines[value] = line
