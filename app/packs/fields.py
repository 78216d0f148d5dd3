"""Typed reading of a YAML mapping: every missing, unknown or ill-formed key becomes a problem with its line."""

import re
from collections.abc import Collection
from typing import Any

from app.packs.day_span import DaySpan
from app.packs.problem_list import ProblemList, clipped
from app.packs.strict_yaml import Mapping, Sequence


class Fields:
    def __init__(self, mapping: Mapping, problems: ProblemList, known: Collection[str]) -> None:
        self._mapping, self._problems = mapping, problems
        for key in mapping:
            if key not in known:
                problems.error(mapping.lines[key], f"不认识的键“{clipped(key)}”", f"可用的键：{'、'.join(known)}")

    @property
    def lines(self) -> dict[str, int]:
        return self._mapping.lines

    def line(self, key: str) -> int:
        return self._mapping.lines.get(key, self._mapping.line)

    def entry_lines(self, key: str) -> list[int]:
        """The line of each entry of a list."""
        value = self._mapping.get(key, "")
        return value.lines if isinstance(value, Sequence) else [self.line(key)]

    def has(self, key: str) -> bool:
        return key in self._mapping

    def text(self, key: str, required: bool = True) -> str:
        value: Any = self._mapping.get(key, "")
        if not isinstance(value, str):
            self._problems.error(self.line(key), f"“{key}”应是一行文字", "不要写成列表；有冒号的文字要加引号")
            return ""
        text = tidied(value)
        if required and not text:
            self._problems.error(self.line(key), f"缺少“{key}”", f"补上“{key}: …”")
        return text

    def integer(self, key: str, low: int, high: int, default: int | None = None) -> int:
        value = self._mapping.get(key, "")
        if value == "" and default is not None:
            return default
        if not (isinstance(value, str) and re.fullmatch("[0-9]{1,6}", value) and low <= int(value) <= high):
            what = f"缺少“{key}”" if value == "" else f"“{key}”应是 {low} 到 {high} 的整数"
            self._problems.error(self.line(key), what, f"写数字，如 {key}: {low}")
            return low
        return int(value)

    def date(self, key: str, required: bool = True) -> str:
        value = self.text(key, required)
        if value and not DaySpan.parse(value):
            self._problems.error(self.line(key), f"“{key}”不是日期", "写成 2024-01-01、2024-01 或 2024")
            return ""
        return value

    def choice(self, key: str, allowed: Collection[str], required: bool = True) -> str:
        value = self.text(key, required)
        if value and value not in allowed:
            self._unlisted(self.line(key), key, value, allowed)
            return ""
        return value

    def texts(self, key: str, required: bool = True) -> tuple[str, ...]:
        value = self._mapping.get(key, "")
        if isinstance(value, str):
            value = [value] if value else []
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self._problems.error(self.line(key), f"“{key}”应是列表", f"写成 {key}: [甲, 乙]")
            return ()
        if required and not value:
            self._problems.error(self.line(key), f"缺少“{key}”", f"补上“{key}: [… ]”")
        return tuple(tidied(entry) for entry in value)

    def choices(self, key: str, allowed: Collection[str], required: bool = True) -> tuple[str, ...]:
        chosen: list[str] = []
        for value, line in zip(self.texts(key, required), self.entry_lines(key), strict=False):
            if value not in allowed:
                self._unlisted(line, key, value, allowed)
            elif value in chosen:
                self._problems.error(line, f"“{key}”里“{value}”写了两次", "删去多余的一处")
            else:
                chosen.append(value)
        return tuple(chosen)

    def mapping(self, key: str, required: bool = True) -> Mapping:
        value = self._mapping.get(key, "")
        if isinstance(value, Mapping):
            return value
        if required or value != "":
            self._problems.error(self.line(key), f"“{key}”应是“键: 值”的一组", "每行一个，缩进两格")
        return Mapping(self.line(key))

    def mappings(self, key: str, required: bool = True) -> list[Mapping]:
        value = self._mapping.get(key, "")
        if isinstance(value, Sequence):
            for entry, line in zip(value, value.lines, strict=True):
                if not isinstance(entry, Mapping):
                    message = f"“{key}”的这一项应是“键: 值”的一组"
                    self._problems.error(line, message, "照 docs/content-format.md 的样子写")
            if required and not value:
                self._problems.error(self.line(key), f"“{key}”是空的", "至少写一项")
            return [entry for entry in value if isinstance(entry, Mapping)]
        if required or value != "":
            self._problems.error(self.line(key), f"“{key}”应是一列条目", "每个条目以“- ”开头")
        return []

    def _unlisted(self, line: int, key: str, value: str, allowed: Collection[str]) -> None:
        words = f"“{key}”的值“{clipped(value)}”不在词表里"
        self._problems.error(line, words, f"可用：{'、'.join(allowed)}")


def tidied(text: str) -> str:
    return " ".join(text.split())
