import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bank import Bank
from app.domain.case import Option
from app.domain.drawing import draw, draw_ids, overlap, shortages, shown_order, split
from app.domain.errors import UserError
from app.domain.paper import BreakPolicy, DrawRule, FixedQuestion, MultipleRule, Paper
from app.domain.question import Question, QuestionKind
from tests.unit.domain.delivered import content

KINDS = (QuestionKind.SINGLE, QuestionKind.ORDER)
TOPICS = ("eldercare", "charity")


def question(number: int, kind: QuestionKind, topic: str, difficulty: int = 1, group: str = "") -> Question:
    options = tuple(Option(key, key * 2) for key in "ABC")
    answer = ("A",) if kind is QuestionKind.SINGLE else ("A", "B", "C")
    return Question(f"q{number:02}", kind, "题干", topic, difficulty, options=options, answer=answer, group=group)


def paper(*rules: DrawRule, shuffle: bool = True) -> Paper:
    return Paper("p", "卷", "", 10, 1, MultipleRule.PARTIAL, BreakPolicy.FREE, rules, shuffle_options=shuffle)


banks = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(TOPICS), st.integers(1, 3), st.sampled_from(["", "", "g"])),
    max_size=14,
).map(lambda rows: [question(number, *row) for number, row in enumerate(rows)])
rules = st.builds(
    DrawRule,
    st.sampled_from(KINDS),
    st.integers(1, 4),
    st.integers(1, 3),
    st.lists(st.sampled_from(TOPICS), max_size=2, unique=True).map(tuple),
    st.lists(st.integers(1, 3), max_size=2, unique=True).map(tuple),
)
papers = st.lists(rules, min_size=1, max_size=4).map(lambda drawn: paper(*drawn))


@given(papers, banks, st.integers(), st.randoms())
def test_the_same_seed_gives_the_same_paper_whatever_the_order_of_the_bank(
    wanted: Paper, bank: list[Question], seed: int, chance: random.Random
) -> None:
    if shortages(wanted, Bank.of(bank)):
        return
    drawn = draw(wanted, bank, seed)
    chance.shuffle(bank)
    assert draw(wanted, bank, seed) == drawn


@given(papers, banks, st.integers())
def test_a_paper_is_drawn_without_repeats_by_its_rules_or_its_shortage_is_told(
    wanted: Paper, bank: list[Question], seed: int
) -> None:
    short = shortages(wanted, Bank.of(bank))
    if short:
        with pytest.raises(UserError) as told:
            draw(wanted, bank, seed)
        assert all(sentence in str(told.value) for _, sentence in short)
        return
    drawn = list(draw(wanted, bank, seed))
    assert len({entry.question.id for entry in drawn}) == len(drawn) == wanted.size
    for rule in wanted.rules:
        for entry in (drawn.pop(0) for _ in range(rule.count)):
            assert entry.question.id in {whole.key for whole in Bank.of(bank).pool(rule)} and entry.score == rule.score
            assert sorted(entry.order) == ["A", "B", "C"]


@given(papers, banks)
def test_a_shortage_is_told_only_where_the_bank_is_too_thin(wanted: Paper, bank: list[Question]) -> None:
    """Against a search of all ways: a paper that can be drawn is drawn."""
    pools = Bank.of(bank)
    slots = [{whole.key for whole in pools.pool(rule)} for rule in wanted.rules for _ in range(rule.count)]
    slots.sort(key=len)

    def possible(place: int, used: frozenset[str], budget: list[int]) -> bool:
        budget[0] -= 1
        if place == len(slots) or budget[0] < 0:
            return True
        return any(possible(place + 1, used | {name}, budget) for name in sorted(slots[place] - used))

    budget = [20_000]
    answer = possible(0, frozenset(), budget)
    if budget[0] >= 0:
        assert answer == (not shortages(wanted, Bank.of(bank)))


@given(st.integers(), st.booleans())
def test_an_order_question_is_never_shown_already_right(seed: int, shuffle: bool) -> None:
    shown = shown_order(question(1, QuestionKind.ORDER, "charity"), shuffle, random.Random(seed))
    assert shown != ("A", "B", "C") and sorted(shown) == ["A", "B", "C"]


def test_the_shortage_is_exact() -> None:
    bank = [question(1, QuestionKind.SINGLE, "charity")]
    with pytest.raises(UserError) as told:
        draw(paper(DrawRule(QuestionKind.SINGLE, 3, 1)), bank, 1)
    assert (
        str(told.value) == "《卷》暂时组不成卷：单选需要 3 题，符合条件的只有 1 题。请先导入更多题目，或选另一份试卷。"
    )


def test_a_wide_rule_leaves_a_narrow_one_what_it_needs() -> None:
    bank = [question(number, QuestionKind.SINGLE, "charity" if number else "eldercare") for number in range(4)]
    wanted = paper(DrawRule(QuestionKind.SINGLE, 3, 1), DrawRule(QuestionKind.SINGLE, 1, 2, ("eldercare",)))
    for seed in range(30):
        assert draw(wanted, bank, seed)[3].question.topic == "eldercare"


def test_parts_of_a_case_study_are_never_drawn_alone() -> None:
    bank = [question(1, QuestionKind.SINGLE, "charity", group="g")]
    assert Bank.of(bank).pool(DrawRule(QuestionKind.SINGLE, 1, 1)) == []


def test_a_case_study_is_drawn_with_all_its_parts_and_its_points_are_split() -> None:
    bank = [question(number, QuestionKind.SINGLE, "charity", group=f"g{number // 3}") for number in range(6)]
    wanted = paper(DrawRule(QuestionKind.CASE_STUDY, 1, 10))
    for seed in range(20):
        drawn = draw(wanted, bank, seed)
        assert [one.score for one in drawn] == [4, 3, 3]
        assert len({one.question.group for one in drawn}) == 1
        assert [one.question.id for one in drawn] == sorted(one.question.id for one in drawn)
    assert wanted.total == 10 and wanted.size == 1


