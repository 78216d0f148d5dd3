"""Extra time for single people: how it is written in a roster, typed beside names, and said."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.errors import UserError
from app.domain.exam import TIME_FACTORS
from app.domain.roster_person import RosterPerson

HOW = "延长时间只能不填、填 1.25 或 1.5"
_FACTORS = {factor / 100: factor for factor in TIME_FACTORS}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ENTRY = re.compile(r"(.+?)(?:\s*[:=×*]\s*|\s+[xX]?\s*|(?<=[^\d.\s]))(\d+(?:\.\d+)?)\s*倍?")
_BETWEEN = re.compile(r"[,，、;；\n]")
_SHOWN, _MOST = 20, 8


def factor_words(factor: int) -> str:
    """Of per cent of the paper's time."""
    return "规定用时" if factor == 100 else f"{factor / 100:g} 倍用时"


def read_factor(text: str) -> int:
    """Per cent of the paper's time from a cell of a roster; 100 for an empty one. Raises ValueError."""
    plain = unicodedata.normalize("NFKC", text).strip().lstrip("×xX*").rstrip("倍").strip()
    if not plain:
        return 100
    if not _NUMBER.fullmatch(plain) or float(plain) not in _FACTORS:
        raise ValueError(text)
    return _FACTORS[float(plain)]


def with_extra_time(people: Sequence[RosterPerson], typed: str) -> tuple[RosterPerson, ...]:
    """The roster with what was typed: names or numbers with a factor each, such as 周明 1.5，李华 1.25.

    It goes before what the roster's file says. Raises UserError, with a sentence for each of the first entries that
    will not do.
    """
    changed, faults = {person.key: person for person in people}, list[str]()
    typed_before: set[str] = set()
    for entry in filter(None, (one.strip() for one in _BETWEEN.split(typed))):
        try:
            person = _read(people, entry)
        except UserError as error:
            faults.append(str(error))
            continue
        if person.key in typed_before:
            faults.append(f"延长时间里“{person.name}”写了不止一次。请只留一处。")
        typed_before.add(person.key)
        changed[person.key] = person
    if faults:
        more = f"\n另有 {len(faults) - _MOST} 处这样的问题，请一并核对。" if len(faults) > _MOST else ""
        raise UserError("\n".join(faults[:_MOST]) + more)
    return tuple(changed[person.key] for person in people)


def extended(people: Sequence[RosterPerson]) -> int:
    """How many have extra time."""
    return sum(person.factor != 100 for person in people)


def _read(people: Sequence[RosterPerson], entry: str) -> RosterPerson:
    found, shown = _ENTRY.fullmatch(unicodedata.normalize("NFKC", entry)), entry[:_SHOWN]
    if found is None:
        raise UserError(f"延长时间里的“{shown}”没有写倍数。请写成“姓名 1.25”或“姓名 1.5”，几个人之间用顿号隔开。")
    named = list(_named(people, "".join(found[1].split())))
    if not named:
        raise UserError(f"延长时间里的“{shown}”不在名单上。请核对姓名或工号，或先导入名单。")
    if len(named) > 1:
        raise UserError(f"名单里有 {len(named)} 个人叫“{named[0].name}”。延长时间请改写他的工号。")
    try:
        return replace(named[0], factor=read_factor(found[2]))
    except ValueError as error:
        raise UserError(f"延长时间里的“{shown}”不对：倍数只能是 1.25 或 1.5。请改正。") from error


def _named(people: Sequence[RosterPerson], who: str) -> Iterator[RosterPerson]:
    """By number if anybody has this one, else by name."""
    numbered = [person for person in people if person.number and person.number == who]
    plain = unicodedata.normalize
    yield from numbered or (one for one in people if "".join(plain("NFKC", one.name).split()) == who)
