"""A good practice in 案例库: there as soon as it is listed, told from the program's cases, with what it lacks."""

import shutil

import pytest

from app.domain.case import CaseKind
from app.domain.errors import UserError
from app.domain.ledger.outcome import GoodPractice, IssuedRule
from app.domain.own_exemplar import draft_words
from app.domain.prose import plain_text
from tests.unit.services.test_own_rules import ON, TEXT, Unit

STORY = "2026年3月起窗口试行当场比对。\n\n四月办结21件，最长3天。\n第三人：经办人不在岗时由值班长代签。"
WHOLE = {
    "subtitle: 待写": "subtitle: 受理当天就比对",
    "cover: 待写": "cover: 当场",
    "domain: 待写": "domain: temporary-assistance",
    "post: 待写": "post: 窗口经办人",
    "status: [待写]": "status: [党员]",
    "【2】四月": "【2】2026年4月",
    "【3】第三人": "【3】2026年5月6日，第三人",
    "待写：此刻怎么办？": "此刻怎么办？\n\n- A. 当场比对\n- B. 收下再说\n- C. 退回\n\n答：A\n评：当场比对【1】。",
    "待写：写哪一条": "- 【1】 → `条例@2023/124.1` · 行为时 → 窗口当场办结。\n\n待写：写哪一条",
    "待写：个人、制度、监督": "### 个人\n\n- 【1】 想着群众。\n\n待写：个人、制度、监督",
    "待写：领导、经办、监督": "- 领导：定下当场比对的规矩。\n\n待写：领导、经办、监督",
    "待写：至多三句": "- 当天能办的当天办。【1】\n\n待写：至多三句",
    "待写：事实、制度": "1. 事实：比对了什么？\n\n待写：事实、制度",
    "待写：每页两到四行": "### 事迹\n\n- 停：十秒\n- 问：换了你呢\n\n待写：每页两到四行",
}
"""What somebody writes in the place of 待写."""


@pytest.fixture
def unit(tmp_path):
    made = Unit(tmp_path)
    yield made
    made.services.close()


def listed(unit, title="当场比对", story=STORY):
    entry = unit.outcomes.add_practice(GoodPractice("", unit.campaign, title, unit.name, story))
    path = unit.outcomes.draft_exemplar(entry)
    unit.settle()
    return entry, path


def own(unit):
    return [case for case in unit.library.cases() if case.own]


def go_on_writing(unit, path, changes=None):
    text = path.read_text("utf-8")
    for before, after in (changes or WHOLE).items():
        assert before in text, before
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")
    unit.settle()


def test_a_practice_is_in_the_library_as_a_draft_of_the_unit_s_own_behind_the_program_s_cases(unit):
    before = unit.library.cases()
    listed(unit)
    assert unit.library.cases()[: len(before)] == before
    (summary,) = unit.library.cases()[len(before) :]
    assert (summary.title, summary.kind, summary.own, summary.draft) == ("当场比对", CaseKind.EXEMPLAR, True, True)
    assert (summary.cover, summary.domain, summary.subtitle) == ("草稿", "", "")
    assert not any(case.own or case.draft for case in before)


def test_all_of_its_story_can_be_read_also_where_nobody_has_said_when_it_was(unit):
    listed(unit)
    case = unit.library.case(own(unit)[0].id)
    assert [(fact.number, fact.date) for fact in case.facts] == [(1, "2026-03"), (2, ""), (3, "")]
    assert [plain_text(fact.text) for fact in case.facts] == [line for line in STORY.split("\n") if line]
    assert (case.gate, case.clauses, case.people, case.discussion) == (None, (), (), ())  # no line says 待写


def test_what_it_lacks_is_said_in_the_words_of_the_form(unit):
    listed(unit)
    case = unit.library.case(own(unit)[0].id)
    assert draft_words(case) == (
        "草稿（本单位），还缺：副题、封面字、领域、人物、事迹第 2、3 段的日期、停一停、条文依据、为何做得到、岗位可学、"
        "学习启示、讨论、讲解提示。"
    )
    assert unit.library.problems() == []  # to lack something is no fault


def test_written_to_the_end_it_is_a_draft_no_more(unit):
    _, path = listed(unit)
    go_on_writing(unit, path)
    (summary,) = own(unit)
    case = unit.library.case(summary.id)
    assert (case.lacking, summary.draft, draft_words(case)) == ((), False, "")
    assert (summary.cover, summary.subtitle, case.gate.answer) == ("当场", "受理当天就比对", "A")
    assert [fact.date for fact in case.facts] == ["2026-03", "2026-04", "2026-05-06"]


