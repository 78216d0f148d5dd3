"""What has happened between two states of a presentation that is worth an event each."""

from typing import Any, NamedTuple

from app.domain.audience_view import Curtain
from app.domain.events import HandsCounted, PageReached, PageRevealed
from app.domain.presentation import Presentation


class StageAct(NamedTuple):
    """``fact`` is told once ``kind`` and ``payload`` are on disk."""

    kind: str
    payload: dict[str, Any]
    fact: PageReached | PageRevealed | HandsCounted


def stage_acts(meeting_id: str, before: Presentation, after: Presentation) -> list[StageAct]:
    """Votes and what was revealed first, then the page that was gone to."""
    acts: list[StageAct] = []
    payload: dict[str, Any]
    known = dict(before.polls)
    for page, poll in after.polls:
        if known.get(page) != poll:
            payload = {"page": page, "first": poll.first, "second": poll.second}
            acts.append(StageAct("meeting.counted", payload, HandsCounted(meeting_id, page, poll.first, poll.second)))
    for page in sorted(after.revealed ^ before.revealed):
        shown = page in after.revealed
        payload = {"page": page, "revealed": shown}
        acts.append(StageAct("meeting.revealed", payload, PageRevealed(meeting_id, page, shown)))
    if after.page.id != before.page.id:
        payload = {"page": after.page.id, "number": after.number}
        acts.append(StageAct("meeting.page", payload, PageReached(meeting_id, after.page.id)))
    return acts


def kept_curtain(presentation: Presentation) -> Curtain:
    """How the audience's window begins after a restart: what was frozen cannot be shown again, so nothing is."""
    return Curtain.BLACK if presentation.frozen else presentation.covered
