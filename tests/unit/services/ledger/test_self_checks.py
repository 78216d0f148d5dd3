"""对照自查: each answer is saved at once, what is there becomes a draft, and confirmed issues are left alone."""

from dataclasses import replace

import pytest

from app.domain.case import Cause, SelfCheck
from app.domain.content import Content
from app.domain.errors import UserError
from app.domain.events import IssueChanged, SelfCheckChanged
from app.domain.ledger.general_template import STATEMENTS
from app.domain.ledger.issue import IssueSource
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.self_check import Finding
from app.storage.content_compiler import build
from tests.unit.house import case, small_content
from tests.unit.ledgers import measure
from tests.unit.services.ledger.office import Office

PRESENT, NOT_FOUND, UNCLEAR = Finding
NOTE = "2025年9月有3户"


@pytest.fixture
def check(office):
    return office.services.self_checks.begin(office.campaign, office.units[0])


@pytest.fixture
def checks(office):
    return office.services.self_checks


def test_the_general_template_covers_every_problem_area_in_all_three_directions(check):
    from app.domain.labels import PROBLEM_AREAS
    from app.domain.ledger.dimension import Dimension

    assert {item.area for item in check.items} == set(PROBLEM_AREAS)
    assert {item.dimension for item in check.items} == set(Dimension)
    assert len({one.id for one in STATEMENTS}) == len(STATEMENTS)
    assert all(one.text.startswith("存在") and one.text.endswith("的情形") for one in STATEMENTS)
    assert all(len(one.text) <= 100 for one in STATEMENTS)


def test_begun_again_it_is_the_one_that_was_left(office, checks, check):
    checks.answer(check.id, "ty-01", NOT_FOUND)
    again = checks.begin(office.campaign, office.units[0])
    assert (again.id, again.answered) == (check.id, 1)
    assert checks.begin(office.campaign, office.units[1]).id != check.id


def test_answers_survive_the_end_of_the_program_without_a_word_of_goodbye(office, checks, check):
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    checks.answer(check.id, "ty-02", UNCLEAR, "问了两个人，说法不一")
    office.services.close()
    again = office.house.open()
    try:
        kept = again.self_checks.get(check.id)
        assert [(one.item, one.finding, one.note) for one in kept.answers] == [
            ("ty-01", PRESENT, NOTE),
            ("ty-02", UNCLEAR, "问了两个人，说法不一"),
        ]
    finally:
        again.close()
    office.services = office.house.open()


def test_what_is_there_becomes_a_draft_at_once_that_says_where_it_came_from(office, checks, check):
    checks.answer(check.id, "ty-12", PRESENT, NOTE)
    (draft,) = checks.drafts(check.id)
    item = next(one for one in check.items if one.id == "ty-12")
    assert draft.state is IssueState.DRAFT
    assert (draft.text.title, draft.text.detail) == (item.statement[2:-3], NOTE)
    assert item.statement == f"存在{draft.text.title}的情形"
    assert (draft.text.lead_unit, draft.text.leader) == (office.units[0], "李某")
    assert (draft.text.dimension, draft.text.area) == (item.dimension, item.area)
    assert (draft.origin.source, draft.origin.statement) == (IssueSource.SELF_CHECK, item.statement)


@pytest.mark.parametrize("finding", [NOT_FOUND, UNCLEAR])
def test_what_is_not_there_makes_nothing(office, checks, check, finding):
    checks.answer(check.id, "ty-01", finding, "查了3月的记录")
    assert checks.drafts(check.id) == []
    assert office.ledger.rows(office.campaign) == []


def test_a_new_note_goes_into_the_untouched_draft(office, checks, check):
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    checks.answer(check.id, "ty-01", PRESENT, "2025年10月又有1户")
    (draft,) = checks.drafts(check.id)
    assert draft.text.detail == "2025年10月又有1户"
    assert len(office.ledger.rows(office.campaign)) == 1


def test_answered_otherwise_the_untouched_draft_is_void_with_a_reason_and_comes_back_with_the_answer(
    office, checks, check
):
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    (draft,) = checks.drafts(check.id)
    checks.answer(check.id, "ty-01", NOT_FOUND)
    void = office.issues.get(draft.id)
    assert (void.state, void.void_reason) == (IssueState.VOID, "自查改答，不再是“存在”")
    assert checks.drafts(check.id) == []
    checks.answer(check.id, "ty-01", PRESENT, "还是有1户")
    (back,) = checks.drafts(check.id)
    assert (back.id, back.state, back.text.detail) == (draft.id, IssueState.DRAFT, "还是有1户")
    assert office.issues.number_of(back.id) == 1


