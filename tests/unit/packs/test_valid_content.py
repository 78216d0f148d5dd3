"""What is read from content in which nothing is wrong."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.case import Basis, CaseKind
from app.domain.codec import from_plain, to_plain
from app.domain.content import Content
from app.domain.problem import Severity
from app.domain.prose import RunKind, plain_text
from app.packs.content_folder import read_content
from app.packs.content_sources import fingerprint, source_paths
from tests.unit.packs.builder import CASE, EXEMPLAR_TEXT, QUIZ, RULE, ContentFolder

REPOSITORY = Path(__file__).parents[3] / "content"


def test_content_in_order_gives_no_problem(folder: ContentFolder) -> None:
    assert folder.problems() == ()


def test_everything_is_counted(folder: ContentFolder) -> None:
    assert folder.read().counts() == {"cases": 1, "exemplars": 0, "articles": 5, "questions": 6, "papers": 1}


def test_a_case_keeps_its_sections(folder: ContentFolder) -> None:
    case = folder.read().cases[0]
    assert [fact.date for fact in case.facts] == ["2025-03-01", "2025-06"]
    assert case.gate and (case.gate.role, case.gate.moment, case.gate.answer) == ("经办", 1, "A")
    assert [sanction.slug for sanction in case.sanctions] == ["p-warning", "a-warning"]
    assert [clause.basis for clause in case.clauses] == [Basis.AT_CONDUCT, Basis.AT_CONDUCT, Basis.AT_OUTCOME]
    assert case.clauses[1].references == ("规定@2023/5.1", "刑法@2020/253之一")
    assert len(case.opinions) == 2 and len(case.assessment) == 1
    assert [cause.group for cause in case.causes] == ["个人", "制度", "监督"]
    assert case.measures[1].gaps == (1, 2) and case.measures[1].look_back == "半年后抽查"
    assert [lesson.fact for lesson in case.lessons] == [1, 2]
    assert len(case.discussion) == 3 and len(case.self_checks) == 6
    assert case.self_checks[1].gap == 2 and case.self_checks[2].gap == 0
    assert case.notes[0].lines == (("停", "十秒。"), ("问", "谁借过车？"))
    assert [note.label for note in case.footnotes] == ["行为时", "现行"]


def test_marks_in_the_text_become_typed_runs(folder: ContentFolder) -> None:
    case = folder.read().cases[0]
    assert case.gate
    assert [run.target for run in case.gate.comment if run.kind is RunKind.ARTICLE] == ["规定@2023/5.1"]
    assert plain_text(case.gate.comment) == "提醒最便宜（规定第五条第一款）。"
    assert [run.target for run in case.facts[1].text if run.kind is RunKind.FACT] == ["1"]


def test_lines_are_those_of_the_file(folder: ContentFolder) -> None:
    content = folder.read()
    case = content.cases[0]
    assert case.facts[1].line == folder.line_of(CASE, "【2】2025年6月")
    assert case.clauses[2].line == folder.line_of(CASE, "- 【2】 → `规定@2023/6`")
    assert case.measures[2].line == folder.line_of(CASE, "- 长期坚持")
    assert content.questions[2].line == folder.line_of(QUIZ, "- id: jie-che-q3")
    rule = next(rule for rule in content.regulations if rule.id == "规定@2023")
    assert rule.articles[1].line == folder.line_of(RULE, "## 第六条")


def test_paragraphs_and_items_of_an_article_are_told_apart(folder: ContentFolder) -> None:
    rule = next(rule for rule in folder.read().regulations if rule.id == "规定@2023")
    article = rule.articles[0]
    assert [len(paragraph.items) for paragraph in article.paragraphs] == [2, 0]
    assert article.paragraphs[0].items[1] == "（二）车辆。"


def test_an_article_between_two_numbers_has_its_own(folder: ContentFolder) -> None:
    law = next(rule for rule in folder.read().regulations if rule.short == "刑法")
    assert (law.articles[0].number, law.articles[0].label) == ("253之一", "第二百五十三条之一")
    assert law.amended == "2020-12-26"


def test_a_case_study_becomes_its_parts(folder: ContentFolder) -> None:
    parts = [question for question in folder.read().questions if question.group]
    assert [part.id for part in parts] == ["jie-che-q6-1", "jie-che-q6-2"]
    assert {part.scenario for part in parts} == {"某科长借了养老院的车，用了三个月。"}
    assert {(part.topic, part.difficulty, part.group) for part in parts} == {("eldercare", 3, "jie-che-q6")}


def test_forms_of_a_blank_lose_the_spaces_around_them(folder: ContentFolder) -> None:
    blanks = next(question for question in folder.read().questions if question.id == "jie-che-q4")
    assert blanks.answer == ("立即|马上", "从轻")


def test_blanks_may_be_filled_in_any_order_where_the_file_says_so(folder: ContentFolder) -> None:
    fixed = {question.id: question.any_order for question in folder.read().questions}
    assert not any(fixed.values())
    folder.change(QUIZ, "[立即 | 马上, 从轻]", "[立即 | 马上, 从轻]\n    any_order: true")
    assert [question.id for question in folder.read().questions if question.any_order] == ["jie-che-q4"]


def test_the_same_word_may_fill_two_blanks_where_the_file_says_so(folder: ContentFolder) -> None:
    folder.change(QUIZ, "[立即 | 马上, 从轻]", "[立即, 立即]\n    any_order: false")
    assert not folder.problems()
    assert next(one for one in folder.read().questions if one.id == "jie-che-q4").answer == ("立即", "立即")


def test_yaml_values_stay_text(folder: ContentFolder) -> None:
    folder.change(QUIZ, "stem: 还了就没事。", "stem: 12:30")
    assert any(question.stem == "12:30" for question in folder.read().questions)
    folder.change(QUIZ, "stem: 12:30", "stem: no")
    assert any(question.stem == "no" for question in folder.read().questions)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(folder: ContentFolder) -> None:
    before = folder.read()
    for name in (CASE, QUIZ, RULE):
        folder.write(name, b"\xef\xbb\xbf" + folder.text(name).replace("\n", "\r\n").encode())
    assert folder.read() == before


def test_an_exemplar_has_an_outline_of_its_own(folder: ContentFolder) -> None:
    folder.write("cases/shou-men.md", EXEMPLAR_TEXT)
    content = folder.read()
    assert content.problems == ()
    assert content.counts()["exemplars"] == 1
    exemplar = next(case for case in content.cases if case.kind is CaseKind.EXEMPLAR)
    assert exemplar.sanctions == () and {cause.slug for cause in exemplar.causes} == {""}


def test_what_went_well_has_no_root_cause_and_what_went_wrong_has(folder: ContentFolder) -> None:
    folder.write("cases/shou-men.md", EXEMPLAR_TEXT.replace("- 【1】 她", "- `privilege` 【1】 她"))
    folder.write(CASE, folder.text(CASE).replace("- `privilege` 【1】", "- 【1】", 1))
    assert {problem.message for problem in folder.problems()} == {
        "榜样里写了根因“privilege”",
        "这条原因没有根因代号",
        "根因 privilege 在原因剖析里没有写",
    }


def test_a_case_survives_being_stored(folder: ContentFolder) -> None:
    content = folder.read()
    for kind, items in (("cases", content.cases), ("rules", content.regulations), ("questions", content.questions)):
        for item in items:
            assert from_plain(type(item), to_plain(item)) == item, kind


def test_the_fingerprint_changes_with_any_file(folder: ContentFolder) -> None:
    before = fingerprint(folder.root, 1)
    assert fingerprint(folder.root, 1) == before
    assert fingerprint(folder.root, 2) != before
    assert fingerprint(folder.change(QUIZ, "还了就没事", "还了就没事了").root, 1) != before


def test_reading_changes_no_file(folder: ContentFolder) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.root.rglob("*.*")}
    folder.read()
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.root.rglob("*.*")} == before


@pytest.fixture(scope="module")
def own() -> Content:
    """The content that is delivered with the product."""
    return read_content(REPOSITORY, date.today())


def test_our_own_content_has_no_errors(own: Content) -> None:
    errors = [problem for problem in own.problems if problem.severity is Severity.ERROR]
    assert [f"{problem.file}:{problem.line} {problem.message}" for problem in errors] == []


def test_our_own_content_is_read_completely(own: Content) -> None:
    counts = own.counts()
    names = [path.relative_to(REPOSITORY).as_posix() for path in source_paths(REPOSITORY)]
    assert counts["cases"] + counts["exemplars"] == sum(name.startswith("cases/") for name in names)
    assert len(own.regulations) + len(own.renumberings) == sum(name.startswith("regulations/") for name in names)
    assert counts["papers"] == sum(name.startswith("quizzes/papers/") for name in names)


def test_our_own_content_never_shows_markup(own: Content) -> None:
    for case in own.cases:
        shown = "".join(plain_text(fact.text) for fact in case.facts)
        assert not any(mark in shown for mark in ("`", "**", "](", "&amp;"))
