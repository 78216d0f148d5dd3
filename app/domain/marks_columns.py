"""Which column of a pasted block is what: by its head where it has one, else by what stands in it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NoReturn

from app.domain.paper_section import PaperSection
from app.domain.printed_section import NAMES
from app.domain.roster_person import RosterPerson

Rows = Sequence[Sequence[str]]
NAME, NUMBER, DEPARTMENT, TOTAL, SKIP = "name", "number", "department", "total", "skip"
_HEADS = {
    NAME: ("姓名", "名字", "人员姓名", "考生", "考生姓名"),
    NUMBER: ("工号", "编号", "人员编号", "职工号", "证号"),
    DEPARTMENT: ("科室", "部门", "处室", "单位", "股室", "所在科室", "所在部门", "科室单位", "单位科室"),
    TOTAL: ("合计", "总分", "总计", "总成绩", "总得分", "合计得分", "得分合计", "成绩", "得分", "分数", "卷面成绩"),
    SKIP: ("序号", "备注", "名次", "排名", "等次", "状态", "结果", "是否合格", "评卷人", "阅卷人", "卷别", "卷号"),
}
_HEAD_WITHIN = 5
_MANY = 3
"""Rows from which on numbers that are all somebody's 工号 are hardly points."""
_NO_HEAD = "也可以不复制表头，只复制姓名和按次序的得分。"
_ABSENT = ("缺考", "缺", "未考", "缓考", "免考", "-", "—", "——", "/", "无")


@dataclass(frozen=True, slots=True)
class MarksColumns:
    """``kinds``: for each column one of the words above, or the place of its section; ``body``: (line, cells)."""

    kinds: tuple[str | int, ...]
    body: tuple[tuple[int, tuple[str, ...]], ...]

    def first(self, kind: str) -> int | None:
        return self.kinds.index(kind) if kind in self.kinds else None


def plain(text: str) -> str:
    """As names, heads and numbers are compared: without spaces and signs, however wide."""
    return "".join(one for one in unicodedata.normalize("NFKC", text) if one.isalnum())


def blank(text: str) -> bool:
    """Nothing, or a word for nothing."""
    return unicodedata.normalize("NFKC", text).strip() in ("", *_ABSENT)


def number(text: str) -> float | None:
    """None where it is no plain number."""
    typed = unicodedata.normalize("NFKC", text).strip().removesuffix("分").strip()
    return float(typed) if re.fullmatch(r"\d{1,6}(\.\d{1,4})?", typed) else None


def marks_columns(
    rows: Rows, people: Sequence[RosterPerson], sections: Sequence[PaperSection], place: int | None
) -> MarksColumns:
    """``place``: the section at which a block without heads begins; None where the chosen cell is none of a section.

    Raises ValueError with a sentence where it cannot be told what a column is.
    """
    for at, cells in enumerate(rows[:_HEAD_WITHIN]):
        kinds = [_meaning(cell, sections) for cell in cells]
        if NAME in kinds or NUMBER in kinds or sum(kind is not None for kind in kinds) > 1:
            return _by_heads(rows, at, kinds)
    lines = tuple((line, tuple(cells)) for line, cells in enumerate(rows, 1))
    return MarksColumns(_Guess(rows, people, sections).kinds(place), lines)


def _meaning(cell: str, sections: Sequence[PaperSection]) -> str | int | None:
    word = plain(re.sub(r"[（(].*?[）)]", "", cell))
    for kind, words in _HEADS.items():
        if word in words:
            return kind
    short = re.sub(r"^第?[一二三四五六七八九十]+(?=.)", "", word).removesuffix("得分").removesuffix("大")
    for at, section in enumerate(sections):
        named = next((name for kind, name in NAMES.items() if kind.value == section.title), section.title)
        if short.removesuffix("题") in (section.title, named.removesuffix("题")):
            return at
    ordinal = word.removeprefix("第").removesuffix("题").removesuffix("大")  # as over the points on the printed paper
    at = "一二三四五六七八九十".find(ordinal) if len(ordinal) == 1 else -1
    return at if 0 <= at < len(sections) else None


def _by_heads(rows: Rows, head: int, kinds: list[str | int | None]) -> MarksColumns:
    body = tuple((line, tuple(cells)) for line, cells in enumerate(rows, 1) if line > head + 1)
    strange = [
        rows[head][at].strip()[:12] or f"第 {at + 1} 列"
        for at, kind in enumerate(kinds)
        if kind is None and any(cells[at].strip() for _, cells in body)
    ]
    if strange:
        raise ValueError(
            f"认不出这几列是哪一题的得分：{'、'.join(strange)}。请改成表里的题名，或不复制这几列。{_NO_HEAD}"
        )
    known = [kind for kind in kinds if kind not in (None, SKIP, DEPARTMENT)]
    if twice := [kind for kind in known if known.count(kind) > 1]:
        heads = "、".join(rows[head][at].strip()[:12] for at, kind in enumerate(kinds) if kind == twice[0])
        raise ValueError(f"有两列写的是同一项：{heads}。请只留一列。{_NO_HEAD}")
    return MarksColumns(tuple(SKIP if kind is None else kind for kind in kinds), body)


