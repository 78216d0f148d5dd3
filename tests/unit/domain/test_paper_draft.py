"""Writing a paper: what is wrong with it is said, and what is not wrong can be drawn."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bank import Bank
from app.domain.codec import from_plain, to_plain
from app.domain.drawing import draw_ids
from app.domain.errors import UserError
from app.domain.paper import BreakPolicy, DrawRule, MultipleRule, OverduePolicy, Paper
from app.domain.paper_draft import (
    LEAST_CASE_STUDY,
    MAX_COUNT,
    MAX_MINUTES,
    MAX_PICKS,
    MAX_RULES,
    MAX_SCORE,
    MAX_TITLE,
    PaperDraft,
    Pick,
    Source,
    blank_draft,
    copied_title,
    faults,
    is_own,
    overlap_words,
    short,
)
from app.domain.question import QuestionKind, QuestionSummary
from app.packs import yaml_papers

TOPICS = ("eldercare", "funeral")
KINDS = (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.CASE_STUDY)
GOOD = PaperDraft(title="季度测试", pass_score=2, rules=(DrawRule(QuestionKind.SINGLE, 2, 2),))


def summary(number: int, kind: QuestionKind, topic: str = "eldercare", group: str = "") -> QuestionSummary:
    return QuestionSummary(f"q{number:03}", kind, topic, 1 + number % 3, "", group, ())


def bank(singles: int = 10, multiples: int = 3, studies: int = 2) -> Bank:
    found = [summary(number, QuestionKind.SINGLE, TOPICS[number % 2]) for number in range(singles)]
    found += [summary(100 + number, QuestionKind.MULTIPLE) for number in range(multiples)]
    for study in range(studies):
        found += [summary(200 + study * 10 + part, QuestionKind.SINGLE, group=f"study{study}") for part in range(3)]
    return Bank(found)


def groups(of: Bank) -> dict[str, str]:
    return {name: whole.key if len(whole.ids) > 1 else "" for whole in of.wholes for name in whole.ids}


KNOWN = groups(bank())
ids = st.sampled_from(sorted(whole.ids for whole in bank().wholes))
rules = st.builds(
    DrawRule,
    st.sampled_from(KINDS),
    st.integers(0, 6),
    st.integers(0, 12),
    st.lists(st.sampled_from(TOPICS), unique=True).map(tuple),
    st.lists(st.integers(1, 3), unique=True).map(tuple),
)
picks = st.builds(Pick, ids, st.integers(1, 120))
drafts = st.builds(
    PaperDraft,
    title=st.text(max_size=50),
    minutes=st.integers(-5, 400),
    pass_score=st.integers(-5, 80),
    multiple=st.sampled_from(MultipleRule),
    breaks=st.sampled_from(BreakPolicy),
    overdue=st.sampled_from(OverduePolicy),
    shuffle_options=st.booleans(),
    show_leaves=st.booleans(),
    source=st.sampled_from(Source),
    rules=st.lists(rules, max_size=4).map(tuple),
    picks=st.lists(picks, max_size=5).map(tuple),
)


@given(drafts, st.integers(1, 999_999))
def test_a_draft_without_faults_is_a_paper_that_every_seed_draws_in_full(draft: PaperDraft, seed: int) -> None:
    if faults(draft, (), KNOWN) or short(draft, bank()):
        return
    paper = draft.paper("unit/1")
    drawn = draw_ids(paper, bank(), seed)
    assert sum(points for _, points in drawn) == paper.total >= paper.pass_score >= 1
    assert len({name for name, _ in drawn}) == len(drawn) > 0
    assert all(points >= 1 for _, points in drawn)
    assert paper.title.strip() and 1 <= paper.minutes <= MAX_MINUTES


@given(drafts)
def test_the_bank_is_short_exactly_where_the_paper_cannot_be_drawn(draft: PaperDraft) -> None:
    try:
        draw_ids(draft.paper(""), bank(), 1)
    except UserError:
        drawable = False
    else:
        drawable = True
    assert bool(short(draft, bank())) is not drawable


@given(drafts)
def test_every_sentence_ends_and_says_what_to_do(draft: PaperDraft) -> None:
    found = [*faults(draft, ("季度测试",), KNOWN), *short(draft, bank())]
    assert all(fault.message.endswith("。") for fault in found)
    rows = len(draft.rules) if draft.source is Source.RULES else len(draft.picks)
    assert all(-1 <= fault.row < rows for fault in found)


@given(drafts)
def test_what_was_saved_is_read_back_as_the_same_draft(draft: PaperDraft) -> None:
    paper = draft.paper("unit/1", 3)
    again = PaperDraft.of(from_plain(Paper, to_plain(paper)), KNOWN)
    assert again.paper("unit/1", 3).rules == paper.rules
    assert replace(again.paper("unit/1", 3), title="", fixed=()) == replace(paper, title="", fixed=())


@given(st.lists(picks, max_size=5, unique_by=lambda pick: pick.ids).map(tuple))
def test_a_case_study_chosen_by_hand_stays_one_pick_with_its_points(chosen: tuple[Pick, ...]) -> None:
    chosen = tuple(replace(pick, score=max(pick.score, len(pick.ids))) for pick in chosen)
    draft = PaperDraft(source=Source.PICKS, picks=chosen)
    assert PaperDraft.of(draft.paper("unit/1"), KNOWN).picks == chosen


@given(drafts)
def test_a_draft_is_kept_as_plain_data_whole(draft: PaperDraft) -> None:
    assert from_plain(PaperDraft, to_plain(draft)) == draft


@given(st.text(max_size=60), st.integers(0, 5))
def test_a_copy_has_a_title_of_its_own_that_fits(title: str, copies: int) -> None:
    taken = {title}
    for _ in range(copies):
        made = copied_title(title, taken)
        assert made not in taken and len(made) <= MAX_TITLE
        taken.add(made)


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ({"title": "  "}, "title", "还没有名称"),
        ({"title": "字" * 41}, "title", "41 字"),
        ({"title": "入门"}, "title", "已有一份试卷叫《入门》"),
        ({"description": "字" * 121}, "description", "120 字"),
        ({"minutes": 0}, "minutes", "1 到 300 分钟"),
        ({"pass_score": 5}, "pass_score", "高于满分 4 分"),
        ({"rules": ()}, "rules", "还没有抽题条件"),
        ({"rules": (DrawRule(QuestionKind.CASE_STUDY, 1, 3),)}, "rules", "案例分析每题至少 4 分"),
        ({"source": Source.PICKS}, "picks", "还没有选题"),
        ({"source": Source.PICKS, "picks": (Pick(("gone",), 2),)}, "picks", "已不在题库中（gone）"),
        ({"source": Source.PICKS, "picks": (Pick(("q001",), 2), Pick(("q001",), 2))}, "picks", "第 2 题和前面的重复"),
        ({"source": Source.PICKS, "picks": (Pick(("q200", "q201", "q202"), 2),)}, "picks", "3 道小题，至少 3 分"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(change: dict[str, object], place: str, said: str) -> None:
    found = faults(replace(GOOD, **change), ("入门",), KNOWN)  # type: ignore[arg-type]
    assert any(fault.place == place and said in fault.message for fault in found)


def test_a_good_draft_has_no_faults() -> None:
    assert faults(GOOD, ("入门",), KNOWN) == [] and short(GOOD, bank()) == []


def test_rules_that_together_ask_too_much_are_told_with_numbers() -> None:
    single = QuestionKind.SINGLE
    draft = replace(GOOD, rules=(DrawRule(single, 6, 1), DrawRule(single, 5, 1)))
    (fault,) = short(draft, bank())
    assert "单选几条规则共需要 11 题，符合条件的只有 10 题" in fault.message and fault.place == "rules"


def test_how_alike_two_draws_are_is_a_plain_sentence() -> None:
    all_of_them = replace(GOOD, rules=(DrawRule(QuestionKind.SINGLE, 10, 2),))
    assert overlap_words(all_of_them, bank()).startswith("连抽两次，平均有 100% 的题相同。题库偏小")
    assert "几乎不会相同" in overlap_words(replace(GOOD, rules=(DrawRule(QuestionKind.SINGLE, 1, 2),)), bank(5_000))
    assert "同样的题" in overlap_words(replace(GOOD, source=Source.PICKS, picks=(Pick(("q001",), 2),)), bank())
    too_many = replace(GOOD, rules=(DrawRule(QuestionKind.SINGLE, 11, 2),))
    assert overlap_words(too_many, bank()) == overlap_words(replace(GOOD, rules=()), bank()) == ""


def test_the_limits_are_those_of_papers_that_come_as_files() -> None:
    assert (MAX_RULES, MAX_PICKS, LEAST_CASE_STUDY) == (
        yaml_papers.MAX_RULES,
        yaml_papers.MAX_FIXED,
        yaml_papers.LEAST_CASE_STUDY,
    )
    assert (MAX_COUNT, MAX_SCORE, MAX_MINUTES) == (200, 100, 300)


def test_only_the_units_papers_are_its_own() -> None:
    assert is_own(blank_draft().paper("unit/1")) and not is_own(blank_draft().paper("ru-men"))
