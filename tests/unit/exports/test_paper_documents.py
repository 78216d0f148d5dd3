"""What stands on paper: everything drawn, once, whole, and with the right key."""

import re
from collections import Counter
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.drawing import DrawnQuestion
from app.domain.labels import DISCLAIMER
from app.domain.paper import MultipleRule
from app.domain.printed_question import PrintedQuestion
from app.domain.question import QuestionKind
from tests.unit.exports.papers import (
    WRITTEN,
    drawn,
    draws,
    key,
    paper,
    printed,
    question,
    questions,
    sheet,
    text,
    text_of,
    versions,
)

some = settings(max_examples=15, deadline=None)
OPTION = re.compile(r"^([A-H])\.[ \t](.+)$", re.MULTILINE)
RIGHT = re.compile(r"^([A-H])　(.+)$", re.MULTILINE)


@some
@given(draws(), st.integers(1, 999_999))
def test_every_question_and_option_stands_on_the_paper_exactly_once(asked: list[DrawnQuestion], seed: int) -> None:
    for version in versions(asked, seed):
        said = text(printed(version))
        for one in asked:
            assert said.count(f"题〔{one.question.id}〕") == 1
            for option in one.question.options:
                assert len(re.findall(rf"^[A-H]\.[ \t]{re.escape(option.text)}$", said, re.MULTILINE)) == 1
        for scenario in {one.question.scenario for one in asked} - {""}:
            assert said.count(scenario) == 1
        assert "解〔" not in said and "点〔" not in said and "空〔" not in said


@some
@given(draws(), st.integers(1, 999_999))
def test_every_answer_stands_in_the_key_exactly_once_and_nothing_wrong_as_right(
    asked: list[DrawnQuestion], seed: int
) -> None:
    for version in versions(asked, seed):
        said = text(key(version))
        for one in (entry.question for entry in asked):
            for option in one.options:
                assert said.count(option.text) == (1 if option.key in one.answer else 0)
            assert said.count(f"解〔{one.id}〕") == 1
            for form in (form for entry in one.answer for form in entry.split("|") if "空" in form):
                assert said.count(form) == 1
            for point in one.points:
                assert said.count(point.text) == 1


@some
@given(draws(), st.integers(1, 999_999))
def test_the_letters_of_the_key_lead_to_the_right_options_of_its_own_paper(
    asked: list[DrawnQuestion], seed: int
) -> None:
    for version in versions(asked, seed):
        answers = {number: "\n".join(map(text_of, held)) for number, held in questions(key(version))}
        for number, held in questions(printed(version)):
            found = OPTION.findall("\n".join(map(text_of, held)))
            assert [letter for letter, _ in found] == list("ABCDEFGH"[: len(found)])
            options = dict(found)
            one = version.questions[number - 1].question
            words = {option.key: option.text for option in one.options}
            answer = answers[number].split("\t", 1)[1]
            if one.kind is QuestionKind.ORDER:
                letters = re.split(r"（|\n", answer)[0].split(" → ")
                assert [options[letter] for letter in letters] == [words[right] for right in one.answer]
            elif one.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
                chosen = {letter: said.split("（")[0] for letter, said in RIGHT.findall(answer)}
                assert sorted(options[letter] for letter in chosen) == sorted(words[right] for right in one.answer)
                assert all(options[letter] == words_said for letter, words_said in chosen.items())


@some
@given(draws(), st.integers(1, 999_999))
def test_no_page_break_can_split_a_question(asked: list[DrawnQuestion], seed: int) -> None:
    version = versions(asked, seed)[0]
    for document in (printed(version), key(version)):
        found = list(questions(document))
        assert [number for number, _ in found] == list(range(1, len(asked) + 1))
        for _, held in found:
            paragraphs = [paragraph for block in held for paragraph in block.iter(qn("w:p"))]
            last = 1 if held[-1].tag == qn("w:p") else len(list(held[-1].iter(qn("w:tr")))) and 2
            for place, paragraph in enumerate(paragraphs):
                layout = paragraph.find(qn("w:pPr"))
                assert layout.find(qn("w:keepLines")) is not None
                assert layout.find(qn("w:keepNext")) is not None or place >= len(paragraphs) - last
            rows = [row for block in held for row in block.iter(qn("w:tr"))]
            assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


