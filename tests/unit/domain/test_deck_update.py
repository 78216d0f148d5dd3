"""Settling what an update of the content has changed, page by page."""

from dataclasses import replace

from app.domain.deck import Deck, DeckPage
from app.domain.deck_plan import DeckPlan, applied, changes
from app.domain.deck_update import settled
from app.domain.sheet import Sheet, SheetKind

MINE = (("", "我自己的提示"),)


def page(name, source):
    return DeckPage(name, name, Sheet(SheetKind.TEXT, "", name), notes=(("", f"内容的提示 {source}"),), source=source)


OLD = Deck("课件", (page("a", "1"), page("b", "1")))
NEW = Deck("课件", (page("a", "2"), page("b", "2")))
PLAN = DeckPlan().accepted(OLD).noted(OLD.pages[0], MINE).timed(OLD.pages[0], 90)


def test_both_pages_count_as_changed_at_first():
    assert [one.id for one in changes(PLAN, NEW).changed] == ["a", "b"]


def test_taking_the_new_notes_keeps_the_time_that_was_given():
    plan = settled(PLAN, NEW.pages[0], take_new=True)
    shown = applied(plan, NEW).pages[0]
    assert (shown.notes, shown.seconds) == (NEW.pages[0].notes, 90)


def test_keeping_ones_own_notes_keeps_them():
    plan = settled(PLAN, NEW.pages[0], take_new=False)
    assert applied(plan, NEW).pages[0].notes == MINE


def test_a_settled_page_counts_as_changed_no_more_and_the_others_still_do():
    for take_new in (True, False):
        assert [one.id for one in changes(settled(PLAN, NEW.pages[0], take_new), NEW).changed] == ["b"]


def test_the_next_update_is_seen_again():
    plan = settled(PLAN, NEW.pages[0], take_new=False)
    newer = replace(NEW, pages=(page("a", "3"), NEW.pages[1]))
    assert "a" in [one.id for one in changes(plan, newer).changed]


def test_a_page_that_was_not_edited_leaves_no_edit_behind():
    assert settled(DeckPlan().accepted(OLD), NEW.pages[1], take_new=True).edits == ()
