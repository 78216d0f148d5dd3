"""Hostile names and answers on the 学习情况记录单 and before a marker: shown as text, nothing reached out for."""

from dataclasses import replace

import pytest
from PySide6.QtPdf import QPdfDocument

from app.domain.exam_session import ExamSession
from app.domain.question import KeyPoint, QuestionKind
from app.domain.record_sheet import RecordSheet
from app.domain.roster_person import RosterPerson
from app.domain.unit_exam_short import ShortAnswer, ShortMark
from app.ui.exam.record_sheet import record_sheet_pdf
from app.ui.kit.paragraph import Paragraph
from app.ui.unit_exam.short_answer_card import ShortAnswerCard
from app.ui.unit_exam.short_points_card import ShortPointsCard
from tests.unit.exports.hostile import PAYLOADS
from tests.unit.exports.papers import question

SHEET = RecordSheet(
    name="周明",
    unit="某县民政局",
    occasion="统考",
    title="综合测试",
    started_at="2026-11-21T08:00:00+00:00",
    finished_at="2026-11-21T08:41:12+00:00",
    spent_ms=2_472_000,
    score=86,
    full=100,
    pass_score=60,
    number="482913-3f9a0c1b2d4e5f60",
    reason="本人交卷",
    topics=(("专题", 3, 10),),
    recorded=("系统时间没有异常调整",),
    code="YOWV-RERO-B36B-EJ24",
)
MOST = 400
"""Characters: more than any field of a person or an exam takes."""
every = pytest.mark.parametrize("words", [words[:MOST] for words in PAYLOADS], ids=range(len(PAYLOADS)))


@every
def test_a_record_sheet_with_it_everywhere_is_a_pdf_that_opens_and_does_nothing(words, dressed, tmp_path):
    texts = dict.fromkeys(("name", "unit", "occasion", "title", "number", "reason", "code", "later"), words)
    made = record_sheet_pdf(replace(SHEET, **texts, topics=((words, 3, 10),), recorded=(words,)))
    assert not [mark for mark in (b"/JavaScript", b"/JS", b"/URI", b"/Launch", b"/EmbeddedFile") if mark in made]
    path = tmp_path / "sheet.pdf"
    path.write_bytes(made)
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    assert 1 <= document.pageCount() <= 6
    document.close()


@every
def test_an_answer_with_it_is_read_as_it_was_written(words, dressed, qtbot):
    asked = question("q", QuestionKind.SHORT, stem=words, scenario=words, points=(KeyPoint(words, (words,), 2),))
    answer = ShortAnswer(
        person=RosterPerson(words, words, words),
        session=ExamSession.MAKE_UP,
        number=7,
        sitting="a/b",
        place=1,
        question=asked,
        score=2,
        text=words,
        marks=(ShortMark((True,), 2, words, "2026-11-22T09:00:00+00:00"),),
    )
    card, points = ShortAnswerCard(), ShortPointsCard()
    for one in (card, points):
        qtbot.addWidget(one)
    card.show_answer(answer, 1, 1, named=True)
    points.show_answer(answer, answer.ticks)
    for one in (card, points):
        one.resize(700, 500)
        one.grab()
    shown = [one.text() for one in card.findChildren(Paragraph)][-1]
    assert shown == words.replace("\u200b", "") and points.ticks() == (True,)  # of no width: lost in setting lines
