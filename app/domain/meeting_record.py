"""From a meeting that was on to its minutes: counts, entries and what was shown, nothing made up."""

from app.domain.deck import Deck, DeckPage
from app.domain.live_meeting import LiveMeeting
from app.domain.meeting_entry import EntryKind, MeetingEntry
from app.domain.minutes import Minutes, VoteRecord
from app.domain.presentation import Presentation
from app.domain.sheet import Choice, Mark, Quotation


def minutes_of(live: LiveMeeting, entries: tuple[MeetingEntry, ...], ended_at: str) -> Minutes:
    """Version 1. ``ended_at`` is a local wall time."""
    return Minutes(
        live.meeting,
        live.began_at,
        ended_at,
        live.people,
        speeches=tuple(one.speech() for one in entries if one.kind is EntryKind.SPEECH),
        decisions=tuple(one.text for one in entries if one.kind is EntryKind.DECISION),
        follow_ups=tuple(one.follow_up() for one in entries if one.kind is EntryKind.FOLLOW_UP),
        votes=votes_of(live.presentation),
        shown=shown_of(live.presentation.deck, live.pace.seen, live.shown),
    )


def votes_of(presentation: Presentation) -> tuple[VoteRecord, ...]:
    """The pages on which hands were counted, in order; the answer only where it was revealed."""
    polls = dict(presentation.polls)
    return tuple(
        _vote(page, page.id in presentation.revealed, presentation)
        for page in presentation.deck.pages
        if page.id in polls and any(polls[page.id].first + (polls[page.id].second or ()))
    )


def shown_of(deck: Deck, seen: tuple[str, ...], cases: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """What was projected, in order: ``cases`` are (beginning of page ids, words); rules by their own source line."""
    found: dict[str, None] = {}
    for page in deck.pages:
        if page.id in seen:
            found |= {words: None for beginning, words in cases if page.id.startswith(beginning)}
            found |= {block.source: None for block in page.sheet.blocks if isinstance(block, Quotation)}
    return tuple(found)


def _vote(page: DeckPage, revealed: bool, presentation: Presentation) -> VoteRecord:
    poll = presentation.poll_of(page)
    assert poll is not None
    texts = {block.key: block.text for block in page.sheet.blocks if isinstance(block, Choice)}
    answer: tuple[str, ...] = ()
    if revealed and page.revealed is not None:
        blocks = page.revealed.blocks
        answer = tuple(one.key for one in blocks if isinstance(one, Choice) and one.mark is Mark.RIGHT)
    return VoteRecord(page.sheet.title, tuple((key, texts.get(key, "")) for key in page.ballot), poll, answer)