@pytest.mark.parametrize(
    "touch",
    [
        lambda office, one: office.issues.confirm(one.id),
        lambda office, one: office.issues.edit(one.id, replace(one.text, goal="次月停发"), one.version),
        lambda office, one: office.issues.add_measure(one.id, measure(1)),
    ],
)
def test_what_somebody_has_confirmed_or_worked_on_is_left_alone(office, checks, check, touch):
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    (draft,) = checks.drafts(check.id)
    touch(office, draft)
    touched = office.issues.get(draft.id)
    checks.answer(check.id, "ty-01", NOT_FOUND)
    checks.answer(check.id, "ty-01", PRESENT, "别的话")
    assert office.issues.get(draft.id) == touched
    assert len(office.ledger.rows(office.campaign)) == 1


def finished_with_one_unclear(checks, check, note="请办公室核对礼品登记本，2月底前答复"):
    for item in check.items:
        finding, words = (UNCLEAR, note) if item.id == "ty-02" else (NOT_FOUND, "")
        checks.answer(check.id, item.id, finding, words)
    return checks.finish(check.id)


def test_what_is_to_be_verified_says_what_and_by_whom(checks, check):
    with pytest.raises(UserError, match="有 1 条“需核实”没有写说明"):
        finished_with_one_unclear(checks, check, "")


def test_once_it_is_known_what_was_unclear_is_answered_in_the_finished_check(office, checks, check):
    done = finished_with_one_unclear(checks, check)
    assert done.unclear == ("ty-02",)
    with pytest.raises(UserError, match="请先在说明里写清核实的结果"):
        checks.answer(check.id, "ty-02", PRESENT)
    checks.answer(check.id, "ty-02", PRESENT, NOTE)
    (draft,) = checks.drafts(check.id)
    assert (draft.state, draft.text.detail) == (IssueState.DRAFT, NOTE)
    after = checks.answer(check.id, "ty-02", NOT_FOUND, "核对登记本，12份都有")  # a slip, or a second look
    assert (after.unclear, after.finished_on) == ((), done.finished_on)
    assert checks.drafts(check.id) == []
    with pytest.raises(UserError, match="不能再改，“需核实”的除外"):
        checks.answer(check.id, "ty-01", PRESENT, NOTE)


def test_taken_back_it_is_as_if_it_had_not_been_answered(office, checks, check):
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    (draft,) = checks.drafts(check.id)
    after = checks.take_back(check.id, "ty-01")
    assert after == checks.get(check.id) and after.answer("ty-01") is None and after.answered == 0
    void = office.issues.get(draft.id)
    assert (void.state, void.void_reason) == (IssueState.VOID, "撤销了自查的这次作答")
    assert checks.drafts(check.id) == []
    for item in check.items[1:]:
        checks.answer(check.id, item.id, NOT_FOUND)
    with pytest.raises(UserError, match="还有 1 条没有作答"):
        checks.finish(check.id)


@pytest.mark.parametrize("between", [None, NOT_FOUND, UNCLEAR])
def test_answered_anew_after_that_it_is_the_same_draft(office, checks, check, between):
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    (draft,) = checks.drafts(check.id)
    checks.take_back(check.id, "ty-01")
    if between:
        checks.answer(check.id, "ty-01", between, "再想想")
    checks.answer(check.id, "ty-01", PRESENT, "还是有1户")
    (back,) = checks.drafts(check.id)
    assert (back.id, back.state, back.text.detail) == (draft.id, IssueState.DRAFT, "还是有1户")
    assert len(office.ledger.rows(office.campaign)) == 1
    assert checks.get(check.id).taken_back == ()


def test_an_answer_without_a_draft_is_taken_back_too_and_twice_is_once(office, checks, check):
    heard = []
    checks.answer(check.id, "ty-01", UNCLEAR, "问过两人")
    office.services.bus.subscribe(SelfCheckChanged, heard.append)
    assert checks.take_back(check.id, "ty-01").answers == checks.take_back(check.id, "ty-01").answers == ()
    assert len(heard) == 1


@pytest.mark.parametrize(
    "touch",
    [
        lambda office, one: office.issues.confirm(one.id),
        lambda office, one: office.issues.edit(one.id, replace(one.text, goal="次月停发"), one.version),
        lambda office, one: office.issues.add_measure(one.id, measure(1)),
    ],
)
def test_what_somebody_has_worked_on_is_not_taken_back(office, checks, check, touch):
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    (draft,) = checks.drafts(check.id)
    touch(office, draft)
    touched = office.issues.get(draft.id)
    with pytest.raises(UserError, match="已有人处理，不能撤销作答"):
        checks.take_back(check.id, "ty-01")
    assert checks.get(check.id).answered == 1 and office.issues.get(draft.id) == touched


def test_of_a_finished_check_nothing_is_taken_back(office, checks, check):
    for item in check.items:
        checks.answer(check.id, item.id, NOT_FOUND)
    checks.finish(check.id)
    with pytest.raises(UserError, match="已经完成，不能再改"):
        checks.take_back(check.id, "ty-01")


