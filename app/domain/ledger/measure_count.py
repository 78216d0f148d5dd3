"""Which measures count towards the three that are asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.ledger.likeness import alike
from app.domain.ledger.measure import Measure, MeasureKind, MeasureState
from app.domain.normalised_text import normalise

LEAST_WORDS = 8


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
    if not measure.owner.strip():
        lacking.append("责任人")
    if measure.kind is MeasureKind.LASTING:
        if measure.look_back is None:
            lacking.append("回头看日期")
    elif measure.deadline is None:
        lacking.append("完成时限")
    if not measure.proof.strip():
        lacking.append("佐证")
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
