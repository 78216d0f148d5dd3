"""The unit's own papers: written as drafts, saved, copied, retired; on real databases, through restarts."""

from dataclasses import replace

import pytest

from app.domain.errors import UserError
from app.domain.events import PaperChanged
from app.domain.paper import DrawRule
from app.domain.paper_draft import PaperDraft, Pick, Source, blank_draft, is_own
from app.domain.question import QuestionKind
from app.domain.unit_paper import PaperState
from app.services.services import Services
from app.storage.database import open_database
from app.storage.journal import Journal
from app.storage.migrations import UNIT
from tests.unit.fakes import FakeClock
from tests.unit.house import House

SINGLE = QuestionKind.SINGLE
GOOD = PaperDraft(title="季度测试", minutes=20, pass_score=6, rules=(DrawRule(SINGLE, 5, 2),))


def saved(services: Services, draft: PaperDraft = GOOD) -> str:
    paper_id = services.paper_editor.new()
    services.paper_editor.save(paper_id, draft)
    return paper_id


def test_a_saved_paper_is_offered_before_the_built_in_ones_and_can_be_sat(services: Services) -> None:
    saved(services)
    offered = services.paper_shelf.papers()
    assert [is_own(paper) for paper in offered] == [True, False, False]
    exam = services.exams.start(offered[0], "周明")
    assert len(exam.items) == 5 and exam.paper.title == "季度测试"


def test_it_survives_a_restart(house: House) -> None:
    first = house.open()
    paper_id = saved(first)
    first.paper_editor.keep(paper_id, replace(GOOD, minutes=45))
    first.close()
    again = house.open()
    assert again.paper_shelf.paper(paper_id).minutes == 20
    one = again.paper_editor.get(paper_id)
    assert one.state is PaperState.IN_USE and one.draft is not None and one.draft.minutes == 45
    assert again.paper_editor.written(paper_id).minutes == 45
    again.close()


def test_a_draft_is_offered_to_nobody(services: Services) -> None:
    paper_id = services.paper_editor.new()
    services.paper_editor.keep(paper_id, GOOD)
    assert not any(is_own(paper) for paper in services.paper_shelf.papers())
    with pytest.raises(UserError, match="另选一份"):
        services.paper_shelf.paper(paper_id)


def test_every_saving_is_a_version_and_all_of_them_stay_in_the_log(house: House) -> None:
    services = house.open()
    services.profiles.describe("周明", "", "")
    paper_id = saved(services)
    services.paper_editor.save(paper_id, replace(GOOD, minutes=30))
    services.paper_editor.retire(paper_id, "条文已修订")
    services.paper_editor.restore(paper_id)
    words = [(change.words, change.by) for change in services.paper_editor.history(paper_id)]
    assert words == [
        ("恢复使用", "周明"),
        ("作废：条文已修订", "周明"),
        ("保存第 2 版", "周明"),
        ("保存第 1 版", "周明"),
    ]
    services.close()
    database = open_database(house.paths.unit_database, UNIT)
    journal = Journal(database, FakeClock())
    bodies = [payload["paper"]["minutes"] for *_, payload in journal.events("paper.saved", paper_id)]
    assert bodies == [20, 30] and journal.broken() == []
    database.close()


def test_saving_what_was_not_changed_is_no_version(services: Services) -> None:
    paper_id = saved(services)
    present = services.paper_editor.get(paper_id).paper
    assert services.paper_editor.save(paper_id, GOOD) == present
    services.paper_editor.save(paper_id, replace(GOOD, minutes=30))
    assert services.paper_editor.save(paper_id, GOOD).version == 3, "back again is a change"
    assert len(services.paper_editor.history(paper_id)) == 3


def test_what_is_wrong_is_not_saved_and_stays_a_draft(services: Services) -> None:
    paper_id = services.paper_editor.new()
    told = r"没有保存，改动留作草稿。.*还没有名称.*第 1 条：单选需要 50 题，符合条件的只有 8 题"
    with pytest.raises(UserError, match=told):
        services.paper_editor.save(paper_id, replace(GOOD, title="", rules=(DrawRule(SINGLE, 50, 2),)))
    assert services.paper_editor.get(paper_id).state is PaperState.DRAFT
    assert services.paper_editor.written(paper_id).rules[0].count == 50
    assert not any(is_own(paper) for paper in services.paper_shelf.papers())


def test_a_change_taken_back_is_no_draft_any_more(services: Services) -> None:
    paper_id = saved(services)
    services.paper_editor.keep(paper_id, replace(GOOD, minutes=45))
    services.paper_editor.keep(paper_id, GOOD)
    assert services.paper_editor.get(paper_id).draft is None


def test_giving_up_changes_goes_back_to_what_was_saved(services: Services) -> None:
    paper_id = saved(services)
    services.paper_editor.keep(paper_id, replace(GOOD, minutes=45))
    services.paper_editor.discard(paper_id)
    assert services.paper_editor.written(paper_id) == GOOD


def test_a_draft_that_was_never_saved_is_gone_when_given_up(services: Services) -> None:
    paper_id = services.paper_editor.new()
    services.paper_editor.discard(paper_id)
    assert services.paper_editor.papers() == []
    with pytest.raises(UserError, match="找不到这份试卷"):
        services.paper_editor.written(paper_id)


def test_two_papers_do_not_share_a_title(services: Services) -> None:
    saved(services)
    with pytest.raises(UserError, match="已有一份试卷叫《季度测试》"):
        saved(services)
    builtin = services.paper_editor.builtin()[0].title
    with pytest.raises(UserError, match="请换一个名称"):
        saved(services, replace(GOOD, title=builtin))


