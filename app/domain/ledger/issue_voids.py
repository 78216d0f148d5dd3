"""A wrong entry of oversight, or a wrong look back: void, with why. It stays to be read and counts nowhere."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from app.domain.errors import UserError
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.oversight import OversightAct, OversightOpinion

if TYPE_CHECKING:
    from app.domain.ledger.issue import Issue

REOPENED = "这次回头看发现已反弹，问题已据此重新打开，不能作废。确有写错的，请在整改后另做一次回头看，写明更正。"
T = TypeVar("T", OversightAct, OversightOpinion, LookBack)


class Noted(StrEnum):
    """What can be void by itself; the value is the middle of the event's name."""

    ACT = "act"
    OPINION = "opinion"
    LOOK_BACK = "look_back"


NAMES = {Noted.ACT: "督办事项", Noted.OPINION: "监督意见", Noted.LOOK_BACK: "回头看"}


def void_entry(issue: "Issue", what: Noted, place: int, reason: str) -> "Issue":
    """``place`` counts from 0, void ones too. Raises UserError with the sentence that refuses it: what opened the issue
    again cannot be unsaid, the reopening stands on it."""
    if not reason.strip():
        raise UserError(f"请写明作废这条{NAMES[what]}的原因。")
    entry, why, version = entry_at(issue, what, place), reason.strip(), issue.version + 1
    if entry.void_reason:
        raise UserError(f"这条{NAMES[what]}已经作废。")
    if isinstance(entry, LookBack) and entry.reopened:
        raise UserError(REOPENED)
    match what:
        case Noted.ACT:
            return replace(issue, acts=_voided(issue.acts, place, why), version=version)
        case Noted.OPINION:
            return replace(issue, opinions=_voided(issue.opinions, place, why), version=version)
        case _:
            return replace(issue, look_backs=_voided(issue.look_backs, place, why), version=version)


def entry_at(issue: "Issue", what: Noted, place: int) -> OversightAct | OversightOpinion | LookBack:
    """Raises UserError where there is none."""
    kinds: dict[Noted, Sequence[OversightAct | OversightOpinion | LookBack]] = {
        Noted.ACT: issue.acts,
        Noted.OPINION: issue.opinions,
        Noted.LOOK_BACK: issue.look_backs,
    }
    entries = kinds[what]
    if not 0 <= place < len(entries):
        raise UserError(f"找不到这条{NAMES[what]}。请重新打开这个问题。")
    return entries[place]


def entry_words(entry: OversightAct | OversightOpinion | LookBack) -> str:
    """What it is called where one asks about it."""
    match entry:
        case OversightAct():
            return f"{entry.kind} {entry.on:%Y-%m-%d}"
        case OversightOpinion():
            return f"{entry.by} {entry.on:%Y-%m-%d}"
        case _:
            return f"{entry.name.replace(' ', '')}·{entry.relapse}"


def reopening(issue: "Issue") -> tuple[LookBack, ...]:
    """Its look-backs as they are once it is opened again: the last one says so, where it has found a relapse."""
    valid = issue.valid_look_backs
    last = valid[-1] if valid else None
    if last is None or last.relapse is not Relapse.RELAPSED or (issue.closed_on and last.on < issue.closed_on):
        return issue.look_backs
    return tuple(replace(one, reopened=True) if one is last else one for one in issue.look_backs)


def _voided(entries: tuple[T, ...], place: int, why: str) -> tuple[T, ...]:
    return tuple(replace(one, void_reason=why) if at == place else one for at, one in enumerate(entries))