def test_what_somebody_else_made_void_stays_void(office, checks, check):
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    (draft,) = checks.drafts(check.id)
    office.issues.void(draft.id, "与3号重复")
    checks.answer(check.id, "ty-01", PRESENT, "再看一次")
    assert office.issues.get(draft.id).void_reason == "与3号重复"


def test_the_head_of_the_department_makes_an_issue_of_it_and_is_named(office, checks, check):
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    (draft,) = checks.drafts(check.id)
    office.issues.confirm(draft.id)
    assert office.issues.get(draft.id).state is IssueState.PLANNING
    assert office.issues.history(draft.id)[0].words == "责任单位负责人确认：王某"


def test_where_nobody_is_named_as_head_nobody_has_confirmed_it(office, checks, check):
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    (draft,) = checks.drafts(check.id)
    unit = office.ledger.unit(draft.text.lead_unit)
    office.ledger.change_unit(replace(unit, head=" "))
    with pytest.raises(UserError, match="还没有写负责人"):
        office.issues.confirm(draft.id)
    assert office.issues.get(draft.id).state is IssueState.DRAFT


def test_without_a_note_the_draft_cannot_be_confirmed(office, checks, check):
    checks.answer(check.id, "ty-01", PRESENT)
    (draft,) = checks.drafts(check.id)
    with pytest.raises(UserError, match="还没有写具体表现"):
        office.issues.confirm(draft.id)


def test_finishing_asks_for_every_answer_and_for_what_is_there(office, checks, check):
    for item in check.items[:-1]:
        checks.answer(check.id, item.id, NOT_FOUND)
    with pytest.raises(UserError, match="还有 1 条没有作答"):
        checks.finish(check.id)
    checks.answer(check.id, check.items[-1].id, PRESENT)
    with pytest.raises(UserError, match="有 1 条“存在”没有写具体表现"):
        checks.finish(check.id)
    checks.answer(check.id, check.items[-1].id, PRESENT, NOTE)
    assert checks.finish(check.id).finished_on == office.ledger.today().isoformat()
    with pytest.raises(UserError, match="已经完成，不能再改"):
        checks.answer(check.id, "ty-01", PRESENT, NOTE)
    office.clock.sleep(60)
    assert checks.begin(office.campaign, office.units[0]).id != check.id
    assert [one.id for one in checks.checks(office.campaign, office.units[0])][-1] == check.id


@pytest.mark.parametrize(
    ("item", "note", "sentence"),
    [
        ("ty-99", "", "没有这一条"),
        ("ty-01", "密级：机密", "密级标志"),
        ("ty-01", "字" * 2001, "说明有 2001 字"),
    ],
)
def test_what_is_refused_is_not_saved(office, checks, check, item, note, sentence):
    with pytest.raises(UserError, match=sentence):
        checks.answer(check.id, item, PRESENT, note)
    assert checks.get(check.id).answers == ()
    assert office.ledger.rows(office.campaign) == []


def test_one_answer_is_told_once_with_the_draft_that_it_made(office, checks, check):
    heard = []
    for kind in (SelfCheckChanged, IssueChanged):
        office.services.bus.subscribe(kind, heard.append)
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    checks.answer(check.id, "ty-01", PRESENT, NOTE)
    assert [type(one) for one in heard] == [SelfCheckChanged, IssueChanged]
    assert heard[1].seq == heard[0].seq + 1


def test_by_a_case_the_draft_keeps_case_and_cause_and_no_guessed_fact(tmp_path, clock):
    mine = replace(
        case(),
        causes=(Cause("监督", "oversight-missing", (3,), (), 1), Cause("制度", "system-gap", (2,), (), 2)),
        self_checks=(
            SelfCheck("监管盲区", 1, 1, "存在名单无人复核的情形", 1),
            SelfCheck("纪律意识", 2, 0, "存在亲属申请没有登记的情形", 2),
        ),
    )
    office = Office(tmp_path / "office", clock)
    try:
        content = small_content()
        path = office.house.paths.cache / "content-1111111111111111.db"
        build(Content((mine,), (), content.questions, content.papers, (), {}), path)
        from app.storage.content_index import ContentIndex

        office.services.library.adopt(path)
        assert ContentIndex.sound(path)
        checks = office.services.self_checks
        check = checks.begin(office.campaign, office.units[0], mine.id)
        assert check.title == "对照案例《低保绿色通道》"
        checks.answer(check.id, "case/1", PRESENT, NOTE)
        checks.answer(check.id, "case/2", PRESENT, NOTE)
        first, second = checks.drafts(check.id)
        assert (first.origin.case, first.text.causes) == (mine.id, ("oversight-missing",))
        assert (first.origin.fact, second.origin.fact, second.text.causes) == (0, 0, ())
        assert first.text.area == "malfeasance"
        with pytest.raises(UserError, match="找不到这个案例"):
            checks.begin(office.campaign, office.units[0], "builtin/case/none")
    finally:
        office.close()
