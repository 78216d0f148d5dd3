"""Review: what comes in, what comes back, ratings and their undoing, the wrong-answer book."""

import json
import sqlite3
from collections import Counter

import pytest

from app.domain.errors import UserError
from app.domain.events import BookRestored, ReviewRated, ReviewUndone
from app.domain.marking import Verdict
from app.domain.paper import BreakPolicy
from app.domain.practice import QuestionState
from app.domain.review import CAPS, DAILY_CAP, Origin, Rating, ReviewCard
from app.domain.review_groups import GroupBy, grouped
from app.services.practice_service import REVIEW
from app.services.wrong_answer_book import MISSED
from tests.unit.house import paper

DAY = 24 * 3600


def answer(services, name, right, source="练习"):
    question = services.library.question(name)
    given = question.answer if right else ("D",)
    return services.practice.answer(question, (), given, source=source)


def tomorrow(clock, days=1):
    clock.sleep(days * DAY)


def connection(services):
    return services.exams._journal._database.connection


def test_a_wrong_answer_comes_back_tomorrow_and_not_today(services, clock):
    answer(services, "q01", right=False)
    answer(services, "q02", right=True)
    assert services.review.day().question_ids == ()
    assert services.review.day().coming == (("2026-03-03", 1),)
    tomorrow(clock)
    day = services.review.day()
    assert (day.question_ids, day.origins[Origin.WRONG]) == (("q01",), 1)


def test_a_starred_question_comes_in_and_goes_out_with_its_star(services, clock):
    services.practice.star("q03", True)
    tomorrow(clock)
    assert services.review.day().origins == {Origin.WRONG: 0, Origin.STARRED: 1, Origin.SPACED: 0}
    services.practice.star("q03", False)
    assert services.review.day().question_ids == ()


def test_without_its_star_a_question_that_was_wrong_stays(services, clock):
    answer(services, "q03", right=False)
    services.practice.star("q03", True)
    services.practice.star("q03", False)
    tomorrow(clock)
    assert services.review.day().question_ids == ("q03",)


def test_what_was_wrong_in_an_exam_comes_in_once_it_is_finished(services, clock):
    exam = services.exams.start(paper(BreakPolicy.FREE), "")
    wrong, right = exam.items[0], exam.items[1]
    exam = services.exams.answer(exam, 1, ("D",))
    exam = services.exams.answer(exam, 2, right.question.answer)
    assert services.practice.wrong_book() == []
    services.exams.submit(exam)
    state = services.practice.state(wrong.question.id)
    assert [one.question_id for one in services.practice.wrong_book()] == [wrong.question.id]
    assert (state.in_wrong_book, state.wrong, state.last_seq) == (True, 1, 0)
    tomorrow(clock)
    assert services.review.day().question_ids == (wrong.question.id,)


def test_a_rating_does_what_its_button_said(services, clock, heard):
    answer(services, "q01", right=False)
    tomorrow(clock)
    promised = services.review.next_dates("q01")
    heard.clear()
    rated = services.review.rate("q01", Rating.GOOD)
    assert rated.due == promised[Rating.GOOD] > services.review.today()
    assert services.review.day().question_ids == ()
    assert services.review.day().done == 1
    assert heard == [ReviewRated(rated.seq, "q01", "已掌握", rated.due)]


def test_the_last_rating_can_be_taken_back_and_then_the_one_before(services, clock, heard):
    for name in ("q01", "q02"):
        answer(services, name, right=False)
    tomorrow(clock)
    before = services.review.day()
    first, second = (services.review.rate(name, Rating.GOOD) for name in before.question_ids)
    heard.clear()
    assert services.review.undo().question_id == second.question_id
    assert services.review.day().done == 1
    assert services.review.undo().question_id == first.question_id
    assert services.review.day() == before
    assert services.review.undo() is None
    assert heard == [ReviewUndone(one.seq, one.question_id) for one in (second, first)]


