"""What a month's report says of an issue afterwards is what stood in the ledger on that evening."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.difference import difference
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure import MeasureState
from app.domain.ledger.replay import replayed
from app.domain.ledger.report_progress import UNKNOWN, Progress, progress_words
from tests.unit.ledgers import finished, issue, measure

states = st.sampled_from(IssueState)
of_measures = st.sampled_from(MeasureState)
numbers = st.integers(1, 4)
acts = st.one_of(
    st.tuples(st.just("state"), states),
    st.tuples(st.just("measure"), numbers, of_measures),
    st.tuples(st.just("owner"), numbers, st.sampled_from("张李周")),
)


def after(before, act):
    """The issue one change later; a measure that it does not have yet is added, in whatever state."""
    version = before.version + 1
    if act[0] == "state":
        return replace(before, state=act[1], version=version)
    known = {one.number: one for one in before.measures}
    number = act[1] if act[1] in known else len(known) + 1
    old = known.get(number, measure(number))
    known[number] = replace(old, owner=act[2]) if act[0] == "owner" else replace(old, state=act[2])
    return replace(before, measures=tuple(known.values()), version=version)


@given(states, st.lists(acts, max_size=12))
def test_what_was_done_later_is_taken_off_again(state, done):
    grown = [issue(state=state)]
    for act in done:
        grown.append(after(grown[-1], act))
    changes = [difference(None, grown[0]), *(difference(*pair) for pair in pairwise(grown))]
    newest = [IssueRow.of(grown[-1], 1)]
    for place, then in enumerate(grown):
        later = [("i", change) for change in changes[:place:-1]]
        known = IssueRow.of(replayed("i", changes[: place + 1]), 1)
        assert known == IssueRow.of(then, 1)
        assert progress_words(newest, later, "，") == {"i": Progress.of(known).words("，")}
    assert progress_words(newest, [("i", change) for change in reversed(changes)], "，") == {}


def test_the_words_name_the_state_and_what_is_finished_of_what_counts():
    done = issue(finished(1), measure(2), measure(3, state=MeasureState.VOID), state=IssueState.WORKING)
    assert progress_words([IssueRow.of(done, 1)], (), "，") == {"i": "正在整改，措施完成 1/2"}
    assert progress_words([IssueRow.of(issue(), 1)], (), "，") == {"i": "待定措施"}


def test_a_history_with_a_gap_is_said_instead_of_guessed():
    row = IssueRow.of(issue(state=IssueState.CLOSED), 1)
    assert progress_words([row], [("i", None)], "，") == {"i": UNKNOWN}
    elsewhere = {"state": ["待定措施", "正在整改"]}
    assert progress_words([row], [("i", elsewhere)], "，") == {"i": UNKNOWN}
    assert progress_words([row], [("another", None)], "，") == {"i": "已销号"}
