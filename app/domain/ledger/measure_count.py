"""Which measures count towards the three that are asked for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.ledger.likeness import alike, says_nothing
from app.domain.ledger.measure import Measure, MeasureKind, MeasureState
from app.domain.normalised_text import normalise

LEAST_WORDS = 8
NOTHING = re.compile(r"(?:[暂还]?无|暂缺|没有|略|待(?:定|补|明确|确定|完善)|未定|不(?:需要?|涉及|适用)|na|tbd)?")
"""Stands where something had to be written, and says that there is none; of `normalise`d text."""
EVERYBODY = re.compile(r"(?:全[体科股局所]|大家|所有|人人|各位)(?:干部|职工|党员|人员|同志|工作人员|成员|人)*")
"""Whom nobody can ask. A post ("股长") and several names can be asked."""


@dataclass(frozen=True, slots=True)
class Counted:
    """``wanting`` maps the place of each measure that does not count to the sentence that says why."""

    count: int
    wanting: tuple[tuple[int, str], ...]


def why_not_concrete(measure: Measure) -> str:
    """ "" where the measure by itself is concrete: something to do, an owner, a date, and a proof."""
    lacking = []
    if len(normalise(measure.what)) < LEAST_WORDS:
        lacking.append("写清具体做什么")
    elif says_nothing(measure.what):
        lacking.append("写清具体做什么（套话不计，请写对什么事、怎么做、多久一次或多少）")
    owner = normalise(measure.owner)
    if NOTHING.fullmatch(owner):
        lacking.append("责任人")
    elif EVERYBODY.fullmatch(owner):
        lacking.append("责任人（写姓名或职务，不写“全体”）")
    if measure.kind is MeasureKind.LASTING:
        if measure.look_back is None:
            lacking.append("回头看日期")
    elif measure.deadline is None:
        lacking.append("完成时限")
    if NOTHING.fullmatch(normalise(measure.proof)):
        lacking.append("佐证（写做完后凭什么看得出来，如“会议记录”）" if measure.proof.strip() else "佐证")
    return f"还缺：{'、'.join(lacking)}" if lacking else ""


def counted(measures: Iterable[Measure], enough: int | None = None) -> Counted:
    """Void ones do not count; of those alike only the first does. With ``enough`` it stops at so many: a unit may have
    hundreds, and only whether there are three is asked."""
    wanting, kept = [], list[tuple[int, Measure]]()
    for place, measure in enumerate(measures):
        if enough is not None and len(kept) >= enough:
            break
        if measure.state is MeasureState.VOID:
            continue
        if why := why_not_concrete(measure):
            wanting.append((place, why))
            continue
        twin = next((before for before, one in kept if alike(one.what, measure.what)), None)
        if twin is not None:
            wanting.append((place, f"与第 {twin + 1} 条几乎相同，只算一条"))
            continue
        kept.append((place, measure))
    return Counted(len(kept), tuple(wanting))