def test_a_rating_of_yesterday_stands(services, clock):
    services.review.rate("q01", Rating.GOOD)
    tomorrow(clock)
    assert services.review.undo() is None


def test_taking_back_keeps_what_a_wrong_answer_has_done_since(services):
    services.review.rate("q01", Rating.GOOD)
    answer(services, "q01", right=False)
    services.review.undo()
    assert services.review.day().coming[0][0] == "2026-03-03"


def test_a_wrong_answer_in_practice_brings_a_far_question_back_tomorrow(services, clock):
    for _ in range(4):
        services.review.rate("q01", Rating.GOOD)
    assert services.review.day().coming[0][0] > "2026-03-03"
    answer(services, "q01", right=False)
    assert services.review.day().coming == (("2026-03-03", 1),)


def test_a_question_answered_wrong_but_not_rated_is_asked_again_the_same_day(services, clock):
    answer(services, "q01", right=False)
    tomorrow(clock)
    answer(services, "q01", right=False, source=REVIEW)
    assert services.review.day().question_ids == ("q01",)


def test_three_right_in_a_row_across_practice_and_review_leave_the_book_and_it_is_in_the_log(services, clock):
    answer(services, "q01", right=False)
    answer(services, "q01", right=True)
    tomorrow(clock)
    answer(services, "q01", right=True, source=REVIEW)
    outcome = answer(services, "q01", right=True)
    assert (outcome.before.in_wrong_book, outcome.state.in_wrong_book) == (True, False)
    assert services.practice.wrong_book() == []
    assert [(name, day) for name, _, day in services.review.left()] == [("q01", "2026-03-03")]
    assert [event[3] for event in services.exams._journal.events("book.left")] == ["q01"]
    assert services.review.day().origins[Origin.SPACED] == 1, "it still comes back, at intervals"


def test_what_left_can_be_put_back_and_then_asks_for_three_in_a_row_anew(services, clock, heard):
    answer(services, "q01", right=False)
    for _ in range(3):
        answer(services, "q01", right=True)
    state = services.practice.put_back("q01")
    assert (state.in_wrong_book, state.right_in_row) == (True, 0)
    assert heard[-1] == BookRestored("q01")
    assert services.review.left() == []
    tomorrow(clock)
    assert services.review.day().question_ids == ("q01",)
    answer(services, "q01", right=True)
    assert services.practice.wrong_book() != []


@pytest.mark.parametrize("name", ["q01", "q02"])
def test_only_what_left_can_be_put_back(services, name):
    answer(services, "q01", right=False)
    with pytest.raises(UserError, match="不用放回"):
        services.practice.put_back(name)


def test_the_cap_holds_the_rest_is_deferred_and_a_list_once_made_stands(services, clock):
    services.review.set_cap(4)
    for number in range(1, 12):
        answer(services, f"q{number:02}", right=False)
    tomorrow(clock)
    day = services.review.day()
    assert (len(day.question_ids), day.deferred) == (4, 7)
    assert day.coming == (("2026-03-04", 4), ("2026-03-05", 3))
    assert services.review.day() == day
    services.review.rate(day.question_ids[0], Rating.AGAIN)
    assert services.review.day().question_ids == day.question_ids[1:]
    assert services.home.review_due().number == 3


def test_after_a_holiday_no_day_asks_more_than_the_cap(services, clock):
    services.review.set_cap(3)
    for number in range(1, 17):
        answer(services, f"q{number:02}", right=False)
    tomorrow(clock, 30)
    asked = Counter()
    for _ in range(12):
        day = services.review.day()
        for name in day.question_ids:
            asked[day.today] += 1
            services.review.rate(name, Rating.GOOD)
        tomorrow(clock)
    assert max(asked.values()) <= 3
    assert sum(asked.values()) >= 16