def test_half_written_it_says_what_is_left_and_a_line_that_is_wrong_is_named(unit):
    _, path = listed(unit)
    wrong = {"待写：至多三句": "* 当天能办的当天办\n\n待写：至多三句"}
    go_on_writing(unit, path, {key: WHOLE[key] for key in ("cover: 待写", "domain: 待写")} | wrong)
    case = unit.library.case(own(unit)[0].id)
    assert case.lacking[:2] == ("副题", "人物") and "学习启示" in case.lacking and "领域" not in case.lacking
    (problem,) = unit.library.problems()
    assert problem.file == f"ledger/exemplars/{path.name}" and "这一行的写法不对" in problem.message
    assert path.read_text("utf-8").split("\n")[problem.line - 1].startswith("* 当天能办")


def test_it_is_found_by_its_words_and_says_what_it_is(unit):
    _, path = listed(unit)
    for query in ("最长3天", "当场比对", "草稿 比对", "dcbd"):
        titles = [hit.title for hit in unit.services.search.search(query).hits if hit.kind == "case"]
        assert titles == ["草稿（本单位） · 当场比对"], query
    assert "最长3天" in unit.services.search.search("最长3天").hits[0].excerpt
    go_on_writing(unit, path)
    assert unit.services.search.search("值班长代签").hits[0].title == "本单位做法 · 当场比对"


def test_it_is_read_and_learned_like_any_other(unit):
    listed(unit)
    case = unit.library.case(own(unit)[0].id)
    unit.services.study.open(case)
    assert unit.services.study.mark_learned(case).state.value == "已学"


def test_listed_again_what_somebody_has_written_stays(unit):
    entry, path = listed(unit)
    go_on_writing(unit, path, {"subtitle: 待写": "subtitle: 受理当天就比对"})
    written = path.read_bytes()
    assert unit.outcomes.draft_exemplar(entry) == path
    assert path.read_bytes() == written
    path.unlink()
    unit.outcomes.draft_exemplar(entry)  # taken away, it is made anew
    unit.settle()
    assert [case.title for case in own(unit)] == ["当场比对"]


def test_a_void_practice_leaves_the_library_and_its_text_is_kept(unit):
    entry, path = listed(unit)
    text = path.read_bytes()
    unit.outcomes.void(entry, "不宜推广")
    unit.settle()
    assert own(unit) == [] and path.with_name(f"{path.name}.void").read_bytes() == text
    with pytest.raises(UserError, match="已作废"):
        unit.outcomes.draft_exemplar(entry)


def test_it_stands_beside_the_unit_s_rules_and_the_program_s_content_keeps_its_fingerprint(unit):
    before = unit.library.fingerprint
    listed(unit)
    unit.outcomes.publish_rule(unit.outcomes.add_rule(IssuedRule("", unit.campaign, "双签办法", "", ON, TEXT)))
    unit.settle()
    assert len(own(unit)) == len(unit.own()) == 1 and unit.library.fingerprint == before
    shutil.rmtree(unit.paths.own_content)
    unit.settle()
    assert own(unit) == unit.own() == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "文件是空的"),
        ("# 没有档案", "读不出来"),
        ("---\nkind: case\nslug: a\ntitle: 甲\ncomposite: true\n---\n", "不是典型做法"),
        ("---\nkind: exemplar\nslug: a\ntitle: 绝密★10年\ncomposite: true\n---\n", "密级标志"),
    ],
)
def test_a_broken_file_costs_only_itself_and_is_listed(unit, text, message):
    listed(unit)
    (unit.paths.own_content / "exemplars" / "zz.md").write_text(text, encoding="utf-8")
    unit.settle()
    assert [case.title for case in own(unit)] == ["当场比对"]
    assert any(message in one.message and one.file.endswith("zz.md") for one in unit.library.problems())


def test_where_the_cache_cannot_be_written_it_is_added_in_memory(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cache").write_text("a file is in the way")
    unit = Unit(tmp_path)
    listed(unit)
    assert [case.title for case in own(unit)] == ["当场比对"]
    unit.services.close()


def test_whatever_was_typed_is_a_draft_that_can_be_read(unit):
    for number, title in enumerate(("当场: 'x'", "## 题", "- [a]", "待写")):
        listed(unit, title, f"第{number}件。\n## 停一停\n待写\n【9】2026年13月，第{number}次。\n`code` [a](b)")
    found = own(unit)
    assert {case.title for case in found} == {"当场: 'x'", "## 题", "- [a]", "待写"}
    assert all(len(unit.library.case(case.id).facts) == 5 for case in found)