class _Guess:
    """Columns without heads: who it is on the left, then points from section to section, the sum at the end."""

    def __init__(self, rows: Rows, people: Sequence[RosterPerson], sections: Sequence[PaperSection]) -> None:
        self._columns = [[row[at] for row in rows] for at in range(len(rows[0]))]
        self._people, self._sections = people, sections
        self._names = {plain(one.name) for one in people}
        self._numbers = {plain(one.number) for one in people if one.number}
        self._departments = {plain(one.department) for one in people if one.department}

    def kinds(self, place: int | None) -> tuple[str | int, ...]:
        found = self._identity(place)
        rest, whole = len(self._columns) - len(found), len(self._sections)
        if rest >= whole and (NAME in found or NUMBER in found):
            place = 0
        if place is None:
            raise ValueError("粘贴的内容里没有姓名或工号。请先选中要从哪一格起填的得分格，再粘贴。")
        room = whole - place
        if rest > room + 1:
            last = f"从“{self._sections[place].title}”起只有 {room} 列得分和 1 列合计"
            raise ValueError(f"粘贴的得分有 {rest} 列，{last}，放不下。请不复制多出来的列。")
        points = [*range(place, min(place + rest, whole))]
        return (*found, *points, *([TOTAL] if rest > room else []))

    def _identity(self, place: int | None) -> list[str | int]:
        """The kinds of the columns on the left that say who it is."""
        texts = [any(not blank(cell) and number(cell) is None for cell in column) for column in self._columns]
        if not any(texts):
            return [NUMBER] if self._starts_with_number(place) else []
        named = next((at for at, column in enumerate(self._columns) if texts[at] and self._known(column)), None)
        found: list[str | int] = []
        for at, column in enumerate(self._columns):
            if at == named:
                found.append(NAME)
            elif texts[at]:
                if not {plain(cell) for cell in column} & self._departments:
                    self._refuse(at, named)
                found.append(DEPARTMENT)
            elif NUMBER not in found and self._are_numbers(column, named):
                found.append(NUMBER)
            elif named is not None and at < named:
                own = number(column[0]) != 1 and {plain(cell) for cell in column} <= self._numbers
                found.append(SKIP if _counts(column) and not own else NUMBER)
            elif named is not None and not any(map(str.strip, column)) and len(texts) - at > len(self._sections):
                found.append(SKIP)  # 工号, where nobody has one
            else:
                break
        if late := next((at for at in range(len(found), len(texts)) if texts[at]), 0):
            self._refuse(late, named)
        return found

    def _known(self, column: Sequence[str]) -> bool:
        return any(plain(cell) in self._names for cell in column)

    def _are_numbers(self, column: Sequence[str], named: int | None) -> bool:
        """Beside the names: everybody's own 工号."""
        if named is None:
            return False
        own = {(plain(one.name), plain(one.number)) for one in self._people}
        pairs = [(plain(name), plain(cell)) for name, cell in zip(self._columns[named], column, strict=True)]
        return any(cell for _, cell in pairs) and own.issuperset(pairs)

    def _starts_with_number(self, place: int | None) -> bool:
        """Nothing but numbers: is the first column who it is? Raises ValueError where it could be either."""
        cells = [plain(cell) for cell in self._columns[0]]
        if len(self._columns) < 2 or not set(cells) <= self._numbers or len(set(cells)) < len(cells):
            return False
        room = 0 if place is None else len(self._sections) - place
        full = 0 if place is None else self._sections[place].full
        if len(self._columns) > room + 1 or any((number(cell) or 0) > full for cell in self._columns[0]):
            return True
        if len(cells) >= _MANY:
            raise ValueError("说不清第一列是工号还是得分。请连同表头（姓名、工号、各题）一起复制再粘贴。")
        return False

    def _refuse(self, at: int, named: int | None) -> NoReturn:
        cell = next(cell for cell in self._columns[at] if not blank(cell) and number(cell) is None)
        who = "" if named is not None else "，名单上也没有这个姓名或科室"
        raise ValueError(f"第 {at + 1} 列的“{cell.strip()[:12]}”不是得分{who}。请核对复制的列，或连同表头一起复制。")


def _counts(column: Sequence[str]) -> bool:
    """1, 2, 3 …: 序号."""
    found = [number(cell) or 0 for cell in column]
    return all(later == one + 1 for one, later in pairwise(found))