@some
@given(draws(), st.integers(1, 999_999))
def test_the_sheet_has_a_place_for_every_question_and_says_nothing_of_the_answers(
    asked: list[DrawnQuestion], seed: int
) -> None:
    version = versions(asked, seed)[0]
    said = text(sheet(version))
    assert "〔" not in said
    for one in version.questions:
        if one.question.kind.chooses:
            marks = "\u00a0\u00a0".join(f"[{mark}]" for mark in one.marks)
            assert len(re.findall(rf"^[\u2007]*{one.number}\u00a0\u00a0{re.escape(marks)}$", said, re.MULTILINE)) == 1
        else:
            assert len(re.findall(rf"^{one.number}\.", said, re.MULTILINE)) == 1


@some
@given(draws(), st.integers(1, 999_999))
def test_in_a_grid_of_the_sheet_the_numbers_run_down_and_no_column_is_empty(
    asked: list[DrawnQuestion], seed: int
) -> None:
    version = versions(asked, seed)[0]
    grids = [table for table in Document(BytesIO(sheet(version))).tables if "[" in table.cell(0, 0).text]
    for table in grids:
        columns = [[cell.text.strip() for cell in column.cells] for column in table.columns]
        assert all(column[0] for column in columns)
        found = [int(re.split(r"\D", text)[0]) for column in columns for text in column if text]
        assert found == sorted(found)
    assert len(grids) == sum(any(one.question.kind.chooses for one in each.questions) for each in version.sections)


@some
@given(draws(), st.integers(1, 999_999))
def test_both_versions_hold_the_same_questions_in_the_same_sections(asked: list[DrawnQuestion], seed: int) -> None:
    first, second = versions(asked, seed)
    for one, other in zip(first.sections, second.sections, strict=True):
        assert (one.heading, Counter(names(one.questions))) == (other.heading, Counter(names(other.questions)))
    assert (first.total, first.shows_case) == (second.total, second.shows_case)
    assert (first.code, second.code) == (f"A-{seed:06}", f"B-{seed:06}")
    assert versions(asked, seed) == (first, second)


@given(draws(), st.integers(1, 999_999))
def test_version_b_has_another_order_wherever_there_is_one(asked: list[DrawnQuestion], seed: int) -> None:
    first, second = versions(asked, seed)
    for one, other in zip(first.sections, second.sections, strict=True):
        assert len(one.units) == 1 or names(one.questions) != names(other.questions)
    orders = {one.question.id: one.order for one in first.questions}
    for turned in second.questions:
        assert sorted(turned.order) == sorted(orders[turned.question.id])
        assert len(turned.order) < 2 or turned.order != orders[turned.question.id]
        assert turned.question.kind is not QuestionKind.ORDER or turned.order != turned.question.answer


@given(draws(), st.integers(1, 999_999))
def test_parts_of_a_case_stay_together_and_in_order(asked: list[DrawnQuestion], seed: int) -> None:
    written = [one.question.id for one in asked]
    for version in versions(asked, seed):
        for section in version.sections:
            for unit in section.units:
                inside = [one.question.id for one in unit.questions]
                assert inside == [name for name in written if name in inside]
                groups = {one.question.group for one in unit.questions}
                assert len(groups) == 1 and ((section.kind in WRITTEN[1:]) == bool(groups.pop()))


def test_options_stay_in_order_where_the_paper_says_so() -> None:
    asked = [drawn(question("q1", QuestionKind.SINGLE)), drawn(question("q2", QuestionKind.SINGLE))]
    _, second = versions(asked, of=paper(shuffle=False))
    assert [one.order for one in second.questions] == [("A", "B", "C", "D")] * 2


def test_headings_say_what_a_question_is_worth_or_each_question_does() -> None:
    even = [drawn(question("q1", QuestionKind.SINGLE)), drawn(question("q2", QuestionKind.SINGLE))]
    uneven = [drawn(question("q3", QuestionKind.TRUE_FALSE), 1), drawn(question("q4", QuestionKind.TRUE_FALSE), 3)]
    said = text(printed(versions([*even, *uneven])[0]))
    assert "一、单项选择题（共 2 题，每题 2 分，共 4 分）" in said
    assert "二、判断题（共 2 题，共 4 分）" in said
    assert "（1 分）题〔q3〕" in said and "（3 分）题〔q4〕" in said and "分）题〔q1〕" not in said