def test_a_higher_cap_takes_what_was_deferred_back(services, clock):
    services.review.set_cap(2)
    for number in range(1, 9):
        answer(services, f"q{number:02}", right=False)
    tomorrow(clock)
    assert len(services.review.day().question_ids) == 2
    services.review.set_cap(30)
    assert len(services.review.day().question_ids) == 8


def test_the_cap_is_thirty_until_somebody_chooses_another(services):
    assert services.review.cap == DAILY_CAP == 30 and DAILY_CAP in CAPS
    services.review.set_cap(50)
    assert services.review.cap == 50


def test_a_question_that_left_the_content_is_on_no_list_until_it_is_back(services, clock, monkeypatch):
    answer(services, "q01", right=False)
    tomorrow(clock)
    every = services.library.question_summaries()
    monkeypatch.setattr(services.library, "question_summaries", lambda: every[1:])
    assert services.review.day().question_ids == ()
    assert services.home.review_due().number == 0
    monkeypatch.setattr(services.library, "question_summaries", lambda: every)
    assert services.review.day().question_ids == ("q01",)


def test_home_says_how_many_and_why(services, clock):
    assert services.home.review_due().number == 0
    answer(services, "q01", right=False)
    services.practice.star("q02", True)
    tomorrow(clock)
    assert services.home.review_due() == (2, 1, 1, 0)


def test_the_book_is_grouped_by_article_case_and_topic(services):
    for name in ("q01", "q02", "q04"):
        answer(services, name, right=False)
    book = services.review.book()
    by_topic = {group.key: group.question_ids for group in grouped(book, GroupBy.TOPIC)}
    assert by_topic == {"群众身边": ("q04", "q02"), "资金管理": ("q01",)}
    assert [group.key for group in grouped(book, GroupBy.ARTICLE)] == ["条例@2023/124"]
    assert [group.key for group in grouped(book, GroupBy.CASE)] == ["di-bao"]


def test_a_start_later_everything_is_as_it_was_and_the_rating_can_still_be_undone(house, services, clock):
    for name in ("q01", "q02", "q03"):
        answer(services, name, right=False)
    tomorrow(clock)
    day = services.review.day()
    services.review.rate("q02", Rating.HARD)
    left = services.review.day()
    services.close()
    again = house.open()
    assert again.review.day() == left
    assert again.review.undo().question_id == "q02"
    assert again.review.day() == day
    again.close()


