"""What answers do to the wrong-answer book and to the review, in the transaction of their event; and the way back."""

from collections.abc import Iterable
from datetime import date, timedelta

from app.domain.errors import UserError
from app.domain.marking import Verdict
from app.domain.practice import QuestionState
from app.storage.attempt_store import AttemptStore
from app.storage.journal import Journal
from app.storage.review_store import ReviewStore

MISSED = (Verdict.WRONG.value, Verdict.PARTIAL.value, Verdict.UNANSWERED.value)


class WrongAnswerBook:
    """``today`` is a local ISO day. What comes in comes back tomorrow."""

    def __init__(self, journal: Journal, attempts: AttemptStore, cards: ReviewStore) -> None:
        self._journal, self._attempts, self._cards = journal, attempts, cards

    def after_answer(self, before: QuestionState, after: QuestionState, today: str) -> None:
        if after.last_verdict in MISSED:
            self._cards.enter(after.question_id, today, _tomorrow(today))
        elif before.in_wrong_book and not after.in_wrong_book:
            with self._journal.record("book.left", after.question_id, {}):
                pass  # the answer's own projections say it

    def after_exam(self, missed: Iterable[str], seq: int, today: str) -> None:
        for name in missed:
            self._attempts.put_state(self._attempts.state(name).missed_in_exam(seq))
            self._cards.enter(name, today, _tomorrow(today))

    def after_star(self, state: QuestionState, today: str) -> None:
        """A star brings a question in; without it one that was never answered wrong goes out again."""
        name = state.question_id
        if state.starred and not self._cards.has(name):
            self._cards.enter(name, today, _tomorrow(today))
        elif not state.starred and not state.wrong:
            self._cards.remove(name)

    def put_back(self, question_id: str, today: str) -> QuestionState:
        """Raises UserError where the question never left the book, or is in it again."""
        found = self._attempts.state(question_id)
        if found.in_wrong_book or not found.book_seq:
            raise UserError("这道题不在“已移出”里，不用放回。")
        with self._journal.record("book.restored", question_id, {}) as (seq, _):
            state = found.put_back(seq)
            self._attempts.put_state(state)
            self._cards.enter(question_id, today, _tomorrow(today))
        return state


def _tomorrow(today: str) -> str:
    return (date.fromisoformat(today) + timedelta(days=1)).isoformat()
