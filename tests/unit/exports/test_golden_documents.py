"""The XML of one small paper, a block a line, beside what it was when somebody last looked at it printed."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from app.domain.question import QuestionKind
from tests.unit.exports.papers import blocks, drawn, key, printed, question, sheet, versions

GOLDEN = Path(__file__).parent / "golden"
NAMESPACES = re.compile(r' xmlns:\w+="[^"]*"')


def small_paper():
    asked = [drawn(question(f"q{place}", kind), 2) for place, kind in enumerate(QuestionKind) if place < 6]
    asked[1] = drawn(question("q1", QuestionKind.MULTIPLE, long=True), 2)
    for part, kind in enumerate((QuestionKind.SINGLE, QuestionKind.SHORT)):
        asked.append(drawn(question(f"g{part}", kind, group="g", scenario="某县的一件事。"), 3))
    return versions(asked, 123456)[1]


def lines(document: bytes) -> str:
    opened = Document(BytesIO(document))
    section = opened.sections[0]
    head = section.first_page_header if section.different_first_page_header_footer else section.header
    edges = [head._element, section.footer._element]
    made = [NAMESPACES.sub("", etree.tostring(one, encoding="unicode")) for one in (*edges, *blocks(document))]
    return "".join(f"{line}\n" for line in made)


@pytest.mark.parametrize("make", [printed, sheet, key])
def test_the_document_is_the_one_that_was_looked_at(make) -> None:
    kept, now = GOLDEN / f"{make.__name__}.txt", lines(make(small_paper()))
    if not kept.exists():
        kept.write_text(now, "utf-8", newline="\n")
        pytest.fail(f"{kept.name} was written anew: print the paper, look at it, and run this again")
    assert now.splitlines() == kept.read_text("utf-8").splitlines(), f"if meant: delete golden/{kept.name}, run again"
