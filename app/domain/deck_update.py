"""Settling one page that an update of the content has changed."""

from dataclasses import replace

from app.domain.deck import DeckPage
from app.domain.deck_plan import DeckPlan
from app.domain.page_words import page_words


def settled(plan: DeckPlan, page: DeckPage, take_new: bool) -> DeckPlan:
    """``page`` as the content makes it now. With ``take_new`` its notes are the content's again, else the leader's
    stay; either way it counts as seen. The time that the leader gave it stays."""
    edit = plan.edit_of(page.id)
    edits = tuple(one for one in plan.edits if one.id != page.id)
    if take_new:
        edit = replace(edit, notes=None)
    if edit.notes is not None or edit.seconds is not None:
        edits = (*edits, replace(edit, was=page.notes, source=page.source))
    fresh = (page.id, page.name, page.source)
    known = any(one[0] == page.id for one in plan.seen)
    seen = tuple(fresh if one[0] == page.id else one for one in plan.seen) if known else plan.seen
    words = tuple((page.id, page_words(page)) if one[0] == page.id else one for one in plan.words)
    return replace(plan, edits=edits, seen=seen, words=words)