def test_a_built_in_paper_is_copied_and_the_copy_is_ones_own(services: Services) -> None:
    builtin = services.paper_editor.builtin()[0]
    copy = services.paper_editor.written(services.paper_editor.copy(builtin.id))
    assert copy.title == f"{builtin.title}（副本）" and copy.rules == builtin.rules
    assert services.paper_editor.builtin()[0] == builtin


def test_a_retired_paper_is_offered_no_more_but_stays_with_its_reason(services: Services) -> None:
    paper_id = saved(services)
    services.paper_editor.retire(paper_id, " 条文已修订 ")
    one = services.paper_editor.get(paper_id)
    assert (one.state, one.reason) == (PaperState.RETIRED, "条文已修订") and one.retired_at
    assert not any(is_own(paper) for paper in services.paper_shelf.papers())
    with pytest.raises(UserError, match="已作废，不能再改"):
        services.paper_editor.save(paper_id, replace(GOOD, minutes=9))


@pytest.mark.parametrize(
    ("reason", "said"), [("  ", "请写明作废的原因"), ("长" * 101, "101 字"), ("机密★", "密级标志")]
)
def test_retiring_asks_for_a_reason_that_may_be_kept(services: Services, reason: str, said: str) -> None:
    paper_id = saved(services)
    with pytest.raises(UserError, match=said):
        services.paper_editor.retire(paper_id, reason)
    assert services.paper_editor.get(paper_id).state is PaperState.IN_USE


def test_a_retired_paper_comes_back_unless_its_title_is_taken(services: Services) -> None:
    paper_id = saved(services)
    services.paper_editor.retire(paper_id, "条文已修订")
    other = saved(services)
    with pytest.raises(UserError, match="先给那一份改名"):
        services.paper_editor.restore(paper_id)
    services.paper_editor.save(other, replace(GOOD, title="另一份"))
    services.paper_editor.restore(paper_id)
    assert services.paper_shelf.paper(paper_id).title == "季度测试"


def test_what_is_graded_is_not_even_kept_as_a_draft(services: Services) -> None:
    paper_id = services.paper_editor.new()
    with pytest.raises(UserError, match="密级标志"):
        services.paper_editor.keep(paper_id, replace(GOOD, description="机密★一年"))
    assert services.paper_editor.written(paper_id) == blank_draft()


def test_a_trial_draw_says_its_seed_and_keeps_nothing(services: Services) -> None:
    seed, drawn = services.paper_editor.trial(GOOD)
    assert 1 <= seed < 1_000_000 and len(drawn) == 5
    assert services.exams.unfinished() is None and services.paper_editor.papers() == []
    with pytest.raises(UserError, match="还没有题"):
        services.paper_editor.trial(replace(GOOD, rules=()))
    with pytest.raises(UserError, match="符合条件的只有 8 题"):
        services.paper_editor.trial(replace(GOOD, rules=(DrawRule(SINGLE, 9, 1),)))


def test_a_row_is_told_how_many_questions_the_bank_offers_it(services: Services) -> None:
    editor = services.paper_editor
    assert editor.available(DrawRule(SINGLE, 1, 1)) == 8
    assert editor.available(DrawRule(SINGLE, 1, 1, ("群众身边",))) == 4
    assert editor.available(DrawRule(SINGLE, 1, 1, (), (3,))) == 0


def test_questions_are_found_by_words_topic_and_kind_and_put_on_a_fixed_paper(services: Services) -> None:
    finder = services.paper_editor.finder()
    assert finder.find("低保审核").total == len(services.paper_editor.bank())
    assert finder.find("没有这样的字").total == 0
    found = finder.find("低保审核", "群众身边", SINGLE, limit=2)
    assert found.total == 4 and len(found.wholes) == 2
    picks = tuple(Pick(whole.ids, 3) for whole in found.wholes)
    paper_id = saved(services, replace(GOOD, source=Source.PICKS, picks=picks, rules=()))
    exam = services.exams.start(services.paper_shelf.paper(paper_id), "")
    assert [item.question.id for item in exam.items] == [name for pick in picks for name in pick.ids]


def test_what_cannot_be_written_is_said_and_nothing_of_it_is_kept(services: Services) -> None:
    paper_id = saved(services)
    services._unit.connection.execute("PRAGMA query_only = ON")
    for attempt in (
        lambda: services.paper_editor.keep(paper_id, replace(GOOD, minutes=45)),
        lambda: services.paper_editor.save(paper_id, replace(GOOD, minutes=45)),
        lambda: services.paper_editor.retire(paper_id, "条文已修订"),
        services.paper_editor.new,
    ):
        with pytest.raises(UserError):
            attempt()
    services._unit.connection.execute("PRAGMA query_only = OFF")
    assert services.paper_editor.written(paper_id) == GOOD
    assert [change.words for change in services.paper_editor.history(paper_id)] == ["保存第 1 版"]


def test_what_happened_is_published_once_it_is_on_disk(services: Services) -> None:
    heard: list[str] = []
    services.bus.subscribe(PaperChanged, lambda event: heard.append(services.paper_editor.get(event.paper_id).state))
    paper_id = saved(services)
    services.paper_editor.retire(paper_id, "条文已修订")
    assert heard == [PaperState.IN_USE, PaperState.RETIRED]


def test_papers_are_the_units_whoever_is_learning(house: House) -> None:
    services = house.open()
    paper_id = saved(services)
    other = services.profiles.add("王芳", "")
    services.profiles.switch(other.id)
    services.close()
    again = house.open()
    assert again.paper_shelf.paper(paper_id).title == "季度测试"
    again.close()


def test_where_the_units_data_cannot_be_opened_the_editor_knows(house: House) -> None:
    services = house.open()
    assert services.paper_editor.saves
    services.close()
    house.paths.unit_database.write_bytes(b"x" * 5000)
    again = house.open()
    assert not again.paper_editor.saves
    again.close()
