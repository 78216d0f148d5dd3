"""What the room may see, whatever is pressed in whatever order."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.audience_view import Curtain, Stroke
from app.domain.poll import Poll
from app.domain.presentation import Presentation
from app.domain.sheet import Bars, Choice, Mark
from tests.unit.decks import KEYS, deck

NAME = "周明明"


def on(page):
    return Presentation(deck()).go_to_id(page)


def bars(presentation):
    return [block for block in presentation.audience().sheet.blocks if isinstance(block, Bars)]


def marks(presentation):
    return {block.mark for block in presentation.audience().sheet.blocks if isinstance(block, Choice)}


def test_the_first_and_the_last_page_stay():
    first = Presentation(deck())
    assert first.previous() == first
    last = first.go_to(6)
    assert last.next() == last
    assert last.following is None


def test_next_reveals_before_it_moves_on():
    question = on("di-bao/question/1")
    shown = question.next()
    assert shown.index == question.index
    assert marks(shown) == {Mark.RIGHT, Mark.WRONG}
    assert shown.next().page.id == "di-bao/clause/1"


def test_next_moves_on_at_once_where_the_setting_says_so():
    question = replace(on("di-bao/question/1"), reveal_first=False)
    assert question.next().page.id == "di-bao/clause/1"
    assert question.next().previous() == question


def test_a_page_is_gone_to_by_the_number_that_the_room_sees():
    shown = Presentation(deck())
    assert shown.go_to(3).audience().number == 3
    assert [shown.go_to(number) for number in (0, 7, 999, -1)] == [shown] * 4
    with pytest.raises(KeyError):
        shown.go_to_id("fort")


def test_a_deck_without_pages_is_refused():
    with pytest.raises(ValueError, match="no page"):
        Presentation(replace(deck(), pages=()))


@pytest.mark.parametrize("which", [Curtain.BLACK, Curtain.WHITE])
def test_the_same_key_lifts_the_curtain_and_pages_are_turned_behind_it(which):
    shown = Presentation(deck()).curtain(which)
    assert shown.audience().curtain is which
    assert shown.next().audience().curtain is which
    assert shown.next().curtain(which).audience().curtain is Curtain.NONE


def test_white_over_black_is_white():
    assert Presentation(deck()).curtain(Curtain.BLACK).curtain(Curtain.WHITE).covered is Curtain.WHITE


def test_frozen_the_room_stays_where_it_is_while_the_console_moves_on():
    before = Presentation(deck()).pointed((0.5, 0.5))
    frozen = before.freeze()
    away = frozen.next().next().reveal().drawn(Stroke(((0.1, 0.1),)))
    assert away.page.id != before.page.id
    assert away.audience() == frozen.audience() == replace(before.audience(), pointer=None)
    assert away.freeze() == away
    assert away.thaw().audience().sheet == away.sheet_at(away.index)


def test_frozen_it_can_still_be_blacked_out_and_the_countdown_runs():
    frozen = Presentation(deck()).countdown(60).freeze().next().curtain(Curtain.BLACK).countdown(59)
    assert frozen.audience().curtain is Curtain.BLACK
    assert frozen.audience().countdown == 59


def test_hands_are_shown_when_revealed_and_not_before():
    counted = on("di-bao/question/1").counted("A", 12).counted("B", 3)
    assert bars(counted) == []
    assert bars(counted.reveal()) == [Bars(KEYS, (12, 3, 0))]
    assert bars(counted.reveal().hide()) == []


def test_no_hands_no_bars():
    assert bars(on("di-bao/question/1").reveal()) == []


def test_a_ballot_without_an_answer_reveals_its_hands():
    page = on("di-bao/hands/1")
    assert not page.can_reveal
    assert page.next().page.id == "di-bao/question/2"
    assert bars(page.counted("C", 4).next()) == [Bars(KEYS, (0, 0, 4))]


def test_the_second_vote_leaves_the_first_untouched():
    first = on("di-bao/question/1").counted("A", 12).reveal()
    second = first.vote_again()
    assert not second.is_revealed
    voted = second.counted("B", 20).clear_vote().counted("B", 21)
    assert voted.poll == Poll(KEYS, (12, 0, 0), (0, 21, 0))
    assert bars(voted.reveal()) == [Bars(KEYS, (12, 0, 0), (0, 21, 0))]
    assert voted.vote_again() == voted


def test_a_second_vote_without_hands_does_not_look_like_nobody_voted():
    assert bars(on("di-bao/question/1").counted("A", 12).vote_again().reveal()) == [Bars(KEYS, (12, 0, 0))]


def test_votes_belong_to_their_page():
    both = on("di-bao/question/1").counted("A", 1).go_to_id("di-bao/question/2").counted("B", 2)
    assert both.poll == Poll(KEYS, (0, 2, 0))
    assert both.go_to_id("di-bao/question/1").poll == Poll(KEYS, (1, 0, 0))


def test_nothing_can_be_counted_where_there_is_nothing_to_vote_on():
    with pytest.raises(ValueError, match="nothing to vote on"):
        on("di-bao/facts/1").counted("A", 1)
    with pytest.raises(ValueError, match="not in tuple"):
        on("di-bao/question/1").counted("Z", 1)


def test_a_picked_name_is_seen_only_where_the_speaker_shows_it_and_until_the_page_is_turned():
    shown = Presentation(deck()).picked(NAME)
    assert shown.audience().picked == NAME
    assert shown.next().audience().picked == ""
    assert shown.picked("").audience().picked == ""


def test_strokes_stay_with_their_page_and_are_taken_back_one_by_one():
    one, two = Stroke(((0.1, 0.1), (0.2, 0.2))), Stroke(((0.3, 0.3),))
    drawn = Presentation(deck()).drawn(one).drawn(two)
    assert drawn.audience().strokes == (one, two)
    assert drawn.next().audience().strokes == ()
    assert drawn.next().previous().audience().strokes == (one, two)
    assert drawn.undo_stroke().audience().strokes == (one,)
    assert drawn.wipe() == Presentation(deck())
    assert Presentation(deck()).undo_stroke() == Presentation(deck())


def test_revealing_puts_the_strokes_aside_because_the_words_move():
    question = on("di-bao/question/1").drawn(Stroke(((0.1, 0.1), (0.5, 0.1))))
    shown = question.reveal()
    assert shown.audience().strokes == ()
    assert shown.hide().audience().strokes == question.audience().strokes


def test_the_pointer_goes_with_the_page():
    assert Presentation(deck()).pointed((0.2, 0.3)).next().audience().pointer is None


def test_the_key_of_a_picture_changes_with_what_is_drawn_and_with_nothing_else():
    page = on("di-bao/question/1")
    counted = page.counted("A", 1)
    assert page.audience().key == counted.audience().key == page.pointed((0, 0)).countdown(3).audience().key
    keys = {one.audience().key for one in (page, page.reveal(), counted.reveal(), counted.counted("B", 2).reveal())}
    assert len(keys) == 4


class Console(RuleBasedStateMachine):
    """Everything that can be pressed; ``shown`` is what was chosen to be seen of names."""

    def __init__(self):
        super().__init__()
        self.shown = Presentation(deck())
        self.frozen_at = None

    @rule()
    def next(self):
        before, self.shown = self.shown, self.shown.next()
        assert self.shown.index - before.index in (0, 1)

    @rule()
    def previous(self):
        self.shown = self.shown.previous()

    @rule(number=st.integers(-1, 8))
    def go_to(self, number):
        self.shown = self.shown.go_to(number)
        if 1 <= number <= self.shown.total:
            assert self.shown.number == number

    @rule()
    def reveal(self):
        self.shown = self.shown.reveal()

    @rule()
    def hide(self):
        self.shown = self.shown.hide()

    @rule(which=st.sampled_from([Curtain.BLACK, Curtain.WHITE]))
    def curtain(self, which):
        before, self.shown = self.shown.covered, self.shown.curtain(which)
        assert self.shown.covered is (Curtain.NONE if before is which else which)

    @rule()
    def freeze(self):
        if self.frozen_at is None:
            self.frozen_at = replace(self.shown.audience(), pointer=None)
        self.shown = self.shown.freeze()

    @rule()
    def thaw(self):
        self.frozen_at, self.shown = None, self.shown.thaw()

    @rule(key=st.sampled_from(KEYS), hands=st.integers(-2, 12_000))
    def count(self, key, hands):
        if self.shown.page.ballot:
            before, self.shown = self.shown.poll, self.shown.counted(key, hands)
            if before.second is not None:
                assert self.shown.poll.first == before.first

    @rule()
    def vote_again(self):
        if self.shown.page.ballot:
            before, self.shown = self.shown.poll, self.shown.vote_again()
            assert self.shown.poll.first == before.first

    @rule()
    def clear_vote(self):
        if self.shown.page.ballot:
            self.shown = self.shown.clear_vote()

    @rule(name=st.sampled_from(["", NAME]))
    def pick(self, name):
        self.shown = self.shown.picked(name)

    @rule(seconds=st.none() | st.integers(-5, 600))
    def count_down(self, seconds):
        self.shown = self.shown.countdown(seconds)

    @rule(point=st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1)))
    def point(self, point):
        self.shown = self.shown.pointed(point)

    @rule(stroke=st.builds(Stroke, st.just(((0.1, 0.2),))))
    def draw(self, stroke):
        self.shown = self.shown.drawn(stroke)

    @rule()
    def undo(self):
        self.shown = self.shown.undo_stroke()

    @invariant()
    def the_room_sees_the_current_page_and_nothing_else(self):
        view, page = self.shown.audience(), self.shown.page
        if self.frozen_at is None:
            seen = repr(view)
            for other in deck().pages:
                assert (f"题{other.id}'" in seen) == (other.id == page.id)
                assert f"讲稿{other.id}" not in seen
            assert view.number == self.shown.index + 1

    @invariant()
    def no_answer_is_seen_before_it_is_revealed(self):
        if self.frozen_at is None and not self.shown.is_revealed:
            assert "解析" not in repr(self.shown.audience())
            assert marks(self.shown) <= {Mark.NONE}
            assert bars(self.shown) == []

    @invariant()
    def no_name_is_seen_unless_it_was_chosen(self):
        if self.frozen_at is None and not self.shown.shown_name:
            assert NAME not in repr(self.shown.audience())

    @invariant()
    def frozen_nothing_moves(self):
        assert self.shown.frozen == (self.frozen_at is not None)
        if self.frozen_at is not None:
            view = self.shown.audience()
            assert view.curtain is self.shown.covered
            assert view == replace(self.frozen_at, curtain=view.curtain, countdown=view.countdown)


TestConsole = Console.TestCase
TestConsole.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
