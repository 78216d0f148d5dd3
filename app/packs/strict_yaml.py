"""YAML as our authors write it: every scalar is text, no aliases, no tags, no duplicate keys; lines are known.

``12:30`` stays "12:30", ``no`` stays "no". Large or deeply nested input is refused, never walked.
"""

from typing import Any

import yaml

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # a PyYAML built without libyaml
    from yaml import BaseLoader  # type: ignore[assignment]

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 12


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


def load(text: str, first_line: int = 1) -> Any:
    """Mapping, list or str; ``first_line`` is the line of the file at which ``text`` begins.

    Raises YamlError.
    """
    if len(text) > MAX_CHARACTERS:
        raise YamlError(first_line, "文件超过 100 万字符", "请拆成几个文件")
    try:
        node = yaml.compose(text, Loader=BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise YamlError(line, "YAML 格式不对", "检查这一行的缩进、冒号后的空格和引号是否成对") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise YamlError(first_line, "YAML 无法读取", "检查文件中是否有特殊字符或过深的嵌套") from error
    return _plain(node, first_line, 0)


def _plain(node: Any, first_line: int, depth: int) -> Any:
    if node is None:
        return ""
    line = first_line + node.start_mark.line
    if depth > MAX_DEPTH:
        raise YamlError(line, "嵌套太深", "减少层级")
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(entry, first_line, depth + 1) for entry in _once(node)]
    mapping = Mapping(line)
    for key, value in _once(node):
        name, at = key.value, first_line + key.start_mark.line
        if not isinstance(name, str):
            raise YamlError(at, "键必须是文字", "键写在冒号前，不要用列表")
        if name in mapping:
            raise YamlError(at, f"“{name}”写了两次", "删去多余的一处")
        mapping[name] = _plain(value, first_line, depth + 1)
        mapping.lines[name] = at
    return mapping


def _once(node: Any) -> list[Any]:
    """The node's children; an alias makes a node appear again, and then its children were taken."""
    children = node.value
    if children is None:
        raise YamlError(node.start_mark.line + 1, "不能使用 & 和 * 引用", "把内容直接写在这里")
    node.value = None
    return list(children)
