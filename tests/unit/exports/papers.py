"""Small papers of every kind, as they would be drawn, and what can be read back out of the documents."""

import re
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from hypothesis import strategies as st
from lxml import etree

from app.domain.case import Option
from app.domain.drawing import DrawnQuestion, shown_order
from app.domain.paper import BreakPolicy, DrawRule, MultipleRule, Paper
from app.domain.paper_versions import paper_versions
from app.domain.printed_paper import PrintedPaper
from app.domain.question import KeyPoint, Question, QuestionKind
from app.exports.answer_key_document import AnswerKeyDocument
from app.exports.answer_sheet_document import AnswerSheetDocument
from app.exports.paper_document import PaperDocument

DAY = "2026-11-21"
TITLES = {"di-bao": "低保绿色通道"}
WRITTEN = (QuestionKind.SHORT, QuestionKind.CASE_STUDY)
NUMBER = re.compile(r"(\d+)\.\t")


def paper(multiple: MultipleRule = MultipleRule.PARTIAL, shuffle: bool = True, title: str = "入门") -> Paper:
    rules = (DrawRule(QuestionKind.SINGLE, 1, 2),)
    return Paper("ru-men", title, "", 30, 6, multiple, BreakPolicy.FREE, rules, shuffle_options=shuffle)


def question(name: str, kind: QuestionKind, count: int = 4, long: bool = False, **changes: object) -> Question:
    """Every text in it is unlike every other: ``name`` stands in each, between brackets."""
    tail = "，先核对再办理，并写明经办的人和日期" if long else ""
    chosen = kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.ORDER)
    keys = "ABCDEFGH"[: count if chosen else 0]
    blanks = kind is QuestionKind.BLANKS
    values: dict[str, object] = {
        "id": name,
        "kind": kind,
        "stem": f"题〔{name}〕在＿＿日内办结，由＿＿公示。" if blanks else f"题〔{name}〕应当怎么办？",
        "topic": "charity",
        "difficulty": 1,
        "case": "di-bao",
        "options": tuple(Option(key, f"项〔{name}{key}〕{tail}") for key in keys),
        "answer": {
            QuestionKind.SINGLE: ("B",),
            QuestionKind.MULTIPLE: ("A", "C"),
            QuestionKind.TRUE_FALSE: ("错",),
            QuestionKind.BLANKS: (f"空〔{name}1〕|空〔{name}2〕", f"空〔{name}3〕"),
            QuestionKind.ORDER: tuple(reversed(keys)),
        }.get(kind, ()),
        "explanation": f"解〔{name}〕",
        "why": tuple((key, f"因〔{name}{key}〕") for key in keys if key not in "ABC"),
        "facts": (2, 3),
        "articles": ("条例@2023/97.1", "政务@2020/33.1.2"),
        "points": tuple(KeyPoint(f"点〔{name}{n}〕", (), n, ("条例@2023/38",)) for n in (1, 2))
        if kind is QuestionKind.SHORT
        else (),
    }
    return Question(**(values | changes))  # type: ignore[arg-type]


def drawn(one: Question, score: int = 2, order: str = "") -> DrawnQuestion:
    return DrawnQuestion(one, score, tuple(order) or one.letters)


@st.composite
def draws(draw: st.DrawFn) -> list[DrawnQuestion]:
    """A paper of up to 12 questions, kinds in any order, some of them parts of a case."""
    chance = draw(st.randoms(use_true_random=False))
    kinds = st.sampled_from([kind for kind in QuestionKind if kind is not QuestionKind.CASE_STUDY])
    made: list[DrawnQuestion] = []
    for number, kind in enumerate(draw(st.lists(kinds, min_size=1, max_size=8))):
        one = question(f"q{number}", kind, draw(st.integers(3, 8)), draw(st.booleans()))
        made.append(DrawnQuestion(one, draw(st.integers(1, 5)), shown_order(one, True, chance)))
    for case in range(draw(st.integers(0, 2))):
        for part, kind in enumerate(draw(st.lists(kinds, min_size=2, max_size=3))):
            whole = {"group": f"g{case}", "scenario": f"材料〔g{case}〕某县的一件事。"}
            one = question(f"g{case}p{part}", kind, **whole)
            made.append(DrawnQuestion(one, draw(st.integers(1, 5)), shown_order(one, True, chance)))
    return made


def versions(asked: list[DrawnQuestion], seed: int = 7, of: Paper | None = None) -> tuple[PrintedPaper, PrintedPaper]:
    return paper_versions(of or paper(), asked, seed, "0123abcd", DAY)


def printed(version: PrintedPaper) -> bytes:
    return PaperDocument(version).to_bytes()


def sheet(version: PrintedPaper) -> bytes:
    return AnswerSheetDocument(version).to_bytes()


def key(version: PrintedPaper) -> bytes:
    return AnswerKeyDocument(version, TITLES).to_bytes()


def blocks(document: bytes) -> list[etree._Element]:
    """Paragraphs and tables from top to bottom."""
    body = Document(BytesIO(document)).element.body
    return [block for block in body if block.tag in (qn("w:p"), qn("w:tbl"))]


def text_of(block: etree._Element) -> str:
    """Tabs and line breaks as they are; a line for each paragraph."""
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    return "\n".join(
        "".join(
            signs.get(piece.tag, piece.text or "")
            for run in paragraph.iter(qn("w:r"))
            for piece in run
            if piece.tag in (qn("w:t"), *signs)
        )
        for paragraph in block.iter(qn("w:p"))
    )


def text(document: bytes) -> str:
    return "\n".join(text_of(block) for block in blocks(document))


def questions(document: bytes) -> Iterator[tuple[int, list[etree._Element]]]:
    """(number, its blocks) of every question."""
    number, held = 0, []
    for block in blocks(document):
        found = NUMBER.match(text_of(block))
        style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        heading = style is not None and style.get(qn("w:val"), "").startswith("Heading")
        if (found or heading) and held:
            yield number, held
            held = []
        if found:
            number, held = int(found[1]), [block]
        elif held:
            held.append(block)
    if held:
        yield number, held
