"""25 hostile texts in every text of a 成绩册: the file opens, says them as they are, and holds no formula."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from lxml import etree

from app.domain.exam_session import ExamSession
from app.domain.grade_book import COLUMNS, GradeBook, grade_book
from app.domain.roster_person import RosterPerson
from app.domain.sat_result import SatResult
from app.domain.standing import standings
from app.exports.clean_text import clean_text
from app.exports.grade_book_document import GradeBookDocument
from app.exports.grade_book_file import grade_book_file
from tests.unit.exports.hostile import PAYLOADS
from tests.unit.seated import unit_exam

LONGEST = 2_000
every = pytest.mark.parametrize("words", PAYLOADS, ids=range(len(PAYLOADS)))


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        assert held.testzip() is None
        return {name: held.read(name) for name in held.namelist()}


def texts(content):
    """Of every cell; the file is well-formed and has no formula."""
    for name, part in parts(content).items():
        root = etree.fromstring(part)
        if name.startswith("xl/worksheets/"):
            assert not list(root.iter("{*}f"))
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type in ("f", "e")]
    return [cell.value for cell in cells]


@every
def test_every_text_column_says_it_and_none_reckons(words):
    said = clean_text(words)[:LONGEST]
    row = (1, *[words] * (len(COLUMNS) - 1))
    content = grade_book_file(GradeBook(words, (words, words), COLUMNS, (row, row)), "2026-11-22")
    found = texts(content)
    assert found.count(said or None) >= 2 * (len(COLUMNS) - 1) + 3


@every
def test_what_begins_like_a_formula_stays_a_text_when_somebody_edits_the_cell(words):
    row = (1, *[words] * (len(COLUMNS) - 1))
    content = grade_book_file(GradeBook("册", ("甲", "乙"), COLUMNS, (row,)), "2026-11-22")
    cell = openpyxl.load_workbook(io.BytesIO(content)).active.cell(5 - 1 + 1, 2)
    assert cell.number_format == "@"
    assert bool(cell.quotePrefix) == bool(re.match(r"\s*[=+\-@]", clean_text(words)))


@every
def test_a_result_file_made_by_hand_brings_nothing_else_into_the_book(words):
    """Names are checked before an exam is made; who marked, why it ended and the code come with the file."""
    exam = unit_exam(roster=(RosterPerson("周明", "办公室", "1001"),))
    result = SatResult("1001", ExamSession.MAIN, 80, 100, 60, started_at=exam.window.opens, reason=words, code=words)
    result = replace(result, markers=(words,), markers_here=(words,))
    book = grade_book(exam, standings(exam, [result, replace(result, sitting="b")], exam.window.closing))
    found = texts(grade_book_file(book, "2026-11-22"))
    assert (clean_text(words)[:LONGEST] or None) in found
    assert isinstance(found[found.index("周明") + 7], datetime)


@every
def test_the_word_document_says_them_too_and_holds_no_field(words):
    row = (1, *[words] * (len(COLUMNS) - 1), 80.5, None, words)
    columns = (*COLUMNS, ("第2份成绩", 9), ("第2份开考时间", 12), ("第2份核验码", 21))
    content = GradeBookDocument(GradeBook("册", (words,), columns, (row,)), "2026-11-22").to_bytes()
    body = etree.fromstring(parts(content)["word/document.xml"])
    assert not list(body.iter("{*}fldSimple")) and not list(body.iter("{*}hyperlink"))
    table, besides = list(body.iter("{*}tbl"))[:2]
    said = "".join(clean_text(words).split())
    assert said in "".join("".join(table.itertext()).split()) and "80.5" in "".join(besides.itertext())