def test_how_an_incomplete_multiple_choice_is_marked_is_what_the_paper_says() -> None:
    asked = [drawn(question("q1", QuestionKind.MULTIPLE))]
    assert "少选得该题一半分" in text(printed(versions(asked)[0]))
    strict = versions(asked, of=paper(MultipleRule.ALL_OR_NOTHING))[0]
    assert "全部选对才得分" in text(printed(strict)) and "一半" not in text(printed(strict))


def test_sources_are_named_in_full() -> None:
    said = text(key(versions([drawn(question("q1", QuestionKind.SINGLE))])[0]))
    assert (
        "出处：《纪律处分条例》（2023年）第九十七条第一款；《政务处分法》（2020年）第三十三条第一款第（二）项；"
        "案例《低保绿色通道》【2】【3】" in said
    )


def test_a_rule_is_named_once_for_its_articles() -> None:
    cited = question("q1", QuestionKind.SINGLE, articles=("刑法@2024/385", "刑法@2024/253之一.1", "原样"), case="")
    said = text(key(versions([drawn(cited)])[0]))
    assert "出处：《刑法》（2024年）第三百八十五条、第二百五十三条之一第一款；原样" in said


def test_why_a_judgement_is_wrong_names_the_judgement() -> None:
    judged = question("q1", QuestionKind.TRUE_FALSE, why=(("对", "没有这一条"),))
    assert "判“对”：没有这一条" in text(key(versions([drawn(judged)])[0]))


def test_letters_in_an_explanation_are_those_of_the_version() -> None:
    named = question("q1", QuestionKind.SINGLE, explanation="B 才对，A 迟了。", why=(("A", "A 迟了"),))
    version = versions([drawn(named, order="DCBA")])[0]
    said = text(key(version))
    assert "C 才对，D 迟了。" in said and "D 项：D 迟了" in said


def test_points_that_do_not_add_up_to_the_score_are_converted() -> None:
    said = text(key(versions([drawn(question("q1", QuestionKind.SHORT), 6)])[0]))
    assert "（1）点〔q11〕（1 分，《纪律处分条例》（2023年）第三十八条）" in said
    assert "要点共 3 分，本题 6 分" in said
    assert "要点共" not in text(key(versions([drawn(question("q1", QuestionKind.SHORT), 3)])[0]))


def test_the_foot_names_the_version_everywhere_and_the_disclaimer_where_a_case_stands() -> None:
    with_case = versions([drawn(question("q1", QuestionKind.SINGLE))])[0]
    without = versions([drawn(question("q1", QuestionKind.SINGLE, case="", facts=()))])[0]
    for version, expected in ((with_case, True), (without, False)):
        for document in (printed(version), sheet(version), key(version)):
            for foot in feet(document):
                assert "— 1 —" in foot and "卷号 A-000007　题库版本 0123abcd　2026年11月21日" in foot
                assert (DISCLAIMER in foot) is expected


def test_every_page_that_is_written_on_alone_has_a_place_for_name_and_number() -> None:
    """The first page of the paper, and all of the answer sheet, whose pages could come apart."""
    version = versions([drawn(question("q1", QuestionKind.SHORT))])[0]
    paper_section, sheet_section = (Document(BytesIO(made(version))).sections[0] for made in (printed, sheet))
    assert paper_section.different_first_page_header_footer and not sheet_section.different_first_page_header_footer
    for header in (paper_section.first_page_header, sheet_section.header):
        said = "".join(node.text or "" for node in header._element.iter(qn("w:t")))
        assert all(f"{field}：" in said for field in ("单位", "姓名", "工号")) and "封" in said


def feet(document: bytes) -> list[str]:
    section = Document(BytesIO(document)).sections[0]
    used = [section.footer] + ([section.first_page_footer] if section.different_first_page_header_footer else [])
    return ["".join(node.text or "" for node in foot._element.iter(qn("w:t"))) for foot in used]


def names(of: tuple[PrintedQuestion, ...]) -> list[str]:
    return [one.question.id for one in of]


def test_blanks_of_any_order_are_told_on_the_paper_and_in_the_key() -> None:
    free = question("bu-fa", QuestionKind.BLANKS, any_order=True)
    asked = [drawn(free), drawn(question("ding-xu", QuestionKind.BLANKS))]
    for version in versions(asked, 7):
        assert text(printed(version)).count("（顺序不限）") == 1
        said = text(key(version))
        assert said.count("顺序不限，每个只算一次") == 1 and "空〔bu-fa1〕 或 空〔bu-fa2〕" in said
        assert "（1）空〔ding-xu1〕" in said and "（1）空〔bu-fa" not in said
