"""Whatever was typed or imported comes out as text, and the file opens."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.domain.case import Option
from app.domain.question import KeyPoint, Question, QuestionKind
from app.exports.clean_text import clean_text
from tests.unit.exports.hostile import PAYLOADS
from tests.unit.exports.papers import drawn, key, paper, printed, question, sheet, text, versions

HOSTILE = {
    "<b>粗</b> & <w:p/> ]]> &amp;": "<b>粗</b> & <w:p/> ]]> &amp;",
    "前\x00\x07\x1b后": "前后",
    "一\r\n二\u2028三\t四": "一\n二\n三 四",
    "\u202e倒过来\u202c\u200b": "倒过来",
    "=1+1 {PAGE} «x» \\t": "=1+1 {PAGE} «x» \\t",
    "\ud800孤\uffff": "孤",
    "  前后空格  ": "  前后空格  ",
    "长" * 2000: "长" * 2000,
}


def hostile(words: str) -> list[Question]:
    options = tuple(Option(letter, f"{letter * 3}{words}") for letter in "ABC")
    changes = {"stem": words, "explanation": words, "why": (("A", words), ("别的", words)), "scenario": words}
    kinds = (QuestionKind.SINGLE, QuestionKind.ORDER, QuestionKind.BLANKS, QuestionKind.SHORT, QuestionKind.TRUE_FALSE)
    return [
        question(
            f"q{place}",
            kind,
            **changes,
            options=options if kind in kinds[:2] else (),
            answer={QuestionKind.SINGLE: ("B",), QuestionKind.ORDER: ("C", "B", "A")}.get(kind, (words,)),
            points=(KeyPoint(words, (), 2, (words,)),) if kind is QuestionKind.SHORT else (),
            articles=(words,),
            group="g" if place > 2 else "",
        )
        for place, kind in enumerate(kinds)
    ]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_words_stand_there_as_words(words: str) -> None:
    version = versions([drawn(one) for one in hostile(words)], of=paper(title=f"卷{words}"))[0]
    for make in (printed, key):
        document = make(version)
        assert HOSTILE[words].strip() in text(document)
        assert f"卷{HOSTILE[words]}".strip() in text(document)
        everything_is_xml(document)
    assert f"BBB{HOSTILE[words]}".rstrip() in text(printed(version))
    everything_is_xml(sheet(version))


def test_all_of_them_together_in_every_text_of_a_paper_leave_three_files_that_open() -> None:
    """In stems, options, answers, reasons, key points, sources, explanations and titles."""
    asked = [
        drawn(replace(one, id=f"{place}-{one.id}", group=f"{place}-g" if one.group else ""))
        for place, words in enumerate(PAYLOADS)
        for one in hostile(words[:400])
    ]
    for version in versions(asked, of=paper(title="".join(words[:5] for words in PAYLOADS))):
        for make in (printed, sheet, key):
            everything_is_xml(make(version))
        said = text(printed(version))
        assert [words for words in PAYLOADS if clean_text(words[:400]).strip() not in said] == []


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None), max_size=30))
def test_any_text_at_all_makes_a_file_that_opens(words: str) -> None:
    one = question("q1", QuestionKind.SINGLE, stem=words, scenario=words, explanation=words)
    version = versions([drawn(one)], of=paper(title=words))[0]
    assert clean_text(words) in text(printed(version))
    Document(BytesIO(key(version)))


@given(st.text(st.characters(codec=None)))
def test_cleaning_twice_changes_nothing_more(words: str) -> None:
    assert clean_text(clean_text(words)) == clean_text(words)


def test_a_stem_longer_than_a_page_may_run_on() -> None:
    """Kept together it would be asked in vain; it is still one paragraph, and nothing is cut off."""
    version = versions([drawn(question("q1", QuestionKind.SINGLE, stem="长" * 2000))])[0]
    assert text(printed(version)).count("长") == 2000


def everything_is_xml(document: bytes) -> None:
    with zipfile.ZipFile(BytesIO(document)) as held:
        assert held.testzip() is None
        for name in held.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(held.read(name))
    body = Document(BytesIO(document)).element.body
    assert not list(body.iter(qn("w:fldSimple"), qn("w:hyperlink")))
