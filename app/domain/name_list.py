"""Names for an attendance list, as they were brought: from a table, or typed one a line."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.attendance import Attendee
from app.domain.name_faults import person_faults
from app.domain.problem import Problem

MOST_PEOPLE = 2_000
LONGEST_NAME, LONGEST_UNIT, LONGEST_POST = 30, 40, 30
OBSERVER = "列席"
NOT_PICKED = ("不抽点", "不抽", "不参加抽点")
_PEOPLE_APART = re.compile(r"[、;；\n\r]+")
_WORDS_APART = re.compile(r"[\s,，|（）()]+")


@dataclass(frozen=True, slots=True)
class NameList:
    """``people`` can be taken (numbers from 1 in this list); ``problems`` are lines that cannot; ``notes`` are
    sentences such as who has the same name. People of one name are both kept."""

    people: tuple[Attendee, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def typed_names(text: str) -> NameList:
    """A person a line (or several with 、 between): 姓名 科室 职务, with 列席 or 不抽点 anywhere behind the name."""
    people: list[Attendee] = []
    problems: list[Problem] = []
    for line, row in enumerate(text.splitlines(), 1):
        for written in filter(str.strip, _PEOPLE_APART.split(row)):
            person = _typed(written)
            faults = [*name_faults(person)]
            problems += [Problem("", line, message, advice) for message, advice in faults]
            if not faults:
                people.append(person)
    return named(people, problems)


def named(people: Sequence[Attendee], problems: Sequence[Problem], notes: Sequence[str] = ()) -> NameList:
    """With numbers, and with a note on those of one name."""
    numbered = tuple(
        Attendee(number, one.name, one.unit, observer=one.observer, pickable=one.pickable, post=one.post)
        for number, one in enumerate(people, 1)
    )
    return NameList(numbered, tuple(problems), (*notes, *_namesakes(numbered)))


def name_faults(person: Attendee) -> Iterator[tuple[str, str]]:
    """(what is wrong, what to do) of a line that cannot be taken."""
    fields = (
        ("姓名", person.name, LONGEST_NAME),
        ("科室", person.unit, LONGEST_UNIT),
        ("职务", person.post, LONGEST_POST),
    )
    return person_faults(fields, "签到不登记身份证号和手机号，请删去")


def _typed(written: str) -> Attendee:
    words = [word for word in _WORDS_APART.split(written.strip()) if word]
    observer, left_out = OBSERVER in words, any(word in NOT_PICKED for word in words)
    words = [word for word in words if word != OBSERVER and word not in NOT_PICKED]
    if len(words) > 1 and len(words[0]) == len(words[1]) == 1:
        words[:2] = ["".join(words[:2])]
    name, unit, post = [*words, "", "", ""][:3]
    return Attendee(0, name, unit, observer=observer, pickable=not left_out, post=post)


def _namesakes(people: Sequence[Attendee]) -> Iterator[str]:
    for name, times in Counter(one.name for one in people).items():
        if times > 1:
            same = [one for one in people if one.name == name]
            units = "、".join(f"第 {one.number} 位{f'（{one.unit}）' if one.unit else ''}" for one in same[:4])
            yield f"“{name}”有 {times} 位：{units}。已分别登记；如果是同一个人，请移出多余的。"