def test_a_rating_that_could_not_be_saved_changed_nothing(services):
    ask = connection(services).execute
    ask(f"PRAGMA max_page_count = {ask('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(UserError, match="空间不足"):
        for _ in range(5000):
            kept = services.review._cards.card("q01"), services.review.day()
            services.review.rate("q01", Rating.GOOD)
    assert (services.review._cards.card("q01"), services.review.day()) == kept
    assert services.records.untouched()


def test_every_table_follows_from_the_log_alone(house, services, clock):
    """A mixed month, then each table built anew from the events and compared."""
    services.review.set_cap(3)
    for number in range(1, 13):
        answer(services, f"q{number:02}", right=number % 4 == 0)
    services.practice.star("q16", True)
    exam = services.exams.start(paper(BreakPolicy.FREE), "")
    services.exams.submit(services.exams.answer(exam, 1, ("D",)))
    for number in range(25):
        tomorrow(clock)
        for place, name in enumerate(services.review.day().question_ids):
            answer(services, name, right=place != number % 3, source=REVIEW)
            services.review.rate(name, list(Rating)[(place + number) % 3])
            if place == 1:
                services.review.undo()
                services.review.rate(name, Rating.HARD)
    for name, _, _ in services.review.left()[:1]:
        services.practice.put_back(name)
    services.review.day()
    services.close()
    states, cards, undone = replayed(house)
    database = sqlite3.connect(house.profile)
    columns = "question_id, added_day, due, day, stability, difficulty, last_day, reviews, lapses"
    assert {ReviewCard(*row) for row in database.execute(f"SELECT {columns} FROM review_card")} == set(cards.values())
    columns = "question_id, last_seq, last_verdict, right_in_row, tries, wrong, in_wrong_book, starred, book_seq"
    stored = {QuestionState(*row) for row in database.execute(f"SELECT {columns} FROM question_state")}
    assert stored == set(states.values())
    assert {row[0] for row in database.execute("SELECT seq FROM review_rating WHERE undone > 0")} == undone
    database.close()


def replayed(house):
    """(states, cards, ratings taken back) by the rules of docs/storage.md, from the event table and nothing else."""
    from dataclasses import replace
    from datetime import datetime, timedelta

    states, cards, before, undone = {}, {}, {}, set()
    database = sqlite3.connect(house.profile)

    def enter(name, today):
        due = (today + timedelta(days=1)).isoformat()
        found = cards.get(name) or ReviewCard(name, today.isoformat(), due, due)
        cards[name] = replace(found, due=min(found.due, due), day=min(found.day, due))

    rows = database.execute("SELECT seq, utc, kind, object, payload FROM event ORDER BY seq").fetchall()
    for seq, utc, kind, name, text in rows:
        payload, today = json.loads(text), datetime.fromisoformat(utc).astimezone().date()
        state = states.get(name, QuestionState(name))
        match kind:
            case "answer":
                states[name] = state.after(seq, payload["verdict"])
                if payload["verdict"] in MISSED:
                    enter(name, today)
            case "question.starred":
                states[name] = replace(state, starred=payload["starred"])
                if payload["starred"] and name not in cards:
                    enter(name, today)
                elif not payload["starred"] and not state.wrong:
                    cards.pop(name, None)
            case "exam.finished":
                for missed in payload["missed"]:
                    states[missed] = states.get(missed, QuestionState(missed)).missed_in_exam(seq)
                    enter(missed, today)
            case "book.restored":
                states[name] = state.put_back(seq)
                enter(name, today)
            case "review.rated":
                before[seq] = cards[name]
                cards[name] = replace(
                    cards[name],
                    due=payload["due"],
                    day=payload["due"],
                    stability=payload["stability"],
                    difficulty=payload["difficulty"],
                    last_day=today.isoformat(),
                    reviews=cards[name].reviews + 1,
                    lapses=cards[name].lapses + (payload["rating"] == Rating.AGAIN),
                )
            case "review.undone":
                cards[name] = before[payload["rated"]]
                undone.add(payload["rated"])
            case "review.deferred":
                for moved, day in payload["days"].items():
                    cards[moved] = replace(cards[moved], day=day)
            case "review.cap":
                late = [one for one in cards.values() if one.due <= today.isoformat()]
                cards |= {one.question_id: replace(one, day=one.due) for one in late}
    database.close()
    return states, cards, undone


def test_the_lists_of_the_book_never_look_through_the_attempts(services):
    """However many answers there are: each list is read along an index of its own."""
    seen = []
    connection(services).set_trace_callback(seen.append)
    for name in ("q01", "q02"):
        answer(services, name, right=False)
    seen.clear()
    services.review.book()
    services.review.left()
    services.practice.wrong_book()
    services.home.wrong_questions()
    services.review.day()
    connection(services).set_trace_callback(None)
    reads = [sql for sql in seen if sql.startswith("SELECT")]
    assert len(reads) > 6
    for sql in reads:
        plans = [row[3] for row in connection(services).execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
        assert not any("attempt" in line for line in plans), sql
        assert not any(line.startswith("SCAN question_state") and "USING" not in line for line in plans), sql
        assert not any("TEMP B-TREE" in line for line in plans), sql


def test_a_short_answer_that_one_marks_oneself_comes_in_when_it_was_wrong(services):
    short = services.library.question("q17")
    services.practice.answer(short, (), ("先核对",))
    assert services.review.day().coming == ()
    services.practice.answer(short, (), ("先核对",), own_verdict=Verdict.PARTIAL)
    assert services.review.day().coming == (("2026-03-03", 1),)
