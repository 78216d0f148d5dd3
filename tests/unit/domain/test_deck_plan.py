"""What a leader changed of a deck stays theirs, whatever the content becomes."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.case import Option
from app.domain.codec import from_plain, to_plain
from app.domain.deck import Deck, DeckPage
from app.domain.deck_plan import DeckPlan, applied, arranged, changes
from app.domain.own_page import OwnKind, OwnPage
from app.domain.question import Question, QuestionKind
from app.domain.sheet import Choice, Media, Picture, Sheet, SheetKind, Text
from app.domain.sheet_height import fits

NOTES = (("停", "十秒"), ("问", "先问谁？"))
OWN_NOTES = (("", "这里讲本局去年的事"),)


def page(page_id: str, source: str = "1", notes: tuple[tuple[str, str], ...] = NOTES) -> DeckPage:
    return DeckPage(page_id, page_id.upper(), Sheet(SheetKind.TEXT, "", page_id), notes=notes, source=source)


def deck(*ids: str) -> Deck:
    return Deck("案例", tuple(page(one) for one in ids))


def ids(built: Deck) -> list[str]:
    return [one.id for one in built.pages]


IDS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)
OWN = st.lists(st.sampled_from(("a", "c", "h", "z", "", "own/1")), max_size=3)


@st.composite
def plans(draw: st.DrawFn) -> DeckPlan:
    plan = DeckPlan(title=draw(st.sampled_from(("", "我的课件"))))
    for after in draw(OWN):
        plan = plan.with_own(OwnPage("", OwnKind.TEXT, "补充", "一段话。" * draw(st.sampled_from((1, 200))), after))
    order = draw(st.lists(st.sampled_from(("a", "b", "c", "d", "x", "own/1", "own/2", "own/2/2")), unique=True))
    plan = plan.ordered(tuple(order)) if order else plan
    for skipped in draw(st.lists(st.sampled_from(("a", "b", "own/1", "y")), unique=True)):
        plan = plan.skipping(skipped)
    for edited in draw(st.lists(st.sampled_from(("a", "d", "y")), unique=True)):
        plan = plan.noted(page(edited), OWN_NOTES).timed(page(edited), 300)
    return plan


@given(plans(), IDS)
def test_applying_a_plan_twice_is_applying_it_once(plan: DeckPlan, built: list[str]) -> None:
    once = applied(plan, deck(*built))
    assert applied(plan, once) == once


@given(plans(), IDS)
def test_no_page_is_lost_or_doubled(plan: DeckPlan, built: list[str]) -> None:
    shown = [line.page.id for line in arranged(plan, deck(*built))]
    assert len(set(shown)) == len(shown)
    assert {one for one in shown if not one.startswith("own/")} == set(built)
    assert {one.id for one in plan.own} <= set(shown)
    kept = [line.page.id for line in arranged(plan, deck(*built)) if not line.skipped]
    assert kept == ids(applied(plan, deck(*built)))


@given(IDS.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_an_order_comes_back_as_it_was_given(found: tuple[list[str], list[str]]) -> None:
    built, wanted = found
    assert ids(applied(DeckPlan().ordered(tuple(wanted)), deck(*built))) == wanted


@given(plans())
def test_a_plan_is_kept_as_json(plan: DeckPlan) -> None:
    assert from_plain(DeckPlan, json.loads(json.dumps(to_plain(plan)))) == plan


def test_an_empty_plan_leaves_the_deck_as_it_is() -> None:
    assert applied(DeckPlan(), deck("a", "b")) == deck("a", "b")
    assert not changes(DeckPlan(), deck("a", "b"))


def test_a_page_is_moved_among_those_shown() -> None:
    plan = DeckPlan().moved("c", 0, ("a", "b", "c"))
    assert ids(applied(plan, deck("a", "b", "c"))) == ["c", "a", "b"]
    assert ids(applied(plan.moved("c", 99, ("c", "a", "b")), deck("a", "b", "c"))) == ["a", "b", "c"]


def test_a_new_page_comes_where_it_naturally_stands() -> None:
    plan = DeckPlan().ordered(("c", "b", "a"))
    assert ids(applied(plan, deck("a", "a2", "b", "c", "c2"))) == ["c", "c2", "b", "a", "a2"]
    assert ids(applied(plan, deck("new", "a", "b", "c"))) == ["new", "c", "b", "a"]


def test_a_page_that_is_gone_is_left_out_kept_in_the_plan_and_reported() -> None:
    plan = DeckPlan().accepted(deck("a", "b", "c")).ordered(("c", "b", "a")).noted(page("b"), OWN_NOTES)
    assert ids(applied(plan, deck("a", "c"))) == ["c", "a"]
    assert changes(plan, deck("a", "c")).gone == (("b", "B"),)
    back = applied(plan, deck("a", "b", "c"))
    assert ids(back) == ["c", "b", "a"]
    assert back.pages[1].notes == OWN_NOTES


def test_a_skipped_page_is_listed_but_not_shown_and_comes_back() -> None:
    plan = DeckPlan().skipping("b")
    assert ids(applied(plan, deck("a", "b"))) == ["a"]
    assert [line.skipped for line in arranged(plan, deck("a", "b"))] == [False, True]
    assert ids(applied(plan.skipping("b", False), deck("a", "b"))) == ["a", "b"]


def test_edited_notes_stay_and_are_flagged_with_old_and_new_side_by_side() -> None:
    plan = DeckPlan().accepted(deck("a", "b")).noted(page("a"), OWN_NOTES)
    renewed = (("停", "二十秒"),)
    update = Deck("案例", (page("a", "2", renewed), page("b", "2"), page("c")))
    found = changes(plan, update)
    assert [(one.id, one.own, one.old, one.new) for one in found.changed] == [
        ("a", OWN_NOTES, NOTES, renewed),
        ("b", None, (), NOTES),
    ]
    assert [one.conflicting for one in found.changed] == [True, False]
    assert found.added == (("c", "C"),)
    assert applied(plan, update).pages[0].notes == OWN_NOTES
    assert not changes(plan.accepted(update), update)
    assert applied(plan.accepted(update), update).pages[0].notes == OWN_NOTES


def test_notes_can_be_edited_twice_and_taken_back() -> None:
    plan = DeckPlan().noted(page("a"), OWN_NOTES).noted(page("a"), ()).timed(page("a"), 90)
    shown = applied(plan, deck("a")).pages[0]
    assert (shown.notes, shown.seconds) == ((), 90)
    assert applied(plan.as_built("a"), deck("a")) == deck("a")


def test_pages_of_ones_own_stand_where_they_were_put() -> None:
    plan = DeckPlan()
    for title, after in (("甲", "a"), ("乙", "a"), ("丙", "")):
        plan = plan.with_own(OwnPage("", OwnKind.TEXT, title, after=after))
    assert ids(applied(plan, deck("a", "b"))) == ["a", "own/1", "own/2", "b", "own/3"]
    assert ids(applied(plan.without_own("own/1"), deck("a", "b"))) == ["a", "own/2", "b", "own/3"]


def test_the_number_of_a_deleted_page_is_not_used_again() -> None:
    plan = DeckPlan().with_own(OwnPage("", OwnKind.TEXT, "甲")).without_own("own/1")
    assert plan.with_own(OwnPage("", OwnKind.TEXT, "乙")).own[0].id == "own/2"


def test_notes_and_time_of_an_own_page_are_its_own() -> None:
    plan = DeckPlan().with_own(OwnPage("", OwnKind.TEXT, "甲", "一段话。"))
    shown = applied(plan, deck("a")).pages[1]
    plan = plan.noted(shown, OWN_NOTES).timed(shown, 240)
    assert plan.own[0].notes == OWN_NOTES
    assert not plan.edits
    assert applied(plan, deck("a")).pages[1].seconds == 240


def test_a_long_text_of_ones_own_goes_on_overleaf_under_one_id() -> None:
    plan = DeckPlan().with_own(OwnPage("", OwnKind.TEXT, "本局的事", "去年年底，有人把单子压在抽屉里。" * 40, "a"))
    shown = applied(plan, deck("a", "b"))
    assert ids(shown)[:3] == ["a", "own/1", "own/1/2"]
    assert all(fits(one.sheet) for one in shown.pages)
    assert ids(applied(plan.moved("own/1/2", 0, tuple(ids(shown))), deck("a", "b")))[:2] == ["own/1", "own/1/2"]
    assert ids(applied(plan.skipping("own/1/2"), deck("a", "b"))) == ["a", "b"]


def test_a_question_of_ones_own_can_be_voted_on() -> None:
    options = tuple(Option(key, f"做法{key}") for key in "AB")
    own = OwnPage("", OwnKind.QUESTION, "现场作答", "你怎么办？", options=options, answer=("B",), text_after="先核对。")
    asked = applied(DeckPlan().with_own(own), deck("a")).pages[1]
    assert asked.ballot == ("A", "B")
    assert not any(isinstance(block, Choice) and block.mark for block in asked.sheet.blocks)
    assert asked.revealed and Text("先核对。") in asked.revealed.blocks


def test_pictures_and_films_of_ones_own() -> None:
    plan = DeckPlan().with_own(OwnPage("", OwnKind.PICTURE, "现场", "老人家的扶手", file="1.jpg"))
    plan = plan.with_own(OwnPage("", OwnKind.MEDIA, "警示片", file="2.mp4"))
    _, picture, film = applied(plan, deck("a")).pages
    assert picture.sheet.blocks == (Picture("1.jpg", "老人家的扶手"),)
    assert film.sheet.blocks == (Media("2.mp4"),)
    assert not film.sheet.composite


@given(st.text(max_size=400), st.text(max_size=900))
def test_whatever_is_typed_fits_on_its_pages(title: str, text: str) -> None:
    plan = DeckPlan().with_own(OwnPage("", OwnKind.TEXT, title, text))
    assert all(fits(one.sheet) for one in applied(plan, deck()).pages)


@given(st.text(max_size=200), st.lists(st.text(max_size=120), min_size=1, max_size=6), st.text(max_size=500))
def test_whatever_is_asked_fits_on_its_pages(stem: str, words: list[str], reason: str) -> None:
    options = tuple(Option(key, text) for key, text in zip("ABCDEF", words, strict=False))
    own = OwnPage("", OwnKind.QUESTION, "现场作答", stem, options=options, answer=("A",), text_after=reason)
    pages = applied(DeckPlan().with_own(own), deck()).pages
    assert [one.sheet for one in pages if not fits(one.sheet) or (one.revealed and not fits(one.revealed))] == []
    assert [one.ballot for one in pages if one.ballot] == [tuple(option.key for option in options)]


def test_a_bank_question_is_copied() -> None:
    question = Question("q1", QuestionKind.TRUE_FALSE, "登记了就没事。", "群众身边", 1, answer=("错",))
    own = replace(OwnPage.asking("", question), after="a")
    asked = applied(DeckPlan().with_own(own), deck("a")).pages[1]
    assert asked.ballot == ("对", "错")
    assert own.question == "q1"
