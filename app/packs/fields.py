"""Typed reading of a YAML mapping: every missing, unknown or ill-formed key becomes a problem with its line."""

import re
from collections.abc import Collection, Mapping as AnyMapping
from typing import Any

from app.packs.problem_list import ProblemList
from app.packs.strict_yaml import Mapping

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Fields:
    def __init__(self, mapping: Mapping, problems: ProblemList, known: Collection[str]) -> None:
        self._mapping, self._problems = mapping, problems
        for key in mapping:
            if key not in known:
                problems.error(mapping.lines[key], f"不认识的键“{key}”", f"可用的键：{'、'.join(known)}")

    def line(self, key: str) -> int:
        return self._mapping.lines.get(key, self._mapping.line)

    def has(self, key: str) -> bool:
        return key in self._mapping

    def raw(self, key: str) -> Any:
        return self._mapping.get(key, "")

    def text(self, key: str, required: bool = True) -> str:
        value = self._mapping.get(key, "")
        if not isinstance(value, str):
            self._problems.error(self.line(key), f"“{key}”应是一行文字", "不要写成列表")
            return ""
        value = " ".join(value.split())
        if required and not value:
            self._problems.error(self.line(key), f"缺少“{key}”", f"补上“{key}: …”")
        return value

    def integer(self, key: str, low: int, high: int, default: int | None = None) -> int:
        value = self._mapping.get(key, "")
        if value == "" and default is not None:
            return default
        if not (isinstance(value, str) and re.fullmatch(r"\d{1,6}", value) and low <= int(value) <= high):
            self._problems.error(self.line(key), f"“{key}”应是 {low} 到 {high} 的整数", f"改成数字，如 {key}: {low}")
            return low
        return int(value)

    def date(self, key: str, required: bool = True) -> str:
        value = self.text(key, required)
        if value and not DATE.fullmatch(value):
            self._problems.error(self.line(key), f"“{key}”不是日期", "写成 2024-01-01、2024-01 或 2024")
            return ""
        return value

    def choice(self, key: str, allowed: Collection[str], required: bool = True) -> str:
        value = self.text(key, required)
        if value and value not in allowed:
            self._problems.error(self.line(key), f"“{key}”的值“{value}”不在词表里", f"可用：{'、'.join(allowed)}")
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
        return tuple(" ".join(entry.split()) for entry in value)

    def choices(self, key: str, allowed: AnyMapping[str, str] | Collection[str], required: bool = True) -> tuple[str, ...]:
        values = self.texts(key, required)
        for value in values:
            if value not in allowed:
                self._problems.error(
                    self.line(key), f"“{key}”的值“{value}”不在词表里", f"可用：{'、'.join(allowed)}"
                )
        return tuple(value for value in values if value in allowed)

    def mapping(self, key: str, required: bool = True) -> Mapping:
        value = self._mapping.get(key, "")
        if isinstance(value, Mapping):
            return value
        if required or value != "":
            self._problems.error(self.line(key), f"“{key}”应是“键: 值”的一组", "每行一个，缩进两格")
        return Mapping(self.line(key))

    def mappings(self, key: str, required: bool = True) -> list[Mapping]:
        value = self._mapping.get(key, "")
        if isinstance(value, list) and all(isinstance(entry, Mapping) for entry in value):
            if required and not value:
                self._problems.error(self.line(key), f"“{key}”是空的", "至少写一项")
            return value
        if required or value != "":
            self._problems.error(self.line(key), f"“{key}”应是一列条目", "每个条目以“- ”开头")
        return []