@given(st.integers(1, 100), st.integers(1, 4))
def test_a_split_loses_no_point(score: int, parts: int) -> None:
    points = split(score, parts)
    assert sum(points) == score and len(points) == parts and max(points) - min(points) <= 1


def test_a_fixed_paper_is_the_same_for_all_but_for_the_order_of_options() -> None:
    bank = [question(number, QuestionKind.SINGLE, "charity") for number in range(4)]
    wanted = replace(paper(), fixed=(FixedQuestion("q02", 5), FixedQuestion("q00", 3)))
    assert wanted.total == 8 and wanted.size == 2
    for seed in range(9):
        assert [(one.question.id, one.score) for one in draw(wanted, bank, seed)] == [("q02", 5), ("q00", 3)]
    with pytest.raises(UserError, match="里有 1 道题已不在题库中（如 q02）"):
        draw(wanted, bank[:2], 1)


@given(papers, banks, st.integers(), st.sets(st.integers(0, 13)))
def test_of_what_is_to_be_avoided_a_paper_holds_as_few_as_any_paper_could(
    wanted: Paper, bank: list[Question], seed: int, numbers: set[int]
) -> None:
    """Against a search of all ways; and never fewer than a rule by itself must take."""
    pools, avoided = Bank.of(bank), frozenset(f"q{number:02}" for number in numbers)
    if shortages(wanted, pools):
        return
    drawn = [name for name, _ in draw_ids(wanted, pools, seed, avoided)]
    assert len(set(drawn)) == len(drawn) == wanted.size, "a paper by its rules all the same"
    assert drawn == [name for name, _ in draw_ids(wanted, pools, seed, avoided)]
    repeated = sum(name in avoided for name in drawn)
    unseen = [{whole.key for whole in pools.pool(rule)} - avoided for rule in wanted.rules]
    assert repeated >= max(rule.count - len(left) for rule, left in zip(wanted.rules, unseen, strict=True))
    slots = [left for rule, left in zip(wanted.rules, unseen, strict=True) for _ in range(rule.count)]
    assert repeated == len(slots) - _most_matched(slots)


def _most_matched(slots: list[set[str]]) -> int:
    """How many slots can have a question of their own at once: Hall's theorem, over all sets of slots with one pool."""
    kinds = sorted({tuple(sorted(slot)) for slot in slots})
    counts = [sum(tuple(sorted(slot)) == kind for slot in slots) for kind in kinds]
    lacking = 0
    for chosen in range(1 << len(kinds)):
        some = [place for place in range(len(kinds)) if chosen >> place & 1]
        offered = len({name for place in some for name in kinds[place]})
        lacking = max(lacking, sum(counts[place] for place in some) - offered)
    return len(slots) - lacking


def test_a_rule_whose_pool_is_used_up_repeats_only_what_it_must() -> None:
    bank = Bank.of(question(number, QuestionKind.SINGLE, "charity") for number in range(40))
    wanted, lately = paper(DrawRule(QuestionKind.SINGLE, 15, 1)), frozenset[str]()
    for turn, must in ((1, 0), (2, 0), (3, 5)):
        drawn = {name for name, _ in draw_ids(wanted, bank, turn, lately)}
        assert len(drawn & lately) == must
        lately |= drawn


def test_a_case_study_with_one_part_seen_counts_as_seen() -> None:
    bank = Bank.of(question(number, QuestionKind.SINGLE, "charity", group=f"g{number // 3}") for number in range(6))
    wanted = paper(DrawRule(QuestionKind.CASE_STUDY, 1, 10))
    assert {draw_ids(wanted, bank, seed, frozenset({"q01"}))[0][0] for seed in range(20)} == {"q03"}


@pytest.mark.parametrize("shipped", content().papers, ids=lambda one: one.id)
def test_every_paper_of_ours_asks_nothing_again_for_three_draws_in_a_row(shipped: Paper) -> None:
    """Three kept off, as in an exam: the fourth shares nothing with those before it either."""
    bank = Bank.of(content().questions)
    if any(len(bank.pool(rule)) < 4 * rule.count for rule in shipped.rules):
        pytest.fail("a rule of this paper offers fewer questions than four papers take")
    for start in range(12):
        drawn: list[frozenset[str]] = []
        for turn in range(4):
            ids = draw_ids(shipped, bank, 100 * start + turn + 1, frozenset().union(*drawn))
            drawn.append(frozenset(name for name, _ in ids))
        assert len(frozenset().union(*drawn)) == sum(map(len, drawn))


def test_overlap_is_the_share_of_questions_that_two_draws_have_in_common() -> None:
    wanted = paper(DrawRule(QuestionKind.SINGLE, 10, 1))
    small = Bank.of(question(number, QuestionKind.SINGLE, "charity") for number in range(10))
    large = Bank.of(question(number, QuestionKind.SINGLE, "charity") for number in range(99))
    assert overlap(wanted, small) == 1.0 and overlap(wanted, large) < 0.3


def test_options_stay_in_order_where_the_paper_says_so() -> None:
    bank = [question(1, QuestionKind.SINGLE, "charity")]
    wanted = paper(DrawRule(QuestionKind.SINGLE, 1, 1), shuffle=False)
    assert {draw(wanted, bank, seed)[0].order for seed in range(9)} == {("A", "B", "C")}
    assert len({draw(paper(*wanted.rules), bank, seed)[0].order for seed in range(40)}) > 3
